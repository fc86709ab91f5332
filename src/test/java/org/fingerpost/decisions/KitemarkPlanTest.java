package org.fingerpost.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fingerpost.kitemark.AssessmentKind;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** By when a kite mark application is assessed, and how long organisations have. */
@Tag("models")
@Tag("fast")
@DisplayNameGeneration(ReplaceUnderscores.class)
class KitemarkPlanTest {

  private static final Table TABLE = Table.of("kitemark-plan");

  static Stream<Arguments> cases() {
    return Stream.of(
        Arguments.of(AssessmentKind.FIRST, 10, "rule_firstAssessment"),
        Arguments.of(AssessmentKind.AGAIN, 5, "rule_assessedAgain"),
        Arguments.of(AssessmentKind.APPEAL, 10, "rule_appeal"));
  }

  @ParameterizedTest(name = "{0} → {2}")
  @MethodSource("cases")
  void every_kind_of_assessment_has_its_days(AssessmentKind kind, int assess, String rule) {
    var answer = TABLE.ask(Map.of("kind", kind.name()));
    assertThat(answer.ruleId()).isEqualTo(rule);
    assertThat(answer.outputs()).containsEntry("assessWorkingDays", assess).containsEntry("gapsWorkingDays", 40);
    answer.outputs().forEach((column, days) -> assertThat((int) days).as(column).isPositive());
  }

  @Test
  void every_row_and_every_kind_is_named_above() {
    var named = cases().map(c -> (String) c.get()[2]).collect(Collectors.toCollection(TreeSet::new));
    assertThat(named).isEqualTo(new TreeSet<>(TABLE.ruleIds()));
    assertThat(cases()).hasSize(AssessmentKind.values().length);
  }
}
