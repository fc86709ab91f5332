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

/** Which consent somebody under 18 needs, row by row and for every combination of facts. */
@Tag("models")
@Tag("fast")
@DisplayNameGeneration(ReplaceUnderscores.class)
class YoungPersonConsentTest {

  private static final Table TABLE = Table.of("young-person-consent");
  private static final Cells CELLS = Cells.of("young-person-consent");

  static Stream<Arguments> cases() {
    return Stream.of(
        Arguments.of("a girl of nine with her mother", facts("ageBand", "UNDER_11", "givenBy", "PARENT"), "rule_childWithParent", Map.of("enough", true, "needed", "PARENT")),
        Arguments.of("a boy of ten by himself", facts("ageBand", "UNDER_11", "givenBy", "PERSON"), "rule_childWithoutParent", Map.of("enough", false, "needed", "PARENT")),
        Arguments.of("twelve, her father says yes and so does she", facts("ageBand", "AGE_11_12", "givenBy", "PARENT", "assent", true), "rule_elevenParentAndAssent", Map.of("enough", true, "needed", "PARENT_AND_ASSENT")),
        Arguments.of("twelve, her father says yes and she does not", facts("ageBand", "AGE_11_12", "givenBy", "PARENT"), "rule_elevenWithoutAssent", Map.of("enough", false, "needed", "PARENT_AND_ASSENT")),
        Arguments.of("eleven by herself", facts("ageBand", "AGE_11_12", "givenBy", "PERSON", "competence", "COMPETENT", "assent", true), "rule_elevenWithoutParent", Map.of("enough", false, "needed", "PARENT_AND_ASSENT")),
        Arguments.of("fourteen with a parent", facts("ageBand", "AGE_13_15", "givenBy", "PARENT"), "rule_teenagerWithParent", Map.of("enough", true, "needed", "COMPETENCE_OR_PARENT")),
        Arguments.of("fourteen and competent", facts("ageBand", "AGE_13_15", "givenBy", "PERSON", "competence", "COMPETENT"), "rule_teenagerCompetent", Map.of("enough", true, "needed", "COMPETENCE_OR_PARENT")),
        Arguments.of("fourteen and nobody has asked", facts("ageBand", "AGE_13_15", "givenBy", "PERSON"), "rule_teenagerNotCompetent", Map.of("enough", false, "needed", "COMPETENCE_OR_PARENT")),
        Arguments.of("fifteen and nobody has agreed", facts("ageBand", "AGE_13_15"), "rule_teenagerNobody", Map.of("enough", false, "needed", "COMPETENCE_OR_PARENT")),
        Arguments.of("seventeen by himself", facts("ageBand", "AGE_16_17", "givenBy", "PERSON"), "rule_sixteenOwn", Map.of("enough", true, "needed", "OWN")),
        Arguments.of("seventeen, only his mother agreed", facts("ageBand", "AGE_16_17", "givenBy", "PARENT"), "rule_sixteenNotOwn", Map.of("enough", false, "needed", "OWN")));
  }

  @ParameterizedTest(name = "{0} → {2}")
  @MethodSource("cases")
  void a_young_person_needs_the_consent_of_their_age(String who, Map<String, Object> facts, String rule, Map<String, Object> outputs) {
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
    var facts = new HashMap<String, Object>(
        Map.of("ageBand", "AGE_13_15", "givenBy", "NOBODY", "competence", "NOT_JUDGED", "assent", false));
    for (int i = 0; i < different.length; i += 2) {
      facts.put((String) different[i], different[i + 1]);
    }
    return facts;
  }
}
