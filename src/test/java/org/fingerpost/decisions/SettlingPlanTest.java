package org.fingerpost.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
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

/** By when a step on the way to a settled route is due, row by row and for every combination of facts. */
@Tag("models")
@Tag("fast")
@DisplayNameGeneration(ReplaceUnderscores.class)
class SettlingPlanTest {

  private static final Table TABLE = Table.of("settling-plan");
  private static final Cells CELLS = Cells.of("settling-plan");

  static Stream<Arguments> cases() {
    return Stream.of(
        Arguments.of("nobody did it in time", facts("overdue", true), "rule_overdueStep", Map.of("workingDays", 1, "priority", 95)),
        Arguments.of("somebody may be in danger", facts("urgent", true), "rule_urgentStep", Map.of("workingDays", 1, "priority", 90)),
        Arguments.of("a proposal to be looked at", facts(), "rule_confirmRoute", Map.of("workingDays", 2, "priority", 75)),
        Arguments.of("a person to be asked about a transfer", facts("step", "ARRANGE_TRANSFER"), "rule_arrangeTransfer", Map.of("workingDays", 5, "priority", 60)),
        Arguments.of("a parent to be reached", facts("step", "RECORD_CONSENT"), "rule_recordConsent", Map.of("workingDays", 5, "priority", 60)));
  }

  @ParameterizedTest(name = "{0} → {2}")
  @MethodSource("cases")
  void a_step_is_due(String who, Map<String, Object> facts, String rule, Map<String, Object> outputs) {
    var answer = TABLE.ask(facts);
    assertThat(answer.ruleId()).isEqualTo(rule);
    assertThat(answer.outputs()).isEqualTo(outputs);
  }

  @Test
  void every_row_of_the_file_is_named_by_a_case_above() {
    Set<String> named = cases().map(arguments -> (String) arguments.get()[2]).collect(Collectors.toCollection(TreeSet::new));
    assertThat(named).isEqualTo(new TreeSet<>(TABLE.ruleIds()));
  }

  @Test
  void every_combination_of_facts_has_exactly_one_answer() {
    var answered = new TreeSet<String>();
    CELLS.everyCombination(
        facts -> {
          assertThat(CELLS.fitting(facts)).as(facts.toString()).hasSize(1);
          assertThat(TABLE.ask(facts).ruleId()).as(facts.toString()).isEqualTo(CELLS.fitting(facts).get(0));
          answered.add(CELLS.fitting(facts).get(0));
        });
    assertThat(answered).isEqualTo(new TreeSet<>(TABLE.ruleIds()));
  }

  private static Map<String, Object> facts(Object... different) {
    var facts = new HashMap<String, Object>(Map.of("step", "CONFIRM_ROUTE", "urgent", false, "overdue", false));
    for (int i = 0; i < different.length; i += 2) {
      facts.put((String) different[i], different[i + 1]);
    }
    return facts;
  }
}
