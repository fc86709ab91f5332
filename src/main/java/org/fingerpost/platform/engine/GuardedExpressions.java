package org.fingerpost.platform.engine;

import java.beans.FeatureDescriptor;
import java.util.Date;
import java.util.Iterator;
import java.util.Map;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.delegate.BaseDelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.impl.el.Expression;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.engine.impl.el.ReadOnlyMapELResolver;
import org.camunda.bpm.engine.impl.el.VariableContextElResolver;
import org.camunda.bpm.engine.impl.el.VariableScopeElResolver;
import org.camunda.bpm.impl.juel.jakarta.el.CompositeELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ValueExpression;

/**
 * The engine's expressions, reduced to what our models and filters need.
 *
 * <p>Two walls, because a stock 7.24.0 engine runs Java reflection for any user who may query tasks (CVE-2026-109432): the text of
 * every expression must match a grammar before it is parsed, and what it can reach is a variable, an allow-listed delegate or the
 * business key, never a method or a property of anything else.
 */
public class GuardedExpressions extends JuelExpressionManager {

  /** {@code ${name}}, {@code ${!name}}, {@code ${name == 'CODE'}}. Conditions, delegates, assignees and dates need no more. */
  private static final Pattern IN_A_MODEL =
      Pattern.compile("[$#]\\{\\s*!?[a-z][A-Za-z0-9]{0,63}(\\s*==\\s*'[A-Z0-9_]{1,64}')?\\s*}");

  private static final Pattern BUSINESS_KEY =
      Pattern.compile("[$#]\\{\\s*execution\\.processBusinessKey\\s*}");

  /** The only expressions a stored filter may hold; {@code endOfToday()} is ours, because date arithmetic would need methods. */
  private static final Pattern IN_A_QUERY =
      Pattern.compile("\\$\\{\\s*(currentUser|currentUserGroups|now|endOfToday)\\(\\)\\s*}");

  GuardedExpressions(Map<Object, Object> delegates) {
    super(delegates);
    try {
      addFunction("endOfToday", GuardedExpressions.class.getMethod("endOfToday"));
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException("The method stands below", e);
    }
  }

  /** The end of the current day in Europe/London, for "due today". */
  public static Date endOfToday() {
    var today = EngineClock.now().atZone(EngineClock.LONDON).toLocalDate();
    return Date.from(today.plusDays(1).atStartOfDay(EngineClock.LONDON).toInstant());
  }

  static boolean isAllowedInAModel(String text) {
    return !hasExpression(text)
        || IN_A_MODEL.matcher(text).matches()
        || BUSINESS_KEY.matcher(text).matches();
  }

  static boolean isAllowedInAQuery(String text) {
    return !hasExpression(text) || IN_A_QUERY.matcher(text).matches();
  }

  private static boolean hasExpression(String text) {
    return text != null && (text.contains("${") || text.contains("#{"));
  }

  @Override
  public Expression createExpression(String text) {
    refuseUnknown(text);
    Expression expression = super.createExpression(text);
    return isAllowedInAQuery(text) ? expression : new OnlyWithAScope(expression);
  }

  @Override
  public ValueExpression createValueExpression(String text) {
    refuseUnknown(text);
    return super.createValueExpression(text);
  }

  private static void refuseUnknown(String text) {
    if (!isAllowedInAModel(text) && !isAllowedInAQuery(text)) {
      throw new ProcessEngineException(
          "This expression is not one of the forms Fingerpost allows: ${name}, ${!name}, ${name == 'CODE'}");
    }
  }

  @Override
  protected ELResolver createElResolver() {
    var resolver = new CompositeELResolver();
    resolver.add(new VariableScopeElResolver());
    resolver.add(new VariableContextElResolver());
    resolver.add(new ReadOnlyMapELResolver(beans));
    resolver.add(new BusinessKeyOnly());
    resolver.add(new NoDateYet());
    return resolver;
  }

  /** A query evaluates its expressions without a variable scope; nothing but the query functions may run there. */
  private record OnlyWithAScope(Expression expression) implements Expression {

    @Override
    public Object getValue(VariableScope scope) {
      refuseQueries(scope);
      return expression.getValue(scope);
    }

    @Override
    public Object getValue(VariableScope scope, BaseDelegateExecution context) {
      refuseQueries(scope);
      return expression.getValue(scope, context);
    }

    @Override
    public void setValue(Object value, VariableScope scope) {
      throw new ProcessEngineException("Expressions here read and never write");
    }

    @Override
    public void setValue(Object value, VariableScope scope, BaseDelegateExecution context) {
      setValue(value, scope);
    }

    @Override
    public String getExpressionText() {
      return expression.getExpressionText();
    }

    @Override
    public boolean isLiteralText() {
      return expression.isLiteralText();
    }

    private void refuseQueries(VariableScope scope) {
      if (scope == null && !expression.isLiteralText()) {
        throw new ProcessEngineException(
            "A filter may use ${currentUser()}, ${currentUserGroups()}, ${now()} and ${endOfToday()}, and no other expression");
      }
    }
  }

  /**
   * A date that nobody has set yet is no date: {@code ${nextMeetingAt}} as a task's due date is empty the first time round. Names of
   * dates end in {@code At}; a timer without a date is still refused by the engine, and every other unknown name by the last resolver.
   */
  private static final class NoDateYet extends ELResolver {

    @Override
    public Object getValue(ELContext context, Object base, Object property) {
      if (base == null && property instanceof String name && name.endsWith("At")) {
        context.setPropertyResolved(true);
      }
      return null;
    }

    @Override
    public Class<?> getType(ELContext context, Object base, Object property) {
      return null;
    }

    @Override
    public void setValue(ELContext context, Object base, Object property, Object value) {
      throw new ProcessEngineException("Expressions here read and never write");
    }

    @Override
    public boolean isReadOnly(ELContext context, Object base, Object property) {
      return true;
    }

    @Override
    public Iterator<FeatureDescriptor> getFeatureDescriptors(ELContext context, Object base) {
      return null;
    }

    @Override
    public Class<?> getCommonPropertyType(ELContext context, Object base) {
      return Object.class;
    }
  }

  private static final class BusinessKeyOnly extends ELResolver {

    @Override
    public Object getValue(ELContext context, Object base, Object property) {
      if (base instanceof DelegateExecution execution && "processBusinessKey".equals(property)) {
        context.setPropertyResolved(true);
        return execution.getProcessBusinessKey();
      }
      return null;
    }

    @Override
    public Class<?> getType(ELContext context, Object base, Object property) {
      return null;
    }

    @Override
    public void setValue(ELContext context, Object base, Object property, Object value) {
      throw new ProcessEngineException("Expressions here read and never write");
    }

    @Override
    public boolean isReadOnly(ELContext context, Object base, Object property) {
      return true;
    }

    @Override
    public Iterator<FeatureDescriptor> getFeatureDescriptors(ELContext context, Object base) {
      return null;
    }

    @Override
    public Class<?> getCommonPropertyType(ELContext context, Object base) {
      return Object.class;
    }
  }
}
