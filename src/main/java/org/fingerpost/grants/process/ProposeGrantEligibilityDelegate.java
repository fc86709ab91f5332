package org.fingerpost.grants.process;

import static org.fingerpost.grants.journey.CheckGrant.CONFIRM_DUE_AT;
import static org.fingerpost.grants.journey.CheckGrant.GRANT_STEP;
import static org.fingerpost.grants.journey.CheckGrant.OFFICER_NEEDED;
import static org.fingerpost.grants.journey.CheckGrant.TO_PANEL;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.fingerpost.grants.CheckingGrant;
import org.springframework.stereotype.Component;

/**
 * Asks what is proposed for an application, and whether a person must confirm it.
 *
 * <p>Step {@code businessRuleTask_proposeGrantEligibility} in {@code check-grant}. Reads the business key.
 * Writes {@code grantStep}, {@code toPanel},
 * {@code officerNeeded} and {@code confirmDueAt}. Repeated only when everything it did was rolled back.
 */
@Component
class ProposeGrantEligibilityDelegate implements JavaDelegate {

  private final CheckingGrant checking;

  ProposeGrantEligibilityDelegate(CheckingGrant checking) {
    this.checking = checking;
  }

  @Override
  public void execute(DelegateExecution execution) {
    var proposed = checking.propose(execution.getProcessBusinessKey());
    GRANT_STEP.set(execution, proposed.outcome().step());
    TO_PANEL.set(execution, proposed.outcome().toPanel());
    OFFICER_NEEDED.set(execution, proposed.officerNeeded());
    CONFIRM_DUE_AT.set(execution, proposed.confirmBy());
  }
}
