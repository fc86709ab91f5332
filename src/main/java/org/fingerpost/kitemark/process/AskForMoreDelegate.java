package org.fingerpost.kitemark.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.fingerpost.kitemark.Concluding;
import org.springframework.stereotype.Component;

/**
 * Opens the application again for what the assessor asked for.
 *
 * <p>Step {@code serviceTask_askForMore} in {@code kitemark-award}. Reads nothing but the reference. Writes nothing.
 * Repeated only when everything it did was rolled back.
 */
@Component
class AskForMoreDelegate implements JavaDelegate {

  private final Concluding concluding;

  AskForMoreDelegate(Concluding concluding) {
    this.concluding = concluding;
  }

  @Override
  public void execute(DelegateExecution execution) {
    concluding.askForMore(execution.getProcessBusinessKey());
  }
}
