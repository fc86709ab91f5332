package org.fingerpost.kitemark;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * Something about a mark that an assessor settles.
 *
 * @param about code of the paper ({@link UpkeepKind}) or of the condition; {@code null} for the yearly check
 * @param conditionId or {@code null}
 * @param newUntil last day of the paper that was shown, or {@code null}
 * @param evidenceId document that was shown, or {@code null}
 * @param told what the organisation wrote, or {@code null}
 * @param dueAt by when it is settled
 * @param asked whether it is in the hands of the assessors
 */
record MarkQuestion(
    UUID questionId,
    Kind kind,
    String about,
    UUID conditionId,
    LocalDate newUntil,
    UUID evidenceId,
    String told,
    Instant dueAt,
    boolean asked) {

  /** Words: {@code kitemark.question.<CODE>}. */
  enum Kind {
    /** A new paper, after the old one has run out or without a document. */
    PAPER_REPORTED,
    /** A condition is said to be met. */
    CONDITION_REPORTED,
    /** The yearly check told of a change. */
    CHECK_CHANGED,
    /** The yearly check was not answered in time. */
    CHECK_UNANSWERED,
    /** A condition was not met in time. */
    CONDITION_OVERDUE;

    boolean check() {
      return this == CHECK_CHANGED || this == CHECK_UNANSWERED;
    }
  }

  static MarkQuestion aboutCheck(Kind kind, String told, Instant dueAt) {
    return new MarkQuestion(UUID.randomUUID(), kind, null, null, null, null, told, dueAt, false);
  }

  static MarkQuestion aboutCondition(Kind kind, MarkCondition condition, String told, Instant dueAt) {
    return new MarkQuestion(
        UUID.randomUUID(), kind, condition.code(), condition.conditionId(), null, null, told, dueAt, false);
  }

  static MarkQuestion aboutPaper(UpkeepKind paper, UUID conditionId, LocalDate newUntil, UUID evidenceId, Instant dueAt) {
    return new MarkQuestion(
        UUID.randomUUID(), Kind.PAPER_REPORTED, paper.name(), conditionId, newUntil, evidenceId, null, dueAt, false);
  }
}
