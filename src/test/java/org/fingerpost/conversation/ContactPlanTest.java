package org.fingerpost.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fingerpost.platform.DecisionsSimulator;
import org.fingerpost.platform.DecisionsSimulator.Question;
import org.fingerpost.platform.Language;
import org.fingerpost.referral.ReferralSummary;
import org.fingerpost.referral.ReferrerKind;
import org.fingerpost.referral.Stage;
import org.fingerpost.scheme.Schemes;
import org.fingerpost.scheme.WorkingDays;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ContactPlanTest {

  private static final ZoneId LONDON = ZoneId.of("Europe/London");
  private static final WorkingDays WORKING_DAYS = new WorkingDays(Schemes.shipped());

  private final DecisionsSimulator table =
      new DecisionsSimulator()
          .answering(
              facts ->
                  Map.of(
                      "workingDays", Boolean.TRUE.equals(facts.get("urgent")) ? 2 : 5,
                      "lastAttempt", (int) facts.get("attempt") >= 3));

  @Test
  void an_attempt_is_due_at_nine_on_a_working_day_and_late_the_morning_after() {
    var planned = planOn("2026-12-22").next(referral("NONE_KNOWN"), 1);

    // From Tuesday 22 December, past Christmas, the substitute for Boxing Day and two weekends.
    assertThat(planned.day()).isEqualTo("2026-12-31");
    assertThat(planned.at()).isEqualTo(Instant.parse("2026-12-31T09:00:00Z"));
    assertThat(planned.nextMorning()).isEqualTo(Instant.parse("2027-01-04T09:00:00Z"));
  }

  @Test
  void in_summer_nine_o_clock_is_eight_in_UTC() {
    assertThat(planOn("2026-07-06").next(referral("NONE_KNOWN"), 1).at())
        .isEqualTo(Instant.parse("2026-07-13T08:00:00Z"));
  }

  @Test
  void an_urgent_referral_is_tried_sooner() {
    var planned = planOn("2026-07-06").next(referral("SAFEGUARDING_OPEN"), 1);

    assertThat(planned.day()).isEqualTo("2026-07-08");
    assertThat(table.asked())
        .containsExactly(new Question("contact-plan", "gloucestershire", Map.of("urgent", true, "attempt", 1)));
  }

  @Test
  void the_table_says_after_which_attempt_a_person_decides() {
    var plan = planOn("2026-07-06");

    assertThat(plan.isLast(referral("NONE_KNOWN"), 2)).isFalse();
    assertThat(plan.isLast(referral("NONE_KNOWN"), 3)).isTrue();
  }

  @Test
  void another_attempt_carries_its_day_and_an_end_carries_none() {
    var again = ContactStep.again(planOn("2026-07-06").next(referral("NONE_KNOWN"), 2));

    assertThat(again.result()).isEqualTo("TRY_AGAIN");
    assertThat(again.nextDay()).isEqualTo("2026-07-13");
    assertThat(again.lateFrom()).isEqualTo(Instant.parse("2026-07-14T08:00:00Z"));
    assertThat(ContactStep.ended("OUT_OF_TRIES").nextAt()).isNull();
  }

  private ContactPlan planOn(String day) {
    var morning = LocalDate.parse(day).atTime(10, 30).atZone(LONDON).toInstant();
    return new ContactPlan(table, WORKING_DAYS, Clock.fixed(morning, LONDON));
  }

  private static ReferralSummary referral(String risk) {
    return new ReferralSummary(
        "FP-0000-0000",
        "gloucestershire",
        new UUID(0, 1),
        Instant.parse("2026-07-01T10:00:00Z"),
        "GENERAL_PRACTICE",
        ReferrerKind.PROFESSIONAL,
        "Invented Referrer",
        null,
        null,
        null,
        null,
        Language.EN,
        List.of("LONELINESS"),
        null,
        null,
        List.of(risk),
        null,
        "FOREST_OF_DEAN",
        Stage.ASSIGNED,
        null,
        null,
        "LINK_WORKER",
        "lowri",
        null,
        false,
        false,
        null,
        List.of(),
        List.of(),
        null,
        false,
        null,
        null,
        false);
  }
}
