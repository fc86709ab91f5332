package org.fingerpost.community.process;

import static org.fingerpost.community.journey.SupportGroup.OVER;
import static org.fingerpost.community.journey.SupportGroup.STEP_DUE_AT;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.fingerpost.community.HelpingGroup;
import org.springframework.stereotype.Component;

/**
 * Writes to a group that was not visited, or leaves it in peace.
 *
 * <p>Step {@code serviceTask_followSilence} in {@code support-group}. Reads nothing. Writes {@code over} and {@code stepDueAt}. Repeated only when
 * everything it did was rolled back.
 */
@Component
class FollowSilenceDelegate implements JavaDelegate {

  private final HelpingGroup helpingGroup;

  FollowSilenceDelegate(HelpingGroup helpingGroup) {
    this.helpingGroup = helpingGroup;
  }

  @Override
  public void execute(DelegateExecution execution) {
    var due = helpingGroup.followSilence(execution.getProcessBusinessKey());
    OVER.set(execution, due == null);
    if (due != null) {
      STEP_DUE_AT.set(execution, due);
    }
  }
}
