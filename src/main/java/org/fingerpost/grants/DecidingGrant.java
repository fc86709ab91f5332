package org.fingerpost.grants;

import static org.fingerpost.grants.journey.ProjectGrant.DECISION_GRANT_AWARD;

import java.time.Clock;
import java.util.Map;
import org.fingerpost.notification.Purpose;
import org.fingerpost.platform.Decisions;
import org.fingerpost.platform.InvalidInput;
import org.fingerpost.platform.KeptAnswers;
import org.fingerpost.questionnaire.Applications;
import org.fingerpost.scheme.Schemes;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Whether a grant is awarded, and how much: proposed by a table from the scores and the fund, decided by a named person who has no
 * conflict of interest. The money is taken out of the fund in the same transaction, or the decision is refused.
 */
@Component
public class DecidingGrant {

  private final GrantRows grants;
  private final GrantFund fund;
  private final ScoringGrant scoring;
  private final GrantMessages messages;
  private final Applications applications;
  private final Decisions decisions;
  private final KeptAnswers kept;
  private final Schemes schemes;
  private final Clock clock;

  DecidingGrant(
      GrantRows grants,
      GrantFund fund,
      ScoringGrant scoring,
      GrantMessages messages,
      Applications applications,
      Decisions decisions,
      KeptAnswers kept,
      Schemes schemes,
      Clock clock) {
    this.grants = grants;
    this.fund = fund;
    this.scoring = scoring;
    this.messages = messages;
    this.applications = applications;
    this.decisions = decisions;
    this.kept = kept;
    this.schemes = schemes;
    this.clock = clock;
  }

  /** What the table proposes now. */
  @Transactional
  public Proposal proposal(String reference) {
    var grant = grants.get(reference);
    var facts = facts(grant);
    var answer = decisions.ask(DECISION_GRANT_AWARD, grant.schemeId(), facts);
    return new Proposal(
        answer.code("proposal"), answer.code("reason"), (Integer) facts.get("averageTenths"), balance(grant), most(grant));
  }

  private Map<String, Object> facts(Grant grant) {
    long balance = balance(grant);
    String holds = balance >= grant.asked() ? "ALL" : balance > 0 ? "PART" : "NOTHING";
    return Map.of("averageTenths", scoring.averageTenths(grant.reference()), "fund", holds);
  }

  private long balance(Grant grant) {
    return fund.of(grant.schemeId(), fund.thisYear()).balance();
  }

  private long most(Grant grant) {
    return Math.min(grant.asked(), schemes.get(grant.schemeId()).grants().mostPerProject());
  }

  /**
   * Awards a grant.
   *
   * @param pence at most what was asked for and what the scheme gives at most
   * @throws InvalidInput if it is more, if the fund does not hold it, or if the user has a conflict of interest
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void award(String reference, long pence, String reason, String userId) {
    var grant = mayDecide(reference, userId);
    if (pence < 1 || pence > most(grant)) {
      throw new InvalidInput("amount", "grants.form.amount.between", Pounds.written(most(grant)));
    }
    keepProposal(grant);
    int year = fund.thisYear();
    if (!fund.reserve(grant.schemeId(), year, pence)) {
      throw new InvalidInput("amount", "grants.form.amount.fund", Pounds.written(balance(grant)));
    }
    grant.award(pence, year, reason, userId, clock.instant());
    messages.record("grant.awarded", grant, Map.of("pence", Long.toString(pence), "fundYear", Integer.toString(year)));
  }

  /** Decides against a grant; the group reads the reason. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void decline(String reference, String reason, String userId) {
    var grant = mayDecide(reference, userId);
    keepProposal(grant);
    grant.decide(GrantDecision.DECLINE, reason, userId, clock.instant());
    messages.record("grant.declined", grant, Map.of());
  }

  private Grant mayDecide(String reference, String userId) {
    if (scoring.conflicted(reference, userId)) {
      throw new InvalidInput("task", "grants.form.decide.conflict");
    }
    return grants.lock(reference);
  }

  private void keepProposal(Grant grant) {
    var facts = facts(grant);
    kept.keep(
        GrantMessages.SUBJECT,
        grant.reference(),
        grant.schemeId(),
        decisions.ask(DECISION_GRANT_AWARD, grant.schemeId(), facts),
        facts);
  }

  /** Tells the group that it gets no grant, and closes it. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void tellDeclined(String reference) {
    var grant = grants.get(reference);
    messages.send(grant, Purpose.GRANT_DECLINED, Map.of("reason", grant.decisionReason()));
    grant.close(GrantState.DECLINED, clock.instant());
    applications.close(reference);
    messages.record("grant.closed", grant, Map.of("grantState", grant.state().name()));
  }

  /**
   * @param proposal {@code AWARD}, {@code AWARD_LESS} or {@code DECLINE}
   * @param reason code of the table
   * @param balance what the fund holds, in pence
   * @param most what may be awarded at most, in pence
   */
  public record Proposal(String proposal, String reason, int averageTenths, long balance, long most) {

    /** {@code 3.4} */
    public String average() {
      return averageTenths / 10 + "." + averageTenths % 10;
    }
  }
}
