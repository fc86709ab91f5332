package org.fingerpost.followup;

import static org.fingerpost.referral.journey.FollowUpCycle.DECISION_FOLLOW_UP_PLAN;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
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

  /** Whether the check-in that comes next belongs to the closer support of the first weeks. */
  boolean earlySupport(String schemeId, boolean introduced, int number) {
    var answer = decisions.ask(DECISION_FOLLOW_UP_PLAN, schemeId, Map.of("introduced", introduced, "number", number));
    return Boolean.TRUE.equals(answer.outputs().get("earlySupport"));
  }

  /** When somebody is called on the day that was agreed with them, or on the next working day if that has passed. */
  PlannedCheckIn notAfter(LocalDate agreed, String schemeId, PlannedCheckIn planned) {
    if (!agreed.isBefore(planned.day())) {
      return planned;
    }
    LocalDate tomorrow = workingDays.plus(schemeId, LocalDate.now(clock), 1);
    LocalDate day = agreed.isBefore(tomorrow) ? tomorrow : agreed;
    return new PlannedCheckIn(day, workingDays.at(schemeId, day), planned.answer());
  }

  /** Working days on which support may end, one for each week from next week on. */
  List<LocalDate> endings(String schemeId, int weeks) {
    LocalDate today = LocalDate.now(clock);
    return IntStream.rangeClosed(1, weeks)
        .mapToObj(week -> workingDays.plus(schemeId, today.plusWeeks(week).minusDays(1), 1))
        .distinct()
        .toList();
  }

  /** The morning of the working day so many working days from today. */
  Instant within(String schemeId, int days) {
    return workingDays.at(schemeId, workingDays.plus(schemeId, LocalDate.now(clock), days));
  }

  /**
   * @param day in Europe/London
   * @param at that day at nine
   * @param answer the table's answer behind it
   */
  record PlannedCheckIn(LocalDate day, Instant at, Decisions.Answer answer) {}
}
