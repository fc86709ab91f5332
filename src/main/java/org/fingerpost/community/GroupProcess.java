package org.fingerpost.community;

import java.time.Instant;

/** The port that drives the workflow engine: what groups want of it, without a word of Camunda. */
public interface GroupProcess {

  /**
   * Starts the process of a request or idea in the current transaction.
   *
   * @return id of the process instance
   */
  String start(GroupKind kind, String reference, String schemeId);

  /** Ends whatever is being done, in the current transaction. */
  void stop(String processInstanceId);

  /**
   * Tells that a group has the kite mark.
   *
   * @param listingDueAt by when it is listed
   */
  void markAwarded(String processInstanceId, Instant listingDueAt);
}
