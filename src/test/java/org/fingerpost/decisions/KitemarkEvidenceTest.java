package org.fingerpost.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What has to be shown at a risk, a size and in circumstances: first by one table, later by the other. */
@Tag("models")
@Tag("fast")
@DisplayNameGeneration(ReplaceUnderscores.class)
class KitemarkEvidenceTest {

  private static final Table FIRST = Table.of("kitemark-evidence");
  private static final Table LATER = Table.of("kitemark-good-practice");

  /** Of domain research 5.2 K2: what is needed at each risk whatever the circumstances. */
  private static final Map<String, Set<String>> ALWAYS =
      Map.of(
          "LOW",
          Set.of("CONTACTS", "PURPOSE", "INSURANCE", "SAFEGUARDING", "DBS", "RISK_ASSESSMENT", "EQUALITY", "COMPLAINTS", "OUTCOMES"),
          "MEDIUM",
          Set.of(
              "CONTACTS", "PURPOSE", "INSURANCE", "SAFEGUARDING", "DBS", "RISK_ASSESSMENT", "DATA_PROTECTION", "EQUALITY",
              "COMPLAINTS", "INDUCTION", "ACCOUNTS", "OUTCOMES"),
          "HIGH",
          Set.of(
              "CONTACTS", "PURPOSE", "INSURANCE", "SAFEGUARDING", "DBS", "RISK_ASSESSMENT", "DATA_PROTECTION", "EQUALITY",
              "COMPLAINTS", "INDUCTION", "ACCOUNTS", "OUTCOMES"));

