package org.fingerpost.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fingerpost.scheme.KiteMarkLevel;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The level that is proposed: every combination of facts has one answer, no row is out of reach, showing more never makes it worse, and
 * no group is turned away for having no constitution.
 */
@Tag("models")
@Tag("fast")
@DisplayNameGeneration(ReplaceUnderscores.class)
class KitemarkLevelTest {

  private static final Table TABLE = Table.of("kitemark-level");
  private static final Cells CELLS = Cells.of("kitemark-level");
  private static final Map<String, Map<String, Object>> ANSWERS = answers();

  static Stream<Arguments> cases() {
    return Stream.of(
        Arguments.of("a concern is open", facts("LOW", "NONE", "openConcern", "constituted"), "rule_openConcern"),
        Arguments.of("un-constituted, at people's homes", facts("MEDIUM", "NONE", "setUpSupport"), "rule_setUpNeeded"),
        Arguments.of("a walking group once suspended", facts("LOW", "SUSPENDED", "setUpSupport"), "rule_smallGroupAfterSuspension"),
        Arguments.of("a walking group", facts("LOW", "NONE", "setUpSupport"), "rule_smallGroup"),
        Arguments.of("a walking group that wants no help", facts("LOW", "NONE"), "rule_signpostOnly"),
        Arguments.of("a charity once suspended", facts("MEDIUM", "SUSPENDED", "constituted"), "rule_afterSuspension"),
        Arguments.of(
            "debt advice without outcomes agreed", facts("HIGH", "NONE", "constituted", "otherMissing"), "rule_conditionalHighRisk"),
        Arguments.of("a charity without complaints route", facts("LOW", "NONE", "constituted", "otherMissing"), "rule_conditional"),
        Arguments.of("debt advice with everything", facts("HIGH", "NONE", "constituted"), "rule_fullHighRisk"),
        Arguments.of("a charity whose mark ran out", facts("LOW", "EXPIRED", "constituted"), "rule_fullAfterExpiry"),
        Arguments.of("a youth club with everything", facts("MEDIUM", "CURRENT", "constituted"), "rule_fullMediumRisk"),
        Arguments.of("a choir with everything", facts("LOW", "NONE", "constituted"), "rule_fullLowRisk"),
        Arguments.of("a choir without insurance", facts("LOW", "NONE", "constituted", "mandatoryMissing"), "rule_gaps"),
        Arguments.of(
            "a walking group without a second contact", facts("LOW", "NONE", "mandatoryMissing", "setUpSupport"), "rule_gaps"));
  }

  @ParameterizedTest(name = "{0} → {2}")
  @MethodSource("cases")
  void a_level_is_proposed(String what, Map<String, Object> facts, String rule) {
    assertThat(TABLE.ask(facts).ruleId()).isEqualTo(rule);
    assertThat(CELLS.fitting(facts).get(0)).as("this test reads the cells as the engine does").isEqualTo(rule);
  }

  @Test
  void every_row_of_the_file_is_named_by_a_case_above_and_reached_by_some_combination() {
    var named = cases().map(c -> (String) c.get()[2]).collect(Collectors.toCollection(TreeSet::new));
    assertThat(named).isEqualTo(new TreeSet<>(TABLE.ruleIds()));
    Set<String> reached = new HashSet<>();
    CELLS.everyCombination(facts -> reached.add(rule(facts)));
    assertThat(reached).as("rows that answer first somewhere").containsExactlyInAnyOrderElementsOf(TABLE.ruleIds());
  }

