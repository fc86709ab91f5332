package org.fingerpost.community.process;

import static org.fingerpost.community.journey.StartGroup.MARK_ASKED;
import static org.fingerpost.community.journey.StartGroup.STEP_DUE_AT;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.fingerpost.community.BeginningGroup;
import org.springframework.stereotype.Component;

/**
 * Invites a new group to apply for the kite mark where its scheme asks for it.
 *
 * <p>Step {@code serviceTask_inviteToMark} in {@code start-group}. Reads nothing. Writes {@code markAsked} and {@code stepDueAt}. Repeated only when
 * everything it did was rolled back.
 */
@Component
class InviteToMarkDelegate implements JavaDelegate {

  private final BeginningGroup beginningGroup;

  InviteToMarkDelegate(BeginningGroup beginningGroup) {
    this.beginningGroup = beginningGroup;
  }

  @Override
  public void execute(DelegateExecution execution) {
    String reference = execution.getProcessBusinessKey();
    var due = beginningGroup.invite(reference);
    MARK_ASKED.set(execution, due != null);
    STEP_DUE_AT.set(execution, due == null ? beginningGroup.toListing(reference) : due);
  }
}
