package org.fingerpost.workbench.check;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
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

/**
 * Decision tables: rules 12 to 15 of {@code src/docs/models/style.md}, that the program and the table mean the same by facts and
 * answers, and that every combination of facts has the answers it should.
 */
final class TableChecks {

  private static final String DMN_13 = "https://www.omg.org/spec/DMN/20191111/MODEL/";

  /** A route table reads one fact a row, so it is long but not deep; more than this and nobody sees the whole. */
  private static final int MOST_INPUTS = 12;

  private static final int MOST_RULES = 20;
  private static final int SHORTEST_DESCRIPTION = 60;
  private static final int SHORTEST_REASON = 20;

  private static final Set<HitPolicy> HIT_POLICIES = Set.of(HitPolicy.UNIQUE, HitPolicy.FIRST, HitPolicy.COLLECT);
  private static final Set<String> TYPES = Set.of("boolean", "integer", "string");
  private static final Pattern NAME = Pattern.compile("[a-z][A-Za-z0-9]*");
  private static final Pattern LITERAL = Pattern.compile("true|false|-?[0-9]{1,9}|\"[A-Z][A-Z0-9_]*\"");
  private static final Pattern WHOLE_NUMBER = Pattern.compile("-?[0-9]{1,9}");
  private static final Pattern MADE_UP =
      Pattern.compile(
          ".*_(?=[a-z0-9]*[0-9])[a-z0-9]{7}|(Decision|Input|Output|UnaryTests|LiteralExpression|Definitions)[A-Za-z]*_.*");

  /**
   * The longest wait by the unit in a column's label; two years, so that nobody waits for ever unseen. Months may also say how long
   * something is valid, so they go up to five years.
   */
  private static final Map<String, Integer> LONGEST =
      Map.of("minutes", 1_051_200, "hours", 17_520, "days", 730, "working days", 520, "weeks", 104, "months", 60);

  private static final FeelEngineApi FEEL = FeelEngineBuilder.forJava().build();

  private final Findings findings;
  private final DmnModelInstance model;
  private final Program program;

  TableChecks(Findings findings, DmnModelInstance model, Program program) {
    this.findings = findings;
    this.model = model;
    this.program = program;
  }

  void check() {
    Collection<Decision> decisions = model.getModelElementsByType(Decision.class);
    if (decisions.stream().noneMatch(decision -> findings.stem().equals(decision.getId()))) {
      findings.addOfFile(Check.TABLE_FILE);
    }
    if (!DMN_13.equals(model.getDefinitions().getDomElement().getNamespaceURI())) {
      findings.addOfFile(Check.TABLE_FORMAT);
    }
    decisions.forEach(this::decision);
    model.getModelElementsByType(DecisionTable.class).forEach(this::table);
    for (DmnElement element : model.getModelElementsByType(DmnElement.class)) {
      findings.goOn();
      if (element.getId() != null && MADE_UP.matcher(element.getId()).matches() && !(element instanceof Rule)) {
        findings.add(Check.TABLE_ID_MADE_UP, element, element.getId());
      }
    }
  }

  private void decision(Decision decision) {
    if (decision.getName() == null || decision.getName().isBlank()) {
      findings.add(Check.TABLE_NAME, decision);
    }
    String period = decision.getCamundaHistoryTimeToLiveString();
    if (period == null || !period.matches("P[0-9]+D")) {
      findings.add(Check.TABLE_LIFETIME, decision);
    }
    if (text(decision).length() < SHORTEST_DESCRIPTION) {
      findings.add(Check.TABLE_DESCRIPTION, decision);
    }
    if (decision.getChildElementsByType(DecisionTable.class).isEmpty()) {
      findings.add(Check.TABLE_EMPTY, decision);
    }
  }

