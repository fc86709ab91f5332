package org.fingerpost.introduction;

/** The port that tells the workflow engine what an organisation answered, without a word of Camunda. */
public interface IntroductionProcess {

  /**
   * Hands a provider's answer to the journey that waits for it, in the current transaction.
   *
   * @param processInstanceId the instance that made the offer
   * @throws IllegalStateException if nothing waits there: an open introduction always has a journey waiting for its
   *     answer
   */
  void answered(String processInstanceId, Answer answer);
}
