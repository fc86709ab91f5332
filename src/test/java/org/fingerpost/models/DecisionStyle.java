package org.fingerpost.models;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.HitPolicy;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.DmnElement;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;

/** Rules 12 to 15 of {@code src/docs/models/style.md}, for decision tables. */
final class DecisionStyle {

  private static final String DMN_13 = "https://www.omg.org/spec/DMN/20191111/MODEL/";

  /**
   * A route table reads one fact a row, so it is long but not deep; more than this and nobody sees
   * the whole.
   */
  private static final int MOST_INPUTS = 12;

  private static final int MOST_RULES = 20;

  private static final Set<HitPolicy> HIT_POLICIES =
      Set.of(HitPolicy.UNIQUE, HitPolicy.FIRST, HitPolicy.COLLECT);
  private static final Set<String> TYPES = Set.of("boolean", "integer", "string");
  private static final Pattern NAME = Pattern.compile("[a-z][A-Za-z0-9]*");
  private static final Pattern LITERAL = Pattern.compile("true|false|[0-9]+|\"[A-Z][A-Z0-9_]*\"");
  private static final Pattern MADE_UP =
      Pattern.compile(
          ".*_(?=[a-z0-9]*[0-9])[a-z0-9]{7}|(Decision|Input|Output|UnaryTests|LiteralExpression|Definitions)[A-Za-z]*_.*");

  private static final FeelEngineApi FEEL = FeelEngineBuilder.forJava().build();

  private final String file;
  private final String stem;
  private final DmnModelInstance model;
  private final List<Finding> findings = new ArrayList<>();

  private DecisionStyle(Path file, DmnModelInstance model) {
    this.file = file.toString();
    this.stem = ModelFiles.stem(file);
    this.model = model;
  }

  static List<Finding> check(Path file, DmnModelInstance model) {
    return new DecisionStyle(file, model).check();
  }

  private List<Finding> check() {
    Collection<Decision> decisions = model.getModelElementsByType(Decision.class);
    if (decisions.stream().noneMatch(decision -> stem.equals(decision.getId()))) {
      add(
          stem,
          12,
          "The file is called %s: file name and decision id are the same.".formatted(stem));
    }
    if (!DMN_13.equals(model.getDefinitions().getDomElement().getNamespaceURI())) {
      add(stem, 12, "Save the table as DMN 1.3.");
    }
    decisions.forEach(this::decision);
    model.getModelElementsByType(DecisionTable.class).forEach(this::table);
    ids();
    return findings;
  }

  private void decision(Decision decision) {
    if (decision.getName() == null || decision.getName().isBlank()) {
      add(decision.getId(), 12, "Give the decision a name that people use.");
    }
    String period = decision.getCamundaHistoryTimeToLiveString();
    if (period == null || !period.matches("P[0-9]+D")) {
      add(
          decision.getId(),
          12,
          "Give the decision a history time to live in days, such as P3650D.");
    }
    if (text(decision).length() < 60) {
      add(
          decision.getId(),
          13,
          "Describe the decision in two or three sentences: what it decides, from what, and why its"
              + " hit policy fits.");
    }
  }

  private void table(DecisionTable table) {
    Decision decision = (Decision) table.getParentElement();
    if (!HIT_POLICIES.contains(table.getHitPolicy())) {
      add(decision.getId(), 13, "Use UNIQUE, or FIRST, or COLLECT for a list of reasons.");
    }
    if (table.getHitPolicy() != HitPolicy.COLLECT
        && !text(decision).contains(table.getHitPolicy().name())) {
      add(
          decision.getId(),
          13,
          "Say in the description why the hit policy is %s.".formatted(table.getHitPolicy()));
    }
    if (table.getInputs().size() > MOST_INPUTS || table.getRules().size() > MOST_RULES) {
      add(
          decision.getId(),
          13,
          "A table has at most %d inputs and %d rows. Split it: the upper table reads what the lower ones answer."
              .formatted(MOST_INPUTS, MOST_RULES));
    }
    table.getInputs().forEach(this::input);
    table.getOutputs().forEach(this::output);
    table.getRules().forEach(rule -> rule(table, rule));
    if (table.getHitPolicy() == HitPolicy.FIRST) {
      var rules = List.copyOf(table.getRules());
      if (!catchesAll(rules.get(rules.size() - 1))) {
        add(
            rules.get(rules.size() - 1).getId(),
            13,
            "With FIRST the last row leaves every condition empty, so that no referral is left"
                + " without an answer.");
      }
      rules.subList(0, rules.size() - 1).stream()
          .filter(DecisionStyle::catchesAll)
          .forEach(
              rule ->
                  add(
                      rule.getId(),
                      13,
                      "This row catches everything, so the rows below it never answer. Move it to"
                          + " the end."));
    }
  }

