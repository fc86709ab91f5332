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

/** When the next check-in with a person is due. */
@Tag("models")
@Tag("fast")
@DisplayNameGeneration(ReplaceUnderscores.class)
class FollowUpPlanTest {

  private static final Table TABLE = Table.of("follow-up-plan");

  static Stream<Arguments> cases() {
    return Stream.of(
        Arguments.of(
            "first check-in after an introduction",
            facts(true, 1),
            "rule_firstAfterIntroduction",
            30),
        Arguments.of("second check-in", facts(true, 2), "rule_laterAfterIntroduction", 30),
        Arguments.of("no activity was found", facts(false, 1), "rule_notIntroduced", 10),
        Arguments.of("still no activity", facts(false, 3), "rule_notIntroduced", 10));
  }

  @ParameterizedTest(name = "{0} → {2}")
  @MethodSource("cases")
  void a_check_in_is_planned(String when, Map<String, Object> facts, String rule, int workingDays) {
    var answer = TABLE.ask(facts);
    assertThat(answer.ruleId()).isEqualTo(rule);
    assertThat(answer.outputs()).isEqualTo(Map.of("workingDays", workingDays));
  }

  @Test
  void every_row_of_the_file_is_named_by_a_case_above() {
    var named =
        cases()
            .map(arguments -> (String) arguments.get()[2])
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(named)
        .as("each row of dmn/follow-up-plan.dmn has a case in this test that it answers: add yours")
        .isEqualTo(new TreeSet<>(TABLE.ruleIds()));
  }

  @Test
  void exactly_one_row_answers_with_and_without_an_activity_at_any_check_in() {
    for (boolean introduced : new boolean[] {true, false}) {
      for (int number = 1; number <= 5; number++) {
        assertThat(TABLE.ask(facts(introduced, number)).outputs()).containsKey("workingDays");
      }
    }
  }

  private static Map<String, Object> facts(boolean introduced, int number) {
    return Map.of("introduced", introduced, "number", number);
  }
}
