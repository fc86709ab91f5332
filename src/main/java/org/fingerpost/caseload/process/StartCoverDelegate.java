package org.fingerpost.caseload.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.fingerpost.caseload.Absences;
import org.springframework.stereotype.Component;

/**
 * Gives the open work of a link worker who is away to their cover.
 *
 * <p>Step {@code serviceTask_startCover} in {@code cover-absence}. Reads the business key only, which is the absence's id. Writes nothing. Safe
 * to repeat: what is covered already stays as it is.
 */
@Component
class StartCoverDelegate implements JavaDelegate {

  private final Absences absences;

  StartCoverDelegate(Absences absences) {
    this.absences = absences;
  }

  @Override
  public void execute(DelegateExecution execution) {
    absences.begin(execution.getProcessBusinessKey());
  }
}
