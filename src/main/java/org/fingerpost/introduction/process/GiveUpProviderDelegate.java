package org.fingerpost.introduction.process;

import static org.fingerpost.referral.journey.IntroduceActivity.INTRODUCTION_ID;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.fingerpost.introduction.StoppingIntroductions;
import org.springframework.stereotype.Component;

/**
 * Gives up waiting for an organisation and tells it so.
 *
 * <p>Step {@code serviceTask_giveUpProvider} in {@code introduce-activity}. Reads {@code introductionId}. Writes nothing.
 * Repeated only when everything it did was rolled back.
 */
@Component
class GiveUpProviderDelegate implements JavaDelegate {

  private final StoppingIntroductions stopping;

  GiveUpProviderDelegate(StoppingIntroductions stopping) {
    this.stopping = stopping;
  }

  @Override
  public void execute(DelegateExecution execution) {
    stopping.giveUp(UUID.fromString(INTRODUCTION_ID.requiredFrom(execution)));
  }
}
