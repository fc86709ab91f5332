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

/** After how many working days on the waiting list the team leads are told, and how much their task weighs. */
@Tag("models")
@Tag("fast")
@DisplayNameGeneration(ReplaceUnderscores.class)
class WaitingListPlanTest {

  private static final Table TABLE = Table.of("waiting-list-plan");

  static Stream<Arguments> cases() {
    return Stream.of(
        Arguments.of("urgent, just put on the list", facts(true, 0), "rule_firstUrgent", 1, 75),
        Arguments.of("urgent, told once", facts(true, 1), "rule_againUrgent", 1, 100),
        Arguments.of("urgent, told often", facts(true, 9), "rule_againUrgent", 1, 100),
        Arguments.of("routine, just put on the list", facts(false, 0), "rule_firstRoutine", 5, 50),
        Arguments.of("routine, told once", facts(false, 1), "rule_secondRoutine", 5, 60),
        Arguments.of("routine, told twice", facts(false, 2), "rule_againRoutine", 5, 75));
  }

  @ParameterizedTest(name = "{0} → {2}")
  @MethodSource("cases")
  void a_wait_is_planned(String when, Map<String, Object> facts, String rule, int workingDays, int priority) {
    var answer = TABLE.ask(facts);
    assertThat(answer.ruleId()).isEqualTo(rule);
    assertThat(answer.outputs()).isEqualTo(Map.of("workingDays", workingDays, "priority", priority));
  }

  @Test
  void every_row_of_the_file_is_named_by_a_case_above() {
    var named =
        cases().map(arguments -> (String) arguments.get()[2]).collect(Collectors.toCollection(TreeSet::new));
    assertThat(named)
        .as("each row of dmn/waiting-list-plan.dmn has a case in this test that it answers: add yours")
        .isEqualTo(new TreeSet<>(TABLE.ruleIds()));
  }

  @Test
  void exactly_one_row_answers_any_urgency_and_any_number_of_tellings() {
    for (boolean urgent : new boolean[] {true, false}) {
      for (int times = 0; times <= 12; times++) {
        assertThat(TABLE.ask(facts(urgent, times)).outputs()).containsKeys("workingDays", "priority");
      }
    }
  }

  @Test
  void the_longer_somebody_waits_the_more_it_weighs_and_urgent_ones_always_weigh_as_much() {
    for (int times = 0; times < 6; times++) {
      assertThat(priority(false, times + 1)).isGreaterThanOrEqualTo(priority(false, times));
      assertThat(priority(true, times)).isGreaterThanOrEqualTo(priority(false, times));
    }
  }

  private static int priority(boolean urgent, int times) {
    return (Integer) TABLE.ask(facts(urgent, times)).outputs().get("priority");
  }

  private static Map<String, Object> facts(boolean urgent, int times) {
    return Map.of("urgent", urgent, "timesEscalated", times);
  }
}
