package org.fingerpost.referral.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.fingerpost.platform.engine.EndsReferral;
import org.fingerpost.referral.ClosingReferral;
import org.springframework.stereotype.Component;

/**
 * Closes a referral whose outcome is recorded, and tells the referrer if the person agreed.
 *
 * <p>Step {@code serviceTask_closeReferral} in {@code referral-journey}. Reads the business key only. Writes nothing. Safe to repeat:
 * a closed referral stays as it is.
 */
@EndsReferral
@Component
class CloseReferralDelegate implements JavaDelegate {

  private final ClosingReferral closing;

  CloseReferralDelegate(ClosingReferral closing) {
    this.closing = closing;
  }

  @Override
  public void execute(DelegateExecution execution) {
    closing.afterOutcome(execution.getProcessBusinessKey());
  }
}
