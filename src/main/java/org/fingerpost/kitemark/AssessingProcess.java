package org.fingerpost.kitemark;

/** The port that drives the workflow engine: what an application wants of it, without a word of Camunda. */
public interface AssessingProcess {

  /**
   * Starts the assessment in the current transaction.
   *
   * @return id of the process instance
   */
  String start(String reference, String schemeId);

  /** More answers have come, to an instance that waits for them. */
  void answered(String processInstanceId);

  /** The application is taken back. */
  void withdrawn(String processInstanceId);
}
