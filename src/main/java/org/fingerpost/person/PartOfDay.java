package org.fingerpost.person;

import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;

/**
 * A part of the day in which it may be safe to get in touch with a person; times are London's. Words are in the bundles under {@code
 * part-of-day.<CODE>}.
 */
public enum PartOfDay {
  MORNING(9, 12),
  AFTERNOON(12, 17),
  EVENING(17, 20);

  private final LocalTime from;
  private final LocalTime until;

  PartOfDay(int from, int until) {
    this.from = LocalTime.of(from, 0);
    this.until = LocalTime.of(until, 0);
  }

  public LocalTime from() {
    return from;
  }

  /** The end, which does not belong to it any more. */
  public LocalTime until() {
    return until;
  }

  /** An hour before its end: who begins then is not cut short. */
  public LocalTime latestStart() {
    return until.minusHours(1);
  }

  /** The part that a time belongs to; before nine it is morning, after eight it is evening. */
  public static PartOfDay of(LocalTime time) {
    return time.isBefore(MORNING.until) ? MORNING : time.isBefore(AFTERNOON.until) ? AFTERNOON : EVENING;
  }

  /** The parts with these codes, in the order of the day; unknown codes are left out. */
  public static List<PartOfDay> of(List<String> codes) {
    return Arrays.stream(values()).filter(part -> codes.contains(part.name())).toList();
  }
}
