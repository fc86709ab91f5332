package org.fingerpost.referral;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.NoSuchElementException;
import org.fingerpost.notification.Outbox;
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

/**
 * Ends a referral before its journey does: withdrawn, moved away or died. Open work stops, with everything that depends on the
 * referral and nothing else; a safeguarding concern goes on. The record stays.
 */
@Component
public class EndingReferral {

  private final ReferralRepository referrals;
  private final Consents consents;
  private final ReferralProcess process;
  private final Outbox outbox;
  private final AuditTrail audit;
  private final CurrentActor currentActor;
  private final Clock clock;

  EndingReferral(
      ReferralRepository referrals,
      Consents consents,
      ReferralProcess process,
      Outbox outbox,
      AuditTrail audit,
      CurrentActor currentActor,
      Clock clock) {
    this.referrals = referrals;
    this.consents = consents;
    this.process = process;
    this.outbox = outbox;
    this.audit = audit;
    this.currentActor = currentActor;
    this.clock = clock;
  }

  /**
   * Ends a referral without a more exact reason.
   *
   * @see #end(String, WithdrawalReason, Actor)
   */
  @Transactional
  public void end(String referralId, Ending ending, Actor actor) {
    var reason =
        switch (ending) {
          case WITHDRAWN -> WithdrawalReason.OTHER;
          case MOVED_AWAY -> WithdrawalReason.MOVED_AWAY;
          case DIED -> WithdrawalReason.DIED;
        };
    end(referralId, reason, actor);
  }

  /**
   * Ends an open referral. Ending it again in the same way changes nothing. That somebody has died may be said of a referral that has
   * ended: it stays as it ended, but later reviews are cancelled and nothing is sent to the person any more.
   *
   * @param actor in whose name
   * @throws InvalidInput if the referral has ended in another way
   * @throws NoSuchElementException if there is no such referral
   */
  @Transactional
  public void end(String referralId, WithdrawalReason reason, Actor actor) {
    var referral =
        referrals
            .findById(referralId)
            .orElseThrow(() -> new NoSuchElementException("No referral " + referralId));
    if (referral.open()) {
      currentActor.as(actor, () -> stop(referral, reason, actor));
    } else if (referral.closedState() != reason.closes()) {
      if (reason != WithdrawalReason.DIED) {
        throw new InvalidInput("reason", "referral.withdraw.ended");
      }
      currentActor.as(actor, () -> diedAfterwards(referral));
    }
  }

  private void stop(Referral referral, WithdrawalReason reason, Actor actor) {
    var known = referral.summary();
    referral.askToWithdraw(reason, clock.instant());
    if (reason == WithdrawalReason.CONSENT_WITHDRAWN) {
      refuse(known, Consent.Purpose.REFER, actor);
      refuse(known, Consent.Purpose.HOLD_RECORD, actor);
      refuse(known, Consent.Purpose.TELL_REFERRER, actor);
    }
    audit.record(ended(known, reason));
    if (reason == WithdrawalReason.DIED) {
      outbox.fallSilent(known.referralId());
    }
    process.end(known.referralId(), reason.ending());
  }

  private static AuditEvent ended(ReferralSummary known, WithdrawalReason reason) {
    var details = Map.of("withdrawalReason", reason.name());
    return switch (reason.ending()) {
      case WITHDRAWN -> AuditEvent.ofReferral("referral.withdrawn", known.referralId(), known.schemeId(), details);
      case MOVED_AWAY -> AuditEvent.ofReferral("referral.moved-away", known.referralId(), known.schemeId(), details);
      case DIED -> AuditEvent.ofReferral("referral.person-died", known.referralId(), known.schemeId(), details);
    };
  }

  private void diedAfterwards(Referral referral) {
    var known = referral.summary();
    audit.record(ended(known, WithdrawalReason.DIED));
    outbox.fallSilent(known.referralId());
    process.stopWhatDepends(known.referralId());
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
}
