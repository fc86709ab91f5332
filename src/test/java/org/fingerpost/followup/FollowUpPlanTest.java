package org.fingerpost.followup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.fingerpost.platform.DecisionsSimulator;
import org.fingerpost.platform.DecisionsSimulator.Question;
import org.fingerpost.scheme.Schemes;
import org.fingerpost.scheme.WorkingDays;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class FollowUpPlanTest {

  private static final Clock FRIDAY_NIGHT =
      Clock.fixed(Instant.parse("2026-07-10T22:59:00Z"), ZoneId.of("Europe/London"));

  private final DecisionsSimulator table =
      new DecisionsSimulator()
          .answering(facts -> Map.of("workingDays", Boolean.TRUE.equals(facts.get("introduced")) ? 30 : 10));
  private final FollowUpPlan plan = new FollowUpPlan(table, new WorkingDays(Schemes.shipped()), FRIDAY_NIGHT);

  @Test
  void thirty_working_days_after_an_introduction_are_six_weeks_when_no_bank_holiday_falls_in_between() {
    assertThat(plan.next("gloucestershire", true, 1).day()).isEqualTo("2026-08-21");
  }

  @Test
  void the_day_counts_from_is_the_day_in_London_not_in_UTC() {
    var planned = plan.next("gloucestershire", false, 2);

    assertThat(planned.day()).isEqualTo("2026-07-24");
    assertThat(planned.at()).isEqualTo(Instant.parse("2026-07-24T08:00:00Z"));
  }

  @Test
  void the_table_is_told_whether_there_is_an_activity_and_which_check_in_comes_next() {
    plan.next("wales", false, 3);

    assertThat(table.asked())
        .containsExactly(new Question("follow-up-plan", "wales", Map.of("introduced", false, "number", 3)));
  }

  @Test
  void a_check_in_is_never_later_than_the_ending_that_was_agreed() {
    var planned = plan.next("gloucestershire", true, 1);

    assertThat(plan.notAfter(LocalDate.parse("2026-07-31"), "gloucestershire", planned).day()).isEqualTo("2026-07-31");
    assertThat(plan.notAfter(LocalDate.parse("2026-09-30"), "gloucestershire", planned)).isEqualTo(planned);
  }

  @Test
  void an_agreed_ending_that_has_passed_is_talked_about_on_the_next_working_day() {
    var planned = plan.next("gloucestershire", true, 1);

    assertThat(plan.notAfter(LocalDate.parse("2026-07-09"), "gloucestershire", planned).day()).isEqualTo("2026-07-13");
  }

  @Test
  void support_may_be_planned_to_end_on_a_working_day_of_each_coming_week() {
    assertThat(plan.endings("gloucestershire", 3).stream().map(LocalDate::toString))
        .containsExactly("2026-07-17", "2026-07-24", "2026-07-31");
  }
}
