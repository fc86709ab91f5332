package org.fingerpost.eligibility.process;

import static org.fingerpost.referral.journey.ReferralJourney.ROUTE;
import static org.fingerpost.referral.journey.ReferralJourney.ROUTE_TO_CONFIRM;
import static org.fingerpost.referral.journey.ReferralJourney.TAKEN_ON;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.fingerpost.eligibility.Eligibility;
import org.fingerpost.platform.engine.Proposes;
import org.springframework.stereotype.Component;

/**
 * Asks the table {@code referral-route} where the referral should go.
 *
 * <p>Step {@code businessRuleTask_decideRoute} in {@code referral-journey}. Reads the business key only. Writes {@code route}, {@code
 * takenOn} and {@code routeToConfirm}. Safe to repeat: the latest proposal counts.
 */
@Proposes(proposal = "route", toConfirm = "routeToConfirm", goesOn = "takenOn", straightOn = {"LINK_WORKER", "SIGNPOST"})
@Component
class DecideRouteDelegate implements JavaDelegate {

  private final Eligibility eligibility;

  DecideRouteDelegate(Eligibility eligibility) {
    this.eligibility = eligibility;
  }

  @Override
  public void execute(DelegateExecution execution) {
    var proposal = eligibility.propose(execution.getProcessBusinessKey());
    ROUTE.set(execution, proposal.route().name());
    TAKEN_ON.set(execution, proposal.route().takenOn());
    ROUTE_TO_CONFIRM.set(execution, proposal.toConfirm());
  }
}
