package org.fingerpost.person;

import org.fingerpost.notification.ConsentLedger;
import org.fingerpost.notification.NeededConsent;
import org.springframework.stereotype.Component;

/** Lets the outbox read the consent ledger. */
@Component
class LedgerForMessages implements ConsentLedger {

  private final Consents consents;

  LedgerForMessages(Consents consents) {
    this.consents = consents;
  }

  @Override
  public boolean granted(String referralId, NeededConsent consent, String activityId) {
    return consent == NeededConsent.NONE
        || consents.granted(referralId, Consent.Purpose.valueOf(consent.name()), activityId);
  }
}
