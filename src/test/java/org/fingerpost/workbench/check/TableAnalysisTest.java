package org.fingerpost.workbench.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.delegate.DmnEvaluatedDecisionRule;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Tables are thought through as the engine would answer them. */
@Tag("models")
@Tag("fast")
@DisplayNameGeneration(ReplaceUnderscores.class)
class TableAnalysisTest {

  private static final TableAnalysis.Fact URGENT = new TableAnalysis.Fact("urgent", "Urgent?", "boolean", null);
  private static final TableAnalysis.Fact AREA =
      new TableAnalysis.Fact("area", "Area", "string", Cell.read("\"A\",\"B\",\"C\"").orElseThrow());
  private static final TableAnalysis.Fact DAYS = new TableAnalysis.Fact("days", "Days (days)", "integer", null);

  @Test
  void a_gap_is_told_by_the_facts_that_matter() {
    var result = analyse(TableAnalysis.Policy.UNIQUE, List.of(URGENT, AREA), "true|", "false|\"A\"");
    assertThat(result.gaps()).extracting(TableAnalysis.Gap::when).containsExactly(List.of("Urgent?: false", "Area: B | C"));
  }

  @Test
  void a_gap_between_two_numbers_is_found_and_so_is_one_beyond_them() {
    var result = analyse(TableAnalysis.Policy.UNIQUE, List.of(DAYS), "< 3", "[5..10]", "12");
    assertThat(result.gaps()).extracting(TableAnalysis.Gap::when).containsExactly(List.of("Days (days): 3 | 4 | 11 | >= 13"));
    var range = new TableAnalysis.Fact("days", "Days", "integer", Cell.read("[1..4]").orElseThrow());
    assertThat(analyse(TableAnalysis.Policy.UNIQUE, List.of(range), "1", "(1..3]", ">= 4").gaps()).isEmpty();
  }

  @Test
  void two_rows_that_answer_the_same_are_told_once() {
    var result = analyse(TableAnalysis.Policy.UNIQUE, List.of(URGENT, DAYS), "|< 5", "true|>= 4", "false|>= 5", "true|> 100");
    assertThat(result.overlaps())
        .extracting(TableAnalysis.Overlap::row, TableAnalysis.Overlap::other)
        .containsExactlyInAnyOrder(org.assertj.core.groups.Tuple.tuple(0, 1), org.assertj.core.groups.Tuple.tuple(1, 3));
  }

  @Test
  void a_row_under_rows_that_together_answer_everything_is_never_reached() {
    var result = analyse(TableAnalysis.Policy.FIRST, List.of(URGENT, AREA), "true|", "|\"A\",\"B\"", "false|not(\"A\",\"B\")", "|");
    assertThat(result.shadowed()).containsExactly(3);
    assertThat(result.gaps()).isEmpty();
  }

  @Test
  void a_row_whose_code_does_not_exist_never_answers() {
    assertThat(analyse(TableAnalysis.Policy.COLLECT, List.of(AREA), "\"Z\"", "\"A\"").never()).containsExactly(0);
  }

  @Test
  void a_table_too_large_to_think_through_says_so_in_good_time() {
    var random = new Random(7);
    var facts = new ArrayList<TableAnalysis.Fact>();
    for (int i = 0; i < 24; i++) {
      facts.add(new TableAnalysis.Fact("f" + i, "F" + i, "boolean", null));
    }
    var rows = new ArrayList<String>();
    for (int row = 0; row < 400; row++) {
      var cells = new ArrayList<String>();
      facts.forEach(fact -> cells.add(List.of("true", "false", "", "", "", "", "", "").get(random.nextInt(8))));
      rows.add(String.join("|", cells));
    }
    long begun = System.nanoTime();
    assertThat(analyse(TableAnalysis.Policy.UNIQUE, facts, rows.toArray(String[]::new)).complete()).isFalse();
    assertThat((System.nanoTime() - begun) / 1_000_000_000).isLessThan(20);
  }

  @Test
  void what_is_not_read_here_is_not_guessed() {
    for (String feel : List.of("count(x) > 1", "\"A\" + \"B\"", "x", "1 or 2", "[1..", "not(", "> \"A\"", "1,", "[\"A\"..\"B\"]", "date(\"2026-13-01\")")) {
      assertThat(Cell.read(feel)).as(feel).isEmpty();
    }
  }

