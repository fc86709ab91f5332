package org.fingerpost.kitemark;

import java.time.Instant;
import java.util.UUID;

/**
 * One time that a mark was to be suspended, as those who decide about it see it.
 *
 * @param reason why
 * @param text in the words of whoever raised it, or {@code null}
 * @param raisedBy user id, or {@link SuspendingMarks#FINGERPOST}
 * @param confirmDueAt by when a second assessor looks, or {@code null} if none has to
 * @param confirmed {@code null} while nobody has looked, or nobody has to
 * @param confirmedBy or {@code null}
 * @param confirmNote or {@code null}
 * @param suspendedAt when it took effect, or {@code null}
 * @param settleDueAt or {@code null}
 * @param settlement {@code LIFTED} or {@code ENDED}, or {@code null}
 * @param settleReason or {@code null}
 * @param settledBy or {@code null}
 * @param endNote what the second assessor said of the end, or {@code null}
 * @param endConfirmedBy or {@code null}
 * @param reminders how often it was brought up
 * @param outcome {@code NOT_CONFIRMED}, {@code LIFTED}, {@code ENDED}, {@code NEW_MARK}; {@code null} while it is open. Words: {@code
 *     kitemark.suspension-outcome.<CODE>}
 * @param overAt or {@code null}
 * @param processInstanceId or {@code null}
 */
public record Suspension(
    UUID suspensionId,
    UUID awardId,
    String schemeId,
    String organisationId,
    SuspensionReason reason,
    String text,
    String raisedBy,
    Instant raisedAt,
    Instant confirmDueAt,
    Boolean confirmed,
    String confirmedBy,
    String confirmNote,
    Instant suspendedAt,
    Instant settleDueAt,
    String settlement,
    String settleReason,
    String settledBy,
    String endNote,
    String endConfirmedBy,
    int reminders,
    String outcome,
    Instant overAt,
    String processInstanceId) {

  static final String LIFTED = "LIFTED";
  static final String ENDED = "ENDED";
  static final String NOT_CONFIRMED = "NOT_CONFIRMED";
  static final String NEW_MARK = "NEW_MARK";

  public boolean open() {
    return overAt == null;
  }

  /** Whether a person raised it, rather than a date. */
  public boolean byPerson() {
    return !SuspendingMarks.FINGERPOST.equals(raisedBy);
  }

  /** No words: what was written may speak of people. */
  @Override
  public String toString() {
    return "Suspension[" + suspensionId + " " + reason + " " + outcome + "]";
  }
}