  private static boolean catchesAll(Rule rule) {
    return rule.getInputEntries().stream()
        .allMatch(entry -> Set.of("", "-").contains(entry.getTextContent().trim()));
  }

  private void input(Input input) {
    String name = input.getInputExpression().getText().getTextContent().trim();
    String type = input.getInputExpression().getTypeRef();
    if (!NAME.matcher(name).matches()) {
      add(
          input.getId(),
          14,
          "An input is one fact by its name, not a calculation: %s. Gather the fact in Java."
              .formatted(name));
    }
    column(input.getId(), input.getLabel(), type, input.getInputValues() != null);
  }

  private void output(Output output) {
    if (output.getName() == null || !NAME.matcher(output.getName()).matches()) {
      add(output.getId(), 14, "Give the output a name such as reasonCode.");
    }
    column(
        output.getId(), output.getLabel(), output.getTypeRef(), output.getOutputValues() != null);
  }

  private void column(String id, String label, String type, boolean closed) {
    if (type == null || !TYPES.contains(type)) {
      add(id, 14, "The type of a column is boolean, integer or string.");
    } else if (type.equals("boolean") && (label == null || !label.endsWith("?"))) {
      add(id, 14, "Label a yes-or-no column with its question, ending in a question mark.");
    } else if (type.equals("integer") && (label == null || !label.contains("("))) {
      add(id, 14, "Put the unit into the label of a number: \"Due in (working days)\".");
    } else if (type.equals("string") && !closed) {
      add(id, 14, "List the codes that this column may hold as its predefined values.");
    }
    if (label == null || label.isBlank()) {
      add(id, 14, "Label this column.");
    }
  }

  private void rule(DecisionTable table, Rule rule) {
    if (!rule.getId().matches("rule_[a-z][A-Za-z]+")) {
      add(
          rule.getId(),
          15,
          "Choose an id that says why this row is there, such as rule_livesOutsideArea: it is kept"
              + " with every decision.");
    }
    String why = text(rule);
    if (!why.contains("Source: ") || why.indexOf("Source: ") < 20 || why.endsWith("Source: ")) {
      add(
          rule.getId(),
          15,
          "Annotate the row: the reason in plain words, then \"Source: \" and where it comes from"
              + " ([proposal] if it is ours).");
    }
    for (var entry : rule.getInputEntries()) {
      String feel = entry.getTextContent().trim();
      if (!feel.isEmpty() && FEEL.parseUnaryTests(feel).isFailure()) {
        add(entry.getId(), 15, "FEEL cannot read this condition: %s".formatted(feel));
      }
    }
    var outputs = List.copyOf(table.getOutputs());
    var entries = List.copyOf(rule.getOutputEntries());
    for (int i = 0; i < entries.size(); i++) {
      String value = entries.get(i).getTextContent().trim();
      if (!LITERAL.matcher(value).matches()) {
        add(
            entries.get(i).getId(),
            15,
            "A row answers with a code, a number, true or false; not with %s.".formatted(value));
      } else if (outputs.get(i).getOutputValues() != null
          && !values(outputs.get(i)).contains(value)) {
        add(
            entries.get(i).getId(),
            15,
            "The code %s is not among the predefined values of the column %s."
                .formatted(value, outputs.get(i).getLabel()));
      }
    }
  }

  private static List<String> values(Output output) {
    return Stream.of(output.getOutputValues().getTextContent().split(","))
        .map(String::trim)
        .toList();
  }

  private void ids() {
    var seen = new HashSet<String>();
    for (DmnElement element : model.getModelElementsByType(DmnElement.class)) {
      String id = element.getId();
      if (id != null && (MADE_UP.matcher(id).matches() || !seen.add(id))) {
        add(
            id,
            12,
            "This id was made up by a program, or stands twice. Choose one that says what this"
                + " is.");
      }
    }
  }

  private static String text(DmnElement element) {
    return element.getDescription() == null ? "" : element.getDescription().getTextContent().trim();
  }

  private void add(String element, int rule, String advice) {
    findings.add(new Finding(file, element, rule, advice));
  }
}
