package org.fingerpost.caseload.process;

import static org.fingerpost.referral.journey.WaitForLinkWorker.ESCALATE_AT;
import static org.fingerpost.referral.journey.WaitForLinkWorker.WAITING_PRIORITY;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.fingerpost.caseload.WaitingList;
import org.springframework.stereotype.Component;

/**
 * Notes for the team leads that a referral has waited too long, and plans the next reminder.
 *
 * <p>Step {@code serviceTask_escalateWaiting} in {@code wait-for-link-worker}. Reads the business key only. Writes {@code escalateAt}
 * and {@code waitingPriority}. Repeated only with its transaction, which counts the reminder once.
 */
@Component
class EscalateWaitingDelegate implements JavaDelegate {

  private final WaitingList waiting;

  EscalateWaitingDelegate(WaitingList waiting) {
    this.waiting = waiting;
  }

  @Override
  public void execute(DelegateExecution execution) {
    var next = waiting.escalate(execution.getProcessBusinessKey());
    ESCALATE_AT.set(execution, next.escalateAt());
    WAITING_PRIORITY.set(execution, next.priority());
  }
}
