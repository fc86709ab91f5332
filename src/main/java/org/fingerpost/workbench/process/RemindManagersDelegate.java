package org.fingerpost.workbench.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.fingerpost.workbench.change.DecidingChange;
import org.springframework.stereotype.Component;

/**
 * Puts a proposal that nobody decided before the managers again.
 *
 * <p>Step {@code serviceTask_remindManagers} in {@code change-model}. Reads the business key. Writes no variable. Repeated only when
 * everything it did was rolled back.
 */
@Component
class RemindManagersDelegate implements JavaDelegate {

  private final DecidingChange deciding;

  RemindManagersDelegate(DecidingChange deciding) {
    this.deciding = deciding;
  }

  @Override
  public void execute(DelegateExecution execution) {
    deciding.remind(execution.getProcessBusinessKey());
  }
}
