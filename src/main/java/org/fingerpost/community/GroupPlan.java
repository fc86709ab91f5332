package org.fingerpost.community;

import static org.fingerpost.community.journey.NameOfficer.DECISION_GROUP_PLAN;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.fingerpost.platform.Decisions;
import org.fingerpost.scheme.WorkingDays;
import org.springframework.stereotype.Component;

/** By when each step for a group is due, and how often it is tried, as the scheme's table {@code group-plan} says. */
@Component
class GroupPlan {

  /** The steps that the table knows by another name than the state they lead to. */
  static final String SILENCE = "SILENCE";

  private final Decisions decisions;
  private final WorkingDays workingDays;
  private final Clock clock;

  GroupPlan(Decisions decisions, WorkingDays workingDays, Clock clock) {
    this.decisions = decisions;
    this.workingDays = workingDays;
    this.clock = clock;
  }

  Due of(String schemeId, GroupState step) {
    return of(schemeId, step.name());
  }

  Due of(String schemeId, String step) {
    var answer = decisions.ask(DECISION_GROUP_PLAN, schemeId, Map.of("step", step));
    return due(schemeId, workingDays.plus(schemeId, LocalDate.now(clock), answer.number("workingDays")), answer);
  }

  /** A day that somebody named. */
  Due on(String schemeId, LocalDate day) {
    return due(schemeId, day, null);
  }

  /** So many working days from today. */
  LocalDate in(String schemeId, int days) {
    return workingDays.plus(schemeId, LocalDate.now(clock), days);
  }

  private Due due(String schemeId, LocalDate day, Decisions.Answer answer) {
    return new Due(day, workingDays.at(schemeId, day), answer == null ? 1 : answer.number("times"));
  }

  /**
   * @param on the day, in Europe/London
   * @param at that day at nine
   * @param times how often it is tried
   */
  record Due(LocalDate on, Instant at, int times) {}
}
