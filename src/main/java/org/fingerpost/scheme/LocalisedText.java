package org.fingerpost.scheme;

import java.util.Objects;
import org.fingerpost.platform.Language;

/**
 * A text that a scheme wrote in both languages.
 *
 * @param en English, never {@code null}
 * @param cy Welsh, never {@code null}
 */
public record LocalisedText(String en, String cy) {

  public LocalisedText {
    Objects.requireNonNull(en, "en");
    Objects.requireNonNull(cy, "cy");
  }

  public String in(Language language) {
    return language == Language.CY ? cy : en;
  }
}
