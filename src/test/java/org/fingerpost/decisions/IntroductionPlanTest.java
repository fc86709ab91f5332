package org.fingerpost.decisions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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

/** When a provider is reminded, when a person goes after it, and when something else is looked for. */
@Tag("models")
@Tag("fast")
@DisplayNameGeneration(ReplaceUnderscores.class)
class IntroductionPlanTest {

  private static final Table TABLE = Table.of("introduction-plan");

  static Stream<Arguments> cases() {
    return Stream.of(
        Arguments.of("a weekly group", facts("COMMUNITY", "GROUP"), "rule_group", 5, 10, 14),
        Arguments.of("one volunteer for one person", facts("COMMUNITY", "ONE_TO_ONE"), "rule_oneToOne", 5, 10, 14),
        Arguments.of("a council's adult care", facts("STATUTORY", "ONE_TO_ONE"), "rule_statutory", 5, 10, 14),
        Arguments.of("a foodbank or a debt adviser", facts("ADVICE", "ONE_TO_ONE"), "rule_adviceOrFood", 2, 5, 7));
  }

  @ParameterizedTest(name = "{0} → {2}")
  @MethodSource("cases")
  void silence_is_followed_by_a_reminder_then_a_person_then_something_else(
      String who, Map<String, Object> facts, String rule, int nudge, int answer, int reoffer) {
    var said = TABLE.ask(facts);
    assertThat(said.ruleId()).isEqualTo(rule);
    assertThat(said.outputs())
        .containsEntry("nudgeWorkingDays", nudge)
        .containsEntry("answerWorkingDays", answer)
        .containsEntry("reofferWorkingDays", reoffer);
  }

  @Test
  void exactly_one_row_answers_for_each_kind_and_format_and_its_days_are_in_order() {
    for (String kind : List.of("COMMUNITY", "STATUTORY", "ADVICE")) {
      for (String format : List.of("GROUP", "ONE_TO_ONE")) {
        var outputs = TABLE.ask(facts(kind, format)).outputs();
        assertThat(number(outputs, "questionWorkingDays")).isPositive();
        assertThat(number(outputs, "nudgeWorkingDays")).isPositive().isLessThan(number(outputs, "answerWorkingDays"));
        assertThat(number(outputs, "answerWorkingDays")).isLessThan(number(outputs, "reofferWorkingDays"));
        assertThat(number(outputs, "placeWorkingDays")).isPositive();
      }
    }
  }

  @Test
  void every_row_of_the_file_is_named_by_a_case_above() {
    var named = cases().map(arguments -> (String) arguments.get()[2]).collect(Collectors.toCollection(TreeSet::new));
    assertThat(named)
        .as("each row of dmn/introduction-plan.dmn has a case in this test that it answers: add yours")
        .isEqualTo(new TreeSet<>(TABLE.ruleIds()));
  }

  @Test
  void an_unknown_format_is_answered_by_no_row_rather_than_by_a_wrong_one() {
    assertThatThrownBy(() -> TABLE.ask(facts("COMMUNITY", "BY_POST"))).hasMessageContaining("No row");
  }

  private static int number(Map<String, Object> outputs, String name) {
    return ((Number) outputs.get(name)).intValue();
  }

  private static Map<String, Object> facts(String kind, String format) {
    return Map.of("kind", kind, "format", format);
  }
}
