package org.fingerpost.referral;

/** The port that drives the workflow engine: what the domain wants of a journey, without a word of Camunda. */
public interface ReferralProcess {

  /**
   * Starts the journey of a referral in the current transaction: the scheme's own model if it has one, else the shared one.
   *
   * @return id of the process instance
   */
  String start(String referralId, String schemeId);

  /**
   * Tells the journey that the referral is withdrawn.
   *
   * @throws IllegalStateException if no journey waits for it
   */
  void withdraw(String referralId);
}
