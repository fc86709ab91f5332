package org.fingerpost.conversation.process;

import static org.fingerpost.referral.journey.FirstContact.MESSAGE_DETAILS_SUPPLIED;

import org.camunda.bpm.engine.MismatchingMessageCorrelationException;
import org.camunda.bpm.engine.RuntimeService;
import org.fingerpost.conversation.ContactProcess;
import org.fingerpost.conversation.ContactStep;
import org.springframework.stereotype.Component;

/** Correlates a referrer's better contact details to the instance of {@code first-contact} that asked for them. */
@Component
class CamundaContactProcess implements ContactProcess {

  private final RuntimeService runtime;

  CamundaContactProcess(RuntimeService runtime) {
    this.runtime = runtime;
  }

  @Override
  public void detailsSupplied(String processInstanceId, ContactStep next) {
    try {
      runtime
          .createMessageCorrelation(MESSAGE_DETAILS_SUPPLIED)
          .processInstanceId(processInstanceId)
          .setVariables(ContactFacts.of(next).values())
          .correlate();
    } catch (MismatchingMessageCorrelationException e) {
      throw new IllegalStateException(
          "Process instance " + processInstanceId + " does not wait for contact details", e);
    }
  }
}
