package org.fingerpost.referral;

/**
 * Why support came to its end, as the link worker records it with the outcome, and what state that closes the referral in. Words are
 * in the bundles under {@code closure-reason.<CODE>}.
 *
 * <p>Source: the closing lists of HMPPS "Refer and monitor an intervention" and of BSeR (domain research section 4.5).
 */
public enum ClosureReason {
  GOALS_MET(ClosedState.COMPLETED),
  GOALS_PARTLY_MET(ClosedState.COMPLETED),
  CHOSE_TO_STOP(ClosedState.COMPLETED),
  DID_NOT_ENGAGE(ClosedState.COMPLETED),
  MOVED_AWAY(ClosedState.COMPLETED),
  NEEDS_MET_ELSEWHERE(ClosedState.COMPLETED),
  NOTHING_SUITABLE(ClosedState.COMPLETED),
  PROVIDER_FULL(ClosedState.COMPLETED),
  MOVED_TO_OTHER_CARE(ClosedState.TRANSFERRED),
  TRANSFERRED(ClosedState.TRANSFERRED),
  DIED(ClosedState.DIED);

  private final ClosedState closes;

  ClosureReason(ClosedState closes) {
    this.closes = closes;
  }

  /** The state that a referral with this outcome is closed in. */
  public ClosedState closes() {
    return closes;
  }
}
