package org.fingerpost.grants.process;

import static org.fingerpost.grants.journey.CheckGrant.GROUP_DUE_AT;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.fingerpost.grants.CheckingGrant;
import org.springframework.stereotype.Component;

/**
 * Asks the group to change or complete its application.
 *
 * <p>Step {@code serviceTask_askGrantApplicant} in {@code check-grant}. Reads the business key.
 * Writes {@code groupDueAt}. Repeated only when everything it did was rolled back.
 */
@Component
class AskGrantApplicantDelegate implements JavaDelegate {

  private final CheckingGrant checking;

  AskGrantApplicantDelegate(CheckingGrant checking) {
    this.checking = checking;
  }

  @Override
  public void execute(DelegateExecution execution) {
    GROUP_DUE_AT.set(execution, checking.ask(execution.getProcessBusinessKey()));
  }
}
