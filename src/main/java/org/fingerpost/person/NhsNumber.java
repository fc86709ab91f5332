package org.fingerpost.person;

/**
 * The NHS number's own check. Having none never blocks a referral; a wrong one is worse than none.
 *
 * <p>Source: NHS Data Model and Dictionary, "NHS NUMBER": ten digits, the last a modulus 11 check digit. Ten equal digits pass the
 * arithmetic and are refused all the same, because they are what people type to get past a field.
 */
public final class NhsNumber {

  private NhsNumber() {}

  /** Takes out spaces and hyphens, as people write {@code 999 000 0018}; {@code null} and blank become {@code null}. */
  public static String digits(String written) {
    if (written == null || written.isBlank()) {
      return null;
    }
    return written.replaceAll("[\\s-]", "");
  }

  /** Whether these are ten digits, not all equal, whose check digit is right; {@code false} for {@code null}. */
  public static boolean isValid(String digits) {
    if (digits == null || !digits.matches("[0-9]{10}") || digits.chars().distinct().count() == 1) {
      return false;
    }
    int sum = 0;
    for (int i = 0; i < 9; i++) {
      sum += (digits.charAt(i) - '0') * (10 - i);
    }
    int check = (11 - sum % 11) % 11; // 10 is never a digit, so such a stem has no valid number
    return check == digits.charAt(9) - '0';
  }
}
