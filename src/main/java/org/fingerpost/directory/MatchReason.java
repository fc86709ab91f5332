package org.fingerpost.directory;

/** Why an activity was put forward. Words: {@code match-reason.<CODE>}. */
public enum MatchReason {
  /** It helps with at least one of the person's needs. */
  NEED,
  /** It is open to people from the person's area. */
  AREA,
  /** It is for particular ages, and the person's is among them. */
  AGE,
  /** It has places. */
  PLACES
}
