package org.fingerpost.referral;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.fingerpost.notification.Message;
import org.fingerpost.notification.Outbox;
import org.fingerpost.notification.Purpose;
import org.fingerpost.person.Consent;
import org.fingerpost.person.Consents;
import org.fingerpost.person.People;
import org.fingerpost.platform.AuditEvent;
import org.fingerpost.platform.AuditTrail;
import org.fingerpost.platform.Language;
import org.fingerpost.platform.Tokens;
import org.fingerpost.platform.WrittenDate;
import org.fingerpost.referral.domain.Referral;
import org.fingerpost.referral.persistence.ReferralRepository;
import org.fingerpost.scheme.SchemeWords;
import org.fingerpost.scheme.Schemes;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Knows every referral and where it stands. Changes happen in the caller's transaction and are written once, at its end; a change that
 * the referral's state forbids is an {@link IllegalStateException}, because the models should never ask for it.
 */
@Component
public class Referrals {

  private static final String GENERAL_PRACTICE = "GENERAL_PRACTICE";

  private final ReferralRepository referrals;
  private final People people;
  private final Consents consents;
  private final Outbox outbox;
  private final AuditTrail audit;
  private final Schemes schemes;
  private final SchemeWords words;
  private final Clock clock;

  Referrals(
      ReferralRepository referrals,
      People people,
      Consents consents,
      Outbox outbox,
      AuditTrail audit,
      Schemes schemes,
      SchemeWords words,
      Clock clock) {
    this.referrals = referrals;
    this.people = people;
    this.consents = consents;
    this.outbox = outbox;
    this.audit = audit;
    this.schemes = schemes;
    this.words = words;
    this.clock = clock;
  }

  /**
   * @throws NoSuchElementException if there is no such referral
   */
  @Transactional(readOnly = true)
  public ReferralSummary get(String referralId) {
    return known(referralId).summary();
  }

  @Transactional(readOnly = true)
  public Optional<ReferralSummary> find(String referralId) {
    return referrals.findById(referralId).map(Referral::summary);
  }

  /** The referral that a tracking link opens; empty for an unknown token or {@code null}. */
  @Transactional(readOnly = true)
  public Optional<ReferralSummary> byTrackingToken(String token) {
    return token == null
        ? Optional.empty()
        : referrals.findByTrackingTokenHash(Tokens.hash(token)).map(Referral::summary);
  }

  /**
   * A page of a scheme's referrals: open ones by next date and then newest receipt, or ended ones by newest receipt.
   *
   * @param page counts from 0
   * @param size at most so many
   */
  @Transactional(readOnly = true)
  public List<ReferralSummary> inScheme(String schemeId, boolean open, int page, int size) {
    var wanted = PageRequest.of(page, size);
    var found = open ? referrals.open(schemeId, wanted) : referrals.closed(schemeId, wanted);
    return found.stream().map(Referral::summary).toList();
  }

  /** Whether one of these people has an open referral other than the one named. */
  @Transactional(readOnly = true)
  public boolean otherOpenReferral(Collection<UUID> personIds, String referralId) {
    return !personIds.isEmpty() && referrals.otherOpen(personIds, referralId);
  }

