package org.fingerpost.community;

/** Why something ended without what was asked for; never a reproach. Words: {@code community.closing.<CODE>}. */
public enum ClosingReason {
  NOT_WANTED,
  NO_ANSWER,
  NOTHING_NEEDED,
  GROUP_ENDED,
  NOT_FOR_US,
  TOO_LITTLE_INTEREST,
  NO_VENUE,
  TRIALS_FAILED,
  MARK_NOT_REACHED,
  NOBODY_TO_RUN_IT,
  OTHER
}
