package org.fingerpost.platform.engine;

import java.util.function.Supplier;

/** Names the scheme for what starts in this thread, so that an instance of a shared model belongs to a scheme from its first row. */
public final class SchemeScope {

  private static final ThreadLocal<String> CURRENT = new ThreadLocal<>();

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

  /** The scheme named last, or {@code null}. */
  static String current() {
    return CURRENT.get();
  }
}
