package org.fingerpost.introduction;

/** What was missing where nothing suited a person. Words: {@code introduction.missing.<CODE>}. */
public enum Missing {
  NOTHING_FOR_NEED,
  TOO_FAR,
  NO_PLACES,
  WRONG_TIMES,
  NOT_ACCESSIBLE,
  LANGUAGE,
  COST,
  NOTHING_LIKED,
  OTHER,
  /** Nobody said. */
  NOT_SAID
}
