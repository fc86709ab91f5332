package org.fingerpost.community.process;

import static org.fingerpost.community.journey.SupportGroup.REVIEW;
import static org.fingerpost.platform.engine.Texts.trimmed;

import org.fingerpost.community.CheckState;
import org.fingerpost.community.ClosingReason;
import org.fingerpost.community.HelpingGroup;
import org.fingerpost.community.ReviewResult;
import org.fingerpost.platform.engine.Facts;
import org.fingerpost.platform.engine.Shown;
import org.fingerpost.platform.engine.TaskAtHand;
import org.fingerpost.platform.engine.TaskForm;
import org.springframework.stereotype.Component;

/** Form {@code review-group} of {@code userTask_reviewGroup} in {@code support-group}. */
@Component
class ReviewGroupTaskForm implements TaskForm<ReviewGroupForm> {

  private final HelpingGroup helping;
  private final GroupShown shown;

  ReviewGroupTaskForm(HelpingGroup helping, GroupShown shown) {
    this.helping = helping;
    this.shown = shown;
  }

  @Override
  public String formId() {
    return "review-group";
  }

  @Override
  public Class<ReviewGroupForm> answers() {
    return ReviewGroupForm.class;
  }

  @Override
  public Shown show(TaskAtHand task) {
    var file = shown.file(task);
    return shown
        .of(task, file)
        .text("open", shown.actions(task, file))
        .options("states", shown.options(task, "community.check-state.", CheckState.values()))
        .options("results", shown.options(task, "community.review.", ReviewResult.values()))
        .options("reasons", shown.options(task, "community.closing.", ClosingReason.values()));
  }

  @Override
  public Facts submit(TaskAtHand task, ReviewGroupForm answers) {
    var states =
        Typed.states(
            answers.stepFree(),
            answers.toilets(),
            answers.hearingLoop(),
            answers.transport(),
            answers.quietSpace(),
            answers.costs(),
            answers.language(),
            answers.welcome(),
            answers.people(),
            answers.money(),
            answers.venue(),
            answers.insurance(),
            answers.safeguarding());
    helping.reviewed(
        task.subjectId(),
        Typed.day("visitedOn", answers.visitedOn()),
        states,
        Typed.code("result", answers.result(), ReviewResult.class),
        Typed.codeOrNull("reason", answers.reason(), ClosingReason.class),
        trimmed(answers.note()),
        task.userId());
    return Facts.of(REVIEW, answers.result());
  }
}
