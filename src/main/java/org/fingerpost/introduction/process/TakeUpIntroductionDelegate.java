package org.fingerpost.introduction.process;

import static org.fingerpost.referral.journey.PausedIntroduction.INTRODUCTION_ID;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.fingerpost.introduction.PausingIntroductions;
import org.springframework.stereotype.Component;

/**
 * Takes up a paused introduction again.
 *
 * <p>Step {@code serviceTask_takeUpIntroduction} in {@code paused-introduction}. Reads {@code introductionId}. Writes nothing. Repeated only when everything it did
 * was rolled back.
 */
@Component
class TakeUpIntroductionDelegate implements JavaDelegate {

  private final PausingIntroductions pausing;

  TakeUpIntroductionDelegate(PausingIntroductions pausing) {
    this.pausing = pausing;
  }

  @Override
  public void execute(DelegateExecution execution) {
    pausing.resume(UUID.fromString(INTRODUCTION_ID.requiredFrom(execution)));
  }
}
