package org.fingerpost.platform;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/** A date as people write it: {@code 5 January 2026}, {@code 5 Ionawr 2026}. */
public final class WrittenDate {

  private WrittenDate() {}

  public static String of(LocalDate day, Language language) {
    return DateTimeFormatter.ofPattern("d MMMM uuuu", language.locale()).format(day);
  }
}
