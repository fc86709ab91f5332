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
 */
public record Message(
    String schemeId,
    String referralId,
    Purpose purpose,
    String dedupKey,
    String toAddress,
    Language language,
    Map<String, Object> params) {

  /** No address and no contents: messages must not end up in logs. */
  @Override
  public String toString() {
    return "Message[" + purpose + ", " + referralId + "]";
  }
}
