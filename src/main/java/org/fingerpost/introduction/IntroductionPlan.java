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

/** What is done when about an organisation, as the scheme's table {@code introduction-plan} says, in its working days. */
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

  /** The reminder and the deadline of an offer made or renewed today. */
  PlannedAnswer from(ActivityOffer activity) {
    var answer = ask(activity);
    LocalDate day = in(activity, answer.number("answerWorkingDays"));
    return new PlannedAnswer(
        day, at(activity, day), at(activity, in(activity, answer.number("nudgeWorkingDays"))), answer);
  }

  /** When something else is looked for, if a person begins to go after the organisation today. */
  Instant reofferAt(ActivityOffer activity) {
    var answer = ask(activity);
    int left = answer.number("reofferWorkingDays") - answer.number("answerWorkingDays");
    return at(activity, in(activity, Math.max(1, left)));
  }

  /** When to look again for a place, if nobody named a day. */
  LocalDate placeDay(ActivityOffer activity) {
    return in(activity, ask(activity).number("placeWorkingDays"));
  }

  /** When to hear from an organisation that was asked for a place today, before anything else is done. */
  LocalDate placeAnswerDay(ActivityOffer activity) {
    return in(activity, ask(activity).number("answerWorkingDays"));
  }

  /** By when an organisation that asks today hears back. */
  Instant questionAt(ActivityOffer activity) {
    return at(activity, in(activity, ask(activity).number("questionWorkingDays")));
  }

  /** A day at nine. */
  Instant at(ActivityOffer activity, LocalDate day) {
    return workingDays.at(activity.schemeId(), day);
  }

  private LocalDate in(ActivityOffer activity, int days) {
    return workingDays.plus(activity.schemeId(), LocalDate.now(clock), days);
  }

  private Decisions.Answer ask(ActivityOffer activity) {
    return decisions.ask(
        DECISION_INTRODUCTION_PLAN,
        activity.schemeId(),
        Map.of("kind", activity.traits().kind().name(), "format", activity.format().name()));
  }

  /**
   * @param day by which the organisation should answer, in Europe/London
   * @param at that day at nine
   * @param nudgeAt when it is reminded
   * @param answer the table's answer behind it
   */
  record PlannedAnswer(LocalDate day, Instant at, Instant nudgeAt, Decisions.Answer answer) {}
}
