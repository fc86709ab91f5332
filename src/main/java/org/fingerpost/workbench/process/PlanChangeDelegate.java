package org.fingerpost.workbench.process;

import static org.fingerpost.workbench.journey.ChangeModel.APPROVE_DUE_AT;
import static org.fingerpost.workbench.journey.ChangeModel.EFFECTIVE_AT;
import static org.fingerpost.workbench.journey.ChangeModel.LAPSES_AT;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.fingerpost.workbench.change.DecidingChange;
import org.springframework.stereotype.Component;

/**
 * Says by when a colleague decides about a proposal, when it lapses, and from when on it is to be in force.
 *
 * <p>Step {@code businessRuleTask_planChange} in {@code change-model}. Reads the business key. Writes {@code approveDueAt},
 * {@code lapsesAt} and {@code effectiveAt}. Repeated only when everything it did was rolled back.
 */
@Component
class PlanChangeDelegate implements JavaDelegate {

  private final DecidingChange deciding;

  PlanChangeDelegate(DecidingChange deciding) {
    this.deciding = deciding;
  }

  @Override
  public void execute(DelegateExecution execution) {
    var planned = deciding.plan(execution.getProcessBusinessKey());
    APPROVE_DUE_AT.set(execution, planned.dueAt());
    LAPSES_AT.set(execution, planned.lapsesAt());
    EFFECTIVE_AT.set(execution, planned.effectiveAt());
  }
}
