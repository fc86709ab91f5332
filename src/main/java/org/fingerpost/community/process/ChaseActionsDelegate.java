package org.fingerpost.community.process;

import static org.fingerpost.community.journey.SupportGroup.CHASED_OUT;
import static org.fingerpost.community.journey.SupportGroup.STEP_DUE_AT;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.fingerpost.community.HelpingGroup;
import org.springframework.stereotype.Component;

/**
 * Reminds whoever has an open action, until that was done often enough.
 *
 * <p>Step {@code serviceTask_chaseActions} in {@code support-group}. Reads nothing. Writes {@code chasedOut} and {@code stepDueAt}. Repeated only when
 * everything it did was rolled back.
 */
@Component
class ChaseActionsDelegate implements JavaDelegate {

  private final HelpingGroup helpingGroup;

  ChaseActionsDelegate(HelpingGroup helpingGroup) {
    this.helpingGroup = helpingGroup;
  }

  @Override
  public void execute(DelegateExecution execution) {
    String reference = execution.getProcessBusinessKey();
    var due = helpingGroup.chase(reference);
    CHASED_OUT.set(execution, due == null);
    STEP_DUE_AT.set(execution, due == null ? helpingGroup.toReview(reference) : due);
  }
}
