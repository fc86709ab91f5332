package org.fingerpost.audit;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What may stand in an audit entry: ids, codes, counts and dates. The record can never be corrected
 * afterwards, so whatever looks like prose, an e-mail address or a telephone or NHS number is
 * refused before it is written. This is a net below careful callers, not a licence: a name of one
 * word would slip through it.
 */
final class AuditDetails {

  /** Longest value in characters: long enough for a list of codes, too short for a story. */
  static final int LONGEST_VALUE = 200;

  private static final Pattern CODES = Pattern.compile("[A-Za-z0-9_.:,;@/ +-]*");
  private static final Pattern KEY = Pattern.compile("[a-z][A-Za-z0-9]{0,39}");
  private static final Pattern ACT = Pattern.compile("[a-z][a-zA-Z-]*\\.[a-z][a-zA-Z-]*");
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9_.:@/-]{1,120}");

  /**
   * An at sign followed by a letter; {@code referral-route@3} is a version of a table and welcome.
   */
  private static final Pattern E_MAIL = Pattern.compile("@\\D|@$");

  private static final Pattern MANY_WORDS = Pattern.compile("(?:[A-Za-z]+[ ,;]+){6,}[A-Za-z]+");
  private static final Pattern NUMBER_OF_A_PERSON = Pattern.compile("\\+?[0-9]{10,13}");

  private AuditDetails() {}

  /**
   * The details as they will be written, in their order and without entries that have no value.
   *
   * @throws IllegalArgumentException naming the key, never the value, because the message may reach
   *     a log
   */
  static Map<String, String> checked(Map<String, String> details) {
    var kept = new LinkedHashMap<String, String>();
    details.forEach(
        (key, value) -> {
          if (key == null || !KEY.matcher(key).matches()) {
            throw new IllegalArgumentException("The key of an audit detail is one camelCase word");
          }
          if (value != null) {
            kept.put(key, checkedValue(key, value));
          }
        });
    return kept;
  }

  static String checkedAct(String act) {
    if (act == null || !ACT.matcher(act).matches()) {
      throw new IllegalArgumentException(
          "An act is written module first, in the past tense: referral.received");
    }
    return act;
  }

  static String checkedId(String what, String id) {
    if (id == null || !ID.matcher(id).matches() || E_MAIL.matcher(id).find()) {
      throw new IllegalArgumentException(
          "The " + what + " of an audit entry is an id of at most 120 characters");
    }
    return id;
  }

  private static String checkedValue(String key, String value) {
    if (value.length() > LONGEST_VALUE) {
      throw refused(key, "is longer than " + LONGEST_VALUE + " characters");
    }
    if (!CODES.matcher(value).matches()) {
      throw refused(key, "has characters that no code has");
    }
    if (E_MAIL.matcher(value).find()) {
      throw refused(key, "looks like an e-mail address");
    }
    if (MANY_WORDS.matcher(value).find() && !value.equals(value.toUpperCase(Locale.ROOT))) {
      throw refused(key, "reads like a sentence");
    }
    if (NUMBER_OF_A_PERSON.matcher(value.replaceAll("[ -]", "")).matches()) {
      throw refused(key, "looks like a telephone or NHS number");
    }
    return value;
  }

  private static IllegalArgumentException refused(String key, String why) {
    return new IllegalArgumentException(
        "The audit detail '"
            + key
            + "' "
            + why
            + "; an audit entry carries ids, codes, counts and dates only");
  }
}
