package org.fingerpost.introduction;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the code of a language that a referrer wrote by its name, in English or in Welsh. */
final class Languages {

  private Languages() {}

  /** ISO 639, {@code bfi} for British Sign Language; empty for nothing or a name that is not known. */
  static Optional<String> codeOf(String name) {
    if (name == null || name.isBlank()) {
      return Optional.empty();
    }
    String wanted = name.strip();
    if (wanted.matches("(?i)bsl|british sign language|iaith arwyddion.*")) {
      return Optional.of("bfi");
    }
    return Stream.of(Locale.getISOLanguages())
        .filter(
            code ->
                Stream.of(Locale.ENGLISH, Locale.forLanguageTag("cy"))
                    .anyMatch(in -> new Locale(code).getDisplayLanguage(in).equalsIgnoreCase(wanted)))
        .findFirst();
  }
}
