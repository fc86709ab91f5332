package org.fingerpost.introduction;

/** What an organisation says to an offer. Words for link workers are under {@code introduction.answer.<CODE>}. */
public enum Answer {
  ACCEPTED,
  /** Yes, but not yet. */
  WAITING_LIST,
  DECLINED;
}
