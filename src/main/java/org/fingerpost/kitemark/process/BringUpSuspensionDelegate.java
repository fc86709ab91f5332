package org.fingerpost.kitemark.process;

import static org.fingerpost.kitemark.journey.SuspendMark.CONFIRM_DUE_AT;
import static org.fingerpost.kitemark.journey.SuspendMark.SUSPENSION_ID;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.fingerpost.kitemark.Suspensions;
import org.springframework.stereotype.Component;

/**
 * Brings up a suspension that no second assessor has looked at in time.
 *
 * <p>Step {@code serviceTask_bringUpSuspension} in {@code suspend-mark}. Reads {@code suspensionId}. Writes {@code confirmDueAt}. Repeated only when everything it did
 * was rolled back.
 */
@Component
class BringUpSuspensionDelegate implements JavaDelegate {

  private final Suspensions suspensions;

  BringUpSuspensionDelegate(Suspensions suspensions) {
    this.suspensions = suspensions;
  }

  @Override
  public void execute(DelegateExecution execution) {
    CONFIRM_DUE_AT.set(execution, suspensions.bringUpConfirming(UUID.fromString(SUSPENSION_ID.requiredFrom(execution))));
  }
}
