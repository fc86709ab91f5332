package org.fingerpost.audit.search;

import java.time.DateTimeException;
import java.time.Instant;

/** Where a page of a list ended: the next begins after it, however much has come since. */
record Place(Instant at, String id) {

  /** {@code null} for what is no place. */
  static Place of(String written) {
    int cut = written == null ? -1 : written.indexOf('~');
    try {
      return cut < 1 ? null : new Place(Instant.parse(written.substring(0, cut)), written.substring(cut + 1));
    } catch (DateTimeException e) {
      return null;
    }
  }

  @Override
  public String toString() {
    return at + "~" + id;
  }
}
