package org.fingerpost.referral;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fingerpost.notification.Message;
import org.fingerpost.notification.Outbox;
import org.fingerpost.notification.PublicLinks;
import org.fingerpost.notification.Purpose;
import org.fingerpost.person.Consent;
import org.fingerpost.person.Consents;
import org.fingerpost.person.EqualityAnswers;
import org.fingerpost.person.PartOfDay;
import org.fingerpost.person.People;
import org.fingerpost.person.PersonDetails;
import org.fingerpost.platform.AuditEvent;
import org.fingerpost.platform.AuditTrail;
import org.fingerpost.platform.CurrentActor;
import org.fingerpost.platform.InvalidInput;
import org.fingerpost.platform.InvalidInput.Problem;
import org.fingerpost.platform.Tokens;
import org.fingerpost.referral.domain.Referral;
import org.fingerpost.referral.domain.ReferralRules;
import org.fingerpost.referral.persistence.ReferralRepository;
import org.fingerpost.scheme.Area;
import org.fingerpost.scheme.Scheme;
import org.fingerpost.scheme.Schemes;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Receives a referral: person, referral, consent, journey, acknowledgment and audit entry, in one transaction or not at all. */
@Component
public class ReceivingReferral {

  /** Which wording of the two questions on the referral form was answered; count it up when the words change their meaning. */
  private static final String WORDING = "refer-1";

  private final Schemes schemes;
  private final People people;
  private final Consents consents;
  private final ReferralRepository referrals;
  private final ReferralProcess process;
  private final Outbox outbox;
  private final PublicLinks links;
  private final AuditTrail audit;
  private final CurrentActor currentActor;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  ReceivingReferral(
      Schemes schemes,
      People people,
      Consents consents,
      ReferralRepository referrals,
      ReferralProcess process,
      Outbox outbox,
      PublicLinks links,
      AuditTrail audit,
      CurrentActor currentActor,
      ApplicationEventPublisher events,
      Clock clock) {
    this.schemes = schemes;
    this.people = people;
    this.consents = consents;
    this.referrals = referrals;
    this.process = process;
    this.outbox = outbox;
    this.links = links;
    this.audit = audit;
    this.currentActor = currentActor;
    this.events = events;
    this.clock = clock;
  }

  /**
   * Receives a referral and starts its journey.
   *
   * @throws InvalidInput naming every problem at once; nothing is kept then
   */
  @Transactional
  public ReceivedReferral receive(ReferralRequest request) {
    var problems = problems(request);
    if (!problems.isEmpty()) {
      throw new InvalidInput(problems);
    }
    var scheme = schemes.get(request.schemeId());
    var today = LocalDate.now(clock);
    var tidied = ReferralRules.tidy(request, scheme, today);
    return register(tidied, scheme, null);
  }

  /**
   * Receives what another scheme hands over, with all that was written there. Nothing is checked again: it was when it came in.
   *
   * @param agreed the answer with which the person agreed to be passed on
   */
  ReceivedReferral handedOver(Referral from, Scheme to, Consent agreed) {
    var person = people.get(from.personId());
    var equality = people.equality(from.personId());
    var request =
        from.handedOverTo(
            to.id(),
            new ReferralRequest.Person(
                person.givenName(),
                person.familyName(),
                person.dateOfBirth(),
                person.nhsNumber(),
                person.postcode(),
                person.phone(),
                person.email(),
                person.preferredLanguage(),
                person.interpreter(),
                person.communicationNeeds(),
                person.safeTimeToCall(),
                person.safeTimes().stream().map(PartOfDay::name).toList(),
                equality.sex() == null ? null : equality.sex().code(),
                equality.ethnicCategory() == null ? null : equality.ethnicCategory().code()),
            new ReferralRequest.ConsentToRefer(true, agreed.givenBy(), agreed.how(), agreed.on()),
            consents.granted(from.referralId(), Consent.Purpose.TELL_REFERRER, null));
    return register(request, to, from.referralId());
  }

