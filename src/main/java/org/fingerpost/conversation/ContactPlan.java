package org.fingerpost.conversation;

import static org.fingerpost.referral.journey.FirstContact.DECISION_CONTACT_PLAN;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.fingerpost.platform.Decisions;
import org.fingerpost.referral.ReferralSummary;
import org.fingerpost.scheme.WorkingDays;
import org.springframework.stereotype.Component;

/** When to try to reach a person, as the scheme's table {@code contact-plan} says, in its working days. */
@Component
class ContactPlan {

  private final Decisions decisions;
  private final WorkingDays workingDays;
  private final Clock clock;

  ContactPlan(Decisions decisions, WorkingDays workingDays, Clock clock) {
    this.decisions = decisions;
    this.workingDays = workingDays;
    this.clock = clock;
  }

  /**
   * Plans an attempt from today on.
   *
   * @param attempt the attempt that comes next, from 1
   */
  PlannedContact next(ReferralSummary referral, int attempt) {
    var answer = ask(referral, attempt);
    int days = answer.number("workingDays");
    LocalDate day = workingDays.plus(referral.schemeId(), LocalDate.now(clock), days);
    return new PlannedContact(
        day,
        workingDays.at(referral.schemeId(), day),
        workingDays.at(referral.schemeId(), workingDays.plus(referral.schemeId(), day, 1)),
        days,
        answer);
  }

  /** Whether a person must decide how to go on after this attempt failed. */
  boolean isLast(ReferralSummary referral, int attempt) {
    return Boolean.TRUE.equals(ask(referral, attempt).outputs().get("lastAttempt"));
  }

  private Decisions.Answer ask(ReferralSummary referral, int attempt) {
    return decisions.ask(
        DECISION_CONTACT_PLAN,
        referral.schemeId(),
        Map.of("urgent", ContactUrgency.isUrgent(referral.risks(), referral.sourceCode()), "attempt", attempt));
  }

  /**
   * @param day in Europe/London
   * @param at that day at nine
   * @param nextMorning nine o'clock on the working day after it: when an attempt that was to be made on the day is late
   * @param answer the table's answer behind it
   */
  record PlannedContact(LocalDate day, Instant at, Instant nextMorning, int workingDays, Decisions.Answer answer) {}
}
