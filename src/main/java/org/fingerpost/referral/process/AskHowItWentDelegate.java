package org.fingerpost.referral.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.fingerpost.referral.Signposting;
import org.springframework.stereotype.Component;

/**
 * Asks a person who was signposted, once, whether they got there.
 *
 * <p>Step {@code serviceTask_askHowItWent} in {@code active-signposting}. Reads the business key only. Writes nothing. Repeated only when everything it did was
 * rolled back.
 */
@Component
class AskHowItWentDelegate implements JavaDelegate {

  private final Signposting signposting;

  AskHowItWentDelegate(Signposting signposting) {
    this.signposting = signposting;
  }

  @Override
  public void execute(DelegateExecution execution) {
    signposting.ask(execution.getProcessBusinessKey());
  }
}
