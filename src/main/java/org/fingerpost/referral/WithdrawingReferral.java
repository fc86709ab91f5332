package org.fingerpost.referral;

import java.util.Arrays;
import java.util.NoSuchElementException;
import org.fingerpost.platform.Actor;
import org.fingerpost.platform.InvalidInput;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Withdraws a referral at any time, by the reason somebody chose on a page. */
@Component
public class WithdrawingReferral {

  private final EndingReferral ending;

  WithdrawingReferral(EndingReferral ending) {
    this.ending = ending;
  }

  /**
   * Ends a referral for a reason. Doing it again changes nothing.
   *
   * @param reasonCode code of {@link WithdrawalReason}
   * @param actor in whose name
   * @throws InvalidInput if the reason is unknown, or the referral has ended in another way
   * @throws NoSuchElementException if there is no such referral
   */
  @Transactional
  public void withdraw(String referralId, String reasonCode, Actor actor) {
    ending.end(referralId, reason(reasonCode), actor);
  }

  private static WithdrawalReason reason(String code) {
    return Arrays.stream(WithdrawalReason.values())
        .filter(known -> known.name().equals(code))
        .findFirst()
        .orElseThrow(() -> new InvalidInput("reason", "referral.withdraw.reason.required"));
  }
}
