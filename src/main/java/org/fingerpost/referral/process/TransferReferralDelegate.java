package org.fingerpost.referral.process;

import static org.fingerpost.referral.journey.SettleRoute.RECEIVING_SCHEME;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.fingerpost.platform.engine.EndsReferral;
import org.fingerpost.referral.TransferringReferral;
import org.springframework.stereotype.Component;

/**
 * Hands the referral over to the scheme that the person agreed to.
 *
 * <p>Step {@code serviceTask_transferReferral} in {@code settle-route}. Reads {@code receivingScheme}. Writes nothing. Safe to
 * repeat: a referral is handed over once.
 */
@EndsReferral
@Component
class TransferReferralDelegate implements JavaDelegate {

  private final TransferringReferral transferring;

  TransferReferralDelegate(TransferringReferral transferring) {
    this.transferring = transferring;
  }

  @Override
  public void execute(DelegateExecution execution) {
    transferring.transfer(execution.getProcessBusinessKey(), RECEIVING_SCHEME.requiredFrom(execution));
  }
}
