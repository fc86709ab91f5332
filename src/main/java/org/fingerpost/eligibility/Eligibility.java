package org.fingerpost.eligibility;

import static org.fingerpost.referral.journey.ReferralJourney.DECISION_PRIORITY;
import static org.fingerpost.referral.journey.ReferralJourney.DECISION_ROUTE;
import static org.fingerpost.referral.journey.SettleRoute.DECISION_YOUNG_PERSON_CONSENT;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.fingerpost.person.Consent;
import org.fingerpost.person.Consents;
import org.fingerpost.person.People;
import org.fingerpost.person.PersonDetails;
import org.fingerpost.platform.AuditEvent;
import org.fingerpost.platform.AuditTrail;
import org.fingerpost.platform.Decisions;
import org.fingerpost.platform.InvalidInput;
import org.fingerpost.referral.ConfirmedRoutes;
import org.fingerpost.referral.ReferralSummary;
import org.fingerpost.referral.Referrals;
import org.fingerpost.scheme.Schemes;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Proposes where a referral should go, and keeps what a team lead makes of the proposal. */
@Component
public class Eligibility implements ConfirmedRoutes {

  /** The table's reasons that the referrer is told in words of their own: bundle {@code route-told.<CODE>}. */
  private static final Set<String> REASONS_TOLD =
      Set.of(
          "SOURCE_NOT_LIVE", "AREA_NOT_LIVE", "OUT_OF_AREA", "NO_CONSENT", "AGE", "AGE_ABOVE", "DUPLICATE", "MH_UNSTABLE",
          "REQUIRED_NEED", "NARROW_CRITERIA");

  /** What the referrer is told where the lead chose another route than the table. */
  private static final Map<Route, String> TOLD_OF_ANOTHER_ROUTE =
      Map.of(
          Route.MERGE, "DUPLICATE",
          Route.RETURN, "RETURNED",
          Route.TRANSFER, "TRANSFERRED",
          Route.CLINICAL_REDIRECT, "REDIRECTED");

  private final Referrals referrals;
  private final People people;
  private final Consents consents;
  private final Schemes schemes;
  private final Decisions decisions;
  private final AuditTrail audit;
  private final EntityManager entities;
  private final Clock clock;

  Eligibility(
      Referrals referrals,
      People people,
      Consents consents,
      Schemes schemes,
      Decisions decisions,
      AuditTrail audit,
      EntityManager entities,
      Clock clock) {
    this.referrals = referrals;
    this.people = people;
    this.consents = consents;
    this.schemes = schemes;
    this.decisions = decisions;
    this.audit = audit;
    this.entities = entities;
    this.clock = clock;
  }

  /**
   * Gathers the facts, asks the table, keeps both. A proposal that needs no confirmation is the referral's route at once. In the
   * caller's transaction.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public RouteProposal propose(String referralId) {
    var referral = referrals.get(referralId);
    var now = clock.instant();
    var facts = gather(referral).asInputs();
    var answer = decisions.ask(DECISION_ROUTE, referral.schemeId(), facts);
    var urgency = PriorityFacts.of(referral);
    var priority = decisions.ask(DECISION_PRIORITY, referral.schemeId(), urgency);
    boolean urgent = Boolean.TRUE.equals(priority.outputs().get("urgent"));
    var kept = new DecisionRecord(referralId, referral.schemeId(), facts, answer, now);
    // Both in one flush: one statement writes them.
    entities.persist(kept);
    entities.persist(new DecisionRecord(referralId, referral.schemeId(), urgency, priority, now));
    var proposal = kept.proposal();
    record("route.proposed", referralId, kept, proposal.route(), urgent);
    referrals.urgent(referralId, urgent);
    if (!proposal.toConfirm()) {
      referrals.route(referralId, proposal.route().name());
    }
    return proposal;
  }

  /**
   * The latest proposal for a referral.
   *
   * @throws IllegalStateException if there is none
   */
  @Transactional(readOnly = true)
  public RouteProposal proposal(String referralId) {
    return required(referralId).proposal();
  }

  /** The routes that a team lead may settle on for this referral, in the order to be shown. */
  @Transactional(readOnly = true)
  public List<Route> choices(String referralId) {
    var referral = referrals.get(referralId);
    boolean canBeJoined = referrals.openCaseOf(referralId).isPresent();
    boolean youngPerson = canTakeTheYoungPeoplesRoute(referral);
    return Arrays.stream(Route.values())
        .filter(Route::canBeChosen)
        .filter(route -> route != Route.MERGE || canBeJoined)
        .filter(route -> route != Route.YOUNG_PEOPLE || youngPerson)
        .toList();
  }

  /** Somebody under 18 whom this scheme takes, or whose own scheme it knows. */
  private boolean canTakeTheYoungPeoplesRoute(ReferralSummary referral) {
    var scheme = schemes.get(referral.schemeId());
    int age = people.get(referral.personId()).ageOn(LocalDate.now(clock));
    return AgeBand.of(age).isPresent() && (scheme.youngPeoplesScheme() != null || !scheme.tooYoung(age));
  }

