package org.fingerpost.kitemark.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.fingerpost.kitemark.Concluding;
import org.springframework.stereotype.Component;

/**
 * Refuses the mark, as two assessors decided.
 *
 * <p>Step {@code serviceTask_refuseMark} in {@code kitemark-award}. Reads nothing but the reference. Writes nothing.
 * Repeated only when everything it did was rolled back.
 */
@Component
class RefuseMarkDelegate implements JavaDelegate {

  private final Concluding concluding;

  RefuseMarkDelegate(Concluding concluding) {
    this.concluding = concluding;
  }

  @Override
  public void execute(DelegateExecution execution) {
    concluding.refuse(execution.getProcessBusinessKey());
  }
}
