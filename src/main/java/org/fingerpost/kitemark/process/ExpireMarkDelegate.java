package org.fingerpost.kitemark.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.fingerpost.kitemark.Upkeep;
import org.springframework.stereotype.Component;

/**
 * Ends a mark whose last day is over.
 *
 * <p>Step {@code serviceTask_expireMark} in {@code keep-mark}. Reads the business key only. Writes nothing. Repeated only when everything it did was rolled back.
 */
@Component
class ExpireMarkDelegate implements JavaDelegate {

  private final Upkeep upkeep;

  ExpireMarkDelegate(Upkeep upkeep) {
    this.upkeep = upkeep;
  }

  @Override
  public void execute(DelegateExecution execution) {
    upkeep.expire(execution.getProcessBusinessKey());
  }
}
