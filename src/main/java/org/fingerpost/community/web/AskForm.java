package org.fingerpost.community.web;

import java.util.List;

/**
 * What stood in the fields of a page on which somebody asks or tells an idea. Spring fills it; nothing in it is {@code null} but what
 * was not sent.
 */
public record AskForm(
    String groupName, String area, List<String> needs, String words, String contactName, String email, String phone) {

  static final AskForm EMPTY = new AskForm(null, null, null, null, null, null, null);

  public AskForm {
    needs = needs == null ? List.of() : List.copyOf(needs);
  }

  static String tidy(String text) {
    return text == null || text.isBlank() ? null : text.strip().replace("\r\n", "\n");
  }

  /** Contact persons are private people: they must not end up in logs. */
  @Override
  public String toString() {
    return "AskForm[]";
  }
}
