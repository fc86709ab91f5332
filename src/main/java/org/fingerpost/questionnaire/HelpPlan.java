package org.fingerpost.questionnaire;

import static org.fingerpost.questionnaire.journey.HelpWithApplication.DECISION_HELP_PLAN;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.fingerpost.platform.Decisions;
import org.fingerpost.scheme.Schemes;
import org.fingerpost.scheme.WorkingDays;
import org.springframework.stereotype.Component;

/** By when an officer answers, as the scheme's table {@code help-plan} says. */
@Component
class HelpPlan {

  private final Decisions decisions;
  private final WorkingDays workingDays;
  private final Schemes schemes;
  private final Clock clock;

  HelpPlan(Decisions decisions, WorkingDays workingDays, Schemes schemes, Clock clock) {
    this.decisions = decisions;
    this.workingDays = workingDays;
    this.schemes = schemes;
    this.clock = clock;
  }

  Planned of(String schemeId, Application.Status status) {
    var answer = decisions.ask(DECISION_HELP_PLAN, schemeId, Map.of("askedForMore", status == Application.Status.ASKED_FOR_MORE));
    var scheme = schemes.get(schemeId);
    var day = workingDays.plus(scheme, LocalDate.now(clock), answer.number("workingDays"));
    return new Planned(workingDays.at(schemeId, day), answer);
  }

  /**
   * @param due nine o'clock on the day
   */
  record Planned(Instant due, Decisions.Answer answer) {}
}
