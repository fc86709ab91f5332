package org.fingerpost.referral;

/** Why a referral ends before its journey does. Words are in the bundles under {@code withdrawal-reason.<CODE>}. */
public enum WithdrawalReason {
  CHANGED_MIND,
  CONSENT_WITHDRAWN,
  NEEDS_MET_ELSEWHERE,
  MOVED_AWAY,
  REFERRED_BY_MISTAKE,
  DIED,
  OTHER;

  /** What kind of ending this is a reason for. */
  public Ending ending() {
    return switch (this) {
      case DIED -> Ending.DIED;
      case MOVED_AWAY -> Ending.MOVED_AWAY;
      default -> Ending.WITHDRAWN;
    };
  }

  /** The state that a referral withdrawn for this reason ends in. */
  public ClosedState closes() {
    return this == DIED ? ClosedState.DIED : ClosedState.WITHDRAWN;
  }
}
