package org.fingerpost.workbench.change;

/** What a change is about. */
public enum ChangeKind {
  /** A draft is to be in force. */
  MODEL,
  /** What was in force before a change is to be in force again. */
  ROLL_BACK,
  /** Referrals in flight are to move to another version. */
  MIGRATION
}
