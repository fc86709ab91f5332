package org.fingerpost.platform.engine;

import jakarta.validation.Validator;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.variable.serializer.BooleanValueSerializer;
import org.camunda.bpm.engine.impl.variable.serializer.DateValueSerializer;
import org.camunda.bpm.engine.impl.variable.serializer.DefaultVariableSerializers;
import org.camunda.bpm.engine.impl.variable.serializer.NullValueSerializer;
import org.camunda.bpm.engine.impl.variable.serializer.TypedValueSerializer;
import org.camunda.bpm.engine.impl.variable.ValueTypeResolverImpl;
import org.camunda.bpm.spring.boot.starter.configuration.Ordering;
import org.fingerpost.platform.AuditTrail;
import org.fingerpost.platform.TaskPlan;
import org.fingerpost.platform.Words;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Takes out of the engine what this product must not have: scripts, classes by name, the application's beans in expressions,
 * objects and words in variables, models that were not checked. Stands before the first deployment and the first request; what it
 * relies on is asserted when the engine is built ({@link GuardAssertions}).
 *
 * <p>Why so strict: 7.24.0 is the last free Camunda 7, and its published holes (CVE-2026-109432, CVE-2026-77226) will not be closed
 * by anyone else.
 */
@Component
@Order(Ordering.DEFAULT_ORDER + 10)
class EngineGuard extends AbstractProcessEnginePlugin {

  private final ListableBeanFactory beans;
  private final ObjectProvider<TaskForm<?>> taskForms;
  private final ObjectProvider<Validator> validator;
  private final ObjectProvider<Words> words;
  private final ObjectProvider<StaffIdentities> identities;
  private final ObjectProvider<TaskPlan> taskPlan;
  private final ObjectProvider<DraftRows> drafts;
  private final ObjectProvider<AuditTrail> audit;

  EngineGuard(
      ListableBeanFactory beans,
      ObjectProvider<TaskForm<?>> taskForms,
      ObjectProvider<Validator> validator,
      ObjectProvider<Words> words,
      ObjectProvider<StaffIdentities> identities,
      ObjectProvider<TaskPlan> taskPlan,
      ObjectProvider<DraftRows> drafts,
      ObjectProvider<AuditTrail> audit) {
    this.beans = beans;
    this.taskForms = taskForms;
    this.validator = validator;
    this.words = words;
    this.identities = identities;
    this.taskPlan = taskPlan;
    this.drafts = drafts;
    this.audit = audit;
  }

  @Override
  public void preInit(ProcessEngineConfigurationImpl engine) {
    var delegates = new ModelDelegates(beans);
    engine.setBeans(delegates);
    engine.setExpressionManager(new GuardedExpressions(delegates));
    engine.setScriptEngineResolver(new NoScripts());
    engine.setArtifactFactory(new NoClassesByName());
    engine.setCustomPreDeployers(List.of(new ModelGuardDeployer()));

    var types = new ValueTypeResolverImpl();
    types.addType(OptionsValue.TYPE);
    engine.setValueTypeResolver(types);

    var listeners = new ArrayList<>(orEmpty(engine.getCustomPreBPMNParseListeners()));
    listeners.add(new TaskRules());
    listeners.add(new TaskTimes(taskPlan));
    engine.setCustomPreBPMNParseListeners(listeners);

    engine.setTaskService(new FormTasks(words));
    engine.setFormService(new FrontDoor(taskForms, validator, words, drafts, audit));
    engine.setIdentityProviderSessionFactory(new StaffIdentityProvider.Factory(identities));
    engine.setCommandCheckers(List.of(new TaskSchemeChecker(), new TaskRoleChecker()));
    engine.setTenantIdProvider(new SchemeTenants());
    engine.setResourceAuthorizationProvider(new NoRowPerTask());
    engine.setHistoryEventHandler(new ThriftyHistory());
    engine.setHistoryEventProducer(new CachedDefinitions());
    engine.setCustomSessionFactories(LeanReads.factories());

    var dmn = new DefaultDmnEngineConfiguration();
    dmn.setCustomPostDecisionTableEvaluationListeners(List.of(new EngineDecisions.MatchedRules()));
    engine.setDmnEngineConfiguration(dmn);
  }

  /** The engine adds its own serialisers while it initialises; afterwards the list is replaced as a whole by ours. */
  @Override
  public void postInit(ProcessEngineConfigurationImpl engine) {
    ((DefaultVariableSerializers) engine.getVariableSerializers()).setSerializerList(whatVariablesMayHold());
  }

  @Override
  public void postProcessEngineBuild(ProcessEngine engine) {
    GuardAssertions.check((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration());
  }

  private static List<TypedValueSerializer<?>> whatVariablesMayHold() {
    var kinds = new ArrayList<TypedValueSerializer<?>>();
    kinds.add(new NullValueSerializer());
    kinds.add(new CodeOnlyStrings());
    kinds.add(new BooleanValueSerializer());
    kinds.addAll(SmallNumbers.all());
    kinds.add(new DateValueSerializer());
    kinds.addAll(RefusedValues.all());
    return kinds;
  }

  private static <T> List<T> orEmpty(List<T> list) {
    return list == null ? List.of() : list;
  }
}
