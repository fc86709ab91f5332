package org.fingerpost.workbench.library;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.DmnElement;
import org.camunda.bpm.model.dmn.instance.InputExpression;
import org.camunda.bpm.model.dmn.instance.Rule;

/**
 * What a decision table says.
 *
 * @param hitPolicy which rows may answer; empty for a decision that is no table
 */
public record DecisionReading(
    String key, String name, String purpose, String hitPolicy, List<Column> inputs, List<Column> outputs, List<Row> rows) {

  /**
   * A fact that is read, or an answer that is given.
   *
   * @param name the fact's expression, or the answer's name
   * @param label what it means
   * @param type of its values
   * @param values the values there are, if the table names them
   */
  public record Column(String name, String label, String type, List<String> values) {}

  /**
   * A rule.
   *
   * @param when one cell for each input, as written; empty for any value
   * @param then one cell for each output
   * @param why the rule's annotation
   */
  public record Row(int number, String id, List<String> when, List<String> then, String why) {}

  public static DecisionReading of(byte[] dmn, String key) {
    return of(Dmn.readModelFromStream(new ByteArrayInputStream(dmn)), key);
  }

  /** @param key of the decision wanted; {@code null} for the first of the file */
  public static DecisionReading of(DmnModelInstance model, String key) {
    Decision decision =
        model.getModelElementsByType(Decision.class).stream()
            .filter(one -> key == null || one.getId().equals(key))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("No decision " + key));
    var name = decision.getName() == null ? decision.getId() : decision.getName();
    if (!(decision.getExpression() instanceof DecisionTable table)) {
      return new DecisionReading(decision.getId(), name, description(decision), "", List.of(), List.of(), List.of());
    }
    return new DecisionReading(
        decision.getId(),
        name,
        description(decision),
        String.valueOf(table.getHitPolicy()),
        table.getInputs().stream()
            .map(
                input -> {
                  InputExpression expression = input.getInputExpression();
                  String fact = expression == null || expression.getText() == null ? "" : expression.getText().getTextContent().trim();
                  return new Column(
                      fact,
                      input.getLabel() == null ? fact : input.getLabel(),
                      expression == null ? null : expression.getTypeRef(),
                      values(input.getInputValues()));
                })
            .toList(),
        table.getOutputs().stream()
            .map(
                output ->
                    new Column(
                        output.getName(),
                        output.getLabel() == null ? output.getName() : output.getLabel(),
                        output.getTypeRef(),
                        values(output.getOutputValues())))
            .toList(),
        rows(table));
  }

  private static List<Row> rows(DecisionTable table) {
    var rows = new ArrayList<Row>();
    for (Rule rule : table.getRules()) {
      rows.add(
          new Row(
              rows.size() + 1,
              rule.getId(),
              rule.getInputEntries().stream().map(entry -> cell(entry.getTextContent())).toList(),
              rule.getOutputEntries().stream().map(entry -> cell(entry.getTextContent())).toList(),
              description(rule)));
    }
    return rows;
  }

  /** A dash and an empty cell both mean any value. */
  private static String cell(String text) {
    String cell = text.trim();
    return cell.equals("-") ? "" : cell;
  }

  private static List<String> values(DmnElement values) {
    return values == null ? List.of() : List.of(values.getTextContent().trim().replace("\"", "").split("\\s*,\\s*"));
  }

  private static String description(DmnElement element) {
    return element.getDescription() == null ? "" : element.getDescription().getTextContent().trim();
  }
}
