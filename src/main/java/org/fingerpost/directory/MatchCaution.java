package org.fingerpost.directory;

import java.util.Optional;
import org.fingerpost.scheme.KiteMarkLevel;

/** What speaks against an activity and must be seen. Words: {@code match-caution.<CODE>}. */
public enum MatchCaution {
  /** The person is too young or too old for it. */
  AGE(true),
  /** It, or its organisation, takes nobody at the moment. */
  CLOSED(true),
  /** The organisation's kite mark is suspended until something is settled. */
  MARK_SUSPENDED(true),
  /** The organisation has applied for the kite mark, and something is still missing. */
  MARK_NOT_YET(true),
  /** The organisation may be named to people who go by themselves; nobody is introduced. */
  SIGNPOST_ONLY(true),
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
  OTHER_DAYS(false),
  /** Nobody has said for a year that the entry is right. */
  UNCONFIRMED(false);

  private final boolean excludes;

  MatchCaution(boolean excludes) {
    this.excludes = excludes;
  }

  /** Whether the activity cannot be chosen; otherwise a person may choose it knowing this. */
  public boolean excludes() {
    return excludes;
  }

  /** Where the scheme asks for the kite mark: the level that nobody is introduced with, said in words. */
  static Optional<MatchCaution> excludedBy(KiteMarkLevel level) {
    return Optional.ofNullable(
        switch (level) {
          case SUSPENDED -> MARK_SUSPENDED;
          case NOT_YET -> MARK_NOT_YET;
          case SIGNPOST_ONLY -> SIGNPOST_ONLY;
          default -> null;
        });
  }
}
