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

/** By when a change to a model is decided, and when it lapses, row by row and for every combination of facts. */
@Tag("models")
@Tag("fast")
@DisplayNameGeneration(ReplaceUnderscores.class)
class ChangePlanTest {

  private static final Table TABLE = Table.of("change-plan");
  private static final Cells CELLS = Cells.of("change-plan");

  static Stream<Arguments> cases() {
    return Stream.of(
        Arguments.of("a colleague reads a change", "APPROVE", "MODEL", "rule_approveModel", 3, 20),
        Arguments.of("going back hurts until it is done", "APPROVE", "ROLL_BACK", "rule_approveRollBack", 1, 5),
        Arguments.of("a dry run grows old", "APPROVE", "MIGRATION", "rule_approveMove", 3, 10),
        Arguments.of("the author revises", "REVISE", "MODEL", "rule_revise", 5, 20),
        Arguments.of("the author revises a move", "REVISE", "MIGRATION", "rule_revise", 5, 20));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void a_change_has_its_days(String why, String step, String kind, String rule, int within, int lapses) {
    var answer = TABLE.ask(Map.of("step", step, "kind", kind));
    assertThat(answer.ruleId()).isEqualTo(rule);
    assertThat(answer.outputs()).isEqualTo(Map.of("workingDays", within, "lapseWorkingDays", lapses));
  }

  @Test
  void every_row_of_the_file_is_named_by_a_case_above() {
    var named = cases().map(arguments -> (String) arguments.get()[3]).collect(Collectors.toCollection(TreeSet::new));
    assertThat(named).isEqualTo(new TreeSet<>(TABLE.ruleIds()));
  }

  @Test
  void every_combination_of_facts_has_exactly_one_answer() {
    CELLS.everyCombination(
        facts -> {
          assertThat(CELLS.fitting(facts)).as(facts.toString()).hasSize(1);
          assertThat(TABLE.ask(facts).ruleId()).as(facts.toString()).isEqualTo(CELLS.fitting(facts).get(0));
        });
  }
}
