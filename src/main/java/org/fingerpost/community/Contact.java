package org.fingerpost.community;

/**
 * How to reach the people of a group.
 *
 * @param name or {@code null}
 * @param email or {@code null}
 * @param phone or {@code null}
 */
public record Contact(String name, String email, String phone) {

  public static final Contact NONE = new Contact(null, null, null);

  /** Contact persons are private people: they must not end up in logs. */
  @Override
  public String toString() {
    return "Contact[]";
  }
}
