package org.fingerpost.kitemark;

/** What an assessor decides about a question. Words: {@code kitemark.question-decision.<CODE>}. */
public enum QuestionDecision {
  IN_ORDER,
  /** A later day. */
  MORE_TIME,
  /** Something is to be done by a day. */
  CONDITION,
  /** A proposal, which a second assessor confirms. */
  SUSPEND
}
