package org.fingerpost.introduction;

import java.util.Map;
import org.fingerpost.platform.AuditEvent;
import org.fingerpost.platform.AuditTrail;
import org.fingerpost.referral.AnotherIntroduction;
import org.fingerpost.referral.Referrals;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Wanting another activity at any time: the link worker gets the choice, beside whatever the journey is doing. */
@Component
public class WantingIntroduction implements AnotherIntroduction {

  private final Referrals referrals;
  private final IntroductionProcess process;
  private final AuditTrail audit;

  WantingIntroduction(Referrals referrals, IntroductionProcess process, AuditTrail audit) {
    this.referrals = referrals;
    this.process = process;
    this.audit = audit;
  }

  /**
   * Starts an introduction beside the journey, in the caller's transaction; its first step is the link worker's choice.
   *
   * @throws IllegalStateException if the referral has ended or has no link worker
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void want(String referralId) {
    var referral = referrals.get(referralId);
    if (!referral.open() || referral.linkWorker() == null) {
      throw new IllegalStateException("Nobody looks for an activity for " + referralId);
    }
    referrals.introducedBeside(referralId);
    process.chooseFurther(referralId, referral.schemeId(), referral.linkWorker());
    audit.record(AuditEvent.ofReferral("introduction.wanted", referralId, referral.schemeId(), Map.of()));
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public void want(String referralId, String schemeId, String linkWorker) {
    want(referralId);
  }
}
