package org.fingerpost.kitemark;

/** Kinds of dates of a mark, as the table {@code kitemark-upkeep} knows them. Words: {@code kitemark.upkeep.kind.<CODE>}. */
public enum UpkeepKind {
  INSURANCE,
  /** Checks of the Disclosure and Barring Service. */
  DBS,
  /** Safeguarding training. */
  TRAINING,
  /** The organisation's own look at itself, once a year. */
  YEARLY_CHECK,
  CONDITION,
  /** The last day of the mark, as the time to renew it. */
  RENEWAL,
  /** The last day of the mark, as its end. */
  VALIDITY;

  /** Whether the organisation shows a new paper for it. */
  public boolean paper() {
    return this == INSURANCE || this == DBS || this == TRAINING;
  }

  /** Code of the condition that stands for a paper that has run out, and of the reason to suspend where it stays away. */
  String runOut() {
    return name() + "_RUN_OUT";
  }
}
