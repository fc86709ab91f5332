package org.fingerpost.notification;

/** The port through which the outbox asks, in the transaction that queues a message, whether the person agreed to it. */
public interface ConsentLedger {

  /**
   * Whether the latest answer is yes; no answer is no.
   *
   * @param activityId the activity that a {@link NeededConsent#TELL_PROVIDER} is about; otherwise {@code null}
   */
  boolean granted(String referralId, NeededConsent consent, String activityId);
}
