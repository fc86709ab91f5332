package org.fingerpost.platform.engine;

/** What was typed into an optional field of a form. */
public final class Texts {

  private Texts() {}

  /** Without blanks around it; {@code null} if nothing is left. */
  public static String trimmed(String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }
}
