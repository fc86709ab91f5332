package org.fingerpost.community;

/** How a group stands after the second visit. Words: {@code community.review.<CODE>}. */
public enum ReviewResult {
  SUPPORTED,
  MORE_HELP,
  STILL_NEEDS,
  CLOSED
}
