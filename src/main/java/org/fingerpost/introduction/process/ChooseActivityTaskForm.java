package org.fingerpost.introduction.process;

import static org.fingerpost.platform.engine.Texts.trimmed;
import static org.fingerpost.referral.journey.IntroduceActivity.ACTIVITY_CHOSEN;
import static org.fingerpost.referral.journey.IntroduceActivity.INTRODUCTION_ID;

import org.fingerpost.introduction.ChoosingActivity;
import org.fingerpost.platform.InvalidInput;
import org.fingerpost.platform.engine.Facts;
import org.fingerpost.platform.engine.Shown;
import org.fingerpost.platform.engine.TaskAtHand;
import org.fingerpost.platform.engine.TaskForm;
import org.springframework.stereotype.Component;

/** Form {@code choose-activity} of {@code userTask_chooseActivity} in {@code introduce-activity}. */
@Component
class ChooseActivityTaskForm implements TaskForm<ChooseActivityForm> {

  private final ChoosingActivity choosing;

  ChooseActivityTaskForm(ChoosingActivity choosing) {
    this.choosing = choosing;
  }

  @Override
  public String formId() {
    return "choose-activity";
  }

  @Override
  public Class<ChooseActivityForm> answers() {
    return ChooseActivityForm.class;
  }

  @Override
  public Shown show(TaskAtHand task) {
    var choice = choosing.choice(task.subjectId(), task.language());
    return Shown.nothing()
        .text("personName", choice.personName())
        .text("whatMatters", choice.whatMatters())
        .text("goals", choice.goals())
        .options("activities", Shown.options(choice.activities()));
  }

  @Override
  public Facts submit(TaskAtHand task, ChooseActivityForm answers) {
    if (answers.activity().equals(ChoosingActivity.NONE)) {
      choosing.chooseNone(task.subjectId(), task.schemeId());
      return Facts.of(ACTIVITY_CHOSEN, false);
    }
    if (!Boolean.TRUE.equals(answers.agreesToShare())) {
      throw new InvalidInput("agreesToShare", "introduction.form.agreesToShare.required");
    }
    var introductionId =
        choosing.choose(
            task.subjectId(),
            task.schemeId(),
            answers.activity(),
            Boolean.TRUE.equals(answers.accompanied()),
            trimmed(answers.note()),
            task.processInstanceId(),
            task.userId());
    return Facts.of(ACTIVITY_CHOSEN, true).and(INTRODUCTION_ID, introductionId.toString());
  }
}
