package org.fingerpost.community;

/** What is done for a group. Words: {@code community.kind.<CODE>}. */
public enum GroupKind {
  SUPPORT("SG"),
  START("NG");

  private final String prefix;

  GroupKind(String prefix) {
    this.prefix = prefix;
  }

  /** Two letters with which its references begin. */
  String prefix() {
    return prefix;
  }
}
