package org.fingerpost.referral;

import org.fingerpost.platform.CurrentActor;
import org.fingerpost.platform.OpenCases;
import org.fingerpost.referral.domain.Referral;
import org.fingerpost.referral.persistence.ReferralRepository;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Ends a referral because somebody wants their data erased: the ordinary ending, and nothing left running beside it. */
@Component
class EndingForRights implements OpenCases {

  private final ReferralRepository referrals;
  private final EndingReferral ending;
  private final ReferralProcess process;
  private final CurrentActor currentActor;

  EndingForRights(
      ReferralRepository referrals, EndingReferral ending, ReferralProcess process, CurrentActor currentActor) {
    this.referrals = referrals;
    this.ending = ending;
    this.process = process;
    this.currentActor = currentActor;
  }

  @Override
  @Transactional(readOnly = true)
  public boolean open(String referralId) {
    return referrals.findById(referralId).filter(Referral::open).isPresent();
  }

  @Override
  @Transactional
  public void end(String referralId) {
    var referral = referrals.findById(referralId);
    if (referral.isEmpty()) {
      return;
    }
    if (referral.get().open()) {
      ending.end(referralId, Ending.WITHDRAWN, currentActor.get());
    } else {
      process.stopWhatDepends(referralId);
    }
  }
}
