package org.fingerpost.followup;

/**
 * What stands in the way of coming. Words: {@code followup.barrier.<CODE>}. Source: domain research 4.5, to be asked after the second
 * missed appointment.
 */
public enum Barrier {
  TRAVEL,
  STIGMA,
  TIME,
  MONEY,
  HEALTH,
  CARING,
  OTHER,
  /** The person would rather not say, or could not be asked. */
  NOT_KNOWN
}
