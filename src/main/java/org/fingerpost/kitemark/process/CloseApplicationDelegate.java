package org.fingerpost.kitemark.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.fingerpost.kitemark.Concluding;
import org.springframework.stereotype.Component;

/**
 * Closes an application that nobody goes on with.
 *
 * <p>Step {@code serviceTask_closeApplication} in {@code kitemark-award}. Reads nothing but the reference. Writes nothing.
 * Repeated only when everything it did was rolled back.
 */
@Component
class CloseApplicationDelegate implements JavaDelegate {

  private final Concluding concluding;

  CloseApplicationDelegate(Concluding concluding) {
    this.concluding = concluding;
  }

  @Override
  public void execute(DelegateExecution execution) {
    concluding.close(execution.getProcessBusinessKey());
  }
}
