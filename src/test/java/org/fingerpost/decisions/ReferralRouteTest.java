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

/** Which route a referral is proposed, row by row and for every combination of facts. */
@Tag("models")
@Tag("fast")
@DisplayNameGeneration(ReplaceUnderscores.class)
class ReferralRouteTest {

  private static final Table TABLE = Table.of("referral-route");
  private static final Cells CELLS = Cells.of("referral-route");

  static Stream<Arguments> referrals() {
    return Stream.of(
        referral("somebody in danger now", Map.of("immediateRisk", true), "rule_immediateRisk", "URGENT", "RISK_NOW"),
        referral(
            "danger counts before a missing consent",
            Map.of("immediateRisk", true, "consentToRefer", false),
            "rule_immediateRisk",
            "URGENT",
            "RISK_NOW"),
        referral("already being helped here", Map.of("openCase", true), "rule_openCase", "MERGE", "DUPLICATE"),
        referral(
            "a community hospital before its day",
            Map.of("sourceLive", false),
            "rule_sourceNotLive",
            "RETURN",
            "SOURCE_NOT_LIVE"),
        referral("lives in another scheme's area", Map.of("area", "ELSEWHERE"), "rule_outOfArea", "TRANSFER", "OUT_OF_AREA"),
        referral("lives where the scheme comes next year", Map.of("area", "NOT_LIVE"), "rule_areaNotLive", "RETURN", "AREA_NOT_LIVE"),
        referral("has not agreed to be referred", Map.of("consentToRefer", false), "rule_noConsent", "RETURN", "NO_CONSENT"),
        referral(
            "fourteen, where there is a route for young people",
            Map.of("age", "TOO_YOUNG", "youngPeoplesRoute", true),
            "rule_youngPerson",
            "YOUNG_PEOPLE",
            "AGE"),
        referral("fourteen, where there is none", Map.of("age", "TOO_YOUNG"), "rule_belowMinimumAge", "TRANSFER", "AGE"),
        referral("thirty, in a young people's scheme", Map.of("age", "TOO_OLD"), "rule_aboveMaximumAge", "TRANSFER", "AGE_ABOVE"),
        referral(
            "fourteen, in a young people's scheme, by herself",
            Map.of("age", "CONSENT_TO_RECORD"),
            "rule_youngPersonsConsent",
            "YOUNG_PEOPLE",
            "YOUNG_PERSONS_CONSENT"),
        referral(
            "seriously ill and nobody clinical leads",
            Map.of("mentalHealthUnstable", true),
            "rule_mentalHealthUnstable",
            "CLINICAL_REDIRECT",
            "MH_UNSTABLE"),
        referral("needs a letter only", Map.of("wish", "LETTER"), "rule_statutoryRequestOnly", "SIGNPOST", "NOT_SP"),
        referral(
            "confident, wants to know what is there", Map.of("wish", "INFORMATION"), "rule_informationOnly", "SIGNPOST", "LIGHT_TOUCH"),
        referral(
            "no long-term condition named, where the scheme is for those",
            Map.of("requiredNeedMissing", true),
            "rule_requiredNeedMissing",
            "RETURN",
            "REQUIRED_NEED"),
        referral(
            "often at the surgery, in the pilot",
            Map.of("criteria", "NARROW", "group", "FREQUENT_ATTENDER"),
            "rule_narrowCriteriaMet",
            "LINK_WORKER",
            "FREQUENT_ATTENDER"),
        referral(
            "lonely, in the pilot",
            Map.of("criteria", "NARROW", "group", "NATIONAL"),
            "rule_narrowCriteriaNotMet",
            "RETURN",
            "NARROW_CRITERIA"),
        referral("lonely since a bereavement", Map.of("group", "NATIONAL"), "rule_nationalGroup", "LINK_WORKER", "NATIONAL_GROUP"),
        referral(
            "often at the surgery, in the county",
            Map.of("group", "FREQUENT_ATTENDER"),
            "rule_nationalGroup",
            "LINK_WORKER",
            "NATIONAL_GROUP"),
        referral("anybody else", Map.of(), "rule_anyoneLikelyToBenefit", "LINK_WORKER", "ANYONE"));
  }

  @ParameterizedTest(name = "{0} → {2}")
  @MethodSource("referrals")
  void a_referral_is_proposed_a_route(
      String who, Map<String, Object> facts, String rule, String route, String reason) {
    var answer = TABLE.ask(facts);
    assertThat(answer.ruleId()).isEqualTo(rule);
    assertThat(answer.outputs()).isEqualTo(Map.of("route", route, "reasonCode", reason));
  }

  @Test
  void every_row_of_the_file_is_named_by_a_referral_above() {
    Set<String> named =
        referrals().map(arguments -> (String) arguments.get()[2]).collect(Collectors.toCollection(TreeSet::new));
    assertThat(named)
        .as("each row of dmn/referral-route.dmn has a referral in this test that it answers: add yours")
        .isEqualTo(new TreeSet<>(TABLE.ruleIds()));
  }

  /** All 27,648 combinations: somebody always gets an answer, and it is that of the first row that fits. */
  @Test
  void every_combination_of_facts_has_exactly_one_answer_and_every_row_answers_some() {
    var answered = new TreeMap<String, Integer>();
    CELLS.everyCombination(
        facts -> {
          var fitting = CELLS.fitting(facts);
          assertThat(fitting).as(facts.toString()).isNotEmpty();
          answered.merge(fitting.get(0), 1, Integer::sum);
        });
    assertThat(answered.values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(27_648);
    assertThat(answered.keySet()).as("rows that answer at all").isEqualTo(new TreeSet<>(TABLE.ruleIds()));
  }

  /** The engine would need many minutes for all of them; it is asked the first, the last and some between of each row. */
  @Test
  void the_engine_answers_as_the_cells_say() {
    var asked = new HashMap<String, Integer>();
    CELLS.everyCombination(
        facts -> {
          String first = CELLS.fitting(facts).get(0);
          int number = asked.merge(first, 1, Integer::sum);
          if (number == 1 || Integer.bitCount(number) == 1 && number > 4) {
            assertThat(TABLE.ask(facts).ruleId()).as(facts.toString()).isEqualTo(first);
          }
        });
  }

  /** Danger is looked at before paperwork: no other fact hides it. */
  @Test
  void no_table_sends_somebody_in_danger_straight_on() {
    CELLS.everyCombination(
        facts -> {
          if (Boolean.TRUE.equals(facts.get("immediateRisk"))) {
            assertThat(CELLS.fitting(facts).get(0)).isEqualTo("rule_immediateRisk");
          }
        });
  }

  /** A referral that nothing speaks against, and of which nothing special is known. */
  private static Map<String, Object> ordinary() {
    var facts = new LinkedHashMap<String, Object>();
    facts.put("immediateRisk", false);
    facts.put("openCase", false);
    facts.put("sourceLive", true);
    facts.put("area", "LIVE");
    facts.put("consentToRefer", true);
    facts.put("age", "TAKEN");
    facts.put("youngPeoplesRoute", false);
    facts.put("mentalHealthUnstable", false);
    facts.put("wish", "SUPPORT");
    facts.put("requiredNeedMissing", false);
    facts.put("criteria", "WIDE");
    facts.put("group", "NONE");
    return facts;
  }

  private static Arguments referral(
      String who, Map<String, Object> different, String rule, String route, String reason) {
    var facts = ordinary();
    facts.putAll(different);
    return Arguments.of(who, facts, rule, route, reason);
  }
}
