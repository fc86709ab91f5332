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

/** How soon the first contact is due, row by row and for every combination of facts. */
@Tag("models")
@Tag("fast")
@DisplayNameGeneration(ReplaceUnderscores.class)
class ReferralPriorityTest {

  private static final Table TABLE = Table.of("referral-priority");
  private static final Cells CELLS = Cells.of("referral-priority");

  static Stream<Arguments> cases() {
    return Stream.of(
        Arguments.of("somebody who may be in danger", facts("immediateRisk", true), "rule_riskNow", Map.of("urgent", true, "workingDays", 2, "reasonCode", "RISK_NOW")),
        Arguments.of("a safeguarding concern that is open", facts("safeguardingOpen", true), "rule_safeguardingOpen", Map.of("urgent", true, "workingDays", 2, "reasonCode", "SAFEGUARDING_OPEN")),
        Arguments.of("sleeping in a car", facts("homeless", true), "rule_homeless", Map.of("urgent", true, "workingDays", 2, "reasonCode", "HOMELESS")),
        Arguments.of("her daughter cannot go on caring", facts("carerBreakdown", true), "rule_carerBreakdown", Map.of("urgent", true, "workingDays", 2, "reasonCode", "CARER_BREAKDOWN")),
        Arguments.of("home from hospital on Thursday", facts("hospitalDischarge", true), "rule_hospitalDischarge", Map.of("urgent", true, "workingDays", 2, "reasonCode", "HOSPITAL_DISCHARGE")),
        Arguments.of("widowed last week", facts("recentBereavement", true), "rule_recentBereavement", Map.of("urgent", true, "workingDays", 2, "reasonCode", "BEREAVEMENT")),
        Arguments.of("everybody else", facts(), "rule_routine", Map.of("urgent", false, "workingDays", 5, "reasonCode", "ROUTINE")));
  }

  @ParameterizedTest(name = "{0} → {2}")
  @MethodSource("cases")
  void a_referral_is_given_its_priority(String who, Map<String, Object> facts, String rule, Map<String, Object> outputs) {
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
          assertThat(CELLS.fitting(facts)).as(facts.toString()).isNotEmpty();
          assertThat(TABLE.ask(facts).ruleId()).as(facts.toString()).isEqualTo(CELLS.fitting(facts).get(0));
          answered.add(CELLS.fitting(facts).get(0));
        });
    assertThat(answered).isEqualTo(new TreeSet<>(TABLE.ruleIds()));
  }

  @Test
  void one_circumstance_is_enough_to_be_urgent() {
    CELLS.everyCombination(
        facts ->
            assertThat(TABLE.ask(facts).outputs().get("urgent")).as(facts.toString()).isEqualTo(facts.containsValue(true)));
  }

  private static Map<String, Object> facts(Object... different) {
    var facts = new HashMap<String, Object>(
        Map.of(
            "immediateRisk", false, "safeguardingOpen", false, "homeless", false, "carerBreakdown", false, "hospitalDischarge",
            false, "recentBereavement", false));
    for (int i = 0; i < different.length; i += 2) {
      facts.put((String) different[i], different[i + 1]);
    }
    return facts;
  }
}
