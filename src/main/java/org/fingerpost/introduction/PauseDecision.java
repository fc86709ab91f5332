package org.fingerpost.introduction;

/** How a paused introduction goes on. Words: {@code introduction.pause-decision.<CODE>}. */
public enum PauseDecision {
  /** It is stopped, and the link worker chooses something else with the person. */
  OFFER_ANOTHER,
  /** It stays paused until the mark is back, or until a day. */
  WAIT,
  /** The person, who goes there already, goes on all the same. */
  GO_ON
}
