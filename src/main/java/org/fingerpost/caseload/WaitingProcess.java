package org.fingerpost.caseload;

/** Drives the wait in the workflow engine. */
public interface WaitingProcess {

  /**
   * Ends the wait of a referral that has a link worker now, in the caller's transaction.
   *
   * @throws IllegalStateException if it does not wait
   */
  void placeFound(String referralId, String userId);
}
