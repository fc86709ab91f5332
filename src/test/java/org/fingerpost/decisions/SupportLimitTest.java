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

/** How much support is planned for before a team lead is asked. */
@Tag("models")
@Tag("fast")
@DisplayNameGeneration(ReplaceUnderscores.class)
class SupportLimitTest {

  private static final Table TABLE = Table.of("support-limit");

  static Stream<Arguments> cases() {
    return Stream.of(
        Arguments.of("at first", facts(false), "rule_firstSupport", 8, 12, 12),
        Arguments.of("once a team lead has extended it", facts(true), "rule_extendedSupport", 20, 24, 26));
  }

  @ParameterizedTest(name = "{0} → {2}")
  @MethodSource("cases")
  void contacts_and_weeks_are_limited(
      String when, Map<String, Object> facts, String rule, int warnAt, int most, int weeks) {
    var answer = TABLE.ask(facts);
    assertThat(answer.ruleId()).isEqualTo(rule);
    assertThat(answer.outputs())
        .isEqualTo(
            Map.of("warnAtContacts", warnAt, "mostContacts", most, "mostWeeks", weeks, "decideWorkingDays", 5));
  }

  @Test
  void every_row_of_the_file_is_named_by_a_case_above() {
    var named =
        cases().map(arguments -> (String) arguments.get()[2]).collect(Collectors.toCollection(TreeSet::new));
    assertThat(named).as("each row of dmn/support-limit.dmn has a case here").isEqualTo(new TreeSet<>(TABLE.ruleIds()));
  }

  @Test
  void exactly_one_row_answers_both_cases_and_the_reminder_comes_before_the_limit() {
    for (boolean extended : new boolean[] {true, false}) {
      var outputs = TABLE.ask(facts(extended)).outputs();
      assertThat((Integer) outputs.get("warnAtContacts")).isLessThan((Integer) outputs.get("mostContacts"));
    }
  }

  private static Map<String, Object> facts(boolean extended) {
    return Map.of("extended", extended);
  }
}
