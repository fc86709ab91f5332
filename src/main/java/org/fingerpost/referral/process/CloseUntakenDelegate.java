package org.fingerpost.referral.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.fingerpost.platform.engine.EndsReferral;
import org.fingerpost.referral.ClosingReferral;
import org.springframework.stereotype.Component;

/**
 * Closes a referral that a team lead decided not to take on; refuses where no named person has decided.
 *
 * <p>Step {@code serviceTask_closeUntaken} in {@code referral-journey}. Reads the business key only. Writes nothing. Safe to repeat:
 * a closed referral stays as it is.
 */
@EndsReferral
@Component
class CloseUntakenDelegate implements JavaDelegate {

  private final ClosingReferral closing;

  CloseUntakenDelegate(ClosingReferral closing) {
    this.closing = closing;
  }

  @Override
  public void execute(DelegateExecution execution) {
    closing.notTakenOn(execution.getProcessBusinessKey());
  }
}
