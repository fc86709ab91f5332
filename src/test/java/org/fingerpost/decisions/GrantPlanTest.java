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
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** How long each step of a small grant may take. */
@Tag("models")
@Tag("fast")
@DisplayNameGeneration(ReplaceUnderscores.class)
class GrantPlanTest {

  private static final Table TABLE = Table.of("grant-plan");

  static Stream<String> steps() {
    return Stream.of(
        "CONFIRM rule_confirm 10",
        "ASK rule_ask 20",
        "SCORE rule_score 10",
        "FIND_MEMBER rule_findMember 3",
        "DECIDE rule_decide 10",
        "ACCEPT rule_accept 20",
        "PAY rule_pay 10",
        "REPORT rule_report 20",
        "CHASE rule_chase 10",
        "JUDGE rule_judge 10",
        "OVERDUE rule_overdue 5",
        "MORE_TIME rule_moreTime 20");
  }

  @ParameterizedTest
  @MethodSource("steps")
  void every_step_has_one_row(String step) {
    String[] part = step.split(" ");
    var answer = TABLE.ask(Map.of("step", part[0]));
    assertThat(answer.ruleId()).isEqualTo(part[1]);
    assertThat(answer.outputs()).containsEntry("workingDays", Integer.valueOf(part[2]));
  }

  @ParameterizedTest
  @CsvSource({"CHASE, 3", "REPORT, 0"})
  void only_a_report_is_chased(String step, int times) {
    assertThat(TABLE.ask(Map.of("step", step)).outputs()).containsEntry("mostReminders", times);
  }

  @Test
  void every_row_of_the_file_is_named_above() {
    var named = steps().map(step -> step.split(" ")[1]).collect(Collectors.toCollection(TreeSet::new));
    assertThat(named).isEqualTo(new TreeSet<>(TABLE.ruleIds()));
  }
}
