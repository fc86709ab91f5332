package org.fingerpost.community;

/** Why a group will not have the kite mark. Words: {@code community.no-mark.<CODE>}. */
public enum NoMark {
  NOT_WANTED,
  NOT_AWARDED,
  TAKES_TOO_LONG
}
