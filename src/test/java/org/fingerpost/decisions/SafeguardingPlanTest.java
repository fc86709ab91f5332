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

/** By when a concern about somebody's safety is decided: every combination of facts, and the one row that answers it. */
@Tag("models")
@Tag("fast")
@DisplayNameGeneration(ReplaceUnderscores.class)
class SafeguardingPlanTest {

  private static final Table TABLE = Table.of("safeguarding-plan");

  static Stream<Arguments> cases() {
    return Stream.of(
        Arguments.of("danger, while people work", true, "WORKING_DAY", "rule_dangerNow"),
        Arguments.of("danger, after closing", true, "AFTER_CLOSING", "rule_dangerNow"),
        Arguments.of("danger, at a weekend", true, "NOT_A_WORKING_DAY", "rule_dangerNow"),
        Arguments.of("a worry, while people work", false, "WORKING_DAY", "rule_workingDay"),
        Arguments.of("a worry, after closing", false, "AFTER_CLOSING", "rule_afterClosing"),
        Arguments.of("a worry, at a weekend", false, "NOT_A_WORKING_DAY", "rule_notAWorkingDay"));
  }

  @ParameterizedTest(name = "{0} → {3}")
  @MethodSource("cases")
  void every_combination_has_one_answer(String what, boolean danger, String raised, String rule) {
    var answer = TABLE.ask(Map.of("immediateDanger", danger, "raised", raised));
    assertThat(answer.ruleId()).isEqualTo(rule);
    assertThat((Integer) answer.outputs().get("repeatHours"))
        .as("an undecided concern is brought up at least once a day")
        .isBetween(1, 24);
    boolean sameDay = raised.equals("WORKING_DAY") && !danger;
    if (sameDay) {
      assertThat(answer.outputs()).containsEntry("workingDays", 0).containsEntry("byHour", 17);
    }
    assertThat((Integer) answer.outputs().get("hours")).isEqualTo(danger ? 1 : 0);
  }

  @Test
  void every_row_of_the_file_is_named_by_a_case_above() {
    var named = cases().map(c -> (String) c.get()[3]).collect(Collectors.toCollection(TreeSet::new));
    assertThat(named).isEqualTo(new TreeSet<>(TABLE.ruleIds()));
  }
}
