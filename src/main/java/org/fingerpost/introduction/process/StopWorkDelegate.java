package org.fingerpost.introduction.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.fingerpost.introduction.StoppingIntroductions;
import org.springframework.stereotype.Component;

/**
 * Stops every live introduction of a withdrawn referral and tells the organisations.
 *
 * <p>Step {@code serviceTask_stopWork} in {@code referral-journey}. Reads the business key only. Writes nothing. Safe
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
    stopping.stopAll(execution.getProcessBusinessKey());
  }
}
