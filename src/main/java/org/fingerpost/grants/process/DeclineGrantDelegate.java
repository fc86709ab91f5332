package org.fingerpost.grants.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.fingerpost.grants.DecidingGrant;
import org.springframework.stereotype.Component;

/**
 * Tells the group that the panel has decided against the grant.
 *
 * <p>Step {@code serviceTask_declineGrant} in {@code project-grant}. Reads the business key.
 * Writes nothing. Repeated only when everything it did was rolled back.
 */
@Component
class DeclineGrantDelegate implements JavaDelegate {

  private final DecidingGrant deciding;

  DeclineGrantDelegate(DecidingGrant deciding) {
    this.deciding = deciding;
  }

  @Override
  public void execute(DelegateExecution execution) {
    deciding.tellDeclined(execution.getProcessBusinessKey());
  }
}
