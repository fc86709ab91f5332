package org.fingerpost.referral;

import org.fingerpost.platform.Actor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Withdraws a referral at any time: open work stops, the record stays. */
@Component
public class WithdrawingReferral {

  /**
   * Withdraws an open referral. Withdrawing a withdrawn referral again changes nothing.
   *
   * @param reasonCode code of {@link WithdrawalReason}
   * @param actor in whose name
   * @throws org.fingerpost.platform.InvalidInput if the reason is unknown, or the referral has ended in another way
   */
  @Transactional
  public void withdraw(String referralId, String reasonCode, Actor actor) {
    throw new UnsupportedOperationException();
  }
}
