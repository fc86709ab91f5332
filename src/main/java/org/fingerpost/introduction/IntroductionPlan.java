package org.fingerpost.introduction;

import static org.fingerpost.referral.journey.IntroduceActivity.DECISION_INTRODUCTION_PLAN;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.fingerpost.directory.ActivityOffer;
import org.fingerpost.platform.Decisions;
import org.fingerpost.scheme.WorkingDays;
import org.springframework.stereotype.Component;

/** By when an organisation should answer, as the scheme's table {@code introduction-plan} says, in its working days. */
@Component
class IntroductionPlan {

  private final Decisions decisions;
  private final WorkingDays workingDays;
  private final Clock clock;

  IntroductionPlan(Decisions decisions, WorkingDays workingDays, Clock clock) {
    this.decisions = decisions;
    this.workingDays = workingDays;
    this.clock = clock;
  }

  /** The deadline of an offer made or renewed today. */
  PlannedAnswer from(ActivityOffer activity) {
    var answer =
        decisions.ask(DECISION_INTRODUCTION_PLAN, activity.schemeId(), Map.of("format", activity.format().name()));
    LocalDate day = workingDays.plus(activity.schemeId(), LocalDate.now(clock), answer.number("answerWorkingDays"));
    return new PlannedAnswer(day, workingDays.at(activity.schemeId(), day), answer);
  }

  /**
   * @param day in Europe/London
   * @param at that day at nine
   * @param answer the table's answer behind it
   */
  record PlannedAnswer(LocalDate day, Instant at, Decisions.Answer answer) {}
}
