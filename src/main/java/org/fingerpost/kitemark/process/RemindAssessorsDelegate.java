package org.fingerpost.kitemark.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.fingerpost.kitemark.Upkeep;
import org.springframework.stereotype.Component;

/**
 * Reminds the assessors of a scheme that something about a mark waits.
 *
 * <p>Step {@code serviceTask_remindAssessors} in {@code keep-mark}. Reads the business key only. Writes nothing. Repeated only when everything it did was rolled back.
 */
@Component
class RemindAssessorsDelegate implements JavaDelegate {

  private final Upkeep upkeep;

  RemindAssessorsDelegate(Upkeep upkeep) {
    this.upkeep = upkeep;
  }

  @Override
  public void execute(DelegateExecution execution) {
    upkeep.remindAssessors(execution.getProcessBusinessKey());
  }
}
