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

/** What the panel is proposed to decide, for every average there can be and every state of the fund. */
@Tag("models")
@Tag("fast")
@DisplayNameGeneration(ReplaceUnderscores.class)
class GrantAwardTest {

  private static final Table TABLE = Table.of("grant-award");

  static Stream<Arguments> decisions() {
    return Stream.of(
        Arguments.of("just below three points", 29, "ALL", "rule_scoredLow", "DECLINE"),
        Arguments.of("three points, and the fund holds it", 30, "ALL", "rule_wellScored", "AWARD"),
        Arguments.of("worth it, but the fund holds part of it", 45, "PART", "rule_fundShort", "AWARD_LESS"),
        Arguments.of("worth it, but the fund is spent", 50, "NOTHING", "rule_fundSpent", "DECLINE"));
  }

  @ParameterizedTest(name = "{0} → {4}")
  @MethodSource("decisions")
  void a_decision_is_proposed(String what, int tenths, String fund, String rule, String proposal) {
    var answer = TABLE.ask(Map.of("averageTenths", tenths, "fund", fund));
    assertThat(answer.ruleId()).isEqualTo(rule);
    assertThat(answer.outputs()).containsEntry("proposal", proposal);
  }

  @Test
  void every_row_of_the_file_is_named_by_a_case_above() {
    var named = decisions().map(c -> (String) c.get()[3]).collect(Collectors.toCollection(TreeSet::new));
    assertThat(named).isEqualTo(new TreeSet<>(TABLE.ruleIds()));
  }

  /** UNIQUE: the engine itself fails where two rows fit. */
  @Test
  void every_average_and_every_fund_has_exactly_one_answer() {
    for (int tenths = 10; tenths <= 50; tenths++) {
      for (String fund : List.of("ALL", "PART", "NOTHING")) {
        assertThat(TABLE.collect(Map.of("averageTenths", tenths, "fund", fund))).as("%d, %s", tenths, fund).hasSize(1);
      }
    }
  }
}
