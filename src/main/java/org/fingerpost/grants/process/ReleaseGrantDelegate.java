package org.fingerpost.grants.process;

import static org.fingerpost.grants.journey.PayGrant.GRANT_PAID;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.fingerpost.grants.PayingGrant;
import org.springframework.stereotype.Component;

/**
 * Gives the money back to the fund and tells the group.
 *
 * <p>Step {@code serviceTask_releaseGrant} in {@code pay-grant}. Reads the business key.
 * Writes {@code grantPaid}. Repeated only when everything it did was rolled back.
 */
@Component
class ReleaseGrantDelegate implements JavaDelegate {

  private final PayingGrant paying;

  ReleaseGrantDelegate(PayingGrant paying) {
    this.paying = paying;
  }

  @Override
  public void execute(DelegateExecution execution) {
    paying.release(execution.getProcessBusinessKey());
    GRANT_PAID.set(execution, false);
  }
}
