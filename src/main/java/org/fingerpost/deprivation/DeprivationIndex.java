package org.fingerpost.deprivation;

import java.time.Instant;

/**
 * A published index of which a lookup was imported.
 *
 * @param invented made up for the demo
 * @param importedAt when a file of it was last loaded
 * @param postcodes how many postcodes it says something about here
 */
public record DeprivationIndex(String id, Kind kind, int year, boolean invented, Instant importedAt, long postcodes) {

  /** Which country's. Words: {@code deprivation.kind.<CODE>}. */
  public enum Kind {
    /** English Indices of Deprivation. */
    IMD,
    /** Welsh Index of Multiple Deprivation. */
    WIMD
  }

  static String id(Kind kind, int year, boolean invented) {
    return kind + "-" + year + (invented ? "-INVENTED" : "");
  }
}
