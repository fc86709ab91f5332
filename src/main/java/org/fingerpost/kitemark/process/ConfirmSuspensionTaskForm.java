package org.fingerpost.kitemark.process;

import static org.fingerpost.kitemark.journey.SuspendMark.SUSPENSION_CONFIRMED;

import org.fingerpost.kitemark.Suspensions;
import org.fingerpost.platform.engine.Facts;
import org.fingerpost.platform.engine.Shown;
import org.fingerpost.platform.engine.TaskAtHand;
import org.fingerpost.platform.engine.TaskForm;
import org.springframework.stereotype.Component;

/** Form {@code confirm-suspension} of {@code userTask_confirmSuspension} in {@code suspend-mark}. */
@Component
class ConfirmSuspensionTaskForm implements TaskForm<ConfirmSuspensionForm> {

  private final Suspensions suspensions;
  private final SuspensionShown shown;

  ConfirmSuspensionTaskForm(Suspensions suspensions, SuspensionShown shown) {
    this.suspensions = suspensions;
    this.shown = shown;
  }

  @Override
  public String formId() {
    return "confirm-suspension";
  }

  @Override
  public Class<ConfirmSuspensionForm> answers() {
    return ConfirmSuspensionForm.class;
  }

  @Override
  public Shown show(TaskAtHand task) {
    return shown.toConfirm(task, "kitemark.suspension-confirmed.");
  }

  @Override
  public Facts submit(TaskAtHand task, ConfirmSuspensionForm answers) {
    boolean confirmed = answers.confirmed().equals("YES");
    suspensions.confirm(SuspensionShown.suspensionOf(task), confirmed, answers.reason().strip(), task.userId());
    return Facts.of(SUSPENSION_CONFIRMED, confirmed);
  }
}
