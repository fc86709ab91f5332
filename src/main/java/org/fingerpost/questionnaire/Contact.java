package org.fingerpost.questionnaire;

/**
 * Who may be written to about an application. A person: never in the engine, in logs, in audit details or in addresses.
 *
 * @param name or {@code null} until it was asked
 * @param email never {@code null}
 * @param phone or {@code null}
 */
public record Contact(String name, String email, String phone) {

  @Override
  public String toString() {
    return "Contact";
  }
}
