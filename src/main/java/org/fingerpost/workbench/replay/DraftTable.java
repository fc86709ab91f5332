package org.fingerpost.workbench.replay;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineException;
import org.camunda.bpm.dmn.engine.delegate.DmnEvaluatedDecisionRule;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.HitPolicy;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.InputEntry;
import org.camunda.bpm.model.dmn.instance.InputExpression;
import org.camunda.bpm.model.dmn.instance.LiteralExpression;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.OutputEntry;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.camunda.bpm.model.dmn.instance.Text;
import org.camunda.bpm.model.xml.ModelException;
import org.fingerpost.platform.engine.ModelGuard;

/**
 * A decision table from its bytes, asked with the engine's own DMN engine and outside the process engine: nothing is deployed, and
 * nothing is parsed before the guard has passed the bytes. Safe for several threads.
 */
final class DraftTable {

  private static final ThreadLocal<List<String>> MATCHED = ThreadLocal.withInitial(List::of);
  private static final DmnEngine ENGINE = engine();

  private static final Pattern TEXT = Pattern.compile("\"[^\"]*\"");
  private static final Pattern FUNCTION =
      Pattern.compile("(?:\\b(?:date and|list|starts|ends|string|years and months|upper|lower)\\s+)*\\b\\w+(?:\\s+case)?\\s*\\(");
  private static final Pattern NAME = Pattern.compile("(?<![.\\w])[A-Za-z_]\\w*");
  private static final Set<String> NO_NAMES =
      Set.of("true", "false", "null", "not", "and", "or", "if", "then", "else", "in", "between", "cellInput");

  private final String key;
  private final DmnDecision decision;
  private final HitPolicy hitPolicy;
  private final List<Column> inputs = new ArrayList<>();
  private final List<Column> outputs = new ArrayList<>();
  private final Map<String, String> rules = new LinkedHashMap<>();
  private final Set<String> reads = new LinkedHashSet<>();

  private DraftTable(String key, DmnModelInstance model, DecisionTable table) {
    this.key = key;
    this.hitPolicy = table.getHitPolicy();
    for (Input input : table.getInputs()) {
      var expression = input.getInputExpression();
      inputs.add(
          new Column(
              text(expression.getText()),
              input.getLabel(),
              expression.getTypeRef(),
              codes(input.getInputValues() == null ? null : input.getInputValues().getText())));
    }
    for (Output output : table.getOutputs()) {
      outputs.add(
          new Column(
              output.getName(),
              output.getLabel(),
              output.getTypeRef(),
              codes(output.getOutputValues() == null ? null : output.getOutputValues().getText())));
    }
    for (Rule rule : table.getRules()) {
      rules.put(rule.getId(), rule.getDescription() == null ? "" : rule.getDescription().getTextContent());
    }
    read(model);
    this.decision = ENGINE.parseDecision(key, model);
  }

  /**
   * @param file {@code dmn/referral-route.dmn}; the table's id is the file's stem
   * @throws TableRefused if the guard refuses the bytes or the file holds no such table
   */
  static DraftTable of(String file, byte[] bytes) {
    var refusals = ModelGuard.check(file, bytes);
    if (!refusals.isEmpty()) {
      throw new TableRefused(refusals.stream().map(ModelGuard.Refusal::toString).toList());
    }
    String key = keyOf(file);
    try {
      var model = Dmn.readModelFromStream(new ByteArrayInputStream(bytes));
      if (!(model.getModelElementById(key) instanceof Decision decision)
          || !(decision.getExpression() instanceof DecisionTable table)) {
        throw new TableRefused(List.of("%s holds no decision table '%s'.".formatted(file, key)));
      }
      return new DraftTable(key, model, table);
    } catch (ModelException | DmnEngineException e) {
      throw new TableRefused(List.of("%s cannot be read as a decision table: %s".formatted(file, e.getMessage())));
    }
  }

  static String keyOf(String file) {
    return file.replaceFirst("^.*/", "").replaceFirst("\\.[a-z]+$", "");
  }

