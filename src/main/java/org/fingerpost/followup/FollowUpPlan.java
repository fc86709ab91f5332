package org.fingerpost.followup;

import static org.fingerpost.referral.journey.FollowUpCycle.DECISION_FOLLOW_UP_PLAN;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.fingerpost.platform.Decisions;
import org.fingerpost.scheme.WorkingDays;
import org.springframework.stereotype.Component;

/** When to check in, as the scheme's table {@code follow-up-plan} says, in its working days. */
@Component
class FollowUpPlan {

  private final Decisions decisions;
  private final WorkingDays workingDays;
  private final Clock clock;

  FollowUpPlan(Decisions decisions, WorkingDays workingDays, Clock clock) {
    this.decisions = decisions;
    this.workingDays = workingDays;
    this.clock = clock;
  }

  /**
   * Plans a check-in from today on.
   *
   * @param introduced whether the person has an activity to go to
   * @param number the check-in that comes next, from 1
   */
  PlannedCheckIn next(String schemeId, boolean introduced, int number) {
    var answer = decisions.ask(DECISION_FOLLOW_UP_PLAN, schemeId, Map.of("introduced", introduced, "number", number));
    LocalDate day = workingDays.plus(schemeId, LocalDate.now(clock), answer.number("workingDays"));
    return new PlannedCheckIn(day, workingDays.at(schemeId, day), answer);
  }

  /**
   * @param day in Europe/London
   * @param at that day at nine
   * @param answer the table's answer behind it
   */
  record PlannedCheckIn(LocalDate day, Instant at, Decisions.Answer answer) {}
}
