package org.fingerpost.kitemark.process;

import static org.fingerpost.kitemark.journey.SuspendMark.SETTLE_DUE_AT;
import static org.fingerpost.kitemark.journey.SuspendMark.SUSPENSION_ID;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.fingerpost.kitemark.Suspensions;
import org.springframework.stereotype.Component;

/**
 * Brings up a suspension that nobody has settled in time.
 *
 * <p>Step {@code serviceTask_bringUpSettling} in {@code suspend-mark}. Reads {@code suspensionId}. Writes {@code settleDueAt}. Repeated only when everything it did
 * was rolled back.
 */
@Component
class BringUpSettlingDelegate implements JavaDelegate {

  private final Suspensions suspensions;

  BringUpSettlingDelegate(Suspensions suspensions) {
    this.suspensions = suspensions;
  }

  @Override
  public void execute(DelegateExecution execution) {
    SETTLE_DUE_AT.set(execution, suspensions.bringUpSettling(UUID.fromString(SUSPENSION_ID.requiredFrom(execution))));
  }
}
