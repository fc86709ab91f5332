package org.fingerpost.scheme;

import java.time.LocalDate;

/**
 * Whom a scheme takes on, from a day on. Gloucestershire began with frequent attenders and is now for anyone likely to benefit; a
 * referral is judged by the criteria of the day on which it was received.
 *
 * @param breadth how wide the door is
 * @param liveFrom first day on which these criteria count
 */
public record Criteria(Breadth breadth, LocalDate liveFrom) {

  /** How wide the door is. The table {@code referral-route} has rows for each. */
  public enum Breadth {
    /** A pilot: frequent attenders only. */
    NARROW,
    /** Anyone likely to benefit. */
    WIDE
  }
}
