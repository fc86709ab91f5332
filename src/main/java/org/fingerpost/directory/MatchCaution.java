package org.fingerpost.directory;

/** What speaks against an activity and must be seen. Words: {@code match-caution.<CODE>}. */
public enum MatchCaution {
  /** The person is too young or too old for it. */
  AGE(true),
  /** There is no place and nobody can wait for one. */
  FULL(true),
  /** The scheme asks for the kite mark, and its organisation has none. */
  NO_KITE_MARK(false),
  /** Its organisation has the mark for small groups: somebody goes along. */
  GO_ALONG(false),
  /** It is meant for people from other areas. */
  OTHER_AREA(false),
  /** There is no place now; somebody can wait for one. */
  WAIT(false),
  /** It does not take place on the person's days. */
  OTHER_DAYS(false);

  private final boolean excludes;

  MatchCaution(boolean excludes) {
    this.excludes = excludes;
  }

  /** Whether the activity cannot be chosen; otherwise a person may choose it knowing this. */
  public boolean excludes() {
    return excludes;
  }
}
