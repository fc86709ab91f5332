package org.fingerpost.safeguarding;

import static org.fingerpost.referral.journey.SafeguardingConcern.DECISION_SAFEGUARDING_PLAN;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Map;
import org.fingerpost.platform.Decisions;
import org.fingerpost.scheme.Schemes;
import org.fingerpost.scheme.WorkingDays;
import org.springframework.stereotype.Component;

/** By when a concern is decided, and how often it is brought up again, as the scheme's table {@code safeguarding-plan} says. */
@Component
class SafeguardingPlan {

  /** From then on a working day is too short for a decision on the same day. */
  static final LocalTime CLOSING = LocalTime.of(17, 0);

  private final Decisions decisions;
  private final WorkingDays workingDays;
  private final Schemes schemes;
  private final Clock clock;

  SafeguardingPlan(Decisions decisions, WorkingDays workingDays, Schemes schemes, Clock clock) {
    this.decisions = decisions;
    this.workingDays = workingDays;
    this.schemes = schemes;
    this.clock = clock;
  }

  /** The plan for a concern that was raised at a moment. */
  Planned of(String schemeId, boolean immediateDanger, Instant raisedAt) {
    var answer = ask(schemeId, immediateDanger, raisedAt);
    int hours = answer.number("hours");
    var raisedOn = raisedAt.atZone(clock.getZone()).toLocalDate();
    var due =
        hours > 0
            ? raisedAt.plus(Duration.ofHours(hours))
            : workingDays
                .plus(schemeId, raisedOn, answer.number("workingDays"))
                .atTime(answer.number("byHour"), 0)
                .atZone(clock.getZone())
                .toInstant();
    return new Planned(due, Duration.ofHours(answer.number("repeatHours")), answer);
  }

  /** By when whoever raised it reads a decision made now. */
  Instant feedbackDue(String schemeId, boolean immediateDanger, Instant raisedAt) {
    int days = ask(schemeId, immediateDanger, raisedAt).number("feedbackWorkingDays");
    var today = clock.instant().atZone(clock.getZone()).toLocalDate();
    return workingDays
        .plus(schemeId, today, days)
        .atTime(CLOSING)
        .atZone(clock.getZone())
        .toInstant();
  }

  private Decisions.Answer ask(String schemeId, boolean immediateDanger, Instant raisedAt) {
    return decisions.ask(
        DECISION_SAFEGUARDING_PLAN,
        schemeId,
        Map.of("immediateDanger", immediateDanger, "raised", raised(schemeId, raisedAt)));
  }

  /** Code of when a concern came up: the table's second input. */
  String raised(String schemeId, Instant at) {
    var local = at.atZone(clock.getZone());
    if (!workingDays.worksOn(schemes.get(schemeId), local.toLocalDate())) {
      return "NOT_A_WORKING_DAY";
    }
    return local.toLocalTime().isBefore(CLOSING) ? "WORKING_DAY" : "AFTER_CLOSING";
  }

  /**
   * @param due by when it is decided
   * @param repeat how long between two reminders
   */
  record Planned(Instant due, Duration repeat, Decisions.Answer answer) {}
}
