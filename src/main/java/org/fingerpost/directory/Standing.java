package org.fingerpost.directory;

import java.time.LocalDate;

/**
 * How an activity and its organisation are doing.
 *
 * @param status the worse one of the two
 * @param placesThisWeek how many more people it can take this week, as its organisation said; or {@code null}
 * @param placesSaidOn the day it said so, or {@code null}
 * @param confirmedOn when it was last said that the entry is right; {@code null} if not known
 * @param usualAnswer {@code null} until there is one
 */
public record Standing(
    ListingStatus status,
    Integer placesThisWeek,
    LocalDate placesSaidOn,
    LocalDate confirmedOn,
    UsualAnswer usualAnswer) {

  /** How long what was said of this week's places holds, in days. */
  static final int PLACES_HOLD = 7;

  /** Of which nothing more is known. */
  public static final Standing USUAL = new Standing(ListingStatus.ACTIVE, null, null, null, null);

  /** The places of this week where they were said lately enough; otherwise {@code null}. */
  public Integer placesKnown(LocalDate today) {
    boolean lately = placesSaidOn != null && today.isBefore(placesSaidOn.plusDays(PLACES_HOLD));
    return lately ? placesThisWeek : null;
  }

  /** Whether nobody has said for twelve months that the entry is right. */
  public boolean unconfirmed(LocalDate today) {
    return confirmedOn != null && !today.isBefore(confirmedOn.plusYears(1));
  }
}
