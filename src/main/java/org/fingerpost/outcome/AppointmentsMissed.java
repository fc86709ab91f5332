package org.fingerpost.outcome;

/**
 * Tells whether a person missed appointments, because only then may it be said that they did not engage. Provided by the module that
 * follows up.
 */
public interface AppointmentsMissed {

  /** Whether any appointment of this referral was missed. */
  boolean any(String referralId);
}
