package org.fingerpost.grants.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.fingerpost.grants.CheckingGrant;
import org.springframework.stereotype.Component;

/**
 * Tells the group kindly why its application does not go to the panel.
 *
 * <p>Step {@code serviceTask_refuseGrant} in {@code project-grant}. Reads the business key.
 * Writes nothing. Repeated only when everything it did was rolled back.
 */
@Component
class RefuseGrantDelegate implements JavaDelegate {

  private final CheckingGrant checking;

  RefuseGrantDelegate(CheckingGrant checking) {
    this.checking = checking;
  }

  @Override
  public void execute(DelegateExecution execution) {
    checking.refuse(execution.getProcessBusinessKey());
  }
}
