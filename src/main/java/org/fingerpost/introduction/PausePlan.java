package org.fingerpost.introduction;

import static org.fingerpost.referral.journey.PausedIntroduction.DECISION_PAUSE_PLAN;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.fingerpost.platform.Decisions;
import org.fingerpost.scheme.WorkingDays;
import org.springframework.stereotype.Component;

/** By when somebody chooses how a paused introduction goes on, as the scheme's table {@code pause-plan} says, in its working days. */
@Component
class PausePlan {

  private final Decisions decisions;
  private final WorkingDays workingDays;
  private final Clock clock;

  PausePlan(Decisions decisions, WorkingDays workingDays, Clock clock) {
    this.decisions = decisions;
    this.workingDays = workingDays;
    this.clock = clock;
  }

  /** The next step. */
  Planned of(String schemeId, Introduction.Status status, Step step) {
    var answer =
        decisions.ask(DECISION_PAUSE_PLAN, schemeId, Map.of("standing", status.name(), "step", step.name()));
    var day = workingDays.plus(schemeId, LocalDate.now(clock), answer.number("workingDays"));
    return new Planned(workingDays.at(schemeId, day), step, answer);
  }

  /** The table's second input. */
  enum Step {
    FIRST,
    WAITING,
    OVERDUE
  }

  /**
   * @param dueAt at nine on the day of the deadline
   */
  record Planned(Instant dueAt, Step step, Decisions.Answer answer) {

    /** Whether a team lead chooses now. */
    boolean teamLead() {
      return Boolean.TRUE.equals(answer.outputs().get("teamLead"));
    }
  }
}
