package org.fingerpost.grants.process;

import static org.fingerpost.grants.journey.PayGrant.ACCEPT_DUE_AT;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.fingerpost.grants.PayingGrant;
import org.springframework.stereotype.Component;

/**
 * Sends the group its award letter.
 *
 * <p>Step {@code serviceTask_sendAwardLetter} in {@code pay-grant}. Reads the business key.
 * Writes {@code acceptDueAt}. Repeated only when everything it did was rolled back.
 */
@Component
class SendAwardLetterDelegate implements JavaDelegate {

  private final PayingGrant paying;

  SendAwardLetterDelegate(PayingGrant paying) {
    this.paying = paying;
  }

  @Override
  public void execute(DelegateExecution execution) {
    ACCEPT_DUE_AT.set(execution, paying.sendLetter(execution.getProcessBusinessKey()));
  }
}
