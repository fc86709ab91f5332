package org.fingerpost.questionnaire.process;

import static org.fingerpost.questionnaire.journey.HelpWithApplication.HELP_DUE_AT;
import static org.fingerpost.questionnaire.journey.HelpWithApplication.HELP_ID;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.fingerpost.questionnaire.HelpingApplicants;
import org.springframework.stereotype.Component;

/**
 * Plans by when an officer answers a request for help.
 *
 * <p>Step {@code serviceTask_planHelp} in {@code help-with-application}. Reads {@code helpId}. Writes {@code helpDueAt}. Repeated only when
 * everything it did was rolled back.
 */
@Component
class PlanHelpDelegate implements JavaDelegate {

  private final HelpingApplicants helping;

  PlanHelpDelegate(HelpingApplicants helping) {
    this.helping = helping;
  }

  @Override
  public void execute(DelegateExecution execution) {
    HELP_DUE_AT.set(execution, helping.plan(UUID.fromString(HELP_ID.requiredFrom(execution))));
  }
}
