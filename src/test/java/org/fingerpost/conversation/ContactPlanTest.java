package org.fingerpost.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fingerpost.person.PartOfDay;
import org.fingerpost.person.PersonDetails;
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
                      "channel", "PHONE",
                      "letterWorkingDays", 10,
                      "detailsWorkingDays", 3,
                      "lastAttempt", (int) facts.get("attempt") >= 3));

  @Test
  void an_attempt_may_begin_at_nine_and_is_due_in_the_afternoon_of_a_working_day() {
    var slot = planOn("2026-12-22").next(referral("NONE_KNOWN"), somebody(), 1).slot();

    // From Tuesday 22 December, past Christmas, the substitute for Boxing Day and two weekends.
    assertThat(slot.day()).isEqualTo("2026-12-31");
    assertThat(slot.at()).isEqualTo(Instant.parse("2026-12-31T09:00:00Z"));
    assertThat(slot.dueAt()).isEqualTo(Instant.parse("2026-12-31T16:00:00Z"));
  }

  @Test
  void in_summer_nine_o_clock_is_eight_in_UTC() {
    assertThat(planOn("2026-07-06").next(referral("NONE_KNOWN"), somebody(), 1).slot().at())
        .isEqualTo(Instant.parse("2026-07-13T08:00:00Z"));
  }

  @Test
  void an_attempt_begins_and_is_due_in_the_parts_of_the_day_that_are_safe() {
    var afternoons = planOn("2026-07-06").next(referral("NONE_KNOWN"), somebody(PartOfDay.AFTERNOON), 1).slot();
    assertThat(afternoons.at()).isEqualTo(Instant.parse("2026-07-13T11:00:00Z"));
    assertThat(afternoons.dueAt()).isEqualTo(Instant.parse("2026-07-13T15:00:00Z"));

    var outsideLunch =
        planOn("2026-07-06").next(referral("NONE_KNOWN"), somebody(PartOfDay.MORNING, PartOfDay.EVENING), 1).slot();
    assertThat(outsideLunch.at()).isEqualTo(Instant.parse("2026-07-13T08:00:00Z"));
    assertThat(outsideLunch.dueAt()).isEqualTo(Instant.parse("2026-07-13T18:00:00Z"));
  }

  @Test
  void an_urgent_referral_is_tried_sooner() {
    var planned = planOn("2026-07-06").next(referral("SAFEGUARDING_OPEN"), somebody(), 1);

    assertThat(planned.slot().day()).isEqualTo("2026-07-08");
    assertThat(table.asked())
        .containsExactly(
            new Question(
                "contact-plan", "gloucestershire", Map.of("urgent", true, "attempt", 1, "reachableBy", "PHONE")));
  }

  @Test
  void the_table_says_after_which_attempt_the_letter_follows_and_how_long_answers_are_waited_for() {
    var plan = planOn("2026-07-06");

    assertThat(plan.isLast(referral("NONE_KNOWN"), somebody(), 2)).isFalse();
    assertThat(plan.isLast(referral("NONE_KNOWN"), somebody(), 3)).isTrue();
    assertThat(plan.letterAnswerDue(referral("NONE_KNOWN"), somebody(), 3)).isEqualTo("2026-07-20");
    assertThat(plan.detailsDue(referral("NONE_KNOWN"), somebody(), 3)).isEqualTo("2026-07-09");
  }

  @Test
  void with_better_details_the_attempt_is_made_at_the_next_safe_time() {
    var monday = planOn("2026-07-06"); // at half past ten

    assertThat(monday.soon(referral("NONE_KNOWN"), somebody()).dueAt()).isEqualTo(Instant.parse("2026-07-06T15:00:00Z"));
    assertThat(monday.soon(referral("NONE_KNOWN"), somebody(PartOfDay.AFTERNOON)).at())
        .isEqualTo(Instant.parse("2026-07-06T11:00:00Z"));
    var saturday = planOn("2026-07-11");
    assertThat(saturday.soon(referral("NONE_KNOWN"), somebody(PartOfDay.MORNING)).day()).isEqualTo("2026-07-13");
  }

  @Test
  void another_attempt_carries_its_day_and_an_end_carries_none() {
    var again = ContactStep.again(planOn("2026-07-06").next(referral("NONE_KNOWN"), somebody(), 2).slot());

    assertThat(again.result()).isEqualTo("TRY_AGAIN");
    assertThat(again.nextDay()).isEqualTo("2026-07-13");
    assertThat(again.dueAt()).isEqualTo(Instant.parse("2026-07-13T15:00:00Z"));
    assertThat(ContactStep.ended("OUT_OF_TRIES").nextAt()).isNull();
  }

  private ContactPlan planOn(String day) {
    var morning = LocalDate.parse(day).atTime(10, 30).atZone(LONDON).toInstant();
    return new ContactPlan(table, WORKING_DAYS, Schemes.shipped(), Clock.fixed(morning, LONDON));
  }

  private static PersonDetails somebody(PartOfDay... safe) {
    return new PersonDetails(
        new UUID(0, 1), "gloucestershire", "Invented", "Person", LocalDate.of(1950, 1, 1), null, "GL1 1AA",
        "01632 960222", null, Language.EN, null, null, null, List.of(safe));
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
        "SAFEGUARDING_OPEN".equals(risk),
        null,
        null,
        false);
  }
}
