package org.fingerpost.platform;

import java.util.Collection;

/**
 * A number of people as it may be shown: nobody is nobody, one to seven are hidden, the rest is rounded to five. What is shown is all
 * there is to calculate with: totals add up what is shown, so that no hidden number can be worked out from them.
 *
 * @param shown the rounded number; 0 for a hidden one
 * @param hidden whether it stands for one to seven people
 */
public record SmallCount(int shown, boolean hidden) implements Comparable<SmallCount> {

  /** Instead of a hidden number. */
  public static final String HIDDEN = "*";

  private static final int MOST_HIDDEN = 7;
  private static final int STEP = 5;

  public static SmallCount of(int people) {
    if (people < 0) {
      throw new IllegalArgumentException("There are no fewer people than none");
    }
    boolean hidden = people >= 1 && people <= MOST_HIDDEN;
    return new SmallCount(hidden ? 0 : (people + STEP / 2) / STEP * STEP, hidden);
  }

  /** The total of what is shown; hidden itself if nothing but hidden numbers are in it. */
  public static SmallCount total(Collection<SmallCount> parts) {
    int sum = parts.stream().mapToInt(SmallCount::shown).sum();
    return new SmallCount(sum, sum == 0 && parts.stream().anyMatch(SmallCount::hidden));
  }

  /** As it stands on pages and in exports. */
  public String text() {
    return hidden ? HIDDEN : Integer.toString(shown);
  }

  /** By what is shown, so that an order gives nothing away. */
  @Override
  public int compareTo(SmallCount other) {
    return shown != other.shown ? Integer.compare(shown, other.shown) : Boolean.compare(hidden, other.hidden);
  }

  @Override
  public String toString() {
    return text();
  }
}
