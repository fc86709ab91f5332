package org.fingerpost.scheme;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/** Dates as scheme folders write them: 2026-04-01 and no other way, so that nobody has to guess day and month. */
final class Dates {

  private Dates() {}

  static Optional<LocalDate> parse(String value) {
    try {
      return Optional.of(LocalDate.parse(value));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