  static Stream<Arguments> cases() {
    return Stream.of(
        Arguments.of(
            "a walking group that meets in a hall",
            facts("LOW", "SMALL", "venueCover"),
            Set.of("rule_contacts", "rule_purposeNote", "rule_insuranceByVenue", "rule_safeguardingShort", "rule_riskChecklist"),
            Set.of("rule_dbsRoleList", "rule_equalitySmall", "rule_complaintsSmall", "rule_outcomesLight")),
        Arguments.of(
            "a lunch club that takes money and keeps a list",
            facts("LOW", "LARGER", "takesMoney", "holdsData"),
            Set.of(
                "rule_contacts", "rule_purposeNote", "rule_bankTakingMoney", "rule_insuranceLowRisk", "rule_safeguardingShort",
                "rule_riskAssessmentLowRisk"),
            Set.of("rule_dbsRoleList", "rule_privacyHoldingData", "rule_equality", "rule_complaints", "rule_outcomesLight")),
        Arguments.of(
            "a small befriending group",
            facts("MEDIUM", "SMALL", "smallTurnover"),
            Set.of(
                "rule_contacts", "rule_governingDocument", "rule_insuranceMoreRisk", "rule_safeguardingPolicy", "rule_dbsPerRole",
                "rule_riskAssessmentMoreRisk"),
            Set.of(
                "rule_bankLater", "rule_privacyMediumRisk", "rule_equalitySmall", "rule_complaintsSmall", "rule_inductionSmall",
                "rule_accountsSelfCertified", "rule_outcomes")),
        Arguments.of(
            "a large charity",
            facts("MEDIUM", "LARGER", "takesMoney", "holdsData"),
            Set.of(
                "rule_contacts", "rule_governingDocument", "rule_bankTakingMoney", "rule_insuranceMoreRisk",
                "rule_safeguardingPolicy", "rule_dbsPerRole", "rule_riskAssessmentMoreRisk"),
            Set.of(
                "rule_privacyMediumRisk", "rule_equality", "rule_complaints", "rule_induction", "rule_accounts", "rule_outcomes")),
        Arguments.of(
            "a large charity with a Trusted Charity mark",
            facts("MEDIUM", "LARGER", "takesMoney", "holdsData", "existingMark"),
            Set.of(
                "rule_contacts", "rule_governanceByMark", "rule_bankByMark", "rule_insuranceMoreRisk", "rule_safeguardingPolicy",
                "rule_dbsPerRole", "rule_riskAssessmentMoreRisk"),
            Set.of(
                "rule_privacyMediumRisk", "rule_equality", "rule_complaints", "rule_peopleByMark", "rule_moneyByMark",
                "rule_outcomes")),
        Arguments.of(
            "a debt advice charity",
            facts("HIGH", "LARGER", "regulatedAdvice", "holdsData", "smallTurnover"),
            Set.of(
                "rule_contacts", "rule_governingDocument", "rule_insuranceMoreRisk", "rule_safeguardingPolicy", "rule_dbsEnhanced",
                "rule_riskAssessmentMoreRisk", "rule_privacyHighRisk", "rule_adviceAuthorisation"),
            Set.of(
                "rule_bankLater", "rule_equality", "rule_complaints", "rule_induction", "rule_accountsHighRisk", "rule_outcomes")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void what_has_to_be_shown(String what, Map<String, Object> facts, Set<String> first, Set<String> later) {
    assertThat(asked(FIRST, facts)).containsExactlyInAnyOrderElementsOf(first);
    assertThat(asked(LATER, facts)).containsExactlyInAnyOrderElementsOf(later);
  }

  @Test
  void every_row_of_both_files_is_named_by_a_case_above() {
    assertThat(named(2)).isEqualTo(new TreeSet<>(FIRST.ruleIds()));
    assertThat(named(3)).isEqualTo(new TreeSet<>(LATER.ruleIds()));
  }

  @Test
  void no_combination_asks_for_the_same_thing_twice_and_none_forgets_what_the_risk_needs() {
    everyCombination(
        facts -> {
          var items = items(facts);
          assertThat(items).as("asked of %s", facts).doesNotHaveDuplicates();
          assertThat(items).as("asked of %s", facts).containsAll(ALWAYS.get(facts.get("risk")));
          assertThat(items.contains("ADVICE")).isEqualTo(facts.get("regulatedAdvice"));
        });
  }

  @Test
  void more_risk_never_needs_less() {
    everyCombination(
        facts -> {
          var items = items(facts);
          String more = facts.get("risk").equals("LOW") ? "MEDIUM" : "HIGH";
          assertThat(items(with(facts, "risk", more))).as("%s at %s", facts, more).containsAll(items);
        });
  }

  /** Over the inputs of both tables. */
  private static void everyCombination(Consumer<Map<String, Object>> each) {
    for (boolean holdsData : List.of(true, false)) {
      for (boolean smallTurnover : List.of(true, false)) {
        Cells.of("kitemark-evidence")
            .everyCombination(facts -> each.accept(with(with(facts, "holdsData", holdsData), "smallTurnover", smallTurnover)));
      }
    }
  }

  private static final Cells FIRST_CELLS = Cells.of("kitemark-evidence");
  private static final Cells LATER_CELLS = Cells.of("kitemark-good-practice");
  private static final Map<String, String> ITEM_OF = itemOf();

  private static List<String> items(Map<String, Object> facts) {
    var rules = new ArrayList<>(FIRST_CELLS.fitting(facts));
    rules.addAll(LATER_CELLS.fitting(facts));
    return rules.stream().map(ITEM_OF::get).toList();
  }

  /** Learned by asking the engine, so that it reads the cells as this test does. */
  private static Map<String, String> itemOf() {
    var items = new HashMap<String, String>();
    cases()
        .forEach(
            c -> {
              @SuppressWarnings("unchecked")
              var facts = (Map<String, Object>) c.get()[1];
              for (Table table : List.of(FIRST, LATER)) {
                var rows = table.collect(facts);
                for (int i = 0; i < rows.size(); i++) {
                  items.put(table.matched().get(i), (String) rows.get(i).get("item"));
                }
              }
            });
    return items;
  }

  private static List<String> asked(Table table, Map<String, Object> facts) {
    table.collect(facts);
    return table.matched();
  }

  private static Set<String> named(int column) {
    return cases()
        .flatMap(c -> ((Set<?>) c.get()[column]).stream().map(String.class::cast))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Map<String, Object> facts(String risk, String size, String... so) {
    var facts = new HashMap<String, Object>();
    facts.put("risk", risk);
    facts.put("size", size);
    for (String flag : List.of("takesMoney", "venueCover", "regulatedAdvice", "existingMark", "holdsData", "smallTurnover")) {
      facts.put(flag, List.of(so).contains(flag));
    }
    return facts;
  }

  private static Map<String, Object> with(Map<String, Object> facts, String name, Object value) {
    var changed = new HashMap<>(facts);
    changed.put(name, value);
    return changed;
  }
}
