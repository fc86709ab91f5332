package org.fingerpost.followup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.fingerpost.referral.SupportSoFar;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** What the next step of follow-up depends on. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class CheckInsTest {

  private static final LocalDate TODAY = LocalDate.parse("2026-07-10");
  private static final CheckIn.Moment NOW = new CheckIn.Moment(TODAY, Instant.parse("2026-07-10T10:00:00Z"));

  private final List<CheckIn> rows = new ArrayList<>();
  private final CheckIns checkIns = new CheckIns(rows);

  private CheckInsTest held(LocalDate endingOn) {
    var told = new CheckingIn.Held(Attendance.ATTENDING, null, List.of(), endingOn, "CONTINUE");
    rows.add(CheckIn.held("FP-2222-2222", checkIns.nextNumber(), told, "lowri", NOW));
    return this;
  }

  private CheckInsTest missed() {
    var told = new CheckingIn.Missed(Safety.NOT_KNOWN, List.of(), null);
    rows.add(CheckIn.missed("FP-2222-2222", checkIns.nextNumber(), told, "REBOOK", "lowri", NOW));
    return this;
  }

  @Test
  void only_what_was_missed_since_the_last_talk_counts_as_in_a_row() {
    missed().missed();
    assertThat(checkIns.missedInARow()).isEqualTo(2);
    held(null);
    assertThat(checkIns.missedInARow()).isZero();
    assertThat(checkIns.anyMissed()).isTrue();
    missed();
    assertThat(checkIns.missedInARow()).isEqualTo(1);
  }

  @Test
  void a_missed_appointment_is_made_again_under_its_number_in_the_plan() {
    held(null).missed();
    assertThat(checkIns.nextInPlan()).isEqualTo(2);
    assertThat(checkIns.nextNumber()).isEqualTo(3);
  }

  @Test
  void the_ending_that_was_agreed_last_counts() {
    held(TODAY.plusWeeks(4)).held(TODAY.plusWeeks(6)).held(null);
    assertThat(checkIns.agreedEnding()).contains(TODAY.plusWeeks(6));
  }

  @Test
  void support_counts_as_extended_once_a_team_lead_has_said_so() {
    held(null);
    assertThat(checkIns.extended()).isFalse();
    checkIns.last().decided(LeadDecision.EXTEND, "Nearly there", "grace", NOW.at());
    assertThat(checkIns.extended()).isTrue();
  }

  @Test
  void a_limit_is_reached_by_contacts_or_by_weeks() {
    var limit = new SupportLimit.Limit(8, 12, 12, 5, null);
    assertThat(limit.near(new SupportSoFar(7, TODAY))).isFalse();
    assertThat(limit.near(new SupportSoFar(8, TODAY))).isTrue();
    assertThat(limit.reached(new SupportSoFar(11, TODAY.minusWeeks(12).plusDays(1)), TODAY)).isFalse();
    assertThat(limit.reached(new SupportSoFar(12, TODAY), TODAY)).isTrue();
    assertThat(limit.reached(new SupportSoFar(2, TODAY.minusWeeks(12)), TODAY)).isTrue();
    assertThat(limit.reached(new SupportSoFar(2, null), TODAY)).isFalse();
  }

  @Test
  void the_risks_that_make_silence_worrying_are_those_of_harm_to_the_person() {
    assertThat(List.of("SELF_HARM_HISTORY", "FALLS", "DOMESTIC_ABUSE"))
        .allMatch(risk -> MissedAppointments.vulnerable(List.of(risk)));
    assertThat(MissedAppointments.vulnerable(List.of("NONE_KNOWN"))).isFalse();
    assertThat(MissedAppointments.vulnerable(List.of("AGGRESSION", "HOME_VISIT", "OTHER"))).isFalse();
  }
}
