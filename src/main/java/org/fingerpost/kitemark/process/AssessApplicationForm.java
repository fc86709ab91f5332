package org.fingerpost.kitemark.process;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.fingerpost.kitemark.AssessmentDecision;
import org.fingerpost.kitemark.EvidenceItem;
import org.fingerpost.scheme.KiteMarkLevel;

/**
 * The answers of form {@code assess-application}.
 *
 * @param level where the assessor changes it, otherwise {@code null}
 * @param reason in the assessor's words; the organisation may read it
 * @param items what more is asked for
 * @param answerBy last day for these
 */
record AssessApplicationForm(
    @NotNull(message = "{kitemark.assess.decision.required}") AssessmentDecision decision,
    KiteMarkLevel level,
    @Size(max = 4000, message = "{kitemark.assess.tooLong}") String reason,
    List<EvidenceItem> items,
    LocalDate answerBy) {

  @Override
  public String toString() {
    return "AssessApplicationForm[" + decision + "]";
  }
}
