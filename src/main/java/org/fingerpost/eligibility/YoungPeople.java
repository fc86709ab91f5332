package org.fingerpost.eligibility;

import static org.fingerpost.referral.journey.SettleRoute.DECISION_YOUNG_PERSON_CONSENT;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.fingerpost.person.Consent;
import org.fingerpost.person.Consents;
import org.fingerpost.person.People;
import org.fingerpost.platform.AuditEvent;
import org.fingerpost.platform.AuditTrail;
import org.fingerpost.platform.Decisions;
import org.fingerpost.platform.InvalidInput;
import org.fingerpost.referral.ReferralSummary;
import org.fingerpost.referral.ReferralTransferred;
import org.fingerpost.referral.Referrals;
import org.fingerpost.scheme.Schemes;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The consent of people under 18: which is needed at what age is for the table {@code young-person-consent} to say, who judged a
 * young person able to decide is kept by name, and what was recorded goes with the referral when it is passed on.
 */
@Component
public class YoungPeople {

  /** Which wording of the question was answered; count it up when the words change their meaning. */
  private static final String WORDING = "young-person-1";

  private final Referrals referrals;
  private final People people;
  private final Consents consents;
  private final Schemes schemes;
  private final Decisions decisions;
  private final Eligibility eligibility;
  private final AuditTrail audit;
  private final EntityManager entities;
  private final Clock clock;

  YoungPeople(
      Referrals referrals,
      People people,
      Consents consents,
      Schemes schemes,
      Decisions decisions,
      Eligibility eligibility,
      AuditTrail audit,
      EntityManager entities,
      Clock clock) {
    this.referrals = referrals;
    this.people = people;
    this.consents = consents;
    this.schemes = schemes;
    this.decisions = decisions;
    this.eligibility = eligibility;
    this.audit = audit;
    this.entities = entities;
    this.clock = clock;
  }

  /**
   * What is needed at the person's age today: code of the table's output {@code needed}.
   *
   * @throws IllegalStateException if the person is an adult
   */
  @Transactional(readOnly = true)
  public String needed(String referralId) {
    var referral = referrals.get(referralId);
    return ask(referral.schemeId(), band(referral), RecordedConsent.NOBODY, RecordedConsent.NOT_JUDGED, false)
        .code("needed");
  }

  /**
   * Keeps what a team lead found out, and says how the referral goes on: in this scheme if it takes the age, in its young people's
   * scheme if it does not, and back to the referrer without consent.
   *
   * @throws InvalidInput if consent was given, but not the consent that the age needs
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public SettledRoute record(String referralId, RecordedConsent answer, String userId) {
    var referral = referrals.get(referralId);
    var band = band(referral);
    if (answer.given()) {
      check(referral, band, answer);
    }
    entities.persist(new YoungPersonConsent(referralId, band, answer, userId, clock.instant()));
    consents.record(
        new Consent(
            referral.personId(),
            referralId,
            Consent.Purpose.REFER,
            answer.given(),
            answer.givenBy(),
            answer.given() ? answer.how() : "NOT_ASKED",
            LocalDate.now(clock),
            WORDING,
            null,
            userId));
    audit.record(
        AuditEvent.ofReferral(
            "consent.youngPersonRecorded",
            referralId,
            referral.schemeId(),
            Map.of(
                "ageBand", band.name(),
                "given", String.valueOf(answer.given()),
                "givenBy", answer.givenBy(),
                "competence", answer.competence(),
                "assent", String.valueOf(answer.assent()))));
    return goOn(referral, answer.given(), userId);
  }

  private void check(ReferralSummary referral, AgeBand band, RecordedConsent answer) {
    if (answer.competence().equals(RecordedConsent.COMPETENT) && answer.judgedBy() == null) {
      throw new InvalidInput("judgedBy", "eligibility.form.judgedBy.required");
    }
    var said = ask(referral.schemeId(), band, answer.givenBy(), answer.competence(), answer.assent());
    if (!Boolean.TRUE.equals(said.outputs().get("enough"))) {
      throw new InvalidInput("givenBy", "eligibility.consent-needed." + said.code("needed"));
    }
  }

  private SettledRoute goOn(ReferralSummary referral, boolean given, String userId) {
    var scheme = schemes.get(referral.schemeId());
    int age = people.get(referral.personId()).ageOn(LocalDate.now(clock));
    if (!given) {
      eligibility.settle(referral.referralId(), Route.RETURN, "CONSENT_NOT_GIVEN", userId);
      return SettledRoute.of(Route.RETURN);
    }
    if (!scheme.tooYoung(age) && !scheme.tooOld(age)) {
      eligibility.settle(referral.referralId(), Route.LINK_WORKER, null, userId);
      return SettledRoute.of(Route.LINK_WORKER);
    }
    eligibility.settle(referral.referralId(), Route.TRANSFER, "YOUNG_PEOPLES_SCHEME", userId);
    return new SettledRoute(Route.TRANSFER, scheme.youngPeoplesScheme());
  }

  private Decisions.Answer ask(String schemeId, AgeBand band, String givenBy, String competence, boolean assent) {
    return decisions.ask(
        DECISION_YOUNG_PERSON_CONSENT,
        schemeId,
        Map.of("ageBand", band.name(), "givenBy", givenBy, "competence", competence, "assent", assent));
  }

  private AgeBand band(ReferralSummary referral) {
    int age = people.get(referral.personId()).ageOn(LocalDate.now(clock));
    return AgeBand.of(age)
        .orElseThrow(() -> new IllegalStateException(referral.referralId() + " is about an adult"));
  }

  /** What was recorded about a young person is true in the other scheme too; nobody asks a family twice. */
  @EventListener
  void handedOver(ReferralTransferred transfer) {
    latest(entities, transfer.fromReferralId())
        .ifPresent(kept -> entities.persist(kept.of(transfer.toReferralId())));
  }

  static Optional<YoungPersonConsent> latest(EntityManager entities, String referralId) {
    return entities
        .createQuery(
            "select c from YoungPersonConsent c where c.referralId = :referral order by c.recordedAt desc",
            YoungPersonConsent.class)
        .setParameter("referral", referralId)
        .setMaxResults(1)
        .getResultStream()
        .findFirst();
  }
}
