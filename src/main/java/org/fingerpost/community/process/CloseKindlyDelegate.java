package org.fingerpost.community.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.fingerpost.community.ClosingGroup;
import org.springframework.stereotype.Component;

/**
 * Closes what is done for a group, kindly and with the recorded reason.
 *
 * <p>Step {@code serviceTask_closeKindly} in {@code support-group}. Reads nothing. Writes nothing. Repeated only when
 * everything it did was rolled back.
 */
@Component
class CloseKindlyDelegate implements JavaDelegate {

  private final ClosingGroup closingGroup;

  CloseKindlyDelegate(ClosingGroup closingGroup) {
    this.closingGroup = closingGroup;
  }

  @Override
  public void execute(DelegateExecution execution) {
    closingGroup.close(execution.getProcessBusinessKey());
  }
}
