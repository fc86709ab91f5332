package org.fingerpost.community;

/** The step that a group is at, or how it ended. Words: {@code community.state.<CODE>}. */
public enum GroupState {
  /** Waits for an officer. */
  OFFICER,
  VISIT,
  AGREE,
  ACTIONS,
  REVIEW,
  INTEREST,
  VENUE,
  TRIAL,
  MARK,
  LISTING,
  /** A team lead decides how to go on. */
  FURTHER,
  SUPPORTED,
  STILL_NEEDS,
  LISTED,
  CLOSED;

  /** Whether nothing more is done. */
  public boolean ended() {
    return ordinal() >= SUPPORTED.ordinal();
  }
}
