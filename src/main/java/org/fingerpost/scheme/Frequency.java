package org.fingerpost.scheme;

/** How often an activity takes place on its days. Words: {@code frequency.<CODE>}. */
public enum Frequency {
  WEEKLY,
  FORTNIGHTLY,
  MONTHLY,
  BY_AGREEMENT
}
