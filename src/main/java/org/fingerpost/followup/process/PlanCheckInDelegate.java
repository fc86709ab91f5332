package org.fingerpost.followup.process;

import static org.fingerpost.referral.journey.FollowUpCycle.CHECK_IN_DUE_AT;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.fingerpost.followup.CheckingIn;
import org.springframework.stereotype.Component;

/**
 * Plans the next check-in.
 *
 * <p>Step {@code serviceTask_planCheckIn} in {@code follow-up-cycle}. Reads the business key only.
 * Writes {@code checkInDueAt}. Safe to repeat: the plan is simply made again.
 */
@Component
class PlanCheckInDelegate implements JavaDelegate {

  private final CheckingIn checkingIn;

  PlanCheckInDelegate(CheckingIn checkingIn) {
    this.checkingIn = checkingIn;
  }

  @Override
  public void execute(DelegateExecution execution) {
    CHECK_IN_DUE_AT.set(execution, checkingIn.plan(execution.getProcessBusinessKey()));
  }
}
