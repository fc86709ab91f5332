package org.fingerpost.decisions;

import static org.assertj.core.api.Assertions.assertThat;

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

/** By when a group that asked for help hears back, row by row and for every combination of facts. */
@Tag("models")
@Tag("fast")
@DisplayNameGeneration(ReplaceUnderscores.class)
class HelpPlanTest {

  private static final Table TABLE = Table.of("help-plan");
  private static final Cells CELLS = Cells.of("help-plan");

  static Stream<Arguments> cases() {
    return Stream.of(
        Arguments.of("a group that fills in at leisure", Map.of("askedForMore", false), "rule_filledInAtLeisure", Map.of("workingDays", 3)),
        Arguments.of("a group that has a day to keep", Map.of("askedForMore", true), "rule_answeredByACertainDay", Map.of("workingDays", 1)));
  }

  @ParameterizedTest(name = "{0} → {2}")
  @MethodSource("cases")
  void a_group_hears_back(String who, Map<String, Object> facts, String rule, Map<String, Object> outputs) {
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
}
