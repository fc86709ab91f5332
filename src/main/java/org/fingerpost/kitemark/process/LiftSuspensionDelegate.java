package org.fingerpost.kitemark.process;

import static org.fingerpost.kitemark.journey.SuspendMark.SUSPENSION_ID;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.fingerpost.kitemark.Suspensions;
import org.springframework.stereotype.Component;

/**
 * Lets the mark hold again.
 *
 * <p>Step {@code serviceTask_liftSuspension} in {@code suspend-mark}. Reads {@code suspensionId}. Writes nothing. Repeated only when everything it did
 * was rolled back.
 */
@Component
class LiftSuspensionDelegate implements JavaDelegate {

  private final Suspensions suspensions;

  LiftSuspensionDelegate(Suspensions suspensions) {
    this.suspensions = suspensions;
  }

  @Override
  public void execute(DelegateExecution execution) {
    suspensions.lift(UUID.fromString(SUSPENSION_ID.requiredFrom(execution)));
  }
}
