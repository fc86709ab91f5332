package org.fingerpost.workbench.change;

/** What the second manager says to a proposal. */
public enum ChangeDecision {
  APPROVED,
  SENT_BACK,
  REFUSED;

  /** Whether the author must hear why. */
  boolean needsWords() {
    return this != APPROVED;
  }

  ChangeState state() {
    return ChangeState.valueOf(name());
  }
}
