package org.fingerpost.grants;

import static org.fingerpost.grants.journey.CheckGrant.DECISION_GRANT_PLAN;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.fingerpost.platform.Decisions;
import org.fingerpost.scheme.WorkingDays;
import org.springframework.stereotype.Component;

/** How long each step of a grant may take, as the scheme's table {@code grant-plan} says. */
@Component
class GrantPlan {

  /** The steps of the table. */
  enum Step {
    CONFIRM,
    ASK,
    SCORE,
    FIND_MEMBER,
    DECIDE,
    ACCEPT,
    PAY,
    REPORT,
    CHASE,
    JUDGE,
    OVERDUE,
    MORE_TIME
  }

  private final Decisions decisions;
  private final WorkingDays workingDays;
  private final Clock clock;

  GrantPlan(Decisions decisions, WorkingDays workingDays, Clock clock) {
    this.decisions = decisions;
    this.workingDays = workingDays;
    this.clock = clock;
  }

  LocalDate today() {
    return LocalDate.now(clock);
  }

  /** The day by which a step that begins today is done. */
  LocalDate day(String schemeId, Step step) {
    return day(schemeId, step, today());
  }

  LocalDate day(String schemeId, Step step, LocalDate from) {
    return workingDays.plus(schemeId, from, ask(schemeId, step).number("workingDays"));
  }

  /** The moment at which timers of that day fire. */
  Instant at(String schemeId, LocalDate day) {
    return workingDays.at(schemeId, day);
  }

  Instant due(String schemeId, Step step) {
    return at(schemeId, day(schemeId, step));
  }

  int mostReminders(String schemeId, Step step) {
    return ask(schemeId, step).number("mostReminders");
  }

  private Decisions.Answer ask(String schemeId, Step step) {
    return decisions.ask(DECISION_GRANT_PLAN, schemeId, Map.of("step", step.name()));
  }
}
