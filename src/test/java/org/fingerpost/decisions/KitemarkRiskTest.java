package org.fingerpost.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** How much could go wrong: every row by a case with a name, and every combination of facts. */
@Tag("models")
@Tag("fast")
@DisplayNameGeneration(ReplaceUnderscores.class)
class KitemarkRiskTest {

  private static final Table TABLE = Table.of("kitemark-risk");
  private static final List<String> RISKS = List.of("LOW", "MEDIUM", "HIGH");

  static Stream<Arguments> cases() {
    return Stream.of(
        Arguments.of("a walking group", false, false, false, "LOW", "rule_nothingSpecial", "LOW"),
        Arguments.of("a chess club", false, false, false, "NONE", "rule_nothingSpecial", "LOW"),
        Arguments.of("a sailing club", false, false, false, "HIGH", "rule_highHazard", "MEDIUM"),
        Arguments.of("befriending at home", false, false, true, "NONE", "rule_aloneWithAdults", "MEDIUM"),
        Arguments.of("a youth club", false, true, false, "LOW", "rule_vulnerableInGroup", "MEDIUM"),
        Arguments.of("mentoring of young people", false, true, true, "NONE", "rule_aloneWithVulnerable", "HIGH"),
        Arguments.of("debt advice", true, false, false, "NONE", "rule_regulatedAdvice", "HIGH"));
  }

  @ParameterizedTest(name = "{0} → {5}")
  @MethodSource("cases")
  void what_is_offered_says_how_much_could_go_wrong(
      String what, boolean advice, boolean vulnerable, boolean alone, String hazard, String rule, String risk) {
    var answer = TABLE.ask(facts(advice, vulnerable, alone, hazard));
    assertThat(answer.ruleId()).isEqualTo(rule);
    assertThat(answer.outputs()).containsEntry("risk", risk);
  }

  @Test
  void every_row_of_the_file_is_named_by_a_case_above() {
    var named = cases().map(c -> (String) c.get()[5]).collect(Collectors.toCollection(TreeSet::new));
    assertThat(named).isEqualTo(new TreeSet<>(TABLE.ruleIds()));
  }

  @Test
  void every_combination_has_one_answer_and_more_that_can_go_wrong_is_never_less_risk() {
    Cells.of("kitemark-risk")
        .everyCombination(
            facts -> {
              int risk = risk(facts);
              for (String worse : List.of("regulatedAdvice", "vulnerableAudience", "alone")) {
                assertThat(risk(with(facts, worse, true))).as("%s and %s", facts, worse).isGreaterThanOrEqualTo(risk);
              }
              assertThat(risk(with(facts, "hazard", "HIGH"))).isGreaterThanOrEqualTo(risk);
            });
  }

  private static int risk(Map<String, Object> facts) {
    int risk = RISKS.indexOf(TABLE.ask(facts).outputs().get("risk"));
    assertThat(risk).isNotNegative();
    return risk;
  }

  private static Map<String, Object> with(Map<String, Object> facts, String name, Object value) {
    var changed = new java.util.HashMap<>(facts);
    changed.put(name, value);
    return changed;
  }

  private static Map<String, Object> facts(boolean advice, boolean vulnerable, boolean alone, String hazard) {
    return Map.of("regulatedAdvice", advice, "vulnerableAudience", vulnerable, "alone", alone, "hazard", hazard);
  }
}
