package org.fingerpost.caseload.process;

import static org.fingerpost.referral.journey.ReferralJourney.LINK_WORKER;
import static org.fingerpost.referral.journey.ReferralJourney.LINK_WORKER_FOUND;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.fingerpost.caseload.Caseload;
import org.springframework.stereotype.Component;

/**
 * Finds a link worker with room for this referral.
 *
 * <p>Step {@code serviceTask_assignLinkWorker} in {@code referral-journey}. Reads the business key only. Writes {@code
 * linkWorkerFound} and, if somebody was found, {@code linkWorker}. Safe to repeat: an assigned referral stays with its link worker.
 */
@Component
class AssignLinkWorkerDelegate implements JavaDelegate {

  private final Caseload caseload;

  AssignLinkWorkerDelegate(Caseload caseload) {
    this.caseload = caseload;
  }

  @Override
  public void execute(DelegateExecution execution) {
    var found = caseload.assign(execution.getProcessBusinessKey());
    LINK_WORKER_FOUND.set(execution, found.isPresent());
    found.ifPresent(userId -> LINK_WORKER.set(execution, userId));
  }
}
