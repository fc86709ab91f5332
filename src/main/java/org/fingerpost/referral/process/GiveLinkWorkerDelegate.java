package org.fingerpost.referral.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.fingerpost.referral.Signposting;
import org.springframework.stereotype.Component;

/**
 * Sends a referral through the route table again, because the person wants a link worker after all.
 *
 * <p>Step {@code serviceTask_giveLinkWorker} in {@code active-signposting}. Reads the business key only. Writes nothing. Repeated only when
 * everything it did was rolled back.
 */
@Component
class GiveLinkWorkerDelegate implements JavaDelegate {

  private final Signposting signposting;

  GiveLinkWorkerDelegate(Signposting signposting) {
    this.signposting = signposting;
  }

  @Override
  public void execute(DelegateExecution execution) {
    signposting.giveLinkWorker(execution.getProcessBusinessKey());
  }
}
