package org.fingerpost.kitemark.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.fingerpost.kitemark.Upkeep;
import org.springframework.stereotype.Component;

/**
 * Invites an organisation to renew its mark.
 *
 * <p>Step {@code serviceTask_inviteRenewal} in {@code keep-mark}. Reads the business key only. Writes nothing. Repeated only when everything it did was rolled back.
 */
@Component
class InviteRenewalDelegate implements JavaDelegate {

  private final Upkeep upkeep;

  InviteRenewalDelegate(Upkeep upkeep) {
    this.upkeep = upkeep;
  }

  @Override
  public void execute(DelegateExecution execution) {
    upkeep.inviteRenewal(execution.getProcessBusinessKey());
  }
}
