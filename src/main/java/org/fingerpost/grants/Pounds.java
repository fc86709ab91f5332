package org.fingerpost.grants;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/** Whole pence, as people write and type them. */
public final class Pounds {

  private Pounds() {}

  /** {@code £4,500}, or {@code £4,500.50} where there are pence. The same in both languages. */
  public static String written(long pence) {
    String pounds = String.format(Locale.UK, "£%,d", pence / 100);
    return pence % 100 == 0 ? pounds : pounds + String.format(Locale.UK, ".%02d", pence % 100);
  }

  /** @param pounds or {@code null} for nothing */
  static long pence(BigDecimal pounds) {
    return pounds == null ? 0 : pounds.setScale(2, RoundingMode.HALF_UP).movePointRight(2).longValueExact();
  }
}
