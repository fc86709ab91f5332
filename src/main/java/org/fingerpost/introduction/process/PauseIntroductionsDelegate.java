package org.fingerpost.introduction.process;

import static org.fingerpost.introduction.process.MarkVariables.ORGANISATION_ID;
import static org.fingerpost.introduction.process.MarkVariables.PAUSED_COUNT;
import static org.fingerpost.introduction.process.MarkVariables.REASON_CODE;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.fingerpost.introduction.PausingIntroductions;
import org.springframework.stereotype.Component;

/**
 * Pauses the introductions that are under way to an organisation.
 *
 * <p>Step {@code serviceTask_pauseIntroductions} in {@code suspend-mark}. Reads {@code organisationId} and {@code reasonCode}. Writes
 * {@code pausedCount}. Safe to repeat: what is paused stays as it is.
 */
@Component
class PauseIntroductionsDelegate implements JavaDelegate {

  private final PausingIntroductions pausing;

  PauseIntroductionsDelegate(PausingIntroductions pausing) {
    this.pausing = pausing;
  }

  @Override
  public void execute(DelegateExecution execution) {
    PAUSED_COUNT.set(
        execution,
        pausing.pauseAll(
            execution.getTenantId(), ORGANISATION_ID.requiredFrom(execution), REASON_CODE.requiredFrom(execution)));
  }
}
