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

/** When people are asked again after support has ended, and how often somebody tries. */
@Tag("models")
@Tag("fast")
@DisplayNameGeneration(ReplaceUnderscores.class)
class LaterReviewPlanTest {

  private static final Table TABLE = Table.of("later-review-plan");

  static Stream<Arguments> cases() {
    return Stream.of(
        Arguments.of("first", facts(1), "rule_threeMonths", true, 3),
        Arguments.of("second", facts(2), "rule_sixMonths", true, 6),
        Arguments.of("third", facts(3), "rule_twelveMonths", true, 12),
        Arguments.of("after a year", facts(4), "rule_noMoreReviews", false, 0));
  }

  @ParameterizedTest(name = "{0} → {2}")
  @MethodSource("cases")
  void a_review_is_planned(String when, Map<String, Object> facts, String rule, boolean planned, int months) {
    var answer = TABLE.ask(facts);
    assertThat(answer.ruleId()).isEqualTo(rule);
    assertThat(answer.outputs())
        .isEqualTo(
            Map.of(
                "planned", planned, "months", months, "attempts", planned ? 3 : 0, "workingDays", planned ? 10 : 0));
  }

  @Test
  void every_row_of_the_file_is_named_by_a_case_above() {
    var named =
        cases().map(arguments -> (String) arguments.get()[2]).collect(Collectors.toCollection(TreeSet::new));
    assertThat(named).as("each row of dmn/later-review-plan.dmn has a case here").isEqualTo(new TreeSet<>(TABLE.ruleIds()));
  }

  @Test
  void exactly_one_row_answers_any_review_and_only_three_are_planned() {
    for (int review = 1; review <= 6; review++) {
      assertThat(TABLE.ask(facts(review)).outputs()).containsEntry("planned", review <= 3);
    }
  }

  private static Map<String, Object> facts(int review) {
    return Map.of("review", review);
  }
}
