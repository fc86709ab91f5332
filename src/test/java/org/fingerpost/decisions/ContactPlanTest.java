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

/**
 * How soon the next attempt to reach a person is due, and which attempt is the last before a team
 * lead decides.
 */
@Tag("models")
@Tag("fast")
@DisplayNameGeneration(ReplaceUnderscores.class)
class ContactPlanTest {

  private static final Table TABLE = Table.of("contact-plan");

  static Stream<Arguments> cases() {
    return Stream.of(
        Arguments.of("urgent, first attempt", facts(true, 1), "rule_firstUrgent", 2, false),
        Arguments.of("routine, first attempt", facts(false, 1), "rule_firstRoutine", 5, false),
        Arguments.of(
            "second attempt, urgent or not", facts(true, 2), "rule_secondAttempt", 5, false),
        Arguments.of("third attempt is the last", facts(false, 3), "rule_lastAttempt", 5, true),
        Arguments.of(
            "one more that a team lead asked for", facts(false, 4), "rule_lastAttempt", 5, true));
  }

  @ParameterizedTest(name = "{0} → {2}")
  @MethodSource("cases")
  void an_attempt_is_planned(
      String when, Map<String, Object> facts, String rule, int workingDays, boolean last) {
    var answer = TABLE.ask(facts);
    assertThat(answer.ruleId()).isEqualTo(rule);
    assertThat(answer.outputs()).isEqualTo(Map.of("workingDays", workingDays, "lastAttempt", last));
  }

  @Test
  void every_row_of_the_file_is_named_by_a_case_above() {
    var named =
        cases()
            .map(arguments -> (String) arguments.get()[2])
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(named)
        .as("each row of dmn/contact-plan.dmn has a case in this test that it answers: add yours")
        .isEqualTo(new TreeSet<>(TABLE.ruleIds()));
  }

  @Test
  void exactly_one_row_answers_any_urgency_and_any_attempt() {
    for (boolean urgent : new boolean[] {true, false}) {
      for (int attempt = 1; attempt <= 5; attempt++) {
        assertThat(TABLE.ask(facts(urgent, attempt)).outputs())
            .containsKeys("workingDays", "lastAttempt");
      }
    }
  }

  private static Map<String, Object> facts(boolean urgent, int attempt) {
    return Map.of("urgent", urgent, "attempt", attempt);
  }
}
