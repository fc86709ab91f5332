package org.fingerpost.community;

/** How something that was checked stands. Words: {@code community.check-state.<CODE>}. */
public enum CheckState {
  IN_PLACE,
  PARTLY,
  MISSING,
  NOT_NEEDED
}
