package org.fingerpost.kitemark.process;

import static org.fingerpost.kitemark.journey.SuspendMark.SUSPENSION_ID;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.fingerpost.kitemark.Suspensions;
import org.springframework.stereotype.Component;

/**
 * Ends the mark.
 *
 * <p>Step {@code serviceTask_endMark} in {@code suspend-mark}. Reads {@code suspensionId}. Writes nothing. Repeated only when everything it did
 * was rolled back.
 */
@Component
class EndMarkDelegate implements JavaDelegate {

  private final Suspensions suspensions;

  EndMarkDelegate(Suspensions suspensions) {
    this.suspensions = suspensions;
  }

  @Override
  public void execute(DelegateExecution execution) {
    suspensions.end(UUID.fromString(SUSPENSION_ID.requiredFrom(execution)));
  }
}
