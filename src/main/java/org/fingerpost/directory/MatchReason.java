package org.fingerpost.directory;

/**
 * What speaks for an activity, in the order in which it is said. The table {@code activity-match} gives them. Words:
 * {@code match-reason.<CODE>}.
 */
public enum MatchReason {
  /** It is something the person likes or wants. */
  LIKES,
  /** It helps with at least one of the person's needs. */
  NEED,
  /** It takes place in the person's own postcode district. */
  DISTRICT,
  /** It is open to people from the person's area. */
  AREA,
  /** It takes place in an area next to the person's. */
  NEIGHBOUR,
  /** It is for particular ages, and the person's is among them. */
  AGE,
  ACCESS,
  /** It meets some of the person's access needs. */
  ACCESS_PARTLY,
  LANGUAGE,
  DAYS,
  /** Its organisation said lately that it has places. */
  PLACES_KNOWN,
  /** It has places. */
  PLACES,
  NO_WAIT,
  /** A place is usually free within a month. */
  SHORT_WAIT,
  KITE_MARK,
  KITE_MARK_CONDITIONAL,
  KITE_MARK_SMALL_GROUP
}
