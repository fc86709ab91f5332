package org.fingerpost.scheme;

/** How an activity meets a person. Words: {@code activity-format.<CODE>}. */
public enum ActivityFormat {
  ONE_TO_ONE,
  GROUP
}
