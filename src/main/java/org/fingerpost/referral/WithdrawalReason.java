package org.fingerpost.referral;

/** Why a referral is withdrawn. Words are in the bundles under {@code withdrawal-reason.<CODE>}. */
public enum WithdrawalReason {
  CHANGED_MIND,
  CONSENT_WITHDRAWN,
  NEEDS_MET_ELSEWHERE,
  MOVED_AWAY,
  REFERRED_BY_MISTAKE,
  DIED,
  OTHER;

  /** The state that a referral withdrawn for this reason ends in. */
  public ClosedState closes() {
    return this == DIED ? ClosedState.DIED : ClosedState.WITHDRAWN;
  }
}
