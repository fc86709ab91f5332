package org.fingerpost.referral.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.fingerpost.referral.Signposting;
import org.springframework.stereotype.Component;

/**
 * Writes to a person which places might suit them, and closes the referral as signposted.
 *
 * <p>Step {@code serviceTask_signpost} in {@code referral-journey}. Reads the business key only. Writes nothing. Safe to repeat: the
 * message is queued once.
 */
@Component
class SignpostDelegate implements JavaDelegate {

  private final Signposting signposting;

  SignpostDelegate(Signposting signposting) {
    this.signposting = signposting;
  }

  @Override
  public void execute(DelegateExecution execution) {
    signposting.signpost(execution.getProcessBusinessKey());
  }
}