  /**
   * Keeps a team lead's decision, which may be the proposal or another route.
   *
   * @param route what the referral is to take
   * @param reason in the lead's words; it stays with the decision and goes nowhere else
   * @throws InvalidInput on {@link Route#URGENT}, because the lead acts and then says where the referral goes; and on a route that
   *     this referral cannot take
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void confirm(String referralId, Route route, String reason, String userId) {
    if (!route.canBeChosen()) {
      throw new InvalidInput("route", "eligibility.form.route.required");
    }
    if (!choices(referralId).contains(route)) {
      throw new InvalidInput("route", "eligibility.form.route.notPossible");
    }
    var kept = required(referralId);
    kept.confirm(route, reasonTold(kept.proposal(), route), reason, userId, clock.instant());
    record("route.confirmed", referralId, kept, route, referrals.get(referralId).urgent());
    referrals.route(referralId, route.name());
  }

  /** The table's reason if the lead followed it and there are words for it; otherwise what can be said of the route itself. */
  private static String reasonTold(RouteProposal proposal, Route route) {
    return proposal.route() == route && REASONS_TOLD.contains(proposal.reasonCode())
        ? proposal.reasonCode()
        : TOLD_OF_ANOTHER_ROUTE.get(route);
  }

  /**
   * Keeps what came of arranging a confirmed route, in the name of whoever arranged it.
   *
   * @param code of the reason that the referrer is told
   */
  @Transactional(propagation = Propagation.MANDATORY)
  void settle(String referralId, Route route, String code, String userId) {
    var kept = required(referralId);
    kept.settle(route, code, userId, clock.instant());
    record("route.settled", referralId, kept, route, referrals.get(referralId).urgent());
    referrals.route(referralId, route.name());
  }

  @Override
  @Transactional(readOnly = true)
  public boolean confirmedByAPerson(String referralId, String route) {
    return latest(referralId).filter(kept -> kept.confirmedAs(route)).isPresent();
  }

  @Override
  @Transactional(readOnly = true)
  public String reasonTold(String referralId) {
    return required(referralId).confirmedCode();
  }

  private EligibilityFacts gather(ReferralSummary referral) {
    PersonDetails person = people.get(referral.personId());
    var scheme = schemes.get(referral.schemeId());
    var receivedOn = LocalDate.ofInstant(referral.receivedAt(), clock.getZone());
    var same = people.findSame(person).stream().filter(id -> !id.equals(person.personId())).toList();
    return EligibilityFacts.of(
        referral,
        person,
        scheme,
        schemes.all(),
        receivedOn,
        referrals.otherOpenReferral(same, referral.referralId()),
        consents.granted(referral.referralId(), Consent.Purpose.REFER, null),
        AgeBand.of(person.ageOn(receivedOn)).filter(band -> consentToRecord(referral, band)).isPresent());
  }

  /** Whether the consent that somebody under 18 needs is missing. Asked for them alone. */
  private boolean consentToRecord(ReferralSummary referral, AgeBand band) {
    var recorded = YoungPeople.latest(entities, referral.referralId()).map(YoungPersonConsent::answer);
    if (recorded.isPresent()) {
      return !recorded.get().given();
    }
    String givenBy =
        consents
            .latest(referral.referralId(), Consent.Purpose.REFER)
            .filter(Consent::granted)
            .map(Consent::givenBy)
            .orElse(RecordedConsent.NOBODY);
    Map<String, Object> facts =
        Map.of("ageBand", band.name(), "givenBy", givenBy, "competence", RecordedConsent.NOT_JUDGED, "assent", false);
    var answer = decisions.ask(DECISION_YOUNG_PERSON_CONSENT, referral.schemeId(), facts);
    entities.persist(
        new DecisionRecord(referral.referralId(), referral.schemeId(), facts, answer, clock.instant()));
    return !Boolean.TRUE.equals(answer.outputs().get("enough"));
  }

  private void record(String act, String referralId, DecisionRecord kept, Route route, boolean urgent) {
    var proposal = kept.proposal();
    audit.record(
        AuditEvent.ofReferral(
            act,
            referralId,
            kept.schemeId(),
            Map.of(
                "table", kept.decisionKey(),
                "tableVersion", String.valueOf(proposal.version()),
                "ownTable", String.valueOf(kept.ownTable()),
                "rules", String.join(", ", proposal.ruleIds()),
                "reasonCode", proposal.reasonCode(),
                "proposedRoute", proposal.route().name(),
                "route", route.name(),
                "urgent", String.valueOf(urgent))));
  }

  private DecisionRecord required(String referralId) {
    return latest(referralId)
        .orElseThrow(() -> new IllegalStateException("No route was proposed for " + referralId));
  }

  private Optional<DecisionRecord> latest(String referralId) {
    return entities
        .createQuery(
            """
            select d from DecisionRecord d where d.referralId = :referral and d.decisionKey = :decision
            order by d.decidedAt desc
            """,
            DecisionRecord.class)
        .setParameter("referral", referralId)
        .setParameter("decision", DECISION_ROUTE)
        .setMaxResults(1)
        .getResultStream()
        .findFirst();
  }
}
