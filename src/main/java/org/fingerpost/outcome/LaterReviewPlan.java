package org.fingerpost.outcome;

import static org.fingerpost.referral.journey.LaterReview.DECISION_LATER_REVIEW_PLAN;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.fingerpost.platform.Decisions;
import org.fingerpost.scheme.WorkingDays;
import org.springframework.stereotype.Component;

/** When to ask again how somebody is, and how often to try, as the scheme's table {@code later-review-plan} says. */
@Component
class LaterReviewPlan {

  private final Decisions decisions;
  private final WorkingDays workingDays;
  private final Clock clock;

  LaterReviewPlan(Decisions decisions, WorkingDays workingDays, Clock clock) {
    this.decisions = decisions;
    this.workingDays = workingDays;
    this.clock = clock;
  }

  /**
   * @param review the review that comes next, from 1
   */
  Planned of(String schemeId, int review) {
    var answer = decisions.ask(DECISION_LATER_REVIEW_PLAN, schemeId, Map.of("review", review));
    return new Planned(
        Boolean.TRUE.equals(answer.outputs().get("planned")),
        answer.number("months"),
        answer.number("attempts"),
        answer.number("workingDays"),
        answer);
  }

  /** The first working day that is not before so many months after a day. */
  LocalDate monthsAfter(String schemeId, LocalDate end, int months) {
    return workingDays.plus(schemeId, end.plusMonths(months).minusDays(1), 1);
  }

  LocalDate today() {
    return LocalDate.now(clock);
  }

  /** The day so many working days from today. */
  LocalDate in(String schemeId, int days) {
    return workingDays.plus(schemeId, today(), days);
  }

  /** That day at nine. */
  Instant at(String schemeId, LocalDate day) {
    return workingDays.at(schemeId, day);
  }

  /**
   * @param planned whether there is such a review at all
   * @param months after the end of support
   * @param attempts how often to try
   * @param workingDays within which it is held, and between two tries
   * @param answer the table's answer behind it
   */
  record Planned(boolean planned, int months, int attempts, int workingDays, Decisions.Answer answer) {}
}
