package org.fingerpost.audit;

import java.util.Locale;
import java.util.regex.Pattern;

/** What a story can be about. Most can be told by their reference. */
public enum CaseKind {
  REFERRAL("FP"),
  KITEMARK("KM"),
  GRANT("GR"),
  /** Help for a group that there is. */
  SUPPORT("SG"),
  /** A group that is to begin. */
  NEW_GROUP("NG"),
  CHANGE("CH"),
  DEPLOYMENT(null),
  ACCOUNT(null),
  /** Anything else that acts were recorded for: an organisation, an absence, a list. */
  OTHER(null);

  private static final Pattern REFERENCE = Pattern.compile("([A-Z]{2})-[0-9A-Z]{4}-[0-9A-Z]{4}");
  private static final Pattern SUBJECT = Pattern.compile("[A-Za-z0-9_.:@-]{1,120}");

  private final String prefix;

  CaseKind(String prefix) {
    this.prefix = prefix;
  }

  /** What a reference says of itself, or {@code null} where it says nothing. */
  public static CaseKind of(String reference) {
    var matcher = REFERENCE.matcher(reference);
    if (matcher.matches()) {
      for (var kind : values()) {
        if (matcher.group(1).equals(kind.prefix)) {
          return kind;
        }
      }
    }
    return null;
  }

  /** What the audit trail calls such a subject. */
  public static String subjectType(String reference) {
    var kind = of(reference);
    return (kind == null ? OTHER : kind).subjectType();
  }

  String subjectType() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static boolean isSubject(String text) {
    return SUBJECT.matcher(text).matches();
  }

  /** Where the story of a subject is told. */
  public static String path(String reference) {
    return (of(reference) == REFERRAL ? "/audit/referrals/" : "/audit/cases/") + reference;
  }
}
