package org.fingerpost.kitemark.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.fingerpost.kitemark.Upkeep;
import org.springframework.stereotype.Component;

/**
 * Asks for a mark to be suspended because a paper stays missing.
 *
 * <p>Step {@code serviceTask_suspendLapsedMark} in {@code keep-mark}. Reads the business key only. Writes nothing. Repeated only when everything it did was rolled back.
 */
@Component
class SuspendLapsedMarkDelegate implements JavaDelegate {

  private final Upkeep upkeep;

  SuspendLapsedMarkDelegate(Upkeep upkeep) {
    this.upkeep = upkeep;
  }

  @Override
  public void execute(DelegateExecution execution) {
    upkeep.suspend(execution.getProcessBusinessKey());
  }
}
