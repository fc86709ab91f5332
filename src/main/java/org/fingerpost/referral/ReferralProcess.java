package org.fingerpost.referral;

import java.time.Instant;

/** The port that drives the workflow engine: what the domain wants of a journey, without a word of Camunda. */
public interface ReferralProcess {

  /**
   * Starts the journey of a referral in the current transaction: the scheme's own model if it has one, else the shared one.
   *
   * @return id of the process instance
   */
  String start(String referralId, String schemeId);

  /**
   * Tells the journey that the referral ends, and stops what else was started for it.
   *
   * @throws IllegalStateException if no journey waits for it
   */
  void end(String referralId, Ending ending);

  /**
   * Stops what was started for a referral beside its journey and cannot go on without it: further introductions, later reviews. A
   * safeguarding concern is not among them.
   */
  void stopWhatDepends(String referralId);

  /**
   * Tells active signposting what the person answered.
   *
   * @param processInstanceId the instance that sent the signposts
   * @param decideBy by when a team lead should decide, if the answer asks for a link worker
   * @throws IllegalStateException if it waits for no answer any more
   */
  void signpostAnswered(String processInstanceId, SignpostAnswer answer, Instant decideBy);
}
