package org.fingerpost.kitemark.process;

import static org.fingerpost.kitemark.journey.SuspendMark.END_DUE_AT;
import static org.fingerpost.kitemark.journey.SuspendMark.LIFT;
import static org.fingerpost.kitemark.journey.SuspendMark.SETTLEMENT;

import org.fingerpost.kitemark.Suspensions;
import org.fingerpost.platform.engine.Facts;
import org.fingerpost.platform.engine.Shown;
import org.fingerpost.platform.engine.TaskAtHand;
import org.fingerpost.platform.engine.TaskForm;
import org.springframework.stereotype.Component;

/** Form {@code settle-suspension} of {@code userTask_settleSuspension} in {@code suspend-mark}. */
@Component
class SettleSuspensionTaskForm implements TaskForm<SettleSuspensionForm> {

  private final Suspensions suspensions;
  private final SuspensionShown shown;

  SettleSuspensionTaskForm(Suspensions suspensions, SuspensionShown shown) {
    this.suspensions = suspensions;
    this.shown = shown;
  }

  @Override
  public String formId() {
    return "settle-suspension";
  }

  @Override
  public Class<SettleSuspensionForm> answers() {
    return SettleSuspensionForm.class;
  }

  @Override
  public Shown show(TaskAtHand task) {
    return shown.toSettle(task);
  }

  @Override
  public Facts submit(TaskAtHand task, SettleSuspensionForm answers) {
    boolean lift = answers.settlement().equals(LIFT);
    var endBy =
        suspensions.settle(SuspensionShown.suspensionOf(task), lift, answers.reason().strip(), task.userId());
    var facts = Facts.of(SETTLEMENT, answers.settlement());
    return endBy == null ? facts : facts.and(END_DUE_AT, endBy);
  }
}
