package org.fingerpost.conversation;

import java.time.LocalDate;
import org.fingerpost.person.PartOfDay;

/**
 * What a link worker records of an attempt, or of a person who got in touch.
 *
 * @param channel code of how it was made; {@code null} if the letter came back
 * @param result {@code REACHED}, {@code CALL_LATER}, {@code NOT_REACHED}, {@code WRONG_NUMBER}, {@code DECLINED} or {@code
 *     LETTER_RETURNED}
 * @param partOfDay when it was made; {@code null} if it was just now
 * @param callOn the day on which the person wants to be called, with {@code CALL_LATER}; otherwise {@code null}
 * @param callPart the part of that day
 * @param ownWords what the person said, with {@code DECLINED}; otherwise {@code null}
 * @param unsafeTimeReason why it was made outside the times that are safe; or {@code null}
 * @param note or {@code null}
 */
public record ContactSaid(
    String channel,
    String result,
    PartOfDay partOfDay,
    LocalDate callOn,
    PartOfDay callPart,
    String ownWords,
    String unsafeTimeReason,
    String note) {

  /** Codes only: what a person said must not end up in a log. */
  @Override
  public String toString() {
    return "ContactSaid[" + channel + ", " + result + "]";
  }
}
