package org.fingerpost.workbench.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.DmnElement;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.Rule;

/** What differs between two versions of a decision table, row by row and cell by cell. */
final class TableDifference {

  private static final Pattern LIST_OF_CODES = Pattern.compile("\"[^\"]*\"(\\s*,\\s*\"[^\"]*\")+");

  private final Changes changes = new Changes();

  private TableDifference() {}

  static List<Change> between(DmnModelInstance before, DmnModelInstance after) {
    var difference = new TableDifference();
    var old = decisions(before);
    var now = decisions(after);
    now.forEach(
        (id, decision) -> {
          if (!old.containsKey(id)) {
            difference.changes.add(Change.Kind.ADDED, id, Findings.nameOf(decision), "part-added");
          }
        });
    old.forEach(
        (id, decision) -> {
          if (now.containsKey(id)) {
            difference.decision(decision, now.get(id));
          } else {
            difference.changes.add(Change.Kind.REMOVED, id, Findings.nameOf(decision), "part-removed");
          }
        });
    return difference.changes.all();
  }

  private static Map<String, Decision> decisions(DmnModelInstance model) {
    var all = new LinkedHashMap<String, Decision>();
    model.getModelElementsByType(Decision.class).forEach(decision -> all.put(decision.getId(), decision));
    return all;
  }

  private void decision(Decision old, Decision now) {
    String id = old.getId();
    String name = Findings.nameOf(old);
    changes.compare(id, name, "name", old.getName(), now.getName());
    changes.compare(id, name, "documentation", description(old), description(now));
    changes.compare(id, name, "version", old.getVersionTag(), now.getVersionTag());
    if (!Objects.equals(old.getCamundaHistoryTimeToLiveString(), now.getCamundaHistoryTimeToLiveString())) {
      changes.add(
          Change.Kind.CHANGED,
          id,
          name,
          "setting",
          "historyTimeToLive",
          old.getCamundaHistoryTimeToLiveString(),
          now.getCamundaHistoryTimeToLiveString());
    }
    var before = Table.of(old);
    var after = Table.of(now);
    changes.compare(id, name, "hit-policy", before.policy(), after.policy());
    columns(before, after);
    rows(before, after);
  }

  private void columns(Table before, Table after) {
    after
        .columns()
        .forEach(
            (id, column) -> {
              if (!before.columns().containsKey(id)) {
                changes.add(Change.Kind.ADDED, id, column.label(), "column-added");
              }
            });
    before
        .columns()
        .forEach(
            (id, column) -> {
              var now = after.columns().get(id);
              if (now == null) {
                changes.add(Change.Kind.REMOVED, id, column.label(), "column-removed");
                return;
              }
              changes.compare(id, column.label(), "name", column.label(), now.label());
              changes.compare(id, column.label(), "column-fact", column.fact(), now.fact());
              changes.compare(id, column.label(), "column-type", column.type(), now.type());
              codes(id, column.label(), null, "column-values", column.values(), now.values());
            });
  }

  private void rows(Table before, Table after) {
    after
        .rows()
        .forEach(
            (id, row) -> {
              if (!before.rows().containsKey(id)) {
                changes.add(Change.Kind.ADDED, id, row.name(), "row-added", row.number(), after.told(row));
              }
            });
    before
        .rows()
        .forEach(
            (id, row) -> {
              var now = after.rows().get(id);
              if (now == null) {
                changes.add(Change.Kind.REMOVED, id, row.name(), "row-removed", row.number(), before.told(row));
              } else {
                row(id, row, now, before, after);
              }
            });
    for (String id : Changes.moved(List.copyOf(before.rows().keySet()), List.copyOf(after.rows().keySet()))) {
      changes.add(
          Change.Kind.MOVED, id, after.rows().get(id).name(), "row-moved", before.rows().get(id).number(), after.rows().get(id).number());
    }
  }

  private void row(String id, Row old, Row now, Table before, Table after) {
    for (var column : after.columns().entrySet()) {
      String was = old.cells().get(column.getKey());
      String is = now.cells().get(column.getKey());
      if (!before.columns().containsKey(column.getKey()) || Objects.equals(was, is)) {
        continue;
      }
      String label = column.getValue().label();
      String unit = column.getValue().unit();
      if (unit != null && !column.getValue().isInput()) {
        changes.add(Change.Kind.CHANGED, id, old.name(), "answer-unit", column.getValue().withoutUnit(), was, is, unit);
      } else {
        codes(id, old.name(), label, column.getValue().isInput() ? "cell" : "answer", was, is);
      }
    }
    changes.compare(id, old.name(), "reason", old.reason(), now.reason());
  }

