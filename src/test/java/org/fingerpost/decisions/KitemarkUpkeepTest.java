package org.fingerpost.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
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

/** What each date of a kite mark asks for, from three years before it until long after. */
@Tag("models")
@Tag("fast")
@DisplayNameGeneration(ReplaceUnderscores.class)
class KitemarkUpkeepTest {

  private static final Table TABLE = Table.of("kitemark-upkeep");
  private static final List<String> KINDS =
      List.of("INSURANCE", "DBS", "TRAINING", "YEARLY_CHECK", "CONDITION", "RENEWAL", "VALIDITY");

  static Stream<Arguments> cases() {
    return Stream.of(
        Arguments.of("insurance of next year", facts("INSURANCE", 61, false), "rule_dateFarAhead", "NOTHING", 60, 0),
        Arguments.of("two months of insurance left", facts("INSURANCE", 60, false), "rule_sixtyDaysLeft", "NOTICE", 30, 0),
        Arguments.of("a month of DBS left", facts("DBS", 30, false), "rule_thirtyDaysLeft", "NOTICE", 0, 0),
        Arguments.of("last day of training", facts("TRAINING", 0, false), "rule_lastDay", "NOTICE", 0, 0),
        Arguments.of("last day of the mark", facts("VALIDITY", 0, false), "rule_lastDay", "NOTICE", 0, 0),
        Arguments.of("insurance ran out", facts("INSURANCE", -1, false), "rule_insuranceRunOut", "MAKE_CONDITIONAL", 0, 5),
        Arguments.of("DBS ran out", facts("DBS", -1, false), "rule_otherPaperRunOut", "MAKE_CONDITIONAL", 0, 20),
        Arguments.of("insurance still missing", facts("INSURANCE", -9, true), "rule_paperStillMissing", "SUSPEND", 0, 0),
        Arguments.of("a condition in spring", facts("CONDITION", 31, false), "rule_dutyFarAhead", "NOTHING", 30, 0),
        Arguments.of("yearly check in a month", facts("YEARLY_CHECK", 30, false), "rule_dutySoon", "NOTICE", 0, 0),
        Arguments.of("a condition today", facts("CONDITION", 0, false), "rule_dutyToday", "NOTICE", 0, 0),
        Arguments.of("a condition yesterday", facts("CONDITION", -1, false), "rule_conditionOverdue", "NOTICE", 0, 10),
        Arguments.of("a check yesterday", facts("YEARLY_CHECK", -1, false), "rule_checkOverdue", "NOTICE", 0, 15),
        Arguments.of("a check never answered", facts("YEARLY_CHECK", -30, true), "rule_dutyNotDone", "ASK_ASSESSOR", 0, 10),
        Arguments.of("renewal next year", facts("RENEWAL", 91, false), "rule_renewalFarAhead", "NOTHING", 90, 0),
        Arguments.of("renewal in three months", facts("RENEWAL", 90, false), "rule_renewalInvited", "INVITE_RENEWAL", 0, 0),
        Arguments.of("no renewal on the last day", facts("RENEWAL", 0, false), "rule_renewalTooLate", "NOTHING", 0, 0),
        Arguments.of("valid until yesterday", facts("VALIDITY", -1, false), "rule_validityOver", "EXPIRE", 0, 0));
  }

  @ParameterizedTest(name = "{0} → {2}")
  @MethodSource("cases")
  void a_date_asks_for_something(
      String when, Map<String, Object> facts, String rule, String step, int lookAgain, int grace) {
    var answer = TABLE.ask(facts);
    assertThat(answer.ruleId()).isEqualTo(rule);
    assertThat(answer.outputs()).isEqualTo(Map.of("step", step, "lookAgain", lookAgain, "grace", grace));
  }

  @Test
  void every_row_of_the_file_is_named_by_a_case_above() {
    var named = cases().map(arguments -> (String) arguments.get()[2]).collect(Collectors.toCollection(TreeSet::new));
    assertThat(named).as("each row of dmn/kitemark-upkeep.dmn has a case here").isEqualTo(new TreeSet<>(TABLE.ruleIds()));
  }

  /** Every day near enough for the table to tell it from the next, and two far away. */
  private static final int[] DAYS_LEFT =
      IntStream.concat(IntStream.rangeClosed(-130, 130), IntStream.of(-400, 1200)).toArray();

  @Test
  void exactly_one_row_answers_for_every_kind_and_every_day() {
    for (String kind : KINDS) {
      for (int left : DAYS_LEFT) {
        for (boolean graceOver : new boolean[] {false, true}) {
          TABLE.ask(facts(kind, left, graceOver)); // UNIQUE: a second row that matched would be refused
          assertThat(TABLE.matched()).as("%s, %d days left, grace over: %s", kind, left, graceOver).hasSize(1);
        }
      }
    }
  }

  @Test
  void nothing_worse_than_a_notice_happens_before_a_date_has_passed() {
    for (String kind : KINDS) {
      for (int left : DAYS_LEFT) {
        if (left < 0) {
          continue;
        }
        assertThat(TABLE.ask(facts(kind, left, false)).outputs().get("step"))
            .as("%s, %d days left", kind, left)
            .isIn(Set.of("NOTHING", "NOTICE", "INVITE_RENEWAL"));
      }
    }
  }

  private static Map<String, Object> facts(String kind, int daysLeft, boolean graceOver) {
    return Map.of("kind", kind, "daysLeft", daysLeft, "graceOver", graceOver);
  }
}