  private void table(DecisionTable table) {
    var decision = (Decision) table.getParentElement();
    if (!HIT_POLICIES.contains(table.getHitPolicy())) {
      findings.add(Check.TABLE_POLICY, decision, table.getHitPolicy());
    } else if (table.getHitPolicy() != HitPolicy.COLLECT && !text(decision).contains(table.getHitPolicy().name())) {
      findings.add(Check.TABLE_POLICY_WHY, decision, table.getHitPolicy());
    }
    if (table.getInputs().size() > MOST_INPUTS || table.getRules().size() > MOST_RULES) {
      findings.add(Check.TABLE_SIZE, decision, MOST_INPUTS, MOST_RULES);
    }
    if (table.getRules().isEmpty() || table.getOutputs().isEmpty()) {
      findings.add(Check.TABLE_EMPTY, decision);
      return;
    }
    table.getInputs().forEach(this::input);
    table.getOutputs().forEach(this::output);
    var outputs = List.copyOf(table.getOutputs());
    var known = program.table(decision.getId()).orElse(null);
    int number = 1;
    for (Rule rule : table.getRules()) {
      rule(rule, number++, outputs, known);
    }
    var rules = List.copyOf(table.getRules());
    Rule last = rules.get(rules.size() - 1);
    if (table.getHitPolicy() == HitPolicy.FIRST
        && !last.getInputEntries().stream().allMatch(entry -> Set.of("", "-").contains(entry.getTextContent().trim()))) {
      findings.add(Check.TABLE_REST, last.getId(), nameOf(last, rules.size()));
    }
    if (known != null) {
      agreed(decision, table, known);
    }
    analysed(decision, table, known);
  }

  // ---- columns

  private void input(Input input) {
    String name = nameOf(input);
    String type = input.getInputExpression() == null ? null : input.getInputExpression().getTypeRef();
    if (!NAME.matcher(name).matches()) {
      findings.add(Check.INPUT_FACT, input, name);
    }
    column(input, input.getLabel(), type, input.getInputValues() != null);
  }

  private static String nameOf(Input input) {
    return input.getInputExpression() == null || input.getInputExpression().getText() == null
        ? ""
        : input.getInputExpression().getText().getTextContent().trim();
  }

  private void output(Output output) {
    if (output.getName() == null || !NAME.matcher(output.getName()).matches()) {
      findings.add(Check.OUTPUT_NAME, output.getId(), output.getLabel());
    }
    column(output, output.getLabel(), output.getTypeRef(), output.getOutputValues() != null);
  }

  private void column(DmnElement column, String label, String type, boolean closed) {
    if (type == null || !TYPES.contains(type)) {
      findings.add(Check.COLUMN_TYPE, column);
    } else if (type.equals("boolean") && (label == null || !label.endsWith("?"))) {
      findings.add(Check.COLUMN_QUESTION, column);
    } else if (type.equals("integer") && (label == null || !label.contains("("))) {
      findings.add(Check.COLUMN_UNIT, column);
    } else if (type.equals("string") && !closed) {
      findings.add(Check.COLUMN_CODES, column);
    }
    if (label == null || label.isBlank()) {
      findings.add(Check.COLUMN_LABEL, column);
    }
  }

  // ---- rows

  /** A row by the reason in its id, {@code rule_outOfArea} as "out of area"; one whose id was made up, by its number. */
  static String nameOf(Rule rule, int number) {
    String id = String.valueOf(rule.getId());
    return id.matches("rule_[a-z][A-Za-z]+")
        ? id.substring("rule_".length()).replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(java.util.Locale.ROOT)
        : String.valueOf(number);
  }

  private void rule(Rule rule, int number, List<Output> outputs, Program.Table known) {
    String name = nameOf(rule, number);
    String id = String.valueOf(rule.getId());
    if (!id.matches("rule_[a-z][A-Za-z]+")) {
      findings.add(Check.RULE_ID, id, name);
    }
    String why = text(rule);
    int source = why.indexOf("Source: ");
    if (why.isEmpty()) {
      findings.add(Check.RULE_UNEXPLAINED, id, name);
    } else if (source < SHORTEST_REASON || why.endsWith("Source: ")) {
      findings.add(Check.RULE_SOURCE, id, name);
    }
    for (var entry : rule.getInputEntries()) {
      findings.goOn();
      String feel = entry.getTextContent().trim();
      if (Cell.read(feel).isEmpty() && FEEL.parseUnaryTests(feel).isFailure()) {
        findings.add(Check.CELL_UNREADABLE, id, name, feel);
      }
    }
    var entries = List.copyOf(rule.getOutputEntries());
    for (int i = 0; i < Math.min(entries.size(), outputs.size()); i++) {
      Output output = outputs.get(i);
      String value = entries.get(i).getTextContent().trim();
      String label = Findings.nameOf(output);
      if (!LITERAL.matcher(value).matches()) {
        findings.add(Check.ANSWER_LITERAL, id, name, label, value);
      } else if (!ofType(value, output.getTypeRef())) {
        findings.add(Check.ANSWER_TYPE, id, name, label, value);
      } else if (output.getOutputValues() != null && !codes(output).contains(value)) {
        findings.add(Check.ANSWER_CODE, id, name, label, value);
      } else {
        answer(id, name, output, value, known == null ? null : known.answers().get(output.getName()));
      }
    }
  }

