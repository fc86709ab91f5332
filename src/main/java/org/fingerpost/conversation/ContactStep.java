package org.fingerpost.conversation;

import static org.fingerpost.referral.journey.FirstContact.TRY_AGAIN;
import static org.fingerpost.referral.journey.FirstContact.WRONG_NUMBER;

import java.time.Instant;
import java.time.LocalDate;

/**
 * Where first contact stands after an attempt or a decision.
 *
 * @param result the journey's code: {@code REACHED}, {@code DECLINED}, {@code TRY_AGAIN}, {@code OUT_OF_TRIES}, {@code WRONG_NUMBER},
 *     {@code LETTER_RETURNED} or {@code NOT_REACHED}
 * @param nextDay the day on which something is next due, or {@code null}
 * @param nextAt with {@code TRY_AGAIN} from when on that day to try; otherwise {@code null}
 * @param dueAt with {@code TRY_AGAIN} when the attempt should have been begun, with {@code WRONG_NUMBER} until when better details are
 *     looked for; otherwise {@code null}
 */
public record ContactStep(String result, LocalDate nextDay, Instant nextAt, Instant dueAt) {

  static ContactStep ended(String result) {
    return new ContactStep(result, null, null, null);
  }

  static ContactStep again(ContactSlot slot) {
    return new ContactStep(TRY_AGAIN, slot.day(), slot.at(), slot.dueAt());
  }

  static ContactStep findDetails(LocalDate day, Instant until) {
    return new ContactStep(WRONG_NUMBER, day, null, until);
  }
}
