package org.fingerpost.referral;

/** How a referral ended. Words are in the bundles under {@code closed-state.<CODE>}. */
public enum ClosedState {
  COMPLETED,
  SIGNPOSTED,
  DECLINED,
  WITHDRAWN,
  NOT_REACHED,
  TRANSFERRED,
  NOT_ELIGIBLE,
  DUPLICATE,
  DIED
}
