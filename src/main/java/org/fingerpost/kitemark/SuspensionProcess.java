package org.fingerpost.kitemark;

import java.util.UUID;

/** The port that drives the workflow engine: what a suspension wants of it, without a word of Camunda. */
public interface SuspensionProcess {

  /**
   * Starts the process of a suspension in the current transaction.
   *
   * @param reference business key: the reference of the mark's application
   * @return id of the process instance
   */
  String start(UUID suspensionId, String reference, String schemeId, String organisationId, SuspensionReason reason);

  /** The organisation has been given a new mark: whatever step the suspension is at, it is over. */
  void newMark(String processInstanceId);
}
