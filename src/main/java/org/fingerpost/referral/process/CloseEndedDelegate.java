package org.fingerpost.referral.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.fingerpost.platform.engine.EndsReferral;
import org.fingerpost.referral.ClosingReferral;
import org.springframework.stereotype.Component;

/**
 * Closes a referral that was withdrawn, or whose person moved away or died, once open work has stopped.
 *
 * <p>Step {@code serviceTask_closeEnded} in {@code referral-journey}. Reads the business key only. Writes nothing. Safe to repeat: a
 * closed referral stays as it is.
 */
@EndsReferral
@Component
class CloseEndedDelegate implements JavaDelegate {

  private final ClosingReferral closing;

  CloseEndedDelegate(ClosingReferral closing) {
    this.closing = closing;
  }

  @Override
  public void execute(DelegateExecution execution) {
    closing.ended(execution.getProcessBusinessKey());
  }
}
