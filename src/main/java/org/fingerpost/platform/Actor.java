package org.fingerpost.platform;

/**
 * Who does something: a member of staff by user id, a referral source by its code, a provider or a member of the public by
 * link, or Fingerpost itself. Never a person's name.
 *
 * @param kind what sort of actor
 * @param id user id, source code or {@code -} where there is none; never {@code null}
 */
public record Actor(Kind kind, String id) {

  public enum Kind {
    STAFF,
    SOURCE,
    PROVIDER,
    PUBLIC,
    SYSTEM
  }

  public static final Actor SYSTEM = new Actor(Kind.SYSTEM, "fingerpost");
  public static final Actor PUBLIC = new Actor(Kind.PUBLIC, "-");
  public static final Actor PROVIDER = new Actor(Kind.PROVIDER, "-");

  public static Actor staff(String userId) {
    return new Actor(Kind.STAFF, userId);
  }

  public static Actor source(String schemeId, String sourceCode) {
    return new Actor(Kind.SOURCE, schemeId + ":" + sourceCode);
  }
}
