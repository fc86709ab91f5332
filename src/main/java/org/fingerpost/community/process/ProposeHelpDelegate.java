package org.fingerpost.community.process;

import static org.fingerpost.community.journey.SupportGroup.STEP_DUE_AT;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.fingerpost.community.HelpingGroup;
import org.springframework.stereotype.Component;

/**
 * Asks the table which help a group may need.
 *
 * <p>Step {@code businessRuleTask_proposeHelp} in {@code support-group}. Reads nothing. Writes {@code stepDueAt}. Repeated only when
 * everything it did was rolled back.
 */
@Component
class ProposeHelpDelegate implements JavaDelegate {

  private final HelpingGroup helpingGroup;

  ProposeHelpDelegate(HelpingGroup helpingGroup) {
    this.helpingGroup = helpingGroup;
  }

  @Override
  public void execute(DelegateExecution execution) {
    STEP_DUE_AT.set(execution, helpingGroup.propose(execution.getProcessBusinessKey()));
  }
}
