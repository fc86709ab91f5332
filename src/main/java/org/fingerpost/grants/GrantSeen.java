package org.fingerpost.grants;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A grant as staff and its group see it. Money is in pence.
 *
 * @param rank 1 comes before the panel first, 2 after that, 0 not at all
 * @param outcome what was confirmed, or {@code null} as long as it was not
 * @param outcomeBy user id, or {@code null} where nobody had to confirm
 * @param answerBy by when the group answers or accepts, or {@code null}
 * @param awarded or {@code null} if nothing was
 * @param closedAt or {@code null} while it is open
 */
public record GrantSeen(
    String reference,
    String schemeId,
    String organisationName,
    String title,
    List<String> areas,
    List<String> themes,
    long asked,
    GrantState state,
    Instant appliedAt,
    GrantOutcome proposedOutcome,
    String proposedReason,
    int rank,
    GrantOutcome outcome,
    String outcomeReason,
    String outcomeBy,
    LocalDate answerBy,
    GrantDecision decision,
    String decisionReason,
    String decidedBy,
    Instant decidedAt,
    Long awarded,
    Integer fundYear,
    LocalDate paidOn,
    LocalDate reportDueOn,
    Instant closedAt) {

  @Override
  public String toString() {
    return "GrantSeen[" + reference + ", " + state + "]";
  }
}
