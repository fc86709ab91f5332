package org.fingerpost.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How soon and by which way the next attempt to reach a person is due, which one is the last, and how long answers are waited for. */
@Tag("models")
@Tag("fast")
@DisplayNameGeneration(ReplaceUnderscores.class)
class ContactPlanTest {

  private static final Table TABLE = Table.of("contact-plan");
  private static final List<String> DETAILS = List.of("PHONE", "EMAIL", "BOTH", "NONE");

  static Stream<Arguments> cases() {
    return Stream.of(
        Arguments.of("urgent, with a number", facts(true, 1, "BOTH"), "rule_firstUrgentByPhone", 2, "PHONE", false, 2),
        Arguments.of("urgent, e-mail only", facts(true, 1, "EMAIL"), "rule_firstUrgentByEmail", 2, "EMAIL", false, 2),
        Arguments.of("routine, with a number", facts(false, 1, "PHONE"), "rule_firstRoutineByPhone", 5, "PHONE", false, 3),
        Arguments.of("routine, e-mail only", facts(false, 1, "EMAIL"), "rule_firstRoutineByEmail", 5, "EMAIL", false, 3),
        Arguments.of("second, urgent or not", facts(true, 2, "BOTH"), "rule_secondByPhone", 5, "PHONE", false, 3),
        Arguments.of("second, e-mail only", facts(false, 2, "EMAIL"), "rule_secondByEmail", 5, "EMAIL", false, 3),
        Arguments.of("third, number only", facts(false, 3, "PHONE"), "rule_lastByText", 5, "TEXT", true, 3),
        Arguments.of("third, number and e-mail", facts(true, 3, "BOTH"), "rule_lastByEmail", 5, "EMAIL", true, 3),
        Arguments.of("one more that a team lead asked for", facts(false, 4, "BOTH"), "rule_lastByEmail", 5, "EMAIL", true, 3),
        Arguments.of("third, e-mail only", facts(false, 3, "EMAIL"), "rule_lastByPost", 5, "LETTER", true, 3),
        Arguments.of("nothing known", facts(true, 1, "NONE"), "rule_nothingKnown", 5, "LETTER", true, 3));
  }

  @ParameterizedTest(name = "{0} → {2}")
  @MethodSource("cases")
  void an_attempt_is_planned(
      String when, Map<String, Object> facts, String rule, int workingDays, String channel, boolean last, int details) {
    var answer = TABLE.ask(facts);
    assertThat(answer.ruleId()).isEqualTo(rule);
    assertThat(answer.outputs())
        .isEqualTo(
            Map.of(
                "workingDays", workingDays,
                "channel", channel,
                "lastAttempt", last,
                "letterWorkingDays", 10,
                "detailsWorkingDays", details));
  }

  @Test
  void every_row_of_the_file_is_named_by_a_case_above() {
    var named = cases().map(arguments -> (String) arguments.get()[2]).collect(Collectors.toCollection(TreeSet::new));
    assertThat(named)
        .as("each row of dmn/contact-plan.dmn has a case in this test that it answers: add yours")
        .isEqualTo(new TreeSet<>(TABLE.ruleIds()));
  }

  @Test
  void exactly_one_row_answers_any_urgency_any_attempt_and_any_details() {
    for (boolean urgent : new boolean[] {true, false}) {
      for (int attempt = 1; attempt <= 6; attempt++) {
        for (String details : DETAILS) {
          // UNIQUE: the engine itself refuses a second row
          assertThat(TABLE.ask(facts(urgent, attempt, details)).outputs())
              .as("urgent %s, attempt %s, %s", urgent, attempt, details)
              .containsOnlyKeys("workingDays", "channel", "lastAttempt", "letterWorkingDays", "detailsWorkingDays");
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"PHONE", "EMAIL", "BOTH"})
  void three_attempts_go_by_two_ways_at_least_over_fifteen_working_days(String details) {
    var ladder = IntStream.rangeClosed(1, 3).mapToObj(attempt -> TABLE.ask(facts(false, attempt, details)).outputs()).toList();

    assertThat(ladder.stream().map(rung -> rung.get("channel")).distinct()).hasSizeGreaterThanOrEqualTo(2);
    assertThat(ladder.stream().mapToInt(rung -> (Integer) rung.get("workingDays")).sum()).isEqualTo(15);
    assertThat(ladder).extracting(rung -> rung.get("lastAttempt")).containsExactly(false, false, true);
    assertThat(ladder.subList(0, 2)).as("the last way is a new one").noneMatch(rung -> rung.get("channel").equals(ladder.get(2).get("channel")));
  }

  private static Map<String, Object> facts(boolean urgent, int attempt, String reachableBy) {
    return Map.of("urgent", urgent, "attempt", attempt, "reachableBy", reachableBy);
  }
}
