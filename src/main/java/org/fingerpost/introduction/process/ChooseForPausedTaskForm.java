package org.fingerpost.introduction.process;

import org.fingerpost.platform.engine.Facts;
import org.fingerpost.platform.engine.Shown;
import org.fingerpost.platform.engine.TaskAtHand;
import org.fingerpost.platform.engine.TaskForm;
import org.springframework.stereotype.Component;

/** Form {@code choose-for-paused} of {@code userTask_chooseForPaused} in {@code paused-introduction}. */
@Component
class ChooseForPausedTaskForm implements TaskForm<ChooseForPausedForm> {

  private final PausedShown paused;

  ChooseForPausedTaskForm(PausedShown paused) {
    this.paused = paused;
  }

  @Override
  public String formId() {
    return "choose-for-paused";
  }

  @Override
  public Class<ChooseForPausedForm> answers() {
    return ChooseForPausedForm.class;
  }

  @Override
  public Shown show(TaskAtHand task) {
    return paused.of(task);
  }

  @Override
  public Facts submit(TaskAtHand task, ChooseForPausedForm answers) {
    return paused.take(task, answers.decision(), answers.goOnReason(), answers.note());
  }
}
