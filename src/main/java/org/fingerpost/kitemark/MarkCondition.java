package org.fingerpost.kitemark;

import java.time.LocalDate;
import java.util.UUID;

/**
 * Something an organisation promised with its mark.
 *
 * @param code of evidence ({@link EvidenceItem}) or of an action ({@link MarkAction}); words under {@code kitemark.condition.<CODE>}
 * @param metOn when it was done, or {@code null}
 * @param reminders how often it was chased
 */
public record MarkCondition(UUID conditionId, UUID awardId, String code, LocalDate dueOn, LocalDate metOn, int reminders) {

  public boolean open() {
    return metOn == null;
  }
}
