package org.fingerpost.workbench.process;

import static org.fingerpost.workbench.journey.ChangeModel.CHANGE_CARRIED_OUT;
import static org.fingerpost.workbench.journey.ChangeModel.LAPSES_AT;
import static org.fingerpost.workbench.journey.ChangeModel.REVISE_DUE_AT;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.fingerpost.workbench.change.CarryingOut;
import org.springframework.stereotype.Component;

/**
 * Brings a change into force, or gives it back to its author with the reasons.
 *
 * <p>Step {@code serviceTask_carryOutChange} in {@code change-model}. Reads the business key. Writes {@code changeCarriedOut} and, where
 * it could not be done, {@code reviseDueAt} and {@code lapsesAt}. Safe to repeat: what is in force already is not deployed again.
 */
@Component
class CarryOutChangeDelegate implements JavaDelegate {

  private final CarryingOut carryingOut;

  CarryOutChangeDelegate(CarryingOut carryingOut) {
    this.carryingOut = carryingOut;
  }

  @Override
  public void execute(DelegateExecution execution) {
    var revise = carryingOut.carryOut(execution.getProcessBusinessKey());
    CHANGE_CARRIED_OUT.set(execution, revise == null);
    if (revise != null) {
      REVISE_DUE_AT.set(execution, revise.dueAt());
      LAPSES_AT.set(execution, revise.lapsesAt());
    }
  }
}
