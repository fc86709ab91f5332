package org.fingerpost.safeguarding;

import java.time.Instant;
import java.util.UUID;

/**
 * A concern as those see it who may.
 *
 * @param seenOrSaid what was seen or said
 * @param whoAtRisk who may be at risk
 * @param alreadyTold whom the worker has told already, or {@code null}
 * @param dueAt by when it is decided
 * @param decision {@code null} while there is none, as everything about it
 * @param readAt when whoever raised it read the decision, or {@code null}
 * @param reminders how often it was brought up because nobody had decided
 */
public record ConcernSeen(
    UUID concernId,
    String referralId,
    String schemeId,
    String raisedBy,
    Instant raisedAt,
    boolean immediateDanger,
    String seenOrSaid,
    String whoAtRisk,
    String alreadyTold,
    Instant dueAt,
    ConcernDecision decision,
    String decisionReason,
    String decidedBy,
    Instant decidedAt,
    Instant readAt,
    int reminders) {

  @Override
  public String toString() {
    return "ConcernSeen[" + concernId + "]";
  }
}
