package org.fingerpost.kitemark.process;

import static org.fingerpost.kitemark.journey.KeepMark.QUESTION_DUE_AT;
import static org.fingerpost.kitemark.journey.KeepMark.UPKEEP_DUE_AT;
import static org.fingerpost.kitemark.journey.KeepMark.UPKEEP_STEP;
import static org.fingerpost.kitemark.journey.KeepMark.VISIT_DUE_AT;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.fingerpost.kitemark.UpkeepPlanning;
import org.springframework.stereotype.Component;

/**
 * Looks at every date of a mark and says what is next.
 *
 * <p>Step {@code businessRuleTask_planUpkeep} in {@code keep-mark}. Reads the business key only. Writes {@code upkeepStep}, and what
 * that step needs: {@code upkeepDueAt}, {@code questionDueAt} or {@code visitDueAt}. Safe to repeat.
 */
@Component
class PlanUpkeepDelegate implements JavaDelegate {

  private final UpkeepPlanning planning;

  PlanUpkeepDelegate(UpkeepPlanning planning) {
    this.planning = planning;
  }

  @Override
  public void execute(DelegateExecution execution) {
    var next = planning.plan(execution.getProcessBusinessKey());
    UPKEEP_STEP.set(execution, next.step().name());
    switch (next.step()) {
      case NOTHING -> UPKEEP_DUE_AT.set(execution, next.lookAt());
      case ASK_ASSESSOR -> QUESTION_DUE_AT.set(execution, next.dueAt());
      case VISIT -> VISIT_DUE_AT.set(execution, next.dueAt());
      default -> {
        // The next step does what was planned.
      }
    }
  }
}
