package org.fingerpost.referral;

/**
 * Begins one more introduction beside the journey, by message {@code introduction.wanted}. Provided by the module that introduces
 * people; where nobody provides it, nobody is offered another activity at a check-in.
 */
public interface AnotherIntroduction {

  /**
   * Begins it in the caller's transaction.
   *
   * @param linkWorker user id of who chooses the activity
   */
  void want(String referralId, String schemeId, String linkWorker);
}
