package org.fingerpost.followup;

/** What a team lead decides when follow-up cannot go on by itself. Words: {@code followup.decision.<CODE>}. */
public enum LeadDecision {
  EXTEND,
  DO_NOT_EXTEND,
  /** One more appointment. */
  TRY_AGAIN,
  /** Somebody goes to see whether the person is well. */
  VISIT,
  END
}