  private static boolean ofType(String value, String type) {
    return switch (String.valueOf(type)) {
      case "boolean" -> value.equals("true") || value.equals("false");
      case "integer" -> WHOLE_NUMBER.matcher(value).matches();
      case "string" -> value.startsWith("\"");
      default -> true;
    };
  }

  /** An answer that the program understands, and a wait that is one. */
  private void answer(String id, String name, Output output, String value, Program.Column known) {
    String label = Findings.nameOf(output);
    if (known != null && known.values() != null && "string".equals(known.type()) && !Program.codes(known.values()).contains(value)) {
      findings.add(Check.ANSWER_UNKNOWN, id, name, label, value, String.join(", ", Program.codes(known.values())));
    }
    if (WHOLE_NUMBER.matcher(value).matches()) {
      long number = Long.parseLong(value);
      String unit = unitOf(output.getLabel());
      boolean noWait = number == 0 && unit != null && !label.contains("0 for") && (known == null || !known.zero());
      if (number < 0 || noWait || (unit != null && number > LONGEST.get(unit))) {
        findings.add(Check.ANSWER_TIME, id, name, label, value);
      }
    }
  }

  private static String unitOf(String label) {
    if (label == null || label.lastIndexOf('(') < 0) {
      return null;
    }
    String unit = label.substring(label.lastIndexOf('(') + 1).replaceAll("[,)].*", "").trim();
    return LONGEST.containsKey(unit) ? unit : null;
  }

  private static Set<String> codes(Output output) {
    return Program.codes(output.getOutputValues().getTextContent().trim());
  }

  // ---- what the program has agreed on

  private void agreed(Decision decision, DecisionTable table, Program.Table known) {
    if (HIT_POLICIES.contains(table.getHitPolicy()) && (table.getHitPolicy() == HitPolicy.COLLECT) != known.collects()) {
      findings.add(Check.TABLE_SHAPE, decision, table.getHitPolicy(), known.collects() ? "COLLECT" : "UNIQUE, FIRST");
    }
    for (Input input : table.getInputs()) {
      String name = nameOf(input);
      var fact = known.facts().get(name);
      if (fact == null && !answeredWithin(name)) {
        findings.add(Check.FACT_UNKNOWN, input, name, String.join(", ", known.facts().keySet()));
      } else if (fact != null && !fact.type().equals(input.getInputExpression().getTypeRef())) {
        findings.add(Check.FACT_TYPE, input, name, fact.type());
      } else if (fact != null && fact.values() != null && "string".equals(fact.type()) && input.getInputValues() != null) {
        var strange = new TreeSet<>(Program.codes(input.getInputValues().getTextContent().trim()));
        strange.removeAll(Program.codes(fact.values()));
        if (!strange.isEmpty()) {
          findings.add(Check.FACT_CODE, input, name, String.join(", ", strange));
        }
      }
    }
    var answers = new HashSet<String>();
    for (Output output : table.getOutputs()) {
      answers.add(output.getName());
      var answer = known.answers().get(output.getName());
      if (answer != null && !answer.type().equals(output.getTypeRef())) {
        findings.add(Check.FACT_TYPE, output, output.getName(), answer.type());
      }
    }
    var missing = new TreeSet<>(known.answers().keySet());
    missing.removeAll(answers);
    missing.forEach(name -> findings.add(Check.ANSWER_MISSING, decision, name));
  }

  /** Whether another decision of the same file answers this. */
  private boolean answeredWithin(String name) {
    return model.getModelElementsByType(Output.class).stream().anyMatch(output -> name.equals(output.getName()));
  }

  // ---- every combination of facts

