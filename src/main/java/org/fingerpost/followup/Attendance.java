package org.fingerpost.followup;

/** Whether the person got to the activity. Words: {@code followup.attendance.<CODE>}. */
public enum Attendance {
  ATTENDING,
  ATTENDED_ONCE,
  NOT_ATTENDED,
  /** There was no activity to go to. */
  NOT_INTRODUCED
}
