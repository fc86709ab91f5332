package org.fingerpost.introduction.process;

import static org.fingerpost.introduction.process.MarkVariables.ORGANISATION_ID;
import static org.fingerpost.introduction.process.MarkVariables.RESUMED_COUNT;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.fingerpost.introduction.PausingIntroductions;
import org.springframework.stereotype.Component;

/**
 * Takes up again what was paused, because the organisation has its mark back.
 *
 * <p>Step {@code serviceTask_resumeIntroductions} in {@code suspend-mark}. It is {@code serviceTask_resumeForNewMark} there, too. Reads
 * {@code organisationId}. Writes {@code resumedCount}. Safe to repeat: what goes on already is not paused.
 */
@Component
class ResumeIntroductionsDelegate implements JavaDelegate {

  private final PausingIntroductions pausing;

  ResumeIntroductionsDelegate(PausingIntroductions pausing) {
    this.pausing = pausing;
  }

  @Override
  public void execute(DelegateExecution execution) {
    RESUMED_COUNT.set(execution, pausing.resumeAll(execution.getTenantId(), ORGANISATION_ID.requiredFrom(execution)));
  }
}
