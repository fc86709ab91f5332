package org.fingerpost.caseload.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.fingerpost.caseload.Absences;
import org.springframework.stereotype.Component;

/**
 * Gives a link worker's open work back to them.
 *
 * <p>Step {@code serviceTask_endCover} in {@code cover-absence}. Reads the business key only, which is the absence's id. Writes nothing. Safe
 * to repeat: what came back stays where it is.
 */
@Component
class EndCoverDelegate implements JavaDelegate {

  private final Absences absences;

  EndCoverDelegate(Absences absences) {
    this.absences = absences;
  }

  @Override
  public void execute(DelegateExecution execution) {
    absences.finish(execution.getProcessBusinessKey());
  }
}
