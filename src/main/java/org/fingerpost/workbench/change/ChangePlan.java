package org.fingerpost.workbench.change;

import static org.fingerpost.workbench.journey.ChangeModel.DECISION_CHANGE_PLAN;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.fingerpost.platform.Decisions;
import org.fingerpost.scheme.Scheme;
import org.fingerpost.scheme.Schemes;
import org.fingerpost.scheme.WorkingDays;
import org.springframework.stereotype.Component;

/** How long each step of a change may take, as the table {@code change-plan} says. */
@Component
class ChangePlan {

  private final Decisions decisions;
  private final Schemes schemes;
  private final WorkingDays workingDays;
  private final Clock clock;

  ChangePlan(Decisions decisions, Schemes schemes, WorkingDays workingDays, Clock clock) {
    this.decisions = decisions;
    this.schemes = schemes;
    this.workingDays = workingDays;
    this.clock = clock;
  }

  Dates approve(ModelChange change) {
    return dates("APPROVE", change);
  }

  Dates revise(ModelChange change) {
    return dates("REVISE", change);
  }

  LocalDate today() {
    return LocalDate.now(clock);
  }

  private Dates dates(String step, ModelChange change) {
    var answer =
        decisions.ask(DECISION_CHANGE_PLAN, change.schemeId(), Map.of("step", step, "kind", change.kind().name()));
    return new Dates(
        at(change.schemeId(), answer.number("workingDays")), at(change.schemeId(), answer.number("lapseWorkingDays")));
  }

  /** What all schemes share is everybody's business: the days are counted so that each scheme has as many to work. */
  private Instant at(String schemeId, int days) {
    if (schemeId != null) {
      return workingDays.at(schemeId, workingDays.plus(schemeId, today(), days));
    }
    return schemes.all().stream()
        .map(Scheme::id)
        .map(id -> workingDays.at(id, workingDays.plus(id, today(), days)))
        .max(Instant::compareTo)
        .orElseThrow();
  }

  /**
   * @param dueAt by when it should be done
   * @param lapsesAt when the change is closed if nobody does it
   */
  record Dates(Instant dueAt, Instant lapsesAt) {}
}
