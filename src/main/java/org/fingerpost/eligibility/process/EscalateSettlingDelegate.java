package org.fingerpost.eligibility.process;

import static org.fingerpost.referral.journey.SettleRoute.ESCALATE_CONSENT;
import static org.fingerpost.referral.journey.SettleRoute.ESCALATE_ROUTE;
import static org.fingerpost.referral.journey.SettleRoute.ESCALATE_TRANSFER;

import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.fingerpost.eligibility.SettlingPlan;
import org.fingerpost.eligibility.SettlingPlan.Step;
import org.springframework.stereotype.Component;

/**
 * Records that the time of a step is over, and gives it a new and shorter one.
 *
 * <p>Step {@code serviceTask_escalateRoute} in {@code settle-route}. The steps for transfers and consents beside it do the same.
 * Reads the business key only. Writes {@code settleDueAt} and {@code settlingPriority}. Repeated only when everything it did was
 * rolled back.
 */
@Component
class EscalateSettlingDelegate implements JavaDelegate {

  private static final Map<String, Step> STEPS =
      Map.of(
          ESCALATE_ROUTE, Step.CONFIRM_ROUTE,
          ESCALATE_TRANSFER, Step.ARRANGE_TRANSFER,
          ESCALATE_CONSENT, Step.RECORD_CONSENT);

  private final SettlingPlan plan;

  EscalateSettlingDelegate(SettlingPlan plan) {
    this.plan = plan;
  }

  @Override
  public void execute(DelegateExecution execution) {
    var step = STEPS.get(execution.getCurrentActivityId());
    SettlingFacts.set(execution, plan.escalate(execution.getProcessBusinessKey(), step));
  }
}
