package org.fingerpost.kitemark.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.fingerpost.kitemark.Upkeep;
import org.springframework.stereotype.Component;

/**
 * Makes a mark conditional because a paper has run out.
 *
 * <p>Step {@code serviceTask_makeConditional} in {@code keep-mark}. Reads the business key only. Writes nothing. Repeated only when everything it did was rolled back.
 */
@Component
class MakeConditionalDelegate implements JavaDelegate {

  private final Upkeep upkeep;

  MakeConditionalDelegate(Upkeep upkeep) {
    this.upkeep = upkeep;
  }

  @Override
  public void execute(DelegateExecution execution) {
    upkeep.makeConditional(execution.getProcessBusinessKey());
  }
}
