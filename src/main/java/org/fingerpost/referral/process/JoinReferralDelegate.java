package org.fingerpost.referral.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.fingerpost.platform.engine.EndsReferral;
import org.fingerpost.referral.JoiningReferral;
import org.springframework.stereotype.Component;

/**
 * Joins the referral to the one that is open for the same person.
 *
 * <p>Step {@code serviceTask_joinReferral} in {@code settle-route}. Reads the business key only. Writes nothing. Safe to repeat: a
 * joined referral stays joined.
 */
@EndsReferral
@Component
class JoinReferralDelegate implements JavaDelegate {

  private final JoiningReferral joining;

  JoinReferralDelegate(JoiningReferral joining) {
    this.joining = joining;
  }

  @Override
  public void execute(DelegateExecution execution) {
    joining.join(execution.getProcessBusinessKey());
  }
}
