package org.fingerpost.followup.process;

import static org.fingerpost.referral.journey.FollowUpCycle.CHECK_IN_DUE_AT;
import static org.fingerpost.referral.journey.FollowUpCycle.DECISION_DUE_AT;
import static org.fingerpost.referral.journey.FollowUpCycle.NEXT_STEP;

import org.fingerpost.followup.NextStep;
import org.fingerpost.platform.engine.Facts;

/** What the model learns of a check-in or of a team lead's decision: the next step, and its day if it has one. */
final class FollowUpFacts {

  private FollowUpFacts() {}

  static Facts of(NextStep step) {
    var facts = Facts.of(NEXT_STEP, step.code());
    if (step.checkInDueAt() != null) {
      facts.and(CHECK_IN_DUE_AT, step.checkInDueAt());
    }
    if (step.decisionDueAt() != null) {
      facts.and(DECISION_DUE_AT, step.decisionDueAt());
    }
    return facts;
  }
}
