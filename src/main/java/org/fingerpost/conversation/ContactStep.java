package org.fingerpost.conversation;

import static org.fingerpost.referral.journey.FirstContact.TRY_AGAIN;

import java.time.Instant;
import java.time.LocalDate;

/**
 * Where first contact stands after an attempt or a decision.
 *
 * @param result the journey's code: {@code REACHED}, {@code DECLINED}, {@code TRY_AGAIN}, {@code OUT_OF_TRIES} or
 *     {@code NOT_REACHED}
 * @param nextDay the day of the next attempt, with {@code TRY_AGAIN} only; otherwise {@code null}
 * @param nextAt nine o'clock on that day, or {@code null}
 * @param lateFrom when that attempt is late, or {@code null}
 */
public record ContactStep(String result, LocalDate nextDay, Instant nextAt, Instant lateFrom) {

  static ContactStep ended(String result) {
    return new ContactStep(result, null, null, null);
  }

  static ContactStep again(ContactPlan.PlannedContact next) {
    return new ContactStep(TRY_AGAIN, next.day(), next.at(), next.nextMorning());
  }
}