  /** Moves on to a stage: the same again changes nothing, back is refused, stages may be skipped. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void stage(String referralId, Stage stage) {
    known(referralId).goOnTo(stage, clock.instant());
  }

  /** Keeps the route that is taken. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void route(String referralId, String routeCode) {
    known(referralId).take(routeCode, clock.instant());
  }

  /** Gives the referral to a link worker (user id) and moves it on to {@link Stage#ASSIGNED} if it is not past that. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void assigned(String referralId, String userId) {
    known(referralId).assignTo(userId, clock.instant());
  }

  /** The day on which something is next due; {@code null} if nothing is. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void nextDate(String referralId, LocalDate day) {
    known(referralId).nextOn(day, clock.instant());
  }

  /** Keeps why support ended and moves on to {@link Stage#OUTCOME_RECORDED}; the journey then closes the referral. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void outcomeRecorded(String referralId, ClosureReason reason) {
    known(referralId).recordOutcome(reason, clock.instant());
  }

  /**
   * The person of a light touch wants somebody to talk to after all: a new journey begins for the referral, and its table no longer
   * hears that information is enough.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void wantsLinkWorker(String referralId, Function<ReferralSummary, String> startJourney) {
    var referral = known(referralId);
    referral.wantMoreThanInformation(clock.instant());
    referral.journeyStarted(startJourney.apply(referral.summary()));
  }

  /**
   * Closes an open referral and, where the person agreed, queues the message back to the referrer. Closing it again in the same
   * state changes nothing.
   *
   * @param reasonCode a code, or {@code null} to keep the reason recorded before
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void close(String referralId, ClosedState state, String reasonCode) {
    var referral = known(referralId);
    if (referral.close(state, reasonCode, clock.instant())) {
      var closed = referral.summary();
      audit.record(
          AuditEvent.ofReferral(
              "referral.closed",
              referralId,
              closed.schemeId(),
              Map.of("closedState", state.name(), "closureReason", String.valueOf(closed.closureReason()))));
      tellReferrer(closed);
      tellPractice(closed);
    }
  }

  private void tellReferrer(ReferralSummary closed) {
    if (closed.referrerEmail() == null || closed.referrerKind() == ReferrerKind.SELF && !worthTellingThePerson(closed)) {
      return;
    }
    var language = closed.referrerLanguage();
    boolean died = closed.closedState() == ClosedState.DIED;
    var params = new HashMap<String, Object>();
    params.put("schemeName", schemes.get(closed.schemeId()).name().in(language));
    params.put("reference", closed.referralId());
    if (!died) {
      params.put("result", told(closed, language));
    } else if (closed.referrerKind() == ReferrerKind.FAMILY) {
      params.put("condolence", words.say(closed.schemeId(), language, "referral.condolence"));
    }
    var message =
        new Message(
            closed.schemeId(),
            closed.referralId(),
            died ? Purpose.REFERRAL_ENDED_BY_DEATH : Purpose.REFERRAL_CLOSED,
            Purpose.REFERRAL_CLOSED.code() + ":" + closed.referralId(),
            closed.referrerEmail(),
            language,
            params);
    // Whether the person agreed is for the outbox to ask.
    outbox.send(closed.referrerKind() == ReferrerKind.SELF ? message.toPerson() : message);
  }

  /**
   * Tells the person's general practice, if the person was asked about that; a practice that referred hears as the referrer. We hold
   * no address of practices, so the letter waits to be printed.
   */
  private void tellPractice(ReferralSummary closed) {
    boolean practiceReferred = GENERAL_PRACTICE.equals(closed.sourceCode()) && closed.referrerEmail() != null;
    if (practiceReferred || !consents.asked(closed.referralId(), Consent.Purpose.TELL_GP)) {
      return;
    }
    var scheme = schemes.get(closed.schemeId());
    var language = scheme.defaultLanguage();
    var person = people.get(closed.personId());
    outbox.send(
        new Message(
            closed.schemeId(),
            closed.referralId(),
            Purpose.PRACTICE_TOLD,
            Purpose.PRACTICE_TOLD.code() + ":" + closed.referralId(),
            null,
            language,
            Map.of(
                "schemeName", scheme.name().in(language),
                "reference", closed.referralId(),
                "personName", person.fullName(),
                "bornOn", WrittenDate.of(person.dateOfBirth(), language),
                "result", told(closed, language))));
  }

  private String told(ReferralSummary closed, Language language) {
    return words.say(closed.schemeId(), language, "closed-state-told." + closed.closedState());
  }

  /** Somebody signposted gets the places themself; nobody is written to after their death. */
  private static boolean worthTellingThePerson(ReferralSummary closed) {
    return closed.closedState() != ClosedState.SIGNPOSTED && closed.closedState() != ClosedState.DIED;
  }

  private Referral known(String referralId) {
    return referrals
        .findById(referralId)
        .orElseThrow(() -> new NoSuchElementException("No referral " + referralId));
  }
}
