package org.fingerpost.conversation;

/** The way from a link that a referrer opened back into the process that waits. */
public interface ContactProcess {

  /**
   * Better contact details have come: the attempt is made again.
   *
   * @throws IllegalStateException if the instance does not wait for them
   */
  void detailsSupplied(String processInstanceId, ContactStep next);
}
