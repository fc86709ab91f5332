package org.fingerpost.platform.engine;

import java.util.function.Supplier;

/** Names the scheme for what starts in this thread, so that an instance of a shared model belongs to a scheme from its first row. */
public final class SchemeScope {

  private static final ThreadLocal<String> CURRENT = new ThreadLocal<>();

  /** No scheme has this id. */
  private static final String ABOVE_SCHEMES = "*";

  private SchemeScope() {}

  public static <T> T in(String schemeId, Supplier<T> work) {
    String before = CURRENT.get();
    CURRENT.set(schemeId);
    try {
      return work.get();
    } finally {
      if (before == null) {
        CURRENT.remove();
      } else {
        CURRENT.set(before);
      }
    }
  }

  /**
   * Begins what belongs to no scheme and is seen by the roles above them: a change to a model is the programme managers' work, whichever
   * scheme it is for.
   */
  public static <T> T aboveSchemes(Supplier<T> work) {
    return in(ABOVE_SCHEMES, work);
  }

  /** Whether what starts in this thread is to belong to no scheme. */
  static boolean isAboveSchemes() {
    return ABOVE_SCHEMES.equals(CURRENT.get());
  }

  /** The scheme named last, or {@code null}. */
  static String current() {
    return isAboveSchemes() ? null : CURRENT.get();
  }
}
