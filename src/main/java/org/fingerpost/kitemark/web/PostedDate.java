package org.fingerpost.kitemark.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;

/** A day posted in three fields. */
final class PostedDate {

  private PostedDate() {}

  /** {@code null} if it is no day, or nothing was typed. */
  static LocalDate of(Map<String, String> posted, String name) {
    try {
      return LocalDate.of(part(posted, name, "-year"), part(posted, name, "-month"), part(posted, name, "-day"));
    } catch (NumberFormatException | DateTimeException e) {
      return null;
    }
  }

  private static int part(Map<String, String> posted, String name, String part) {
    return Integer.parseInt(posted.getOrDefault(name + part, "").strip());
  }
}
