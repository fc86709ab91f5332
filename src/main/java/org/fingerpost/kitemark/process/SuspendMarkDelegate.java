package org.fingerpost.kitemark.process;

import static org.fingerpost.kitemark.journey.SuspendMark.SETTLE_DUE_AT;
import static org.fingerpost.kitemark.journey.SuspendMark.SUSPENSION_ID;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.fingerpost.kitemark.Suspensions;
import org.springframework.stereotype.Component;

/**
 * Suspends the mark and tells the organisation.
 *
 * <p>Step {@code serviceTask_suspendMark} in {@code suspend-mark}. Reads {@code suspensionId}. Writes {@code settleDueAt}. Repeated only when everything it did
 * was rolled back.
 */
@Component
class SuspendMarkDelegate implements JavaDelegate {

  private final Suspensions suspensions;

  SuspendMarkDelegate(Suspensions suspensions) {
    this.suspensions = suspensions;
  }

  @Override
  public void execute(DelegateExecution execution) {
    SETTLE_DUE_AT.set(execution, suspensions.takeEffect(UUID.fromString(SUSPENSION_ID.requiredFrom(execution))));
  }
}
