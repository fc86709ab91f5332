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

/** When the next check-in with a person is due, everywhere and in North Staffordshire, which supports the early stages closely. */
@Tag("models")
@Tag("fast")
@DisplayNameGeneration(ReplaceUnderscores.class)
class FollowUpPlanTest {

  private static final Table TABLE = Table.of("follow-up-plan");
  private static final Table NORTH_STAFFORDSHIRE = Table.of("north-staffordshire", "follow-up-plan");

  static Stream<Arguments> cases() {
    return Stream.of(
        Arguments.of("first check-in after an introduction", facts(true, 1), "rule_firstAfterIntroduction", 30),
        Arguments.of("second check-in", facts(true, 2), "rule_laterAfterIntroduction", 30),
        Arguments.of("no activity was found", facts(false, 1), "rule_notIntroduced", 10),
        Arguments.of("still no activity", facts(false, 3), "rule_notIntroduced", 10));
  }

  static Stream<Arguments> casesInNorthStaffordshire() {
    return Stream.of(
        Arguments.of("before the first visit", facts(true, 1), "rule_beforeFirstVisit", 3, true),
        Arguments.of("after the first visit", facts(true, 2), "rule_afterFirstVisit", 5, true),
        Arguments.of("settling in", facts(true, 3), "rule_settlingIn", 5, true),
        Arguments.of("the last of early support", facts(true, 4), "rule_lastOfEarlySupport", 10, true),
        Arguments.of("later, as elsewhere", facts(true, 5), "rule_laterAfterIntroduction", 30, false),
        Arguments.of("no activity was found", facts(false, 1), "rule_notIntroduced", 10, false));
  }

  @ParameterizedTest(name = "{0} → {2}")
  @MethodSource("cases")
  void a_check_in_is_planned(String when, Map<String, Object> facts, String rule, int workingDays) {
    var answer = TABLE.ask(facts);
    assertThat(answer.ruleId()).isEqualTo(rule);
    assertThat(answer.outputs()).isEqualTo(Map.of("workingDays", workingDays, "earlySupport", false));
  }

  @ParameterizedTest(name = "{0} → {2}")
  @MethodSource("casesInNorthStaffordshire")
  void north_staffordshire_stays_close_in_the_first_weeks(
      String when, Map<String, Object> facts, String rule, int workingDays, boolean early) {
    var answer = NORTH_STAFFORDSHIRE.ask(facts);
    assertThat(answer.ruleId()).isEqualTo(rule);
    assertThat(answer.outputs()).isEqualTo(Map.of("workingDays", workingDays, "earlySupport", early));
  }

  @Test
  void north_staffordshire_has_more_contacts_in_the_first_six_weeks_than_elsewhere() {
    assertThat(contactsWithin(NORTH_STAFFORDSHIRE, 30)).isEqualTo(4);
    assertThat(contactsWithin(TABLE, 30)).isEqualTo(1);
  }

  private static int contactsWithin(Table table, int workingDays) {
    int contacts = 0;
    for (int day = 0; ; contacts++) {
      day += ((Number) table.ask(facts(true, contacts + 1)).outputs().get("workingDays")).intValue();
      if (day > workingDays) {
        return contacts;
      }
    }
  }

  @Test
  void every_row_of_the_files_is_named_by_a_case_above() {
    assertThat(named(cases())).as("dmn/follow-up-plan.dmn").isEqualTo(new TreeSet<>(TABLE.ruleIds()));
    assertThat(named(casesInNorthStaffordshire()))
        .as("dmn/north-staffordshire/follow-up-plan.dmn")
        .isEqualTo(new TreeSet<>(NORTH_STAFFORDSHIRE.ruleIds()));
  }

  private static TreeSet<String> named(Stream<Arguments> cases) {
    return cases.map(arguments -> (String) arguments.get()[2]).collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void exactly_one_row_answers_with_and_without_an_activity_at_any_check_in() {
    for (boolean introduced : new boolean[] {true, false}) {
      for (int number = 1; number <= 8; number++) {
        assertThat(TABLE.ask(facts(introduced, number)).outputs()).containsKeys("workingDays", "earlySupport");
        assertThat(NORTH_STAFFORDSHIRE.ask(facts(introduced, number)).outputs())
            .containsKeys("workingDays", "earlySupport");
      }
    }
  }

  private static Map<String, Object> facts(boolean introduced, int number) {
    return Map.of("introduced", introduced, "number", number);
  }
}
