package org.fingerpost.eligibility;

import static org.fingerpost.referral.TransferringReferral.OTHER_SERVICE;

import org.fingerpost.platform.InvalidInput;
import org.fingerpost.referral.TransferringReferral;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Settles a transfer with the person: it goes on with their agreement only. */
@Component
public class ArrangingTransfer {

  private final TransferringReferral transferring;
  private final Eligibility eligibility;

  ArrangingTransfer(TransferringReferral transferring, Eligibility eligibility) {
    this.transferring = transferring;
    this.eligibility = eligibility;
  }

  /**
   * @param receiver id of a scheme that would welcome the person, or {@code OTHER_SERVICE}
   * @param givenBy code of who agreed
   * @param how code of how
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public SettledRoute agreed(String referralId, String receiver, String givenBy, String how, String userId) {
    boolean offered =
        OTHER_SERVICE.equals(receiver)
            || transferring.receivers(referralId).stream().anyMatch(scheme -> scheme.id().equals(receiver));
    if (!offered) {
      throw new InvalidInput("receiver", "eligibility.form.receiver.required");
    }
    if (givenBy == null) {
      throw new InvalidInput("givenBy", "eligibility.form.givenBy.required");
    }
    if (how == null) {
      throw new InvalidInput("how", "eligibility.form.how.required");
    }
    transferring.agreed(referralId, receiver, givenBy, how, userId);
    return new SettledRoute(Route.TRANSFER, receiver);
  }

  /** The referral returns to the referrer, who knows the person. */
  @Transactional(propagation = Propagation.MANDATORY)
  public SettledRoute refused(String referralId, String userId) {
    transferring.refused(referralId);
    eligibility.settle(referralId, Route.RETURN, "TRANSFER_REFUSED", userId);
    return SettledRoute.of(Route.RETURN);
  }
}