  @Test
  void every_combination_has_one_answer_and_it_fits_together() {
    CELLS.everyCombination(
        facts -> {
          var answer = ANSWERS.get(rule(facts));
          var level = KiteMarkLevel.valueOf((String) answer.get("level"));
          int months = (int) answer.get("renewMonths");
          boolean mark = level.compareTo(KiteMarkLevel.SIGNPOST_ONLY) >= 0;
          assertThat(months > 0).as("%s lasts %d months", level, months).isEqualTo(mark);
          String mode = (String) answer.get("referralMode");
          assertThat(mode)
              .as("how people come at %s", level)
              .isEqualTo(
                  switch (level) {
                    case FULL, CONDITIONAL -> "DIRECT";
                    case SMALL_GROUP -> "ACCOMPANIED";
                    case SIGNPOST_ONLY -> "SIGNPOST";
                    default -> "NONE";
                  });
          if (facts.get("openConcern").equals(true)) {
            assertThat(level).isEqualTo(KiteMarkLevel.SUSPENDED);
          }
          boolean introduced = mode.equals("DIRECT") || mode.equals("ACCOMPANIED");
          if (facts.get("mandatoryMissing").equals(true)) {
            assertThat(introduced).as("introduced although something is missing: %s", facts).isFalse();
          }
          if (introduced && (facts.get("risk").equals("HIGH") || facts.get("before").equals("SUSPENDED"))
              || level == KiteMarkLevel.SUSPENDED) {
            assertThat(answer).as("%s → %s", facts, level).containsEntry("secondAssessor", true);
          }
        });
  }

  @Test
  void showing_more_never_gives_a_lower_level() {
    CELLS.everyCombination(
        facts -> {
          var level = level(facts);
          for (var better : Map.of("mandatoryMissing", false, "otherMissing", false, "setUpSupport", true).entrySet()) {
            var more = with(facts, better.getKey(), better.getValue());
            assertThat(level(more)).as("%s, then %s", facts, better).isGreaterThanOrEqualTo(level);
          }
        });
  }

  @Test
  void nobody_is_turned_away_only_for_having_no_constitution() {
    CELLS.everyCombination(
        facts -> {
          if (facts.get("constituted").equals(false) && facts.get("openConcern").equals(false)) {
            var answer = ANSWERS.get(rule(facts));
            assertThat(answer.get("level")).as("%s", facts).isNotEqualTo("SUSPENDED");
            if (answer.get("level").equals("NOT_YET")) {
              assertThat(answer.get("conditions")).as("help for %s", facts).isIn("START_SET_UP", "LIST_GAPS");
            }
            boolean allThere = facts.get("mandatoryMissing").equals(false);
            if (allThere && facts.get("risk").equals("LOW")) {
              assertThat(answer.get("level")).as("%s", facts).isIn("SMALL_GROUP", "SIGNPOST_ONLY");
            }
          }
        });
  }

  private static KiteMarkLevel level(Map<String, Object> facts) {
    return KiteMarkLevel.valueOf((String) ANSWERS.get(rule(facts)).get("level"));
  }

  private static String rule(Map<String, Object> facts) {
    var fitting = CELLS.fitting(facts);
    assertThat(fitting).as("rows for %s", facts).isNotEmpty();
    return fitting.get(0);
  }

  /** What each row answers, as the engine says it. */
  private static Map<String, Map<String, Object>> answers() {
    var answers = new HashMap<String, Map<String, Object>>();
    cases()
        .forEach(
            c -> {
              @SuppressWarnings("unchecked")
              var answer = TABLE.ask((Map<String, Object>) c.get()[1]);
              answers.put(answer.ruleId(), answer.outputs());
            });
    return answers;
  }

  private static Map<String, Object> facts(String risk, String before, String... so) {
    var facts = new HashMap<String, Object>();
    for (String flag : Set.of("openConcern", "constituted", "mandatoryMissing", "otherMissing", "setUpSupport")) {
      facts.put(flag, Set.of(so).contains(flag));
    }
    facts.put("risk", risk);
    facts.put("before", before);
    return facts;
  }

  private static Map<String, Object> with(Map<String, Object> facts, String name, Object value) {
    var changed = new HashMap<>(facts);
    changed.put(name, value);
    return changed;
  }
}