  private void analysed(Decision decision, DecisionTable table, Program.Table known) {
    if (table.getHitPolicy() == HitPolicy.COLLECT && table.getAggregation() != null) {
      findings.add(Check.TABLE_AGGREGATED, decision);
    }
    var policy =
        switch (table.getHitPolicy()) {
          case FIRST -> TableAnalysis.Policy.FIRST;
          case COLLECT -> TableAnalysis.Policy.COLLECT;
          default -> TableAnalysis.Policy.UNIQUE;
        };
    var inputs = List.copyOf(table.getInputs());
    var rules = List.copyOf(table.getRules());
    var facts = new ArrayList<TableAnalysis.Fact>();
    var names = new HashSet<String>();
    for (Input input : inputs) {
      String type = input.getInputExpression() == null ? null : input.getInputExpression().getTypeRef();
      String name = nameOf(input);
      if (type == null || !TYPES.contains(type) || !NAME.matcher(name).matches() || !names.add(name)) {
        findings.add(Check.TABLE_NOT_EXACT, decision);
        return;
      }
      facts.add(new TableAnalysis.Fact(name, Findings.nameOf(input), type, values(input, known)));
    }
    var rows = new ArrayList<List<Cell>>();
    for (Rule rule : rules) {
      findings.goOn();
      var cells = rule.getInputEntries().stream().map(entry -> Cell.read(entry.getTextContent()).orElse(null)).toList();
      if (cells.size() != inputs.size() || cells.contains(null)) {
        findings.add(Check.TABLE_NOT_EXACT, decision);
        return;
      }
      rows.add(cells);
    }
    strangeCodes(facts, rules, rows);
    boolean restLast = policy == TableAnalysis.Policy.FIRST && rows.get(rows.size() - 1).stream().allMatch(Cell::isEverything);
    told(decision, rules, TableAnalysis.of(policy, facts, rows, findings::goOn), restLast);
  }

  /** The values that the column names, else those that the program knows for the fact. */
  private static Cell values(Input input, Program.Table known) {
    String own = input.getInputValues() == null ? null : input.getInputValues().getTextContent().trim();
    var fact = known == null ? null : known.facts().get(nameOf(input));
    String values = own != null ? own : fact == null ? null : fact.values();
    return values == null || values.isBlank() ? null : Cell.read(values).orElse(null);
  }

  /** A code in a cell that its column does not list: a slip of the pen that would never match. */
  private void strangeCodes(List<TableAnalysis.Fact> facts, List<Rule> rules, List<List<Cell>> rows) {
    for (int row = 0; row < rows.size(); row++) {
      findings.goOn();
      for (int fact = 0; fact < facts.size(); fact++) {
        Cell values = facts.get(fact).values();
        if (values == null || !"string".equals(facts.get(fact).type())) {
          continue;
        }
        for (Object mentioned : rows.get(row).get(fact).mentions()) {
          if (!values.mentions().contains(mentioned)) {
            findings.add(
                Check.CELL_CODE, rules.get(row).getId(), nameOf(rules.get(row), row + 1), facts.get(fact).label(), mentioned);
          }
        }
      }
    }
  }

  private void told(Decision decision, List<Rule> rules, TableAnalysis.Result result, boolean restLast) {
    var names = new LinkedHashMap<Integer, String>();
    for (int row = 0; row < rules.size(); row++) {
      names.put(row, nameOf(rules.get(row), row + 1));
    }
    if (!result.complete()) {
      findings.add(Check.TABLE_NOT_EXACT, decision);
    }
    result.gaps().forEach(gap -> findings.add(Check.TABLE_GAP, decision, said(gap.when())));
    result
        .overlaps()
        .forEach(
            overlap ->
                findings.add(
                    Check.TABLE_OVERLAP,
                    rules.get(overlap.row()).getId(),
                    names.get(overlap.row()),
                    names.get(overlap.other()),
                    said(overlap.when())));
    result.never().forEach(row -> findings.add(Check.RULE_NEVER, rules.get(row).getId(), names.get(row)));
    // The row for everything else may be a safety net under rows that think of everything.
    result.shadowed().stream()
        .filter(row -> !(restLast && row == rules.size() - 1))
        .forEach(row -> findings.add(Check.RULE_SHADOWED, rules.get(row).getId(), names.get(row)));
  }

  private static String said(List<String> when) {
    return when.isEmpty() ? "–" : String.join("; ", when);
  }

  private static String text(DmnElement element) {
    return element.getDescription() == null ? "" : element.getDescription().getTextContent().trim();
  }
}
