package org.fingerpost.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
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

/** Which route a referral is proposed, row by row and for every combination of facts. */
@Tag("models")
@Tag("fast")
@DisplayNameGeneration(ReplaceUnderscores.class)
class ReferralRouteTest {

  private static final Table TABLE = Table.of("referral-route");

  /**
   * The rows in their order, said once more in Java: the fact (and its value) that makes each of
   * them answer.
   */
  private static final List<Row> ROWS =
      List.of(
          new Row("rule_immediateRisk", Map.of("immediateRisk", true)),
          new Row("rule_openCase", Map.of("openCase", true)),
          new Row("rule_sourceNotLive", Map.of("sourceLive", false)),
          new Row("rule_outOfArea", Map.of("areaLive", false)),
          new Row("rule_noConsent", Map.of("consentToRefer", false)),
          new Row("rule_youngPerson", Map.of("belowMinimumAge", true, "youngPeoplesRoute", true)),
          new Row(
              "rule_belowMinimumAge", Map.of("belowMinimumAge", true, "youngPeoplesRoute", false)),
          new Row("rule_mentalHealthUnstable", Map.of("mentalHealthUnstable", true)),
          new Row("rule_statutoryRequestOnly", Map.of("statutoryRequestOnly", true)),
          new Row("rule_informationOnly", Map.of("informationOnly", true)),
          new Row("rule_nationalGroup", Map.of("inNationalGroup", true)),
          new Row("rule_anyoneLikelyToBenefit", Map.of()));

  static Stream<Arguments> referrals() {
    return Stream.of(
        referral(
            "somebody in danger now",
            Map.of("immediateRisk", true),
            "rule_immediateRisk",
            "URGENT",
            "RISK_NOW"),
        referral(
            "danger counts before a missing consent",
            Map.of("immediateRisk", true, "consentToRefer", false),
            "rule_immediateRisk",
            "URGENT",
            "RISK_NOW"),
        referral(
            "already being helped here",
            Map.of("openCase", true),
            "rule_openCase",
            "MERGE",
            "DUPLICATE"),
        referral(
            "a community hospital before its day",
            Map.of("sourceLive", false),
            "rule_sourceNotLive",
            "RETURN",
            "SOURCE_NOT_LIVE"),
        referral(
            "lives outside the area",
            Map.of("areaLive", false),
            "rule_outOfArea",
            "TRANSFER",
            "OUT_OF_AREA"),
        referral(
            "has not agreed to be referred",
            Map.of("consentToRefer", false),
            "rule_noConsent",
            "RETURN",
            "NO_CONSENT"),
        referral(
            "fourteen, where there is a route for young people",
            Map.of("belowMinimumAge", true, "youngPeoplesRoute", true),
            "rule_youngPerson",
            "YOUNG_PEOPLE",
            "AGE"),
        referral(
            "fourteen, where there is none",
            Map.of("belowMinimumAge", true),
            "rule_belowMinimumAge",
            "TRANSFER",
            "AGE"),
        referral(
            "seriously ill and nobody clinical leads",
            Map.of("mentalHealthUnstable", true),
            "rule_mentalHealthUnstable",
            "CLINICAL_REDIRECT",
            "MH_UNSTABLE"),
        referral(
            "needs a letter only",
            Map.of("statutoryRequestOnly", true),
            "rule_statutoryRequestOnly",
            "SIGNPOST",
            "NOT_SP"),
        referral(
            "confident, wants to know what is there",
            Map.of("informationOnly", true),
            "rule_informationOnly",
            "SIGNPOST",
            "LIGHT_TOUCH"),
        referral(
            "lonely since a bereavement",
            Map.of("inNationalGroup", true),
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
        referrals()
            .map(arguments -> (String) arguments.get()[2])
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(named)
        .as(
            "each row of dmn/referral-route.dmn has a referral in this test that it answers: add"
                + " yours")
        .isEqualTo(new TreeSet<>(TABLE.ruleIds()));
  }

  /**
   * All 2048 combinations of the eleven facts would take half a minute, and most differ only in
   * facts that the answering row never looks at. So for each row, those facts that no row up to it
   * has asked for are varied: each alone, and all at once.
   */
  @Test
  void whatever_else_is_true_the_first_row_that_applies_answers() {
    for (Row row : ROWS) {
      for (Map<String, Object> facts : variations(row)) {
        assertThat(TABLE.ask(facts).ruleId()).as(facts.toString()).isEqualTo(row.ruleId());
      }
    }
  }

  private static List<Map<String, Object>> variations(Row row) {
    var own = new HashMap<>(ordinary());
    own.putAll(row.when());
    var free = new ArrayList<>(ordinary().keySet());
    ROWS.subList(0, ROWS.indexOf(row) + 1)
        .forEach(earlier -> free.removeAll(earlier.when().keySet()));
    var combinations = new ArrayList<Map<String, Object>>();
    combinations.add(own);
    for (String one : free) {
      combinations.add(flipped(own, List.of(one)));
    }
    combinations.add(flipped(own, free));
    return combinations;
  }

  private static Map<String, Object> flipped(Map<String, Object> facts, List<String> names) {
    var flipped = new HashMap<>(facts);
    names.forEach(name -> flipped.put(name, !(Boolean) facts.get(name)));
    return flipped;
  }

  /** A referral that nothing speaks against, and of which nothing special is known. */
  private static Map<String, Object> ordinary() {
    var facts = new LinkedHashMap<String, Object>();
    for (String fact :
        List.of(
            "immediateRisk",
            "openCase",
            "belowMinimumAge",
            "youngPeoplesRoute",
            "mentalHealthUnstable",
            "statutoryRequestOnly",
            "informationOnly",
            "inNationalGroup")) {
      facts.put(fact, false);
    }
    for (String fact : List.of("sourceLive", "areaLive", "consentToRefer")) {
      facts.put(fact, true);
    }
    return facts;
  }

  private static Arguments referral(
      String who, Map<String, Object> different, String rule, String route, String reason) {
    var facts = ordinary();
    facts.putAll(different);
    return Arguments.of(who, facts, rule, route, reason);
  }

  private record Row(String ruleId, Map<String, Object> when) {}
}
