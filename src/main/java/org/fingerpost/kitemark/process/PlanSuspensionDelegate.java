package org.fingerpost.kitemark.process;

import static org.fingerpost.kitemark.journey.SuspendMark.CONFIRM_DUE_AT;
import static org.fingerpost.kitemark.journey.SuspendMark.SUSPENSION_ID;
import static org.fingerpost.kitemark.journey.SuspendMark.TO_CONFIRM;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.fingerpost.kitemark.Suspensions;
import org.springframework.stereotype.Component;

/**
 * Says whether a second assessor must confirm a suspension, and by when.
 *
 * <p>Step {@code serviceTask_planSuspension} in {@code suspend-mark}. Reads {@code suspensionId}. Writes {@code toConfirm} and
 * {@code confirmDueAt}. Repeated only when everything it did
 * was rolled back.
 */
@Component
class PlanSuspensionDelegate implements JavaDelegate {

  private final Suspensions suspensions;

  PlanSuspensionDelegate(Suspensions suspensions) {
    this.suspensions = suspensions;
  }

  @Override
  public void execute(DelegateExecution execution) {
    var planned = suspensions.plan(UUID.fromString(SUSPENSION_ID.requiredFrom(execution)));
    TO_CONFIRM.set(execution, planned.toConfirm());
    CONFIRM_DUE_AT.set(execution, planned.confirmBy());
  }
}
