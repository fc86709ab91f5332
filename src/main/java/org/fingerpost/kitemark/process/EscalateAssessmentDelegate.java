package org.fingerpost.kitemark.process;

import static org.fingerpost.kitemark.journey.KitemarkAward.ASSESS_DUE_AT;
import static org.fingerpost.kitemark.journey.KitemarkAward.ASSESS_PRIORITY;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.fingerpost.kitemark.Assessing;
import org.springframework.stereotype.Component;

/**
 * Puts an application that nobody has assessed in time before all assessors again, higher up.
 *
 * <p>Step {@code serviceTask_escalateAssessment} in {@code kitemark-award}. Reads {@code assessPriority}. Writes {@code assessDueAt} and
 * {@code assessPriority}.
 * Repeated only when everything it did was rolled back.
 */
@Component
class EscalateAssessmentDelegate implements JavaDelegate {

  private static final int HIGHEST = 100;
  private static final int HIGHER_EACH_TIME = 20;

  private final Assessing assessing;

  EscalateAssessmentDelegate(Assessing assessing) {
    this.assessing = assessing;
  }

  @Override
  public void execute(DelegateExecution execution) {
    ASSESS_DUE_AT.set(execution, assessing.escalate(execution.getProcessBusinessKey()));
    ASSESS_PRIORITY.set(execution, Math.min(HIGHEST, ASSESS_PRIORITY.requiredFrom(execution) + HIGHER_EACH_TIME));
  }
}
