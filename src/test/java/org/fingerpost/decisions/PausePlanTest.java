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

/** By when somebody chooses how a paused introduction goes on: every combination of facts, and the one row that answers it. */
@Tag("models")
@Tag("fast")
@DisplayNameGeneration(ReplaceUnderscores.class)
class PausePlanTest {

  private static final Table TABLE = Table.of("pause-plan");

  static Stream<Arguments> cases() {
    return Stream.of(
        Arguments.of("OFFERED", "FIRST", "rule_asked", 3, false),
        Arguments.of("WAITING_LIST", "FIRST", "rule_onWaitingList", 5, false),
        Arguments.of("ACCEPTED", "FIRST", "rule_goesThere", 2, false),
        Arguments.of("OFFERED", "WAITING", "rule_waits", 10, false),
        Arguments.of("WAITING_LIST", "WAITING", "rule_waits", 10, false),
        Arguments.of("ACCEPTED", "WAITING", "rule_waits", 10, false),
        Arguments.of("OFFERED", "OVERDUE", "rule_overdue", 2, true),
        Arguments.of("WAITING_LIST", "OVERDUE", "rule_overdue", 2, true),
        Arguments.of("ACCEPTED", "OVERDUE", "rule_overdue", 2, true));
  }

  @ParameterizedTest(name = "{0} and {1} → {2}")
  @MethodSource("cases")
  void every_combination_has_one_answer(String standing, String step, String rule, int days, boolean teamLead) {
    var answer = TABLE.ask(Map.of("standing", standing, "step", step));
    assertThat(answer.ruleId()).isEqualTo(rule);
    assertThat(answer.outputs()).containsEntry("workingDays", days).containsEntry("teamLead", teamLead);
  }

  @Test
  void every_row_of_the_file_is_named_by_a_case_above() {
    var named = cases().map(c -> (String) c.get()[2]).collect(Collectors.toCollection(TreeSet::new));
    assertThat(named).isEqualTo(new TreeSet<>(TABLE.ruleIds()));
  }
}