  /** Random tables: for each combination of facts, the rows that fit by our reading and the engine's are the same; so are gaps and overlaps. */
  @Test
  void the_engine_answers_every_combination_as_the_analysis_says() {
    var random = new Random(20261122);
    for (int table = 0; table < 40; table++) {
      var facts = List.of(URGENT, AREA, DAYS);
      var policy = List.of(TableAnalysis.Policy.UNIQUE, TableAnalysis.Policy.FIRST).get(table % 2);
      int rows = 1 + random.nextInt(5);
      var texts = new ArrayList<String[]>();
      for (int row = 0; row < rows; row++) {
        texts.add(new String[] {flag(random), area(random), days(random)});
      }
      var cells = texts.stream().map(row -> java.util.Arrays.stream(row).map(text -> Cell.read(text).orElseThrow()).toList()).toList();
      var result = TableAnalysis.of(policy, facts, cells);
      var engine = new Engine(texts);
      boolean gap = false;
      var overlapping = new TreeSet<String>();
      var reached = new LinkedHashSet<Integer>();
      for (Object urgent : List.of(true, false)) {
        for (Object area : List.of("A", "B", "C")) {
          for (int day = -1; day <= 13; day++) {
            var fitting = engine.fitting(Map.of("urgent", urgent, "area", area, "days", day));
            var ours = new ArrayList<Integer>();
            for (int row = 0; row < rows; row++) {
              if (cells.get(row).get(0).matches(urgent)
                  && cells.get(row).get(1).matches(area)
                  && cells.get(row).get(2).matches(BigDecimal.valueOf(day))) {
                ours.add(row);
              }
            }
            assertThat(ours).as("%s on %s %s %s", told(texts), urgent, area, day).isEqualTo(fitting);
            gap |= fitting.isEmpty();
            if (!fitting.isEmpty()) {
              reached.add(fitting.get(0));
            }
            for (int one = 0; one < fitting.size(); one++) {
              for (int other = one + 1; other < fitting.size(); other++) {
                overlapping.add(fitting.get(one) + " " + fitting.get(other));
              }
            }
          }
        }
      }
      assertThat(!result.gaps().isEmpty()).as("a gap in %s", told(texts)).isEqualTo(gap);
      if (policy == TableAnalysis.Policy.UNIQUE) {
        assertThat(result.overlaps().isEmpty()).as("overlaps in %s", told(texts)).isEqualTo(overlapping.isEmpty());
        result.overlaps().forEach(overlap -> assertThat(overlapping).contains(overlap.row() + " " + overlap.other()));
      } else {
        var never = new TreeSet<Integer>(result.shadowed());
        never.addAll(result.never());
        Set<Integer> all = new TreeSet<>();
        for (int row = 0; row < rows; row++) {
          all.add(row);
        }
        all.removeAll(reached);
        assertThat(never).as("rows never reached in %s", told(texts)).isEqualTo(all);
      }
    }
  }

  private static TableAnalysis.Result analyse(TableAnalysis.Policy policy, List<TableAnalysis.Fact> facts, String... rows) {
    var cells = new ArrayList<List<Cell>>();
    for (String row : rows) {
      cells.add(java.util.Arrays.stream(row.split("\\|", -1)).map(text -> Cell.read(text).orElseThrow()).toList());
    }
    return TableAnalysis.of(policy, facts, cells);
  }

  private static String flag(Random random) {
    return List.of("", "true", "false", "-", "not(true)").get(random.nextInt(5));
  }

  private static String area(Random random) {
    return List.of("", "\"A\"", "\"A\",\"B\"", "not(\"A\")", "not(\"B\",\"C\")", "\"C\"", "-").get(random.nextInt(7));
  }

  private static String days(Random random) {
    int one = random.nextInt(10);
    int other = one + random.nextInt(4);
    return List.of(
            "",
            "" + one,
            "< " + one,
            "<= " + one,
            "> " + one,
            ">= " + one,
            "[" + one + ".." + other + "]",
            "(" + one + ".." + other + "]",
            "[" + one + ".." + other + ")",
            one + "," + other,
            "not(" + one + ")",
            "not(< " + one + ")",
            "< " + one + ", > " + other)
        .get(random.nextInt(13));
  }

  private static List<String> told(List<String[]> rows) {
    return rows.stream().map(row -> String.join(" | ", row)).toList();
  }

  /** The real DMN engine, asked for all rows that match. */
  private static final class Engine {

    private final org.camunda.bpm.dmn.engine.DmnEngine engine;
    private final org.camunda.bpm.dmn.engine.DmnDecision decision;
    private List<Integer> heard = List.of();

    private Engine(List<String[]> rows) {
      var configuration = (DefaultDmnEngineConfiguration) DmnEngineConfiguration.createDefaultDmnEngineConfiguration();
      configuration
          .getCustomPostDecisionTableEvaluationListeners()
          .add(
              event ->
                  heard =
                      event.getMatchingRules().stream()
                          .map(DmnEvaluatedDecisionRule::getId)
                          .map(id -> Integer.valueOf(id.substring("rule_".length())))
                          .toList());
      engine = configuration.buildEngine();
      var xml =
          new StringBuilder(
              """
              <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="d" name="d" namespace="n">
              <decision id="t" name="t"><decisionTable id="dt" hitPolicy="COLLECT">
              """);
      var columns = new LinkedHashMap<String, String>();
      columns.put("urgent", "boolean");
      columns.put("area", "string");
      columns.put("days", "integer");
      columns.forEach(
          (name, type) ->
              xml.append(
                  "<input id=\"i_%s\"><inputExpression id=\"e_%s\" typeRef=\"%s\"><text>%s</text></inputExpression></input>"
                      .formatted(name, name, type, name)));
      xml.append("<output id=\"o\" name=\"o\" typeRef=\"string\" />");
      for (int row = 0; row < rows.size(); row++) {
        xml.append("<rule id=\"rule_").append(row).append("\">");
        int cell = 0;
        for (String text : rows.get(row)) {
          xml.append("<inputEntry id=\"c_%d_%d\"><text>%s</text></inputEntry>".formatted(row, cell++, text.replace("<", "&lt;").replace(">", "&gt;")));
        }
        xml.append("<outputEntry id=\"a_").append(row).append("\"><text>\"X\"</text></outputEntry></rule>");
      }
      xml.append("</decisionTable></decision></definitions>");
      decision = engine.parseDecision("t", new ByteArrayInputStream(xml.toString().getBytes(StandardCharsets.UTF_8)));
    }

    private List<Integer> fitting(Map<String, Object> facts) {
      heard = List.of();
      engine.evaluateDecisionTable(decision, Variables.fromMap(facts));
      return heard;
    }
  }
}
