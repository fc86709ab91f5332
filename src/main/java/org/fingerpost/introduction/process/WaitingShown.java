package org.fingerpost.introduction.process;

import static org.fingerpost.referral.journey.IntroduceActivity.INTRODUCTION_ID;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.fingerpost.introduction.DeclineReason;
import org.fingerpost.introduction.Introductions;
import org.fingerpost.platform.engine.Shown;
import org.fingerpost.platform.engine.TaskAtHand;

/** What both forms about an unanswered offer show. */
final class WaitingShown {

  /** Codes of why an organisation says no, in order. */
  static final List<String> REASONS = Stream.of(DeclineReason.values()).map(Enum::name).toList();

  private WaitingShown() {}

  static UUID introductionOf(TaskAtHand task) {
    return UUID.fromString(task.variable(INTRODUCTION_ID));
  }

  static Shown of(TaskAtHand task, Introductions introductions) {
    return of(introductions.waiting(introductionOf(task), task.language()));
  }

  static Shown of(Introductions.Waiting waiting) {
    return Shown.nothing()
        .text("personName", waiting.personName())
        .text("activityName", waiting.activityName())
        .text("organisationName", waiting.organisationName())
        .text("organisationPhone", waiting.organisationPhone())
        .text("offeredOn", waiting.offeredOn())
        .text("answerBy", waiting.answerBy());
  }
}
