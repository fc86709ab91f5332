package org.fingerpost.community;

/** Why there was no visit. Words: {@code community.no-visit.<CODE>}. */
public enum NoVisit {
  NOT_REACHED,
  NOT_WANTED
}
