package org.fingerpost.workbench.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.fingerpost.workbench.change.DecidingChange;
import org.springframework.stereotype.Component;

/**
 * Closes a proposal that nobody decided, or revised, in time.
 *
 * <p>Step {@code serviceTask_lapseChange} in {@code change-model}. Reads the business key. Writes no variable. Repeated only when
 * everything it did was rolled back.
 */
@Component
class LapseChangeDelegate implements JavaDelegate {

  private final DecidingChange deciding;

  LapseChangeDelegate(DecidingChange deciding) {
    this.deciding = deciding;
  }

  @Override
  public void execute(DelegateExecution execution) {
    deciding.lapse(execution.getProcessBusinessKey());
  }
}
