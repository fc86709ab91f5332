package org.fingerpost.kitemark;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.fingerpost.scheme.KiteMarkLevel;

/**
 * One time that an application was assessed.
 *
 * @param number counted from 1
 * @param appealOf number of the assessment it is an appeal against, or {@code null}
 * @param conditions code of what goes with the proposed level
 * @param secondByTable whether the table asks for a second assessor
 * @param appealWords why the organisation asks again, or {@code null}
 * @param decidedLevel {@code null} while undecided, as is everything after it
 * @param reason in the assessor's words, or {@code null}
 * @param finalAt when it took effect; {@code null} if it never did
 * @param appealUntil last day for an appeal, or {@code null}
 */
public record Assessment(
    UUID assessmentId,
    String reference,
    String schemeId,
    int number,
    AssessmentKind kind,
    Integer appealOf,
    Instant proposedAt,
    String risk,
    KiteMarkLevel proposedLevel,
    ReferralMode mode,
    int renewMonths,
    Integer mostOpen,
    String conditions,
    boolean secondByTable,
    List<String> missingMandatory,
    List<String> missingOther,
    String appealWords,
    KiteMarkLevel decidedLevel,
    AssessmentDecision decision,
    String reason,
    String assessor,
    Instant decidedAt,
    String secondAssessor,
    Boolean secondAgreed,
    String secondReason,
    Instant secondAt,
    Instant finalAt,
    LocalDate appealUntil) {

  public boolean decided() {
    return decidedLevel != null;
  }

  /** Whether this member of staff had a part in it. */
  public boolean decidedBy(String userId) {
    return userId.equals(assessor) || userId.equals(secondAssessor);
  }

  /** Reasons are for those who may read them. */
  @Override
  public String toString() {
    return "Assessment[" + reference + " " + number + "]";
  }
}
