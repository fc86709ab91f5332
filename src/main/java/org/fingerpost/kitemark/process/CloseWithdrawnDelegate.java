package org.fingerpost.kitemark.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.fingerpost.kitemark.Concluding;
import org.springframework.stereotype.Component;

/**
 * Closes an application that the organisation takes back.
 *
 * <p>Step {@code serviceTask_closeWithdrawn} in {@code kitemark-award}. Reads nothing but the reference. Writes nothing.
 * Repeated only when everything it did was rolled back.
 */
@Component
class CloseWithdrawnDelegate implements JavaDelegate {

  private final Concluding concluding;

  CloseWithdrawnDelegate(Concluding concluding) {
    this.concluding = concluding;
  }

  @Override
  public void execute(DelegateExecution execution) {
    concluding.withdrawn(execution.getProcessBusinessKey());
  }
}
