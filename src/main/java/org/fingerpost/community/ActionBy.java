package org.fingerpost.community;

/** Who does what was agreed. Words: {@code community.action-by.<CODE>}. */
public enum ActionBy {
  GROUP,
  OFFICER,
  LINK_WORKER,
  SOMEBODY_ELSE
}
