package org.fingerpost.workbench.change;

/** Where a move of referrals in flight stands. */
public enum MigrationState {
  /** The dry run goes on. */
  TRYING,
  /** The dry run is over; the manager decides about exceptions and proposes. */
  TRIED,
  /** A colleague decides. */
  PROPOSED,
  /** Going on in the background. */
  MOVING,
  DONE,
  DROPPED
}
