package org.fingerpost.introduction;

/** What an organisation says to an offer. Words for link workers are under {@code introduction.answer.<CODE>}. */
public enum Answer {
  ACCEPTED,
  /** Yes, but not yet. */
  WAITING_LIST,
  DECLINED;

  /** Whether the person can go now. Somebody on a waiting list is not introduced yet. */
  public boolean introduces() {
    return this == ACCEPTED;
  }
}
