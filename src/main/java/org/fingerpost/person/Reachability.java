package org.fingerpost.person;

import java.util.regex.Pattern;

/** What a telephone number and an e-mail address look like, said once for whoever takes one down. */
public final class Reachability {

  private static final int LONGEST_EMAIL = 254;
  private static final int LONGEST_PHONE = 25;

  /** HTML's grammar of an e-mail address, with at least one dot in the domain. */
  private static final Pattern EMAIL =
      Pattern.compile(
          "[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?"
              + "(?:\\.[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?)+");

  private static final Pattern PHONE = Pattern.compile("\\+?[0-9 ()-]+");

  private Reachability() {}

  /** Whether a text can be an e-mail address; never {@code null}. */
  public static boolean isEmail(String text) {
    return text.length() <= LONGEST_EMAIL && EMAIL.matcher(text).matches();
  }

  /** Whether a text can be a telephone number, of 10 to 15 digits; never {@code null}. */
  public static boolean isPhone(String text) {
    int digits = digits(text).length();
    return text.length() <= LONGEST_PHONE && PHONE.matcher(text).matches() && digits >= 10 && digits <= 15;
  }

  /** A number's digits alone, so that two ways of writing it are one number. */
  public static String digits(String number) {
    return number.replaceAll("[^0-9]", "");
  }
}
