package org.fingerpost.introduction.process;

import org.fingerpost.platform.engine.Facts;
import org.fingerpost.platform.engine.Shown;
import org.fingerpost.platform.engine.TaskAtHand;
import org.fingerpost.platform.engine.TaskForm;
import org.springframework.stereotype.Component;

/** Form {@code choose-overdue-paused} of {@code userTask_chooseOverduePaused} in {@code paused-introduction}. */
@Component
class ChooseOverduePausedTaskForm implements TaskForm<ChooseOverduePausedForm> {

  private final PausedShown paused;

  ChooseOverduePausedTaskForm(PausedShown paused) {
    this.paused = paused;
  }

  @Override
  public String formId() {
    return "choose-overdue-paused";
  }

  @Override
  public Class<ChooseOverduePausedForm> answers() {
    return ChooseOverduePausedForm.class;
  }

  @Override
  public Shown show(TaskAtHand task) {
    return paused.of(task);
  }

  @Override
  public Facts submit(TaskAtHand task, ChooseOverduePausedForm answers) {
    return paused.take(task, answers.decision(), answers.goOnReason(), answers.note());
  }
}
