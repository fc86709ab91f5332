package org.fingerpost.platform;

import java.util.Locale;

/** The two languages every page, form and message exists in. */
public enum Language {
  EN,
  CY;

  /** The language of a locale; anything that is not Welsh, or {@code null}, is English. */
  public static Language of(Locale locale) {
    return locale != null && "cy".equalsIgnoreCase(locale.getLanguage()) ? CY : EN;
  }

  /** The language of a code such as {@code cy} or {@code EN}; anything that is not Welsh, or {@code null}, is English. */
  public static Language of(String code) {
    return "cy".equalsIgnoreCase(code) ? CY : EN;
  }

  /** {@code en} or {@code cy}, as HTML's {@code lang} wants it. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public Locale locale() {
    return Locale.forLanguageTag(code());
  }
}
