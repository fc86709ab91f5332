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

/** What is proposed when somebody did not come or answer. A person decides after the third; no row ends anything. */
@Tag("models")
@Tag("fast")
@DisplayNameGeneration(ReplaceUnderscores.class)
class MissedAppointmentTest {

  private static final Table TABLE = Table.of("missed-appointment");

  static Stream<Arguments> cases() {
    return Stream.of(
        Arguments.of("once", facts(1, false), "rule_firstMissed", "REBOOK", 5),
        Arguments.of("once, and vulnerable", facts(1, true), "rule_firstMissedVulnerable", "REBOOK", 2),
        Arguments.of("twice", facts(2, false), "rule_secondMissed", "CALL", 5),
        Arguments.of("twice, and vulnerable", facts(2, true), "rule_secondMissedVulnerable", "CALL", 2),
        Arguments.of("three times", facts(3, false), "rule_missedTooOften", "ASK_LEAD", 5),
        Arguments.of("three times, and vulnerable", facts(3, true), "rule_missedAndVulnerable", "ASK_SUPERVISOR", 1),
        Arguments.of("again after one more try", facts(4, false), "rule_missedTooOften", "ASK_LEAD", 5));
  }

  @ParameterizedTest(name = "{0} → {2}")
  @MethodSource("cases")
  void a_next_step_is_proposed(String when, Map<String, Object> facts, String rule, String step, int workingDays) {
    var answer = TABLE.ask(facts);
    assertThat(answer.ruleId()).isEqualTo(rule);
    assertThat(answer.outputs()).isEqualTo(Map.of("step", step, "workingDays", workingDays));
  }

  @Test
  void every_row_of_the_file_is_named_by_a_case_above() {
    var named =
        cases().map(arguments -> (String) arguments.get()[2]).collect(Collectors.toCollection(TreeSet::new));
    assertThat(named).as("each row of dmn/missed-appointment.dmn has a case here").isEqualTo(new TreeSet<>(TABLE.ruleIds()));
  }

  @Test
  void exactly_one_row_answers_any_number_of_missed_appointments_and_none_ends_support() {
    for (boolean vulnerable : new boolean[] {true, false}) {
      for (int missed = 1; missed <= 6; missed++) {
        assertThat(TABLE.ask(facts(missed, vulnerable)).outputs().get("step"))
            .isIn("REBOOK", "CALL", "ASK_LEAD", "ASK_SUPERVISOR");
      }
    }
  }

  private static Map<String, Object> facts(int missed, boolean vulnerable) {
    return Map.of("missed", missed, "vulnerable", vulnerable);
  }
}
