package org.fingerpost.kitemark;

import java.time.LocalDate;
import java.util.List;
import org.fingerpost.scheme.KiteMarkLevel;

/**
 * What an assessor says to a proposal.
 *
 * @param level for {@link AssessmentDecision#CHANGE}, otherwise {@code null}
 * @param reason in the assessor's words, or {@code null}
 * @param items for {@link AssessmentDecision#ASK_FOR_MORE}
 * @param answerBy last day for these, or {@code null} for the plan's
 */
public record AssessorSays(
    AssessmentDecision decision, KiteMarkLevel level, String reason, List<EvidenceItem> items, LocalDate answerBy) {

  public AssessorSays {
    items = items == null ? List.of() : List.copyOf(items);
  }

  @Override
  public String toString() {
    return "AssessorSays[" + decision + "]";
  }
}
