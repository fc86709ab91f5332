package org.fingerpost.outcome;

import java.time.Instant;

/** The port that begins a later review in the workflow engine, without a word of Camunda. */
public interface LaterReviewProcess {

  /**
   * Begins a later review of a closed referral, in the current transaction.
   *
   * @param linkWorker user id of who holds it
   * @param dueAt by when
   */
  void begin(String referralId, String schemeId, String linkWorker, Instant dueAt);
}
