package org.fingerpost.grants;

/** What a panel member gives one to five points for. Words: {@code grants.criterion.<CODE>}. */
public enum Criterion {
  /** It meets a need of the place. */
  NEED,
  /** Who benefits, and how many. */
  PEOPLE,
  /** The group can do it. */
  DELIVERY,
  /** What the money does. */
  VALUE,
  /** What lasts when it is spent. */
  LASTING
}
