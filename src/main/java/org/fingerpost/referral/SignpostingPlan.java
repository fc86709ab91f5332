package org.fingerpost.referral;

import static org.fingerpost.referral.journey.ActiveSignposting.DECISION_SIGNPOSTING_PLAN;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.fingerpost.platform.Decisions;
import org.fingerpost.referral.domain.Signpost;
import org.fingerpost.scheme.WorkingDays;
import org.springframework.stereotype.Component;

/** Whether and when to ask somebody who was signposted, as the scheme's table {@code signposting-plan} says, in its working days. */
@Component
class SignpostingPlan {

  private final Decisions decisions;
  private final WorkingDays workingDays;
  private final Clock clock;

  SignpostingPlan(Decisions decisions, WorkingDays workingDays, Clock clock) {
    this.decisions = decisions;
    this.workingDays = workingDays;
    this.clock = clock;
  }

  /**
   * @param fitting whether the directory has anything that fits
   */
  Planned of(String schemeId, Signpost.Reach reach, boolean fitting) {
    var answer =
        decisions.ask(
            DECISION_SIGNPOSTING_PLAN, schemeId, Map.of("reach", reach.name(), "fitting", fitting));
    var today = LocalDate.now(clock);
    var askOn = workingDays.plus(schemeId, today, answer.number("askWorkingDays"));
    return new Planned(
        (Boolean) answer.outputs().get("ask"),
        askOn,
        workingDays.plus(schemeId, askOn, answer.number("answerWorkingDays")),
        workingDays.plus(schemeId, today, answer.number("decideWorkingDays")),
        answer);
  }

  /**
   * Days in Europe/London.
   *
   * @param ask whether the person is asked at all
   * @param askOn when they are asked
   * @param answerBy when waiting for an answer ends, whether or not it was asked for; the links work until then
   * @param decideBy when a team lead who is asked today should have decided
   */
  record Planned(boolean ask, LocalDate askOn, LocalDate answerBy, LocalDate decideBy, Decisions.Answer answer) {}
}
