package org.fingerpost.grants.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.fingerpost.grants.WithdrawingGrant;
import org.springframework.stereotype.Component;

/**
 * Takes the application back: money, scoring and all.
 *
 * <p>Step {@code serviceTask_withdrawGrant} in {@code project-grant}. Reads the business key.
 * Writes nothing. Repeated only when everything it did was rolled back.
 */
@Component
class WithdrawGrantDelegate implements JavaDelegate {

  private final WithdrawingGrant withdrawing;

  WithdrawGrantDelegate(WithdrawingGrant withdrawing) {
    this.withdrawing = withdrawing;
  }

  @Override
  public void execute(DelegateExecution execution) {
    withdrawing.withdraw(execution.getProcessBusinessKey());
  }
}
