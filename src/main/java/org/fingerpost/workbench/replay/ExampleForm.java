package org.fingerpost.workbench.replay;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.fingerpost.platform.InvalidInput;
import org.fingerpost.platform.Language;
import org.fingerpost.workbench.replay.DraftTable.Column;
import org.springframework.stereotype.Component;

/** The questions of a table as a form, and what was typed as facts and an answer: flags, numbers and codes, and nothing else. */
@Component
class ExampleForm {

  private static final Pattern CODE = Pattern.compile("[A-Za-z0-9_.:-]{1,64}");
  private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,9}([.][0-9]{1,4})?");
  private static final String FACT = "fact-";
  private static final String ANSWER = "answer-";

  private final ReplayWords says;

  ExampleForm(ReplayWords says) {
    this.says = says;
  }

  /**
   * One field.
   *
   * @param options code to words; empty for a field that is typed
   */
  record Field(String name, String label, Map<String, String> options, String value, boolean number) {}

  /** The facts that the table reads. */
  List<Field> facts(DraftTable table, Map<String, String> typed, Language language) {
    return inputs(table).stream().map(input -> field(FACT, input, typed, language)).toList();
  }

  List<Field> answers(DraftTable table, Map<String, String> typed, Language language) {
    return table.outputs().stream().map(output -> field(ANSWER, output, typed, language)).toList();
  }

  /** In the order of the table; a name that is read only inside an expression comes last. */
  private static List<Column> inputs(DraftTable table) {
    var inputs = new ArrayList<Column>();
    var left = new ArrayList<>(table.reads());
    for (Column input : table.inputs()) {
      if (left.remove(input.name())) {
        inputs.add(input);
      }
    }
    left.forEach(name -> inputs.add(new Column(name, null, null, List.of())));
    return inputs;
  }

  private Field field(String prefix, Column column, Map<String, String> typed, Language language) {
    var options = new LinkedHashMap<String, String>();
    if (column.isFlag()) {
      List.of("true", "false").forEach(flag -> options.put(flag, says.value(language, column.name(), flag)));
    } else {
      column.codes().forEach(code -> options.put(code, says.value(language, column.name(), code)));
    }
    return new Field(
        prefix + column.name(),
        says.fact(language, column.name(), column.label()),
        options,
        typed.get(prefix + column.name()),
        column.isNumber());
  }

  /** A past decision as if it had been typed. */
  static Map<String, String> typed(Map<String, Object> facts, List<Map<String, Object>> rows) {
    var typed = new TreeMap<String, String>();
    facts.forEach((name, value) -> typed.put(FACT + name, value == null ? "" : String.valueOf(value)));
    rows.stream().findFirst().ifPresent(row -> row.forEach((name, value) -> typed.put(ANSWER + name, String.valueOf(value))));
    return typed;
  }

  /** The facts that were typed; every one is needed. */
  static Map<String, Object> factsOf(DraftTable table, Map<String, String> typed, List<InvalidInput.Problem> problems) {
    var facts = new LinkedHashMap<String, Object>();
    for (Column input : inputs(table)) {
      String text = typed.getOrDefault(FACT + input.name(), "").strip();
      if (text.isEmpty()) {
        problems.add(new InvalidInput.Problem(FACT + input.name(), "replay.fact.missing", List.of()));
      } else {
        facts.put(input.name(), value(FACT, input, text, problems));
      }
    }
    return facts;
  }

  /** The answer that was typed; all empty means that no row may answer. */
  static Map<String, Object> answerOf(DraftTable table, Map<String, String> typed, List<InvalidInput.Problem> problems) {
    var answer = new LinkedHashMap<String, Object>();
    for (Column output : table.outputs()) {
      String text = typed.getOrDefault(ANSWER + output.name(), "").strip();
      if (!text.isEmpty()) {
        answer.put(output.name(), value(ANSWER, output, text, problems));
      }
    }
    return answer;
  }

  private static Object value(String prefix, Column column, String text, List<InvalidInput.Problem> problems) {
    if (column.isFlag() || column.type() == null && (text.equals("true") || text.equals("false"))) {
      return Boolean.valueOf(text);
    }
    if (column.isNumber() || column.type() == null && NUMBER.matcher(text).matches()) {
      if (!NUMBER.matcher(text).matches()) {
        problems.add(new InvalidInput.Problem(prefix + column.name(), "replay.fact.number", List.of()));
        return null;
      }
      return text.contains(".") ? (Object) Double.valueOf(text) : Integer.valueOf(text);
    }
    boolean known = column.codes().isEmpty() ? CODE.matcher(text).matches() : column.codes().contains(text);
    if (!known) {
      problems.add(new InvalidInput.Problem(prefix + column.name(), "replay.fact.code", List.of()));
    }
    return text;
  }
}
