package org.fingerpost.kitemark.process;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.fingerpost.platform.InvalidInput;

/** Reads a day from a form: written as 31/12/2026 or 2026-12-31. */
final class TypedDay {

  private TypedDay() {}

  /**
   * @return {@code null} for nothing
   * @throws InvalidInput if it is no day
   */
  static LocalDate of(String field, String typed) {
    if (typed == null || typed.isBlank()) {
      return null;
    }
    String bare = typed.strip();
    var parts = bare.split("[/.]");
    try {
      return parts.length == 3
          ? LocalDate.of(Integer.parseInt(parts[2]), Integer.parseInt(parts[1]), Integer.parseInt(parts[0]))
          : LocalDate.parse(bare);
    } catch (NumberFormatException | DateTimeException e) {
      throw new InvalidInput(field, "kitemark.form.day.unreadable");
    }
  }

  /** {@code null} for blank. */
  static String trimmed(String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }
}
