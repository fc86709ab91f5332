package org.fingerpost.kitemark.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.fingerpost.kitemark.Upkeep;
import org.springframework.stereotype.Component;

/**
 * Tells an organisation of a date of its mark.
 *
 * <p>Step {@code serviceTask_sendMarkNotice} in {@code keep-mark}. Reads the business key only. Writes nothing. Repeated only when everything it did was rolled back.
 */
@Component
class SendMarkNoticeDelegate implements JavaDelegate {

  private final Upkeep upkeep;

  SendMarkNoticeDelegate(Upkeep upkeep) {
    this.upkeep = upkeep;
  }

  @Override
  public void execute(DelegateExecution execution) {
    upkeep.notice(execution.getProcessBusinessKey());
  }
}
