package org.fingerpost.workbench.process;

import java.time.LocalDate;
import org.fingerpost.platform.engine.AsUser;
import org.fingerpost.platform.engine.Facts;
import org.fingerpost.platform.engine.Shown;
import org.fingerpost.platform.engine.TaskAtHand;
import org.fingerpost.platform.engine.TaskForm;
import org.fingerpost.workbench.change.ProposingChange;
import org.springframework.stereotype.Component;

/** Form {@code revise-change} of {@code userTask_reviseChange} in {@code change-model}. */
@Component
class ReviseChangeTaskForm implements TaskForm<ReviseChangeForm> {

  private final ProposingChange proposing;
  private final ShownChange shown;
  private final AsUser asUser;

  ReviseChangeTaskForm(ProposingChange proposing, ShownChange shown, AsUser asUser) {
    this.proposing = proposing;
    this.shown = shown;
    this.asUser = asUser;
  }

  @Override
  public String formId() {
    return "revise-change";
  }

  @Override
  public Class<ReviseChangeForm> answers() {
    return ReviseChangeForm.class;
  }

  @Override
  public Shown show(TaskAtHand task) {
    return shown.change(task);
  }

  @Override
  public Facts submit(TaskAtHand task, ReviseChangeForm answers) {
    // Models are read and tried out in nobody's name: a manager's right is over the change, not over deployments.
    return asUser.runAsNobody(
        () -> {
          proposing.again(task.subjectId(), answers.reason(), LocalDate.parse(answers.effectiveFrom()));
          return Facts.none();
        });
  }
}
