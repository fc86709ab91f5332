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

/** How long records are kept before somebody is asked whether they may go. */
@Tag("models")
@Tag("fast")
@DisplayNameGeneration(ReplaceUnderscores.class)
class RetentionPlanTest {

  private static final Table TABLE = Table.of("retention-plan");

  static Stream<Arguments> cases() {
    return Stream.of(
        Arguments.of("ADULT_CASE", "rule_adultCase", 8, 0, "CLOSED"),
        Arguments.of("CHILD_CASE", "rule_childCase", 25, 0, "BIRTH"),
        Arguments.of("CHILD_CASE_17", "rule_childCaseSeventeen", 26, 0, "BIRTH"),
        Arguments.of("NOT_ENGAGED", "rule_notEngaged", 2, 0, "CLOSED"),
        Arguments.of("ORGANISATION_FILE", "rule_organisationFile", 6, 0, "CLOSED"),
        Arguments.of("RIGHTS_REQUEST", "rule_rightsRequest", 3, 0, "CLOSED"),
        Arguments.of("MESSAGE", "rule_message", 0, 90, "SENT"));
  }

  @ParameterizedTest(name = "{0} → {2} years, {3} days")
  @MethodSource("cases")
  void each_class_of_records_has_its_time(String recordClass, String rule, int years, int days, String countedFrom) {
    var answer = TABLE.ask(Map.of("recordClass", recordClass));
    assertThat(answer.ruleId()).isEqualTo(rule);
    assertThat(answer.outputs()).isEqualTo(Map.of("years", years, "days", days, "countedFrom", countedFrom));
  }

  @Test
  void every_row_of_the_file_is_named_by_a_case_above() {
    var named = cases().map(arguments -> (String) arguments.get()[1]).collect(Collectors.toCollection(TreeSet::new));
    assertThat(named).as("each row of dmn/retention-plan.dmn has a case here").isEqualTo(new TreeSet<>(TABLE.ruleIds()));
  }
}
