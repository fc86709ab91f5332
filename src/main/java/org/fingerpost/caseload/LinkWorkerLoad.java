package org.fingerpost.caseload;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * How much a link worker has in hand, and how well they suit one referral.
 *
 * @param capacity weighted caseload at which they get nothing more by itself
 * @param warnAt weighted caseload from which others come first
 * @param open open referrals they have
 * @param weighted what these weigh together
 * @param inPatch whether their patch covers the person's area
 * @param ofPractice whether they work with the person's general practice
 * @param speaks whether they speak the language the person prefers
 * @param speaksUnlikeOthers whether they do and some colleague does not, so that it decides something
 * @param asAsked whether they are the woman or man the person asked for; true where nobody asked
 * @param known whether they looked after an earlier referral of the same person
 * @param away whether they are away today, or leaving
 * @param awayUntil last day away, or {@code null} if they are not away or will not come back
 * @param spokenFor whether somebody on the waiting list could have them first
 */
public record LinkWorkerLoad(
    String userId,
    int capacity,
    BigDecimal warnAt,
    int open,
    BigDecimal weighted,
    boolean inPatch,
    boolean ofPractice,
    boolean speaks,
    boolean speaksUnlikeOthers,
    boolean asAsked,
    boolean known,
    boolean away,
    LocalDate awayUntil,
    boolean spokenFor) {

  public boolean hasRoom() {
    return weighted.compareTo(BigDecimal.valueOf(capacity)) < 0;
  }

  public boolean nearlyFull() {
    return weighted.compareTo(warnAt) >= 0;
  }

  /** Whether a referral may be given to them without a person deciding so. */
  boolean mayBeGiven() {
    return hasRoom() && asAsked && !away;
  }
}
