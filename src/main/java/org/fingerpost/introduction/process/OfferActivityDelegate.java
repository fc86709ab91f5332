package org.fingerpost.introduction.process;

import static org.fingerpost.referral.journey.IntroduceActivity.ANSWER_DUE_AT;
import static org.fingerpost.referral.journey.IntroduceActivity.INTRODUCTION_ID;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.fingerpost.introduction.OfferingActivity;
import org.springframework.stereotype.Component;

/**
 * Asks the organisation whether the person may come.
 *
 * <p>Step {@code serviceTask_offerActivity} in {@code introduce-activity}. Reads {@code introductionId}. Writes {@code
 * answerDueAt}. Repeated only when everything it did was rolled back; the message is queued once per introduction.
 */
@Component
class OfferActivityDelegate implements JavaDelegate {

  private final OfferingActivity offering;

  OfferActivityDelegate(OfferingActivity offering) {
    this.offering = offering;
  }

  @Override
  public void execute(DelegateExecution execution) {
    var introductionId = UUID.fromString(INTRODUCTION_ID.requiredFrom(execution));
    ANSWER_DUE_AT.set(execution, offering.offer(introductionId));
  }
}
