package org.fingerpost.referral;

import java.util.Map;
import org.fingerpost.platform.AuditEvent;
import org.fingerpost.platform.AuditTrail;
import org.fingerpost.platform.CurrentActor;
import org.fingerpost.referral.domain.Referral;
import org.fingerpost.referral.persistence.ReferralRepository;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Joins a referral to the one that is open for the same person, so that its referrer hears how that one ends. */
@Component
public class JoiningReferral {

  private final Referrals referrals;
  private final ReferralRepository repository;
  private final Watchers watchers;
  private final AuditTrail audit;
  private final CurrentActor currentActor;

  JoiningReferral(
      Referrals referrals,
      ReferralRepository repository,
      Watchers watchers,
      AuditTrail audit,
      CurrentActor currentActor) {
    this.referrals = referrals;
    this.repository = repository;
    this.watchers = watchers;
    this.audit = audit;
    this.currentActor = currentActor;
  }

  /**
   * Joins a referral to the oldest open one of the same person. Safe to repeat.
   *
   * @throws IllegalStateException if there is none
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void join(String referralId) {
    var second = known(referralId);
    if (second.summary().mergedInto() != null) {
      return;
    }
    String firstId =
        referrals
            .openCaseOf(referralId)
            .orElseThrow(() -> new IllegalStateException(referralId + " has no open referral to be joined to"));
    second.joinTo(known(firstId));
    watchers.add(firstId, referralId, currentActor.get().id());
    audit.record(
        AuditEvent.ofReferral("referral.joined", referralId, second.schemeId(), Map.of("openReferral", firstId)));
    audit.record(
        AuditEvent.ofReferral("referral.watched", firstId, second.schemeId(), Map.of("joinedReferral", referralId)));
  }

  private Referral known(String referralId) {
    return repository.findById(referralId).orElseThrow();
  }
}
