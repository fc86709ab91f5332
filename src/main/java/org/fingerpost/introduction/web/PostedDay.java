package org.fingerpost.introduction.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A day posted in three fields.
 *
 * @param day {@code null} if nothing was typed or it is no day
 * @param typed whether anything was typed
 */
record PostedDay(LocalDate day, boolean typed) {

  static PostedDay of(Map<String, String> posted, String name) {
    var parts =
        Stream.of("-year", "-month", "-day").map(part -> posted.getOrDefault(name + part, "").strip()).toList();
    if (parts.stream().allMatch(String::isEmpty)) {
      return new PostedDay(null, false);
    }
    try {
      return new PostedDay(
          LocalDate.of(
              Integer.parseInt(parts.get(0)), Integer.parseInt(parts.get(1)), Integer.parseInt(parts.get(2))),
          true);
    } catch (NumberFormatException | DateTimeException e) {
      return new PostedDay(null, true);
    }
  }

  /** Nothing, or a day from today on within a year. */
  boolean acceptable(LocalDate today) {
    return !typed || day != null && !day.isBefore(today) && !day.isAfter(today.plusYears(1));
  }
}
