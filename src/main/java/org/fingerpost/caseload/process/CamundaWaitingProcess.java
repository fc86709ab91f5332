package org.fingerpost.caseload.process;

import static org.fingerpost.referral.journey.ReferralJourney.LINK_WORKER;
import static org.fingerpost.referral.journey.WaitForLinkWorker.MESSAGE_CAPACITY;

import org.camunda.bpm.engine.MismatchingMessageCorrelationException;
import org.camunda.bpm.engine.RuntimeService;
import org.fingerpost.caseload.WaitingProcess;
import org.fingerpost.platform.engine.Facts;
import org.springframework.stereotype.Component;

/** Correlates that somebody has room to the wait of one referral. */
@Component
class CamundaWaitingProcess implements WaitingProcess {

  private final RuntimeService runtime;

  CamundaWaitingProcess(RuntimeService runtime) {
    this.runtime = runtime;
  }

  @Override
  public void placeFound(String referralId, String userId) {
    try {
      runtime
          .createMessageCorrelation(MESSAGE_CAPACITY)
          .processInstanceBusinessKey(referralId)
          .setVariables(Facts.of(LINK_WORKER, userId).values())
          .correlate();
    } catch (MismatchingMessageCorrelationException e) {
      throw new IllegalStateException(referralId + " does not wait for a link worker", e);
    }
  }
}
