package org.fingerpost.referral;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.fingerpost.person.People;
import org.fingerpost.platform.AuditEvent;
import org.fingerpost.platform.AuditTrail;
import org.fingerpost.platform.Tokens;
import org.fingerpost.referral.domain.Referral;
import org.fingerpost.referral.persistence.ReferralRepository;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
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

  private final ReferralRepository referrals;
  private final People people;
  private final TellingReferrers telling;
  private final AuditTrail audit;
  private final ObjectProvider<EndsWithReferral> besides;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Referrals(
      ReferralRepository referrals,
      People people,
      TellingReferrers telling,
      AuditTrail audit,
      ObjectProvider<EndsWithReferral> besides,
      ApplicationEventPublisher events,
      Clock clock) {
    this.referrals = referrals;
    this.people = people;
    this.telling = telling;
    this.audit = audit;
    this.besides = besides;
    this.events = events;
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

  /** Referrals in a scheme that brought one of these records of people, other than the one named, newest first. */
  @Transactional(readOnly = true)
  public List<ReferralSummary> ofPeople(String schemeId, Collection<UUID> personIds, String exceptReferralId) {
    return personIds.isEmpty()
        ? List.of()
        : referrals.ofPeople(schemeId, personIds, exceptReferralId).stream().map(Referral::summary).toList();
  }

  /** Moves on to a stage: the same again changes nothing, back is refused, stages may be skipped. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void stage(String referralId, Stage stage) {
    known(referralId).goOnTo(stage, clock.instant());
  }

  /**
   * Other referrals of somebody who looks like the same person, in the same scheme: newest first, open and ended ones. Whether they
   * are the same person is for a person to judge.
   */
  @Transactional(readOnly = true)
  public List<EarlierReferral> earlierOf(String referralId) {
    var referral = known(referralId).summary();
    var yearBefore = LocalDate.ofInstant(referral.receivedAt(), clock.getZone()).minusYears(1);
    return referrals.allOf(people.findSame(people.get(referral.personId())), referralId).stream()
        .map(Referral::summary)
        .filter(other -> !other.receivedAt().isAfter(referral.receivedAt()))
        .map(
            other -> {
              var receivedOn = LocalDate.ofInstant(other.receivedAt(), clock.getZone());
              return new EarlierReferral(
                  other.referralId(),
                  receivedOn,
                  other.stage(),
                  other.closedState(),
                  other.closureReason(),
                  other.linkWorker(),
                  receivedOn.isAfter(yearBefore));
            })
        .toList();
  }

  /** The oldest open referral of somebody who looks like the same person, other than the one named. */
  @Transactional(readOnly = true)
  public Optional<String> openCaseOf(String referralId) {
    var person = people.get(known(referralId).personId());
    return referrals.openOf(people.findSame(person), referralId).stream().findFirst().map(Referral::referralId);
  }

  /** Keeps whether the referral is urgent. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void urgent(String referralId, boolean urgent) {
    known(referralId).prioritise(urgent);
  }

  /** Keeps the route that is taken. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void route(String referralId, String routeCode) {
    known(referralId).take(routeCode, clock.instant());
  }

  /**
   * Gives the referral to a link worker (user id) and moves it on to {@link Stage#ASSIGNED} if it is not past that.
   *
   * @param because codes of why this one, chief reason first; never {@code null}
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void assigned(String referralId, String userId, List<String> because) {
    known(referralId).assignTo(userId, because, clock.instant());
  }

  /** The day on which something is next due; {@code null} if nothing is. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void nextDate(String referralId, LocalDate day) {
    known(referralId).nextOn(day, clock.instant());
  }

  /** Counts that a link worker talked with the person today: first contact, a conversation or a check-in. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void talked(String referralId) {
    known(referralId).talkedOn(LocalDate.now(clock), clock.instant());
  }

  /** How much support there was so far. */
  @Transactional(readOnly = true)
  public SupportSoFar support(String referralId) {
    return known(referralId).support();
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
    end(referralId, state, reasonCode).ifPresent(closed -> telling.ofTheEnd(closed));
  }

  /**
   * Closes a referral that the scheme did not take on, and tells the referrer in the words of the reason. As {@link #close}
   * otherwise.
   *
   * @param reasonTold words are in the bundles under {@code route-told.<CODE>}
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void closeUntaken(String referralId, ClosedState state, String reasonTold) {
    end(referralId, state, reasonTold).ifPresent(closed -> telling.ofNotTakingOn(closed, reasonTold));
  }

  /** Notes that introductions run beside the referral's journey, so that its end is told to them. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void introducedBeside(String referralId) {
    known(referralId).introducedBeside();
  }

  /** Whether introductions may run beside the referral's journey. */
  @Transactional(readOnly = true)
  public boolean hasSideIntroductions(String referralId) {
    return known(referralId).hasSideIntroductions();
  }

  private Optional<ReferralSummary> end(String referralId, ClosedState state, String reasonCode) {
    var referral = known(referralId);
    if (!referral.close(state, reasonCode, clock.instant())) {
      return Optional.empty();
    }
    var closed = referral.summary();
    audit.record(
        AuditEvent.ofReferral(
            "referral.closed",
            referralId,
            closed.schemeId(),
            Map.of("closedState", state.name(), "closureReason", String.valueOf(closed.closureReason()))));
    if (referral.hasSideIntroductions()) {
      besides.forEach(beside -> beside.ended(referralId));
    }
    events.publishEvent(new ReferralClosed(closed));
    return Optional.of(closed);
  }

  private Referral known(String referralId) {
    return referrals
        .findById(referralId)
        .orElseThrow(() -> new NoSuchElementException("No referral " + referralId));
  }
}
