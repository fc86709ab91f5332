package org.fingerpost.kitemark.process;

import static org.fingerpost.kitemark.journey.SuspendMark.END_CONFIRMED;

import org.fingerpost.kitemark.Suspensions;
import org.fingerpost.platform.engine.Facts;
import org.fingerpost.platform.engine.Shown;
import org.fingerpost.platform.engine.TaskAtHand;
import org.fingerpost.platform.engine.TaskForm;
import org.springframework.stereotype.Component;

/** Form {@code confirm-end-of-mark} of {@code userTask_confirmEndOfMark} in {@code suspend-mark}. */
@Component
class ConfirmEndOfMarkTaskForm implements TaskForm<ConfirmEndOfMarkForm> {

  private final Suspensions suspensions;
  private final SuspensionShown shown;

  ConfirmEndOfMarkTaskForm(Suspensions suspensions, SuspensionShown shown) {
    this.suspensions = suspensions;
    this.shown = shown;
  }

  @Override
  public String formId() {
    return "confirm-end-of-mark";
  }

  @Override
  public Class<ConfirmEndOfMarkForm> answers() {
    return ConfirmEndOfMarkForm.class;
  }

  @Override
  public Shown show(TaskAtHand task) {
    return shown.toConfirm(task, "kitemark.end-confirmed.");
  }

  @Override
  public Facts submit(TaskAtHand task, ConfirmEndOfMarkForm answers) {
    boolean confirmed = answers.confirmed().equals("YES");
    suspensions.confirmEnd(SuspensionShown.suspensionOf(task), confirmed, answers.reason().strip(), task.userId());
    return Facts.of(END_CONFIRMED, confirmed);
  }
}
