package org.fingerpost.caseload.process;

import static org.fingerpost.referral.journey.WaitForLinkWorker.ESCALATE_AT;
import static org.fingerpost.referral.journey.WaitForLinkWorker.WAITING_PRIORITY;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.fingerpost.caseload.WaitingList;
import org.springframework.stereotype.Component;

/**
 * Puts a referral on the waiting list.
 *
 * <p>Step {@code serviceTask_joinWaitingList} in {@code wait-for-link-worker}. Reads the business key only. Writes {@code escalateAt}
 * and {@code waitingPriority}. Safe to repeat: a referral keeps its place.
 */
@Component
class JoinWaitingListDelegate implements JavaDelegate {

  private final WaitingList waiting;

  JoinWaitingListDelegate(WaitingList waiting) {
    this.waiting = waiting;
  }

  @Override
  public void execute(DelegateExecution execution) {
    var next = waiting.join(execution.getProcessBusinessKey());
    ESCALATE_AT.set(execution, next.escalateAt());
    WAITING_PRIORITY.set(execution, next.priority());
  }
}
