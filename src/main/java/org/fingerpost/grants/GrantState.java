package org.fingerpost.grants;

import java.util.Set;

/** Where a grant stands. Words: {@code grant-state.<CODE>}. */
public enum GrantState {
  /** Sent, and looked at. */
  APPLIED,
  /** The group was asked something. */
  ASKED,
  /** With the panel. */
  PANEL,
  /** Awarded; the group has not accepted the terms yet. */
  AWARDED,
  /** Accepted; not paid yet. */
  ACCEPTED,
  /** Paid; the project runs. */
  PAID,
  /** A report has come and was not judged yet. */
  REPORTED,
  /** Closed with a satisfactory report. */
  COMPLETED,
  /** Closed without one: stands in the way of the next grant until a report comes. */
  OVERDUE,
  /** Did not go to the panel. */
  REFUSED,
  /** The group did not answer what it was asked. */
  UNANSWERED,
  /** The panel said no. */
  DECLINED,
  /** Not accepted in time, turned down by the group, or not payable. */
  RELEASED,
  WITHDRAWN;

  private static final Set<GrantState> CLOSED = Set.of(COMPLETED, OVERDUE, REFUSED, UNANSWERED, DECLINED, RELEASED, WITHDRAWN);

  /** Paid for, and without a satisfactory report so far. */
  static final Set<GrantState> REPORT_OWED = Set.of(PAID, REPORTED, OVERDUE);

  public boolean closed() {
    return CLOSED.contains(this);
  }

  /** Whether the group may still take its application back: until the money is paid. */
  public boolean withdrawable() {
    return Set.of(APPLIED, ASKED, PANEL, AWARDED, ACCEPTED).contains(this);
  }
}
