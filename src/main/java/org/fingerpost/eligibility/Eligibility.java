package org.fingerpost.eligibility;

import static org.fingerpost.referral.journey.ReferralJourney.DECISION_ROUTE;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
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
    var facts = gather(referral).asInputs();
    var answer = decisions.ask(DECISION_ROUTE, referral.schemeId(), facts);
    var kept = new DecisionRecord(referralId, referral.schemeId(), facts, answer, clock.instant());
    entities.persist(kept);
    var proposal = kept.proposal();
    record("route.proposed", referralId, kept, proposal.route());
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

  /**
   * Keeps a team lead's decision, which may be the proposal or another route.
   *
   * @param route what the referral is to take
   * @param reason in the lead's words; it stays with the decision and goes nowhere else
   * @throws InvalidInput on {@link Route#URGENT}: the lead acts, and then says where the referral goes
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void confirm(String referralId, Route route, String reason, String userId) {
    if (!route.canBeChosen()) {
      throw new InvalidInput("route", "eligibility.form.route.required");
    }
    var kept = required(referralId);
    kept.confirm(route, reason, userId, clock.instant());
    record("route.confirmed", referralId, kept, route);
    referrals.route(referralId, route.name());
  }

  @Override
  @Transactional(readOnly = true)
  public boolean confirmedByAPerson(String referralId, String route) {
    return latest(referralId).filter(kept -> kept.confirmedAs(route)).isPresent();
  }

  private EligibilityFacts gather(ReferralSummary referral) {
    PersonDetails person = people.get(referral.personId());
    var same =
        people
            .findSame(referral.schemeId(), person.nhsNumber(), person.familyName(), person.dateOfBirth())
            .stream()
            .filter(id -> !id.equals(person.personId()))
            .toList();
    return EligibilityFacts.of(
        referral,
        person,
        schemes.get(referral.schemeId()),
        LocalDate.ofInstant(referral.receivedAt(), clock.getZone()),
        referrals.otherOpenReferral(same, referral.referralId()),
        consents.granted(referral.referralId(), Consent.Purpose.REFER, null));
  }

  private void record(String act, String referralId, DecisionRecord kept, Route route) {
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
                "route", route.name())));
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
