package org.fingerpost.kitemark.process;

import static org.fingerpost.kitemark.journey.KitemarkAward.GAPS_DUE_AT;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.fingerpost.kitemark.Concluding;
import org.springframework.stereotype.Component;

/**
 * Tells the organisation what is missing and opens its application again for it.
 *
 * <p>Step {@code serviceTask_listGaps} in {@code kitemark-award}. Reads nothing but the reference. Writes {@code gapsDueAt}.
 * Repeated only when everything it did was rolled back.
 */
@Component
class ListGapsDelegate implements JavaDelegate {

  private final Concluding concluding;

  ListGapsDelegate(Concluding concluding) {
    this.concluding = concluding;
  }

  @Override
  public void execute(DelegateExecution execution) {
    GAPS_DUE_AT.set(execution, concluding.listGaps(execution.getProcessBusinessKey()));
  }
}
