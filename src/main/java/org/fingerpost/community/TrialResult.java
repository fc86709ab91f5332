package org.fingerpost.community;

/** How it goes on after a session that was tried out. Words: {@code community.trial.<CODE>}. */
public enum TrialResult {
  GO_ON,
  ANOTHER,
  STOP
}
