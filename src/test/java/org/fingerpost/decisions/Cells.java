package org.fingerpost.decisions;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.fingerpost.models.ModelFiles;

/**
 * The cells of a table whose conditions are flags and lists of codes, read plainly: tens of thousands of combinations are tried in a
 * second, where the engine needs many minutes. That the engine reads the cells in the same way is tried with some of each row.
 */
final class Cells {

  private static final Pattern CODE = Pattern.compile("\"([A-Z0-9_]+)\"");

  private final Map<String, List<Object>> values = new LinkedHashMap<>();
  private final Map<String, List<Set<Object>>> rows = new LinkedHashMap<>();

  private Cells(DecisionTable table) {
    for (Input input : table.getInputs()) {
      String name = input.getInputExpression().getText().getTextContent().trim();
      values.put(
          name,
          input.getInputValues() == null
              ? List.of(true, false)
              : List.copyOf(codes(input.getInputValues().getText().getTextContent())));
    }
    for (Rule rule : table.getRules()) {
      var cells = new ArrayList<Set<Object>>();
      rule.getInputEntries().forEach(entry -> cells.add(cell(entry.getTextContent().trim())));
      rows.put(rule.getId(), cells);
    }
  }

  static Cells of(String id) {
    var model = ModelFiles.decision(Path.of("dmn", id + ".dmn"));
    return new Cells(model.getModelElementsByType(DecisionTable.class).iterator().next());
  }

  /** Every combination of the values that the inputs may have. */
  void everyCombination(Consumer<Map<String, Object>> each) {
    combine(new ArrayList<>(values.keySet()), 0, new LinkedHashMap<>(), each);
  }

  /** Ids of the rows that fit, in order. */
  List<String> fitting(Map<String, Object> facts) {
    var names = List.copyOf(values.keySet());
    var fitting = new ArrayList<String>();
    rows.forEach(
        (id, cells) -> {
          for (int i = 0; i < cells.size(); i++) {
            if (!cells.get(i).isEmpty() && !cells.get(i).contains(facts.get(names.get(i)))) {
              return;
            }
          }
          fitting.add(id);
        });
    return fitting;
  }

  private void combine(List<String> names, int at, Map<String, Object> facts, Consumer<Map<String, Object>> each) {
    if (at == names.size()) {
      each.accept(facts);
      return;
    }
    for (Object value : values.get(names.get(at))) {
      facts.put(names.get(at), value);
      combine(names, at + 1, facts, each);
    }
  }

  /** What a cell accepts; empty for a cell that accepts everything. */
  private static Set<Object> cell(String text) {
    if (text.isEmpty()) {
      return Set.of();
    }
    if (text.equals("true") || text.equals("false")) {
      return Set.of(Boolean.valueOf(text));
    }
    var codes = codes(text);
    if (codes.isEmpty() || !CODE.matcher(text).replaceAll("").replaceAll("[,\\s]", "").isEmpty()) {
      throw new IllegalArgumentException("This cell is neither a flag nor a list of codes: " + text);
    }
    return new HashSet<>(codes);
  }

  private static List<Object> codes(String text) {
    return CODE.matcher(text).results().map(found -> (Object) found.group(1)).toList();
  }
}
