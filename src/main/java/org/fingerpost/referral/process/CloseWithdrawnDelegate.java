package org.fingerpost.referral.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.fingerpost.referral.ClosingReferral;
import org.springframework.stereotype.Component;

/**
 * Closes a withdrawn referral once open work has stopped.
 *
 * <p>Step {@code serviceTask_closeWithdrawn} in {@code referral-journey}. Reads the business key only. Writes nothing. Safe to repeat:
 * a closed referral stays as it is.
 */
@Component
class CloseWithdrawnDelegate implements JavaDelegate {

  private final ClosingReferral closing;

  CloseWithdrawnDelegate(ClosingReferral closing) {
    this.closing = closing;
  }

  @Override
  public void execute(DelegateExecution execution) {
    closing.withdrawn(execution.getProcessBusinessKey());
  }
}
