package org.fingerpost.eligibility;

/** Where a referral can go. Words are in the bundles under {@code route.<CODE>}. Source: domain research 4.3, table E1. */
public enum Route {
  URGENT,
  MERGE,
  RETURN,
  TRANSFER,
  YOUNG_PEOPLE,
  CLINICAL_REDIRECT,
  SIGNPOST,
  LINK_WORKER;

  /** Whether the scheme goes on with the person. Only these two need no confirmation by a team lead. */
  public boolean takenOn() {
    return this == LINK_WORKER || this == SIGNPOST;
  }

  /** Whether a team lead may settle on it: urgency is a call to act, not a place to leave somebody. */
  public boolean canBeChosen() {
    return this != URGENT;
  }
}
