package org.fingerpost.introduction;

/** Who goes along the first time. Words: {@code introduction.accompanied-by.<CODE>}. */
public enum AccompaniedBy {
  LINK_WORKER,
  VOLUNTEER,
  FAMILY_OR_FRIEND,
  /** Somebody of the organisation meets the person on the way or at the door. */
  PROVIDER
}
