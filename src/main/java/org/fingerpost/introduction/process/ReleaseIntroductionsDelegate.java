package org.fingerpost.introduction.process;

import static org.fingerpost.introduction.process.MarkVariables.ORGANISATION_ID;
import static org.fingerpost.introduction.process.MarkVariables.RELEASED_COUNT;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.fingerpost.introduction.PausingIntroductions;
import org.springframework.stereotype.Component;

/**
 * Lets whoever waits for a mark choose again, because it does not come back.
 *
 * <p>Step {@code serviceTask_releaseIntroductions} in {@code suspend-mark}. Reads {@code organisationId}. Writes {@code releasedCount}. Safe to repeat: who chooses already is left alone.
 */
@Component
class ReleaseIntroductionsDelegate implements JavaDelegate {

  private final PausingIntroductions pausing;

  ReleaseIntroductionsDelegate(PausingIntroductions pausing) {
    this.pausing = pausing;
  }

  @Override
  public void execute(DelegateExecution execution) {
    RELEASED_COUNT.set(execution, pausing.releaseAll(execution.getTenantId(), ORGANISATION_ID.requiredFrom(execution)));
  }
}
