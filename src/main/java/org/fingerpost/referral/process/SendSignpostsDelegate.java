package org.fingerpost.referral.process;

import static org.fingerpost.referral.journey.ActiveSignposting.ASK_AT;
import static org.fingerpost.referral.journey.ActiveSignposting.SIGNPOST_OVER_AT;
import static org.fingerpost.referral.journey.ActiveSignposting.TO_ASK;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.fingerpost.referral.Signposting;
import org.springframework.stereotype.Component;

/**
 * Sends a person the places that might suit them, and plans whether to ask how it went.
 *
 * <p>Step {@code serviceTask_sendSignposts} in {@code active-signposting}. Reads the business key only. Writes {@code toAsk}, {@code
 * askAt} and {@code signpostOverAt}. Repeated only when everything it did was rolled back.
 */
@Component
class SendSignpostsDelegate implements JavaDelegate {

  private final Signposting signposting;

  SendSignpostsDelegate(Signposting signposting) {
    this.signposting = signposting;
  }

  @Override
  public void execute(DelegateExecution execution) {
    var sent = signposting.send(execution.getProcessBusinessKey(), execution.getProcessInstanceId());
    TO_ASK.set(execution, sent.toAsk());
    ASK_AT.set(execution, sent.askAt());
    SIGNPOST_OVER_AT.set(execution, sent.over());
  }
}
