package org.fingerpost.kitemark;

/** What an assessor may say to a proposal. Words: {@code kitemark.decision.<CODE>}. */
public enum AssessmentDecision {
  /** As proposed. */
  CONFIRM,
  /** Another level, with a reason. */
  CHANGE,
  /** Not yet, with a list of what is missing and help. */
  NOT_YET,
  /** Nobody may be introduced to it. */
  REFUSE,
  ASK_FOR_MORE,
  /** A safeguarding or regulator's concern is open, or no longer: the tables are asked with it. */
  CONCERN,
  /** Something has come since: the tables are asked with it. */
  AGAIN
}
