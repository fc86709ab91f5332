package org.fingerpost.grants.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.fingerpost.grants.ScoringGrant;
import org.springframework.stereotype.Component;

/**
 * Asks as many members of the panel as the scheme wants scores from.
 *
 * <p>Step {@code serviceTask_askPanel} in {@code project-grant}. Reads the business key.
 * Writes nothing. Repeated only when everything it did was rolled back.
 */
@Component
class AskPanelDelegate implements JavaDelegate {

  private final ScoringGrant scoring;

  AskPanelDelegate(ScoringGrant scoring) {
    this.scoring = scoring;
  }

  @Override
  public void execute(DelegateExecution execution) {
    scoring.askPanel(execution.getProcessBusinessKey());
  }
}
