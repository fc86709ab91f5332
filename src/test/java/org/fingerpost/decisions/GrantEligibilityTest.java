package org.fingerpost.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
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

/** What is proposed for an application for a small grant, row by row and for every combination of facts. */
@Tag("models")
@Tag("fast")
@DisplayNameGeneration(ReplaceUnderscores.class)
class GrantEligibilityTest {

  private static final Table TABLE = Table.of("grant-eligibility");
  private static final Cells CELLS = Cells.of("grant-eligibility");

  static Stream<Arguments> applications() {
    return Stream.of(
        group("has a contract with the commissioner", Map.of("directFunding", true), "rule_directFunding", "INELIGIBLE", "DIRECT_FUNDING", 0),
        group(
            "owes a report, and a contract counts before that",
            Map.of("directFunding", true, "earlierReport", "MISSING"),
            "rule_directFunding",
            "INELIGIBLE",
            "DIRECT_FUNDING",
            0),
        group(
            "owes the report on its last grant",
            Map.of("earlierReport", "MISSING"),
            "rule_reportMissing",
            "INELIGIBLE_UNTIL_REPORT",
            "REPORT_MISSING",
            0),
        group("reported well on its last grant", Map.of("earlierReport", "SATISFACTORY"), "rule_panel", "PANEL", "MEETS_RULES", 2),
        group("works in Hyndburn only", Map.of("inArea", false), "rule_elsewhere", "REFER_ON", "ELSEWHERE", 0),
        group("turns over a quarter of a million", Map.of("turnoverBelowLimit", false), "rule_turnoverTooHigh", "INELIGIBLE", "TURNOVER", 0),
        group("asks for six thousand pounds", Map.of("withinMost", false), "rule_askedTooMuch", "ASK_TO_REDUCE", "TOO_MUCH", 0),
        group(
            "walks together and has no constitution",
            Map.of("constituted", false, "governanceShown", false),
            "rule_noSetUpSupport",
            "SUPPORT_FIRST",
            "NOT_CONSTITUTED",
            0),
        group(
            "has no constitution and is working with us on one",
            Map.of("constituted", false, "governanceShown", false, "setUpSupport", true),
            "rule_pilot",
            "PANEL_PILOT",
            "PILOT",
            2),
        group(
            "is working with us, on what its locality needs most",
            Map.of("constituted", false, "governanceShown", false, "setUpSupport", true, "meetsPriority", true),
            "rule_pilotPriority",
            "PANEL_PILOT",
            "PILOT_PRIORITY",
            1),
        group("is constituted, and does what its locality needs most", Map.of("meetsPriority", true), "rule_panelPriority", "PANEL", "PRIORITY", 1),
        group("is constituted and well governed", Map.of(), "rule_panel", "PANEL", "MEETS_RULES", 2),
        group(
            "is constituted and has sent no governing document",
            Map.of("governanceShown", false),
            "rule_otherwise",
            "MORE_INFORMATION",
            "GOVERNANCE",
            0));
  }

  @ParameterizedTest(name = "{0} → {2}")
  @MethodSource("applications")
  void an_application_is_proposed_an_outcome(
      String who, Map<String, Object> facts, String rule, String outcome, String reason, int rank) {
    var answer = TABLE.ask(facts);
    assertThat(answer.ruleId()).isEqualTo(rule);
    assertThat(answer.outputs()).isEqualTo(Map.of("outcome", outcome, "reason", reason, "rank", rank));
  }

  @Test
  void every_row_of_the_file_is_named_by_a_group_above() {
    Set<String> named =
        applications().map(arguments -> (String) arguments.get()[2]).collect(Collectors.toCollection(TreeSet::new));
    assertThat(named)
        .as("each row of dmn/grant-eligibility.dmn has a group in this test that it answers: add yours")
        .isEqualTo(new TreeSet<>(TABLE.ruleIds()));
  }

  /** All 768 combinations: a group always gets an answer, it is that of the first row that fits, and no row is dead. */
  @Test
  void every_combination_of_facts_has_exactly_one_answer_and_every_row_answers_some() {
    var answered = new TreeMap<String, Integer>();
    CELLS.everyCombination(
        facts -> {
          var fitting = CELLS.fitting(facts);
          assertThat(fitting).as(facts.toString()).isNotEmpty();
          answered.merge(fitting.get(0), 1, Integer::sum);
        });
    assertThat(answered.values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(768);
    assertThat(answered.keySet()).as("rows that answer at all").isEqualTo(new TreeSet<>(TABLE.ruleIds()));
  }

  @Test
  void the_engine_answers_every_combination_as_the_cells_say() {
    CELLS.everyCombination(
        facts -> assertThat(TABLE.ask(new HashMap<>(facts)).ruleId()).as(facts.toString()).isEqualTo(CELLS.fitting(facts).get(0)));
  }

  /** The fund's own rules, written down a second time: whoever changes a cell by mistake hears of it here. */
  @Test
  void no_combination_contradicts_the_rules_of_the_fund() {
    CELLS.everyCombination(
        facts -> {
          var answer = TABLE.ask(new HashMap<>(facts)).outputs();
          String outcome = (String) answer.get("outcome");
          boolean toPanel = outcome.startsWith("PANEL");
          if (toPanel) {
            assertThat(facts)
                .containsEntry("directFunding", false)
                .containsEntry("inArea", true)
                .containsEntry("turnoverBelowLimit", true)
                .containsEntry("withinMost", true);
            assertThat(facts.get("earlierReport")).isNotEqualTo("MISSING");
          }
          assertThat((Integer) answer.get("rank")).isEqualTo(toPanel ? facts.get("meetsPriority").equals(true) ? 1 : 2 : 0);
          if (outcome.equals("PANEL")) {
            assertThat(facts).containsEntry("constituted", true).containsEntry("governanceShown", true);
          }
          if (outcome.equals("PANEL_PILOT")) {
            assertThat(facts).containsEntry("constituted", false).containsEntry("setUpSupport", true);
          }
          if (outcome.equals("INELIGIBLE")) {
            assertThat(facts.get("directFunding").equals(true) || facts.get("turnoverBelowLimit").equals(false))
                .as("nobody is turned away for having no constitution, for a missing paper, or for asking too much")
                .isTrue();
          }
        });
  }

  /** A constituted group that nothing speaks against. */
  private static Map<String, Object> ordinary() {
    var facts = new LinkedHashMap<String, Object>();
    facts.put("directFunding", false);
    facts.put("earlierReport", "NO_EARLIER_GRANT");
    facts.put("inArea", true);
    facts.put("turnoverBelowLimit", true);
    facts.put("withinMost", true);
    facts.put("constituted", true);
    facts.put("setUpSupport", false);
    facts.put("governanceShown", true);
    facts.put("meetsPriority", false);
    return facts;
  }

  private static Arguments group(
      String who, Map<String, Object> different, String rule, String outcome, String reason, int rank) {
    var facts = ordinary();
    facts.putAll(different);
    return Arguments.of(who, facts, rule, outcome, reason, rank);
  }
}
