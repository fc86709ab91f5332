package org.fingerpost.kitemark;

/** Why an organisation goes no further with its application. Words: {@code kitemark.helpEnded.<CODE>}. */
public enum HelpEnded {
  DOES_NOT_WANT_TO,
  NOT_REACHED,
  /** The group has stopped, or joined another. */
  GROUP_ENDED
}
