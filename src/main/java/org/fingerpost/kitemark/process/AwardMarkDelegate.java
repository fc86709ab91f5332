package org.fingerpost.kitemark.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.fingerpost.kitemark.Concluding;
import org.springframework.stereotype.Component;

/**
 * Awards the mark that was decided.
 *
 * <p>Step {@code serviceTask_awardMark} in {@code kitemark-award}. Reads nothing but the reference. Writes nothing.
 * Repeated only when everything it did was rolled back.
 */
@Component
class AwardMarkDelegate implements JavaDelegate {

  private final Concluding concluding;

  AwardMarkDelegate(Concluding concluding) {
    this.concluding = concluding;
  }

  @Override
  public void execute(DelegateExecution execution) {
    concluding.award(execution.getProcessBusinessKey());
  }
}
