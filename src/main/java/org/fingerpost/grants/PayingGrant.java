package org.fingerpost.grants;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.fingerpost.grants.GrantPlan.Step;
import org.fingerpost.notification.Purpose;
import org.fingerpost.platform.InvalidInput;
import org.fingerpost.platform.WrittenDate;
import org.fingerpost.questionnaire.Applications;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The award letter, the terms and the payment. What is not accepted in time, or cannot be paid, goes back into the fund. */
@Component
public class PayingGrant {

  private final GrantRows grants;
  private final GrantFund fund;
  private final GrantPlan plan;
  private final GrantProcess process;
  private final GrantMessages messages;
  private final Applications applications;
  private final Clock clock;

  PayingGrant(
      GrantRows grants,
      GrantFund fund,
      GrantPlan plan,
      GrantProcess process,
      GrantMessages messages,
      Applications applications,
      Clock clock) {
    this.grants = grants;
    this.fund = fund;
    this.plan = plan;
    this.process = process;
    this.messages = messages;
    this.applications = applications;
    this.clock = clock;
  }

  /**
   * Sends the award letter.
   *
   * @return by when the terms are to be accepted
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public Instant sendLetter(String reference) {
    var grant = grants.get(reference);
    LocalDate by = plan.day(grant.schemeId(), Step.ACCEPT);
    grant.answerBy(by);
    messages.send(
        grant,
        Purpose.GRANT_AWARDED,
        Map.of(
            "amount", Pounds.written(grant.awarded()),
            "answerBy", WrittenDate.of(by, messages.languageOf(grant))));
    messages.record("grant.letter-sent", grant, Map.of("dueOn", by.toString()));
    return plan.at(grant.schemeId(), by);
  }

  /**
   * The group answers the terms through its link.
   *
   * @return false if the link does not work or there is nothing to accept
   */
  @Transactional
  public boolean answerTerms(String token, boolean accepted) {
    Optional<Grant> found = grants.byLink(token).filter(grant -> grant.state() == GrantState.AWARDED);
    found.ifPresent(
        grant -> {
          record(grant, accepted, "LINK");
          process.termsAnswered(grant.reference(), accepted, payBy(grant));
        });
    return found.isPresent();
  }

  /** An officer records what the group said otherwise. */
  @Transactional(propagation = Propagation.MANDATORY)
  public Instant recordAnswer(String reference, boolean accepted) {
    var grant = grants.get(reference);
    record(grant, accepted, "OFFICER");
    return payBy(grant);
  }

  private void record(Grant grant, boolean accepted, String how) {
    if (accepted) {
      grant.accept(clock.instant());
    }
    messages.record(accepted ? "grant.terms-accepted" : "grant.terms-declined", grant, Map.of("channel", how));
  }

  private Instant payBy(Grant grant) {
    return plan.due(grant.schemeId(), Step.PAY);
  }

  /**
   * Keeps the payment; the money leaves the fund.
   *
   * @param paidOn not in the future and not before the award
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void pay(String reference, LocalDate paidOn, String paymentReference, String userId) {
    var grant = grants.lock(reference);
    if (paidOn.isAfter(plan.today()) || paidOn.isBefore(LocalDate.ofInstant(grant.decidedAt(), clock.getZone()))) {
      throw new InvalidInput("paidOn", "grants.form.paidOn.wrong");
    }
    fund.spend(grant.schemeId(), grant.fundYear(), grant.awarded());
    grant.paid(paidOn, paymentReference, userId);
    messages.record("grant.paid", grant, Map.of("pence", grant.awarded().toString(), "paidOn", paidOn.toString()));
  }

  /** Keeps that it could not be paid. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void notPayable(String reference) {
    messages.record("grant.not-payable", grants.get(reference), Map.of());
  }

  /** Gives the money back to the fund and tells the group. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void release(String reference) {
    var grant = grants.lock(reference);
    giveBack(grant);
    messages.send(grant, Purpose.GRANT_RELEASED, Map.of("amount", Pounds.written(grant.awarded())));
    grant.close(GrantState.RELEASED, clock.instant());
    applications.close(reference);
    messages.record("grant.closed", grant, Map.of("grantState", grant.state().name()));
  }

  void giveBack(Grant grant) {
    if (grant.reserved()) {
      fund.release(grant.schemeId(), grant.fundYear(), grant.awarded());
      grant.moneyReleased();
    }
  }
}
