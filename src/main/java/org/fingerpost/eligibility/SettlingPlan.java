package org.fingerpost.eligibility;

import static org.fingerpost.referral.journey.SettleRoute.DECISION_SETTLING_PLAN;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.fingerpost.platform.AuditEvent;
import org.fingerpost.platform.AuditTrail;
import org.fingerpost.platform.Decisions;
import org.fingerpost.referral.Referrals;
import org.fingerpost.scheme.WorkingDays;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** By when a step on the way to a settled route is due, as the scheme's table {@code settling-plan} says, in its working days. */
@Component
public class SettlingPlan {

  /** What a team lead does to settle a route. Codes of the table. */
  public enum Step {
    CONFIRM_ROUTE,
    ARRANGE_TRANSFER,
    RECORD_CONSENT
  }

  private final Referrals referrals;
  private final Decisions decisions;
  private final WorkingDays workingDays;
  private final AuditTrail audit;
  private final Clock clock;

  SettlingPlan(Referrals referrals, Decisions decisions, WorkingDays workingDays, AuditTrail audit, Clock clock) {
    this.referrals = referrals;
    this.decisions = decisions;
    this.workingDays = workingDays;
    this.audit = audit;
    this.clock = clock;
  }

  /** Plans a step that begins today, and shows its day as the referral's next date. */
  @Transactional(propagation = Propagation.MANDATORY)
  public Planned begin(String referralId, Step step) {
    return plan(referralId, step, false);
  }

  /** Plans a step anew whose time was over, and records that it was. */
  @Transactional(propagation = Propagation.MANDATORY)
  public Planned escalate(String referralId, Step step) {
    audit.record(
        AuditEvent.ofReferral(
            "route.overdue", referralId, referrals.get(referralId).schemeId(), Map.of("step", step.name())));
    return plan(referralId, step, true);
  }

  private Planned plan(String referralId, Step step, boolean overdue) {
    var referral = referrals.get(referralId);
    var answer =
        decisions.ask(
            DECISION_SETTLING_PLAN,
            referral.schemeId(),
            Map.of("step", step.name(), "urgent", referral.urgent(), "overdue", overdue));
    var day = workingDays.plus(referral.schemeId(), LocalDate.now(clock), answer.number("workingDays"));
    referrals.nextDate(referralId, day);
    return new Planned(workingDays.at(referral.schemeId(), day), answer.number("priority"));
  }

  /**
   * @param dueAt nine o'clock on the day
   * @param priority 0 to 100
   */
  public record Planned(Instant dueAt, int priority) {}
}
