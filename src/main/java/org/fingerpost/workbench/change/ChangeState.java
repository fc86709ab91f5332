package org.fingerpost.workbench.change;

/** Where a change stands. */
public enum ChangeState {
  /** Waits for a colleague. */
  PROPOSED,
  /** A colleague wants something else first; it is with its author. */
  SENT_BACK,
  /** Agreed; waits for its day. */
  APPROVED,
  /** Could not be carried out on its day; it is with its author. */
  FAILED,
  /** In force; of a migration: begun. */
  CARRIED_OUT,
  REFUSED,
  /** Taken back by its author. */
  WITHDRAWN,
  /** Nobody decided it, or revised it, in time. */
  LAPSED;

  /** Whether it is with its author again. */
  public boolean isBack() {
    return this == SENT_BACK || this == FAILED;
  }

  /** Whether anything can still happen to it. */
  public boolean isOpen() {
    return this == PROPOSED || this == APPROVED || isBack();
  }
}
