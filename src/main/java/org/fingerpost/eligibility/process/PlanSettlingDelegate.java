package org.fingerpost.eligibility.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.fingerpost.eligibility.SettlingPlan;
import org.fingerpost.eligibility.SettlingPlan.Step;
import org.springframework.stereotype.Component;

/**
 * Says by when a team lead should have looked at the proposal.
 *
 * <p>Step {@code serviceTask_planSettling} in {@code settle-route}. Reads the business key only. Writes {@code settleDueAt} and {@code
 * settlingPriority}. Safe to repeat: the day is counted anew.
 */
@Component
class PlanSettlingDelegate implements JavaDelegate {

  private final SettlingPlan plan;

  PlanSettlingDelegate(SettlingPlan plan) {
    this.plan = plan;
  }

  @Override
  public void execute(DelegateExecution execution) {
    SettlingFacts.set(execution, plan.begin(execution.getProcessBusinessKey(), Step.CONFIRM_ROUTE));
  }
}
