package org.fingerpost.deprivation;

import java.util.List;

/**
 * What became of a file. Either every line is right and all of it is loaded, or nothing is.
 *
 * @param lines below the headings
 * @param added postcodes that were not there
 * @param changed postcodes that were there with another decile or of another index
 * @param refused how many lines are not right
 * @param firstRefused the first of them; a file that is wrong throughout is told by its beginning
 */
public record LookupReport(int lines, int added, int changed, int refused, List<Line> firstRefused) {

  /** How many wrong lines are named. */
  public static final int MOST_NAMED = 100;

  /** Why a line is not right. Words: {@code deprivation.refused.<CODE>}. */
  public enum Why {
    NO_POSTCODE,
    NO_DECILE,
    SAID_OTHERWISE
  }

  /**
   * @param number of the line in the file, from 1
   * @param said what stands there, shortened
   * @param before the line that says otherwise, for {@link Why#SAID_OTHERWISE}; else 0
   */
  public record Line(int number, String said, Why why, int before) {}

  public boolean loaded() {
    return refused == 0;
  }

  /** Postcodes that were there already with the same decile. */
  public int same() {
    return lines - added - changed;
  }
}
