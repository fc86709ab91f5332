package org.fingerpost.referral;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.NoSuchElementException;
import org.fingerpost.person.Consent;
import org.fingerpost.person.Consents;
import org.fingerpost.platform.Actor;
import org.fingerpost.platform.AuditEvent;
import org.fingerpost.platform.AuditTrail;
import org.fingerpost.platform.CurrentActor;
import org.fingerpost.platform.InvalidInput;
import org.fingerpost.referral.domain.Referral;
import org.fingerpost.referral.persistence.ReferralRepository;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Withdraws a referral at any time: open work stops, the record stays. */
@Component
public class WithdrawingReferral {

  private final ReferralRepository referrals;
  private final Consents consents;
  private final ReferralProcess process;
  private final AuditTrail audit;
  private final CurrentActor currentActor;
  private final Clock clock;

  WithdrawingReferral(
      ReferralRepository referrals,
      Consents consents,
      ReferralProcess process,
      AuditTrail audit,
      CurrentActor currentActor,
      Clock clock) {
    this.referrals = referrals;
    this.consents = consents;
    this.process = process;
    this.audit = audit;
    this.currentActor = currentActor;
    this.clock = clock;
  }

  /**
   * Withdraws an open referral. Withdrawing a withdrawn referral again changes nothing.
   *
   * @param reasonCode code of {@link WithdrawalReason}
   * @param actor in whose name
   * @throws InvalidInput if the reason is unknown, or the referral has ended in another way
   * @throws NoSuchElementException if there is no such referral
   */
  @Transactional
  public void withdraw(String referralId, String reasonCode, Actor actor) {
    var reason = reason(reasonCode);
    var referral =
        referrals
            .findById(referralId)
            .orElseThrow(() -> new NoSuchElementException("No referral " + referralId));
    if (!referral.open()) {
      if (referral.closedState() == reason.closes()) {
        return;
      }
      throw new InvalidInput("reason", "referral.withdraw.ended");
    }
    currentActor.as(actor, () -> stop(referral, reason, actor));
  }

  private void stop(Referral referral, WithdrawalReason reason, Actor actor) {
    var known = referral.summary();
    referral.askToWithdraw(reason, clock.instant());
    if (reason == WithdrawalReason.CONSENT_WITHDRAWN) {
      refuse(known, Consent.Purpose.REFER, actor);
      refuse(known, Consent.Purpose.HOLD_RECORD, actor);
      refuse(known, Consent.Purpose.TELL_REFERRER, actor);
    }
    audit.record(
        AuditEvent.ofReferral(
            "referral.withdrawn", known.referralId(), known.schemeId(), Map.of("withdrawalReason", reason.name())));
    process.withdraw(known.referralId());
  }

  private void refuse(ReferralSummary referral, Consent.Purpose purpose, Actor actor) {
    consents.record(
        new Consent(
            referral.personId(),
            referral.referralId(),
            purpose,
            false,
            ConsentGivenBy.PERSON.name(),
            "WITHDRAWN",
            LocalDate.now(clock),
            "withdraw-1",
            null,
            actor.id()));
  }

  private static WithdrawalReason reason(String code) {
    return Arrays.stream(WithdrawalReason.values())
        .filter(known -> known.name().equals(code))
        .findFirst()
        .orElseThrow(() -> new InvalidInput("reason", "referral.withdraw.reason.required"));
  }
}
