package org.fingerpost.referral;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.fingerpost.person.Consent;
import org.fingerpost.person.Consents;
import org.fingerpost.person.People;
import org.fingerpost.platform.AuditEvent;
import org.fingerpost.platform.AuditTrail;
import org.fingerpost.referral.domain.Referral;
import org.fingerpost.referral.persistence.ReferralRepository;
import org.fingerpost.scheme.Scheme;
import org.fingerpost.scheme.Schemes;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Passes a referral on to another scheme, with the person's agreement. The other scheme receives a referral of its own, made of all
 * that was written, in the same transaction.
 */
@Component
public class TransferringReferral {

  /** The receiver is a service that Fingerpost does not know: the team lead passes the referral on by hand. */
  public static final String OTHER_SERVICE = "OTHER_SERVICE";

  /** Which wording of the question was answered; count it up when the words change their meaning. */
  private static final String WORDING = "transfer-1";

  private final ReferralRepository referrals;
  private final ReceivingReferral receiving;
  private final People people;
  private final Consents consents;
  private final Schemes schemes;
  private final AuditTrail audit;
  private final Clock clock;

  TransferringReferral(
      ReferralRepository referrals,
      ReceivingReferral receiving,
      People people,
      Consents consents,
      Schemes schemes,
      AuditTrail audit,
      Clock clock) {
    this.referrals = referrals;
    this.receiving = receiving;
    this.people = people;
    this.consents = consents;
    this.schemes = schemes;
    this.audit = audit;
    this.clock = clock;
  }

  /** The other schemes that would welcome the person today: by the area they live in, and by age. */
  @Transactional(readOnly = true)
  public List<Scheme> receivers(String referralId) {
    var referral = known(referralId);
    var person = people.get(referral.personId());
    var today = LocalDate.now(clock);
    return schemes.all().stream()
        .filter(scheme -> !scheme.id().equals(referral.schemeId()))
        .filter(scheme -> scheme.welcomes(person.postcode(), person.ageOn(today), today))
        .toList();
  }

  /**
   * Keeps that the person agrees to be passed on.
   *
   * @param givenBy code of {@link ConsentGivenBy}
   * @param how code of {@link ConsentHow}
   * @param userId who asked them
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void agreed(String referralId, String receiver, String givenBy, String how, String userId) {
    var referral = known(referralId);
    consents.record(
        new Consent(
            referral.personId(),
            referralId,
            Consent.Purpose.REFER,
            true,
            givenBy,
            how,
            LocalDate.now(clock),
            WORDING,
            null,
            userId));
    record("transfer.agreed", referral, Map.of("receiver", receiver, "givenBy", givenBy, "how", how));
  }

  /** Keeps that the person does not want to be passed on. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void refused(String referralId) {
    record("transfer.refused", known(referralId), Map.of());
  }

  /**
   * Hands the referral over. Done once, however often it is asked.
   *
   * @param receiver id of a scheme, or {@link #OTHER_SERVICE}
   * @throws IllegalStateException if nobody has recorded that the person agrees
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void transfer(String referralId, String receiver) {
    var referral = known(referralId);
    var agreed =
        consents
            .latest(referralId, Consent.Purpose.REFER)
            .filter(Consent::granted)
            .orElseThrow(() -> new IllegalStateException(referralId + " must not be passed on: nobody agreed"));
    if (receiver.equals(OTHER_SERVICE)) {
      record("referral.transferred", referral, Map.of("receiver", receiver));
    } else if (!referrals.existsByTransferredFrom(referralId)) {
      var received = receiving.handedOver(referral, schemes.get(receiver), agreed);
      record(
          "referral.transferred",
          referral,
          Map.of("receiver", receiver, "newReferral", received.referralId()));
    }
  }

  private void record(String act, Referral referral, Map<String, String> details) {
    audit.record(AuditEvent.ofReferral(act, referral.referralId(), referral.schemeId(), details));
  }

  private Referral known(String referralId) {
    return referrals.findById(referralId).orElseThrow();
  }
}
