package org.fingerpost.referral.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.fingerpost.platform.engine.EndsReferral;
import org.fingerpost.referral.Signposting;
import org.springframework.stereotype.Component;

/**
 * Ends the light touch, with the answer that came or with none.
 *
 * <p>Step {@code serviceTask_closeUnanswered} in {@code active-signposting}. Its step {@code serviceTask_closeAnswered} does the same.
 * Reads the business key only. Writes nothing. Safe to repeat: a closed referral stays as it is.
 */
@EndsReferral(alsoAfter = "SIGNPOST")
@Component
class CloseSignpostedDelegate implements JavaDelegate {

  private final Signposting signposting;

  CloseSignpostedDelegate(Signposting signposting) {
    this.signposting = signposting;
  }

  @Override
  public void execute(DelegateExecution execution) {
    signposting.close(execution.getProcessBusinessKey());
  }
}
