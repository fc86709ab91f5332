package org.fingerpost.introduction.process;

import static org.fingerpost.referral.journey.ReferralJourney.DIED;
import static org.fingerpost.referral.journey.ReferralJourney.ENDING;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.fingerpost.introduction.StoppingIntroductions;
import org.springframework.stereotype.Component;

/**
 * Stops every live introduction of a referral that ends, and tells the organisations in words that fit.
 *
 * <p>Step {@code serviceTask_stopWork} in {@code referral-journey}. Reads {@code ending}. Writes nothing. Safe
 * to repeat: what is stopped stays stopped.
 */
@Component
class StopWorkDelegate implements JavaDelegate {

  private final StoppingIntroductions stopping;

  StopWorkDelegate(StoppingIntroductions stopping) {
    this.stopping = stopping;
  }

  @Override
  public void execute(DelegateExecution execution) {
    boolean died = DIED.equals(ENDING.requiredFrom(execution));
    stopping.stopAll(execution.getProcessBusinessKey(), died);
  }
}
