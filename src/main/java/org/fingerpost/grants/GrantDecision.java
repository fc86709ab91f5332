package org.fingerpost.grants;

/** What the panel, or an officer for it, decides. Words: {@code grants.decision.<CODE>}. */
public enum GrantDecision {
  AWARD,
  DECLINE
}
