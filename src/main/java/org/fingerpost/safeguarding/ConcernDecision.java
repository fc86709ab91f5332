package org.fingerpost.safeguarding;

/** What a team lead decides about a concern. Words are in the bundles under {@code safeguarding.decision.<CODE>}. */
public enum ConcernDecision {
  NO_FURTHER_ACTION,
  ADVICE,
  LOCAL_AUTHORITY_REFERRAL,
  EMERGENCY_SERVICES
}
