package org.fingerpost.decisions;

import static org.assertj.core.api.Assertions.assertThat;

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

/** Whether and when somebody who was signposted is asked how it went: every combination of facts, and the one row that answers it. */
@Tag("models")
@Tag("fast")
@DisplayNameGeneration(ReplaceUnderscores.class)
class SignpostingPlanTest {

  private static final Table TABLE = Table.of("signposting-plan");

  static Stream<Arguments> cases() {
    return Stream.of(
        Arguments.of("EMAIL", true, "rule_byEmail", true, 10, 10),
        Arguments.of("EMAIL", false, "rule_byEmailNothingFits", true, 2, 10),
        Arguments.of("REFERRER", true, "rule_byReferrer", false, 0, 20),
        Arguments.of("REFERRER", false, "rule_byReferrer", false, 0, 20),
        Arguments.of("PRINT", true, "rule_onPaper", false, 0, 20),
        Arguments.of("PRINT", false, "rule_onPaper", false, 0, 20));
  }

  @ParameterizedTest(name = "{0}, something fits: {1} → {2}")
  @MethodSource("cases")
  void every_combination_has_one_answer(
      String reach, boolean fitting, String rule, boolean ask, int askAfter, int answerAfter) {
    var answer = TABLE.ask(Map.of("reach", reach, "fitting", fitting));
    assertThat(answer.ruleId()).isEqualTo(rule);
    assertThat(answer.outputs())
        .isEqualTo(
            Map.of("ask", ask, "askWorkingDays", askAfter, "answerWorkingDays", answerAfter, "decideWorkingDays", 2));
  }

  @Test
  void every_row_of_the_file_is_named_by_a_case_above() {
    var named = cases().map(c -> (String) c.get()[2]).collect(Collectors.toCollection(TreeSet::new));
    assertThat(named).isEqualTo(new TreeSet<>(TABLE.ruleIds()));
  }
}
