package org.fingerpost.introduction;

/** Why an organisation says no. Words: {@code introduction.decline-reason.<CODE>}. */
public enum DeclineReason {
  NO_PLACES,
  NOT_SUITABLE,
  OUTSIDE_AREA,
  CANNOT_MEET_ACCESS,
  NOT_RUNNING,
  OTHER
}
