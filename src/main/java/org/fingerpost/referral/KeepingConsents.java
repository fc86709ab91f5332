package org.fingerpost.referral;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fingerpost.person.Consent;
import org.fingerpost.person.ConsentWordings;
import org.fingerpost.person.Consents;
import org.fingerpost.person.KeptConsent;
import org.fingerpost.platform.AuditEvent;
import org.fingerpost.platform.AuditTrail;
import org.fingerpost.platform.InvalidInput;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The consents of one referral, for those who work on it: each is given and taken back on its own, the one as easily as the other.
 * What depends on a consent stops when it is taken back, and nothing else does.
 */
@Component
public class KeepingConsents {

  private final Referrals referrals;
  private final Consents consents;
  private final ConsentWordings wordings;
  private final AuditTrail audit;
  private final Clock clock;

  KeepingConsents(
      Referrals referrals, Consents consents, ConsentWordings wordings, AuditTrail audit, Clock clock) {
    this.referrals = referrals;
    this.consents = consents;
    this.wordings = wordings;
    this.audit = audit;
    this.clock = clock;
  }

  /** Opens the ledger, newest answer first; the look is on record. */
  @Transactional
  public List<KeptConsent> open(String referralId) {
    audit.record(
        AuditEvent.ofReferral("consents.seen", referralId, referrals.get(referralId).schemeId(), Map.of()));
    return consents.ledger(referralId);
  }

  /** The latest answer to each question that was asked, in the order of the questions; activities stand each for itself. */
  public static List<KeptConsent> latest(List<KeptConsent> ledger) {
    var seen = new HashSet<String>();
    var latest = new ArrayList<KeptConsent>();
    for (KeptConsent kept : ledger) {
      if (seen.add(kept.consent().purpose() + " " + kept.consent().activityId())) {
        latest.add(kept);
      }
    }
    return latest;
  }

  /**
   * Records an answer that the person gave today.
   *
   * @param activityId for {@code TELL_PROVIDER} an activity that the person was asked about before; otherwise {@code null}
   * @param givenBy who answered
   * @param how on which channel
   * @param userId who records it
   * @throws InvalidInput if who or how is missing, or the person was never asked about the activity
   */
  @Transactional
  public void record(
      String referralId,
      Consent.Purpose purpose,
      String activityId,
      boolean granted,
      ConsentGivenBy givenBy,
      ConsentHow how,
      String userId) {
    if (givenBy == null) {
      throw new InvalidInput("givenBy", "referral.consent.givenBy.required");
    }
    if (how == null) {
      throw new InvalidInput("how", "referral.consent.how.required");
    }
    boolean aboutActivity = purpose == Consent.Purpose.TELL_PROVIDER;
    boolean known =
        consents.ledger(referralId).stream()
            .anyMatch(kept -> activityId != null && activityId.equals(kept.consent().activityId()));
    if (aboutActivity != (activityId != null) || aboutActivity && !known) {
      throw new InvalidInput("purpose", "referral.consents.unknown");
    }
    var referral = referrals.get(referralId);
    var details = new LinkedHashMap<String, String>();
    details.put("purpose", purpose.name());
    details.put("activity", activityId);
    details.put("granted", Boolean.toString(granted));
    details.put("wording", wordings.current(purpose).version());
    audit.record(AuditEvent.ofReferral("consents.recorded", referralId, referral.schemeId(), details));
    consents.record(
        new Consent(
            referral.personId(),
            referralId,
            purpose,
            granted,
            givenBy.name(),
            how.name(),
            LocalDate.now(clock),
            wordings.current(purpose).version(),
            activityId,
            userId));
  }
}