  /** What the table says. Every name it {@linkplain #reads() reads} must be among the facts. */
  Said ask(Map<String, Object> facts) {
    MATCHED.remove();
    try {
      var result = ENGINE.evaluateDecisionTable(decision, Variables.fromMap(facts));
      return Said.of(MATCHED.get(), result.getResultList());
    } catch (DmnEngineException e) {
      return Said.FAILED;
    } finally {
      MATCHED.remove();
    }
  }

  String key() {
    return key;
  }

  /** The inputs in order. An input that is more than a name has the whole expression for its name. */
  List<Column> inputs() {
    return inputs;
  }

  List<Column> outputs() {
    return outputs;
  }

  /** What each row is for, by id, in table order. */
  Map<String, String> rules() {
    return rules;
  }

  /** Whether several rows may answer at once. */
  boolean collects() {
    return hitPolicy == HitPolicy.COLLECT || hitPolicy == HitPolicy.RULE_ORDER || hitPolicy == HitPolicy.OUTPUT_ORDER;
  }

  /** Whether the order of several answers means something. */
  boolean ordered() {
    return hitPolicy != HitPolicy.COLLECT;
  }

  /**
   * The names of facts that the file reads anywhere. No other fact can make a difference to what it says, so past decisions that
   * agree in these have one answer.
   */
  Set<String> reads() {
    return reads;
  }

  private void read(DmnModelInstance model) {
    var own = new LinkedHashSet<String>();
    model.getModelElementsByType(Output.class).forEach(output -> own.add(output.getName()));
    var decisions = model.getModelElementsByType(Decision.class);
    decisions.forEach(other -> own.add(other.getId()));
    var texts = new ArrayList<String>();
    model.getModelElementsByType(InputExpression.class).forEach(part -> texts.add(text(part.getText())));
    model.getModelElementsByType(InputEntry.class).forEach(part -> texts.add(text(part.getText())));
    model.getModelElementsByType(OutputEntry.class).forEach(part -> texts.add(text(part.getText())));
    model.getModelElementsByType(LiteralExpression.class).stream()
        .filter(part -> part.getClass().getSimpleName().startsWith("LiteralExpression"))
        .forEach(part -> texts.add(text(part.getText())));
    for (String text : texts) {
      String code = FUNCTION.matcher(TEXT.matcher(text).replaceAll("\"\"")).replaceAll("(");
      NAME.matcher(code).results().map(java.util.regex.MatchResult::group).filter(name -> !NO_NAMES.contains(name)).forEach(reads::add);
    }
    if (decisions.size() > 1) {
      // What one decision of the file tells another is not asked of the facts.
      reads.removeIf(name -> own.contains(name) && inputs.stream().noneMatch(input -> input.name().equals(name)));
    }
  }

  private static String text(Text text) {
    return text == null || text.getTextContent() == null ? "" : text.getTextContent().trim();
  }

  private static List<String> codes(Text text) {
    return TEXT.matcher(text(text)).results().map(found -> found.group().replace("\"", "")).toList();
  }

  private static DmnEngine engine() {
    var configuration = new DefaultDmnEngineConfiguration();
    configuration.setCustomPostDecisionTableEvaluationListeners(
        List.of(
            event ->
                MATCHED.set(event.getMatchingRules().stream().map(DmnEvaluatedDecisionRule::getId).toList())));
    return configuration.buildEngine();
  }

  /**
   * An input or an output.
   *
   * @param name of the fact, or of the output
   * @param label as the table has it, or {@code null}
   * @param type {@code boolean}, {@code integer}, {@code string}, …
   * @param codes the values it may have; empty where the table names none
   */
  record Column(String name, String label, String type, List<String> codes) {

    boolean isFlag() {
      return "boolean".equals(type);
    }

    boolean isNumber() {
      return Set.of("integer", "long", "double", "number").contains(String.valueOf(type));
    }
  }
}
