package org.fingerpost.decisions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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

/** How long a provider has to answer before a link worker goes after it. */
@Tag("models")
@Tag("fast")
@DisplayNameGeneration(ReplaceUnderscores.class)
class IntroductionPlanTest {

  private static final Table TABLE = Table.of("introduction-plan");

  static Stream<Arguments> cases() {
    return Stream.of(
        Arguments.of("a weekly group", Map.of("format", "GROUP"), "rule_group", 10),
        Arguments.of(
            "one volunteer for one person", Map.of("format", "ONE_TO_ONE"), "rule_oneToOne", 10));
  }

  @ParameterizedTest(name = "{0} → {2}")
  @MethodSource("cases")
  void a_provider_has_time_to_answer(
      String who, Map<String, Object> facts, String rule, int workingDays) {
    var answer = TABLE.ask(facts);
    assertThat(answer.ruleId()).isEqualTo(rule);
    assertThat(answer.outputs()).isEqualTo(Map.of("answerWorkingDays", workingDays));
  }

  @Test
  void every_row_of_the_file_is_named_by_a_case_above() {
    var named =
        cases()
            .map(arguments -> (String) arguments.get()[2])
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(named)
        .as(
            "each row of dmn/introduction-plan.dmn has a case in this test that it answers: add"
                + " yours")
        .isEqualTo(new TreeSet<>(TABLE.ruleIds()));
  }

  @Test
  void an_unknown_format_is_answered_by_no_row_rather_than_by_a_wrong_one() {
    assertThatThrownBy(() -> TABLE.ask(Map.of("format", "BY_POST"))).hasMessageContaining("No row");
  }
}
