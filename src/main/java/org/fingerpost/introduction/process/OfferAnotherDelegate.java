package org.fingerpost.introduction.process;

import static org.fingerpost.referral.journey.PausedIntroduction.INTRODUCTION_ID;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.fingerpost.introduction.PausingIntroductions;
import org.springframework.stereotype.Component;

/**
 * Stops a paused introduction, so that something else is chosen.
 *
 * <p>Step {@code serviceTask_offerAnother} in {@code paused-introduction}. Reads {@code introductionId}. Writes nothing. Repeated only when everything it did
 * was rolled back.
 */
@Component
class OfferAnotherDelegate implements JavaDelegate {

  private final PausingIntroductions pausing;

  OfferAnotherDelegate(PausingIntroductions pausing) {
    this.pausing = pausing;
  }

  @Override
  public void execute(DelegateExecution execution) {
    pausing.offerAnother(UUID.fromString(INTRODUCTION_ID.requiredFrom(execution)));
  }
}
