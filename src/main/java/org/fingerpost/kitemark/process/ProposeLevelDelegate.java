package org.fingerpost.kitemark.process;

import static org.fingerpost.kitemark.journey.KitemarkAward.ASSESS_DUE_AT;
import static org.fingerpost.kitemark.journey.KitemarkAward.ASSESS_PRIORITY;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.fingerpost.kitemark.Assessing;
import org.springframework.stereotype.Component;

/**
 * Asks the tables of the kite mark and plans the assessment.
 *
 * <p>Step {@code businessRuleTask_proposeLevel} in {@code kitemark-award}. Reads nothing but the reference. Writes {@code assessDueAt} and
 * {@code assessPriority}.
 * Repeated only when everything it did was rolled back.
 */
@Component
class ProposeLevelDelegate implements JavaDelegate {

  private static final int USUAL_PRIORITY = 50;

  private final Assessing assessing;

  ProposeLevelDelegate(Assessing assessing) {
    this.assessing = assessing;
  }

  @Override
  public void execute(DelegateExecution execution) {
    ASSESS_DUE_AT.set(execution, assessing.propose(execution.getProcessBusinessKey()));
    ASSESS_PRIORITY.set(execution, USUAL_PRIORITY);
  }
}
