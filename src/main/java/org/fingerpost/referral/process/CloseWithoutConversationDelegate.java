package org.fingerpost.referral.process;

import static org.fingerpost.referral.journey.ReferralJourney.CONTACT_RESULT;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.fingerpost.platform.engine.EndsReferral;
import org.fingerpost.referral.ClosingReferral;
import org.fingerpost.referral.journey.FirstContact;
import org.springframework.stereotype.Component;

/**
 * Closes a referral whose person said no or could not be reached.
 *
 * <p>Step {@code serviceTask_closeUnmet} in {@code referral-journey}. Reads {@code contactResult}. Writes nothing. Safe to repeat: a
 * closed referral stays as it is.
 */
@EndsReferral
@Component
class CloseWithoutConversationDelegate implements JavaDelegate {

  private final ClosingReferral closing;

  CloseWithoutConversationDelegate(ClosingReferral closing) {
    this.closing = closing;
  }

  @Override
  public void execute(DelegateExecution execution) {
    boolean declined = FirstContact.DECLINED.equals(CONTACT_RESULT.requiredFrom(execution));
    closing.withoutConversation(execution.getProcessBusinessKey(), declined);
  }
}
