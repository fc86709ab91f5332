package org.fingerpost.safeguarding;

import java.util.UUID;

/** The port that drives the workflow engine: what a concern wants of it, without a word of Camunda. */
public interface ConcernProcess {

  /**
   * Starts the process of a concern in the current transaction, beside the referral's journey.
   *
   * @return id of the process instance
   */
  String start(UUID concernId, String referralId, String schemeId, String raisedBy);
}
