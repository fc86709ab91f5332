package org.fingerpost.kitemark;

import static org.fingerpost.kitemark.journey.KitemarkAward.DECISION_PLAN;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.fingerpost.platform.Decisions;
import org.fingerpost.scheme.WorkingDays;
import org.springframework.stereotype.Component;

/** By when each step of an application is done, as the scheme's table {@code kitemark-plan} says, in its working days. */
@Component
class MarkPlan {

  private final Decisions decisions;
  private final WorkingDays workingDays;
  private final Clock clock;

  MarkPlan(Decisions decisions, WorkingDays workingDays, Clock clock) {
    this.decisions = decisions;
    this.workingDays = workingDays;
    this.clock = clock;
  }

  Days of(String schemeId, AssessmentKind kind) {
    var answer = decisions.ask(DECISION_PLAN, schemeId, Map.of("kind", kind.name()));
    return new Days(
        in(schemeId, answer.number("assessWorkingDays")),
        in(schemeId, answer.number("secondWorkingDays")),
        in(schemeId, answer.number("evidenceWorkingDays")),
        in(schemeId, answer.number("gapsWorkingDays")),
        in(schemeId, answer.number("promiseWorkingDays")),
        in(schemeId, answer.number("appealWorkingDays")),
        answer.number("changedMonths"),
        answer.number("changedGroupMonths"),
        answer.number("changedMostOpen"));
  }

  private LocalDate in(String schemeId, int days) {
    return workingDays.plus(schemeId, LocalDate.now(clock), days);
  }

  /** Nine o'clock on the day. */
  Instant at(String schemeId, LocalDate day) {
    return workingDays.at(schemeId, day);
  }

  /** Nine o'clock on the working day after: when the day is over. */
  Instant after(String schemeId, LocalDate day) {
    return workingDays.at(schemeId, workingDays.plus(schemeId, day, 1));
  }

  /**
   * Last days from today.
   *
   * @param evidence for what an assessor asks for, at the latest
   * @param changedMonths how long a level lasts that was chosen against the proposal, at most; {@code changedGroupMonths} for a group
   * @param changedMostOpen introductions at once where such a level comes with gaps
   */
  record Days(
      LocalDate assess,
      LocalDate second,
      LocalDate evidence,
      LocalDate gaps,
      LocalDate promise,
      LocalDate appeal,
      int changedMonths,
      int changedGroupMonths,
      int changedMostOpen) {}
}