  private ReceivedReferral register(ReferralRequest tidied, Scheme scheme, String transferredFrom) {
    var today = LocalDate.now(clock);
    var received = new ReceivedReferral(Tokens.reference(), Tokens.random());

    var personId = people.register(
            details(tidied), EqualityAnswers.of(tidied.person().sex(), tidied.person().ethnicCategory()));
    var area = scheme.areaOf(tidied.person().postcode(), today).map(Area::code).orElse(null);
    var referral =
        new Referral(
            received.referralId(),
            tidied,
            personId,
            area,
            Tokens.hash(received.trackingToken()),
            clock.instant());
    referral.comesFrom(transferredFrom);
    referral = referrals.save(referral);
    recordConsent(tidied, personId, received.referralId(), today);
    audit.record(
        AuditEvent.ofReferral(
            "referral.received",
            received.referralId(),
            scheme.id(),
            Map.of(
                "sourceCode", tidied.sourceCode(),
                "channel", tidied.channel().name(),
                "referrerKind", tidied.referrer().kind())));
    acknowledge(tidied, scheme, received);
    if (transferredFrom != null) {
      events.publishEvent(new ReferralTransferred(transferredFrom, received.referralId()));
    }
    referral.journeyStarted(process.start(received.referralId(), scheme.id()));
    return received;
  }

  /**
   * What {@link #receive} would refuse, for doors that ask in steps.
   *
   * @return every problem, by field path; empty if the request would be received
   */
  public List<Problem> problems(ReferralRequest request) {
    var scheme = request.schemeId() == null ? null : schemes.find(request.schemeId()).orElse(null);
    if (scheme == null) {
      return List.of(new Problem("schemeId", "referral.schemeId.unknown", List.of()));
    }
    var today = LocalDate.now(clock);
    return ReferralRules.problems(ReferralRules.tidy(request, scheme, today), scheme, today);
  }

  private static PersonDetails details(ReferralRequest tidied) {
    var person = tidied.person();
    return new PersonDetails(
        null,
        tidied.schemeId(),
        person.givenName(),
        person.familyName(),
        person.dateOfBirth(),
        person.nhsNumber(),
        person.postcode(),
        person.phone(),
        person.email(),
        person.preferredLanguage(),
        person.interpreter(),
        person.communicationNeeds(),
        person.safeTimeToCall(),
        PartOfDay.of(person.safeTimes()));
  }

  private void recordConsent(ReferralRequest tidied, UUID personId, String referralId, LocalDate today) {
    var consent = tidied.consent();
    boolean given = consent.given();
    String by = given ? consent.givenBy() : "NOBODY";
    String how = given ? consent.how() : "NOT_ASKED";
    LocalDate on = given ? consent.on() : today;
    String recorder = currentActor.get().id();
    boolean mayTell = given && tidied.mayTellReferrer();
    consents.recordFirst(
        List.of(
            new Consent(personId, referralId, Consent.Purpose.REFER, given, by, how, on, WORDING, null, recorder),
            new Consent(personId, referralId, Consent.Purpose.HOLD_RECORD, given, by, how, on, WORDING, null, recorder),
            new Consent(
                personId, referralId, Consent.Purpose.TELL_REFERRER, mayTell, by, how, on, WORDING, null, recorder)));
  }

  /** Tells the referrer that it was heard, and where to follow it. Nothing in it is about the person. */
  private void acknowledge(ReferralRequest tidied, Scheme scheme, ReceivedReferral received) {
    var referrer = tidied.referrer();
    if (referrer.email() == null) {
      return;
    }
    outbox.send(
        new Message(
            scheme.id(),
            received.referralId(),
            Purpose.REFERRAL_RECEIVED,
            Purpose.REFERRAL_RECEIVED.code() + ":" + received.referralId(),
            referrer.email(),
            referrer.language(),
            Map.of(
                "schemeName", scheme.name().in(referrer.language()),
                "reference", received.referralId(),
                "trackingLink", links.tracking(received.trackingToken()))));
  }
}