  /** A long list of codes is told by what came and went. */
  private void codes(String id, String name, String label, String code, String was, String is) {
    if (Objects.equals(Changes.said(was), Changes.said(is))) {
      return;
    }
    var args = new ArrayList<Object>();
    if (label != null) {
      args.add(label);
    }
    if (LIST_OF_CODES.matcher(String.valueOf(was)).matches() && LIST_OF_CODES.matcher(String.valueOf(is)).matches()) {
      var came = new TreeSet<>(Program.codes(is));
      var went = new TreeSet<>(Program.codes(was));
      came.removeAll(Program.codes(was));
      went.removeAll(Program.codes(is));
      if (came.isEmpty() && went.isEmpty()) {
        return;
      }
      args.add(String.join(", ", came));
      args.add(String.join(", ", went));
      changes.add(Change.Kind.CHANGED, id, name, code + "-list", args.toArray());
    } else {
      args.add(was);
      args.add(is);
      changes.add(Change.Kind.CHANGED, id, name, code, args.toArray());
    }
  }

  private static String description(DmnElement element) {
    return element.getDescription() == null ? null : element.getDescription().getTextContent().strip();
  }

  // ---- a table, plainly

  /** A column; inputs are told apart by their fact, so that a column that a program gave a new id stays the same. */
  record Column(String label, String fact, String type, String values, boolean isInput) {

    String unit() {
      int open = label.lastIndexOf('(');
      int close = label.lastIndexOf(')');
      return "integer".equals(type) && open > 0 && close > open ? label.substring(open + 1, close) : null;
    }

    String withoutUnit() {
      return label.substring(0, label.lastIndexOf('(')).strip();
    }
  }

  /** A row with its cells by column. */
  record Row(String name, int number, Map<String, String> cells, String reason) {}

  /** What a decision's table says. */
  record Table(String policy, Map<String, Column> columns, Map<String, Row> rows) {

    static Table of(Decision decision) {
      var table = decision.getChildElementsByType(DecisionTable.class).stream().findFirst().orElse(null);
      var columns = new LinkedHashMap<String, Column>();
      var rows = new LinkedHashMap<String, Row>();
      if (table == null) {
        return new Table("", columns, rows);
      }
      var ids = new ArrayList<String>();
      for (Input input : table.getInputs()) {
        var expression = input.getInputExpression();
        String fact =
            expression == null || expression.getText() == null ? input.getId() : expression.getText().getTextContent().strip();
        ids.add(free(columns, "in " + fact));
        columns.put(
            ids.get(ids.size() - 1),
            new Column(
                Findings.nameOf(input),
                fact,
                expression == null ? null : expression.getTypeRef(),
                input.getInputValues() == null ? null : input.getInputValues().getTextContent().strip(),
                true));
      }
      for (Output output : table.getOutputs()) {
        String label = output.getLabel() == null ? String.valueOf(output.getName()) : output.getLabel();
        ids.add(free(columns, "out " + output.getName()));
        columns.put(
            ids.get(ids.size() - 1),
            new Column(
                label,
                output.getName(),
                output.getTypeRef(),
                output.getOutputValues() == null ? null : output.getOutputValues().getTextContent().strip(),
                false));
      }
      int number = 1;
      for (Rule rule : table.getRules()) {
        var cells = new LinkedHashMap<String, String>();
        var texts = new ArrayList<String>();
        rule.getInputEntries().forEach(entry -> texts.add(entry.getTextContent().strip()));
        rule.getOutputEntries().forEach(entry -> texts.add(entry.getTextContent().strip()));
        for (int i = 0; i < Math.min(ids.size(), texts.size()); i++) {
          cells.put(ids.get(i), texts.get(i).equals("-") ? "" : texts.get(i));
        }
        rows.put(String.valueOf(rule.getId()), new Row(TableChecks.nameOf(rule, number), number, cells, description(rule)));
        number++;
      }
      String policy =
          table.getAggregation() == null ? table.getHitPolicy().name() : table.getHitPolicy() + " " + table.getAggregation();
      return new Table(policy, columns, rows);
    }

    private static String free(Map<String, Column> columns, String wanted) {
      String id = wanted;
      while (columns.containsKey(id)) {
        id += "'";
      }
      return id;
    }

    /** What a row says, in a line. */
    String told(Row row) {
      var when = new ArrayList<String>();
      var then = new ArrayList<String>();
      row.cells()
          .forEach(
              (id, text) -> {
                if (!text.isEmpty()) {
                  (columns.get(id).isInput() ? when : then).add(columns.get(id).label() + ": " + text);
                }
              });
      return (when.isEmpty() ? Changes.NOTHING : String.join("; ", when)) + " → " + String.join("; ", then);
    }
  }

  /** The tables of a file by decision, for showing them side by side. */
  static Map<String, Table> tables(DmnModelInstance model) {
    var tables = new LinkedHashMap<String, Table>();
    decisions(model).forEach((id, decision) -> tables.put(id, Table.of(decision)));
    return tables;
  }

}
