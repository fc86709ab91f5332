package org.fingerpost.kitemark;

/** The port to the workflow engine's instances that keep marks up to date, without a word of Camunda. */
public interface UpkeepProcess {

  /**
   * Begins to keep a mark up to date, in the current transaction.
   *
   * @return id of the process instance
   */
  String start(String reference, String schemeId);

  /** Something was told or decided: the mark is looked at now, not only on its next date. Does nothing if it is not kept. */
  void lookNow(String reference);

  /** The mark was replaced or ended: it is kept no longer. Safe to repeat. */
  void end(String reference);
}
