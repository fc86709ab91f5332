package org.fingerpost.person;

import java.time.LocalDate;
import java.util.UUID;

/**
 * One answer to one question of consent. Answers are only ever added; the latest counts.
 *
 * @param purpose what was asked
 * @param granted whether the answer was yes
 * @param givenBy code: {@code PERSON}, {@code PARENT}, {@code REPRESENTATIVE}; {@code NOBODY} where nobody was asked
 * @param how code: {@code IN_PERSON}, {@code TELEPHONE}, {@code VIDEO}, {@code WRITTEN}, {@code ONLINE}; {@code NOT_ASKED}
 * @param on the day the answer was given
 * @param wordingVersion which wording was put to the person, e.g. {@code refer-1}
 * @param activityId for {@link Purpose#TELL_PROVIDER} the activity; otherwise {@code null}
 * @param recordedBy user id, source code or {@code -}
 */
public record Consent(
    UUID personId,
    String referralId,
    Purpose purpose,
    boolean granted,
    String givenBy,
    String how,
    LocalDate on,
    String wordingVersion,
    String activityId,
    String recordedBy) {

  /** The separate questions of domain research section 4.4. No is an answer to each of them, and each can be taken back alone. */
  public enum Purpose {
    /** Be referred. */
    REFER,
    /** Have a record held, without which nobody can go on helping. */
    HOLD_RECORD,
    /** Tell the referrer what became of the referral. */
    TELL_REFERRER,
    /** Tell the person's general practice. */
    TELL_GP,
    /** Tell one provider a first name and what the person would like; asked anew for each activity. */
    TELL_PROVIDER,
    /** Be counted in evaluation. */
    EVALUATION
  }
}
