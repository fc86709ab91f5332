package org.fingerpost.platform;

/** Ends what is open about a person, for modules that must not know how a journey runs. */
public interface OpenCases {

  /** Whether the referral is open; {@code false} for one that there is not. */
  boolean open(String referralId);

  /**
   * Ends the referral through its ordinary ending, as withdrawn, in the current actor's name; of one that has ended, stops what still
   * runs beside it. A safeguarding concern goes on. Nothing happens where there is no such referral.
   */
  void end(String referralId);
}
