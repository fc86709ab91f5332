package org.fingerpost.followup;

import java.time.Instant;

/**
 * How follow-up goes on, in the codes of {@code follow-up-cycle}.
 *
 * @param code see {@link org.fingerpost.referral.journey.FollowUpCycle#NEXT_STEP}
 * @param checkInDueAt when the appointment that was missed is made again, or {@code null}
 * @param decisionDueAt by when a team lead should have decided, or {@code null}
 */
public record NextStep(String code, Instant checkInDueAt, Instant decisionDueAt) {

  static NextStep of(String code) {
    return new NextStep(code, null, null);
  }
}
