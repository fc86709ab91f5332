package org.fingerpost.kitemark;

/** Whether a mark holds. Words: {@code kitemark.status.<CODE>}. */
public enum AwardStatus {
  CURRENT,
  /** Nobody is introduced until it is settled. */
  SUSPENDED,
  /** Its last day is over and no other mark took its place. */
  EXPIRED,
  /** A later mark took its place. */
  REPLACED,
  /** Given up or taken away for good. */
  ENDED;

  /** Whether it is the organisation's mark of today. */
  public boolean standing() {
    return this == CURRENT || this == SUSPENDED;
  }
}
