package org.fingerpost.notification;

import java.util.Map;
import org.fingerpost.platform.Language;

/**
 * A message to be sent once the current transaction has committed.
 *
 * @param referralId the referral it belongs to, or {@code null}
 * @param dedupKey at most one message is ever queued per key, e.g. {@code referral-received:FP-7K3M-Q2XD}
 * @param toAddress e-mail address; {@code null} if there is none, then it waits on screen to be printed or read out
 * @param params values by the names that {@link Purpose} lists: ready to be read, in the message's language; links are whole
 * @param recipient whom it is written to
 * @param activityId the activity that a consent to tell a provider must be about, or {@code null}
 */
public record Message(
    String schemeId,
    String referralId,
    Purpose purpose,
    String dedupKey,
    String toAddress,
    Language language,
    Map<String, Object> params,
    Recipient recipient,
    String activityId) {

  /** Who was erased leaves no address behind: that is none to write to. */
  public Message {
    toAddress = toAddress == null || toAddress.isBlank() ? null : toAddress;
  }

  /** A message to whom its purpose is usually written to. */
  public Message(
      String schemeId,
      String referralId,
      Purpose purpose,
      String dedupKey,
      String toAddress,
      Language language,
      Map<String, Object> params) {
    this(schemeId, referralId, purpose, dedupKey, toAddress, language, params, purpose.recipient(), null);
  }

  /** The same, written to the person themself: somebody who referred themself needs nobody's leave to hear of it. */
  public Message toPerson() {
    return new Message(
        schemeId, referralId, purpose, dedupKey, toAddress, language, params, Recipient.PERSON, activityId);
  }

  /** The same, about one activity. */
  public Message about(String activity) {
    return new Message(
        schemeId, referralId, purpose, dedupKey, toAddress, language, params, recipient, activity);
  }

  /** What the person must have agreed to. */
  NeededConsent needs() {
    return recipient == Recipient.PERSON ? NeededConsent.NONE : purpose.consent();
  }

  /** No address and no contents: messages must not end up in logs. */
  @Override
  public String toString() {
    return "Message[" + purpose + ", " + referralId + "]";
  }
}
