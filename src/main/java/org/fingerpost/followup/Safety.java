package org.fingerpost.followup;

/** What is known of a person's safety after they missed an appointment. Words: {@code followup.safety.<CODE>}. */
public enum Safety {
  /** Somebody has seen or heard from them. */
  SAFE,
  NOT_KNOWN,
  /** Silence means more here than an appointment forgotten. */
  WORRIED
}
