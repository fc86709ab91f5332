package org.fingerpost.introduction.process;

import static org.fingerpost.platform.engine.Texts.trimmed;
import static org.fingerpost.referral.journey.PausedIntroduction.PAUSE_DECISION;

import org.fingerpost.introduction.GoOnReason;
import org.fingerpost.introduction.PauseDecision;
import org.fingerpost.introduction.PausingIntroductions;
import org.fingerpost.platform.Words;
import org.fingerpost.platform.engine.Choices;
import org.fingerpost.platform.engine.Facts;
import org.fingerpost.platform.engine.Shown;
import org.fingerpost.platform.engine.TaskAtHand;
import org.springframework.stereotype.Component;

/** What both forms about a paused introduction show and take: the link worker's, and the team lead's. */
@Component
class PausedShown {

  private final PausingIntroductions pausing;
  private final Choices choices;
  private final Words words;

  PausedShown(PausingIntroductions pausing, Choices choices, Words words) {
    this.pausing = pausing;
    this.choices = choices;
    this.words = words;
  }

  Shown of(TaskAtHand task) {
    var language = task.language();
    var paused = pausing.seen(WaitingShown.introductionOf(task), language);
    String none = words.say(language, "introduction.alternatives.none");
    return WaitingShown.of(paused.about())
        .text("status", words.say(language, "introduction.status." + paused.status()))
        .text("because", words.say(language, "introduction.paused-because." + paused.because()))
        .text("since", paused.since())
        .text("markState", words.say(language, paused.over() ? "introduction.mark.over" : "introduction.mark.suspended"))
        .text("alternatives", paused.alternatives().isEmpty() ? none : String.join("\n", paused.alternatives()))
        .options(
            "decisions",
            choices.of(language, "introduction.pause-decision.", paused.decisions().stream().map(Enum::name).toList()))
        .options("goOnReasons", choices.of(language, "introduction.go-on-reason.", TypedChoice.names(GoOnReason.values())));
  }

  Facts take(TaskAtHand task, String decision, String goOnReason, String note) {
    var reason = goOnReason == null || goOnReason.isBlank() ? null : GoOnReason.valueOf(goOnReason);
    var made = PauseDecision.valueOf(decision);
    pausing.decide(WaitingShown.introductionOf(task), made, reason, trimmed(note), task.userId());
    return Facts.of(PAUSE_DECISION, made.name());
  }
}
