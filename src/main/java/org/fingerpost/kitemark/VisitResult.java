package org.fingerpost.kitemark;

/** What a visit found. Words: {@code kitemark.visit-result.<CODE>}. */
public enum VisitResult {
  IN_ORDER,
  /** Becomes a condition. */
  IMPROVEMENT,
  /** Becomes a proposal to suspend. */
  CONCERN,
  /** There was no visit, for a reason that the note says. */
  NOT_MADE
}
