package org.fingerpost.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.fingerpost.community.Check;
import org.fingerpost.community.CheckState;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The tables about groups: every combination of their facts has exactly one answer. */
@Tag("models")
@Tag("fast")
@DisplayNameGeneration(ReplaceUnderscores.class)
class GroupTablesTest {

  private static final Table NEED = Table.of("group-support-need");
  private static final Table INTEREST = Table.of("group-interest");
  private static final Table PLAN = Table.of("group-plan");

  static Stream<Arguments> checks() {
    return Stream.of(
        Arguments.of("a wheelchair cannot come in", "STEP_FREE", "rule_stepFree", "FIND_STEP_FREE_ROOM"),
        Arguments.of("no toilet for everybody", "TOILETS", "rule_toilets", "ARRANGE_TOILETS"),
        Arguments.of("somebody cannot hear", "HEARING_LOOP", "rule_hearingLoop", "LEND_HEARING_LOOP"),
        Arguments.of("no bus", "TRANSPORT", "rule_transport", "ARRANGE_TRANSPORT"),
        Arguments.of("too loud for some", "QUIET_SPACE", "rule_quietSpace", "FIND_QUIET_CORNER"),
        Arguments.of("too dear", "COSTS", "rule_costs", "LOWER_COSTS"),
        Arguments.of("in one language only", "LANGUAGE", "rule_language", "FIND_INTERPRETER"),
        Arguments.of("nobody at the door", "WELCOME", "rule_welcome", "TRAIN_WELCOME"),
        Arguments.of("all hangs on one person", "PEOPLE", "rule_people", "FIND_VOLUNTEERS"),
        Arguments.of("no money", "MONEY", "rule_money", "ADVISE_ON_FUNDING"),
        Arguments.of("the room may go", "VENUE", "rule_venue", "FIND_VENUE"),
        Arguments.of("no insurance", "INSURANCE", "rule_insurance", "ADVISE_ON_INSURANCE"),
        Arguments.of("nobody knows whom to tell", "SAFEGUARDING", "rule_safeguarding", "TRAIN_SAFEGUARDING"));
  }

  @ParameterizedTest(name = "{0} → {3}")
  @MethodSource("checks")
  void what_is_missing_or_partly_there_gets_its_own_help(String what, String check, String rule, String help) {
    for (String state : List.of("MISSING", "PARTLY")) {
      var answer = NEED.ask(Map.of("check", check, "state", state));
      assertThat(answer.ruleId()).isEqualTo(rule);
      assertThat(answer.outputs()).containsEntry("help", help);
    }
  }

  @Test
  void every_combination_of_check_and_state_has_exactly_one_answer() {
    var cells = Cells.of("group-support-need");
    var seen = new HashSet<List<Object>>();
    cells.everyCombination(
        facts -> {
          assertThat(cells.fitting(facts)).as("%s", facts).hasSize(1);
          var answer = NEED.ask(facts);
          assertThat(answer.ruleId()).isEqualTo(cells.fitting(facts).get(0));
          boolean fine = facts.get("state").equals("IN_PLACE") || facts.get("state").equals("NOT_NEEDED");
          assertThat(answer.outputs().get("help").equals("NOTHING")).as("%s", facts).isEqualTo(fine);
          assertThat((Integer) answer.outputs().get("workingDays")).isBetween(5, 65);
          seen.add(List.copyOf(facts.values()));
        });
    assertThat(seen).hasSize(Check.values().length * CheckState.values().length);
  }

  @Test
  void nothing_is_looked_at_sooner_than_safeguarding() {
    var soonest = (Integer) NEED.ask(Map.of("check", "SAFEGUARDING", "state", "MISSING")).outputs().get("workingDays");
    assertThat(Arrays.stream(Check.values()).filter(check -> check != Check.SAFEGUARDING))
        .allMatch(
            check -> (Integer) NEED.ask(Map.of("check", check.name(), "state", "MISSING")).outputs().get("workingDays") > soonest);
  }

  @Test
  void every_row_of_support_need_is_named_by_a_case_above() {
    var named = new TreeSet<String>();
    checks().forEach(c -> named.add((String) c.get()[2]));
    named.add("rule_nothing");
    assertThat(named).isEqualTo(new TreeSet<>(NEED.ruleIds()));
  }

  @ParameterizedTest(name = "{0} people, looked at {1} times → {2}")
  @CsvSource({
    "6, 1, ENOUGH, rule_enough",
    "40, 9, ENOUGH, rule_enough",
    "5, 1, WAIT, rule_waitForMore",
    "1, 3, WAIT, rule_waitForMore",
    "0, 1, WAIT, rule_earlyDays",
    "0, 2, TOO_FEW, rule_tooFew",
    "5, 4, TOO_FEW, rule_tooFew"
  })
  void how_many_people_are_enough(int interested, int round, String proposal, String rule) {
    var answer = INTEREST.ask(Map.of("interested", interested, "round", round));
    assertThat(answer.ruleId()).isEqualTo(rule);
    assertThat(answer.outputs()).containsEntry("proposal", proposal);
  }

  @Test
  void more_people_are_never_less_and_waiting_comes_to_an_end() {
    var order = List.of("TOO_FEW", "WAIT", "ENOUGH");
    for (int round = 1; round <= 6; round++) {
      int before = 0;
      for (int interested = 0; interested <= 20; interested++) {
        var proposal = INTEREST.ask(Map.of("interested", interested, "round", round)).outputs().get("proposal").toString();
        assertThat(order.indexOf(proposal)).as("%s people in round %s", interested, round).isGreaterThanOrEqualTo(before);
        before = order.indexOf(proposal);
        if (round > 3) {
          assertThat(proposal).isNotEqualTo("WAIT");
        }
      }
    }
  }

  @Test
  void every_step_has_one_day_and_is_tried_at_least_once() {
    var cells = Cells.of("group-plan");
    cells.everyCombination(
        facts -> {
          assertThat(cells.fitting(facts)).as("%s", facts).hasSize(1);
          var answer = PLAN.ask(facts);
          assertThat((Integer) answer.outputs().get("workingDays")).isBetween(1, 65);
          assertThat((Integer) answer.outputs().get("times")).isBetween(1, 5);
        });
    assertThat(PLAN.rulesAsked()).containsExactlyInAnyOrderElementsOf(PLAN.ruleIds());
  }
}
