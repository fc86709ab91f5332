package org.fingerpost.workbench.process;

import static org.fingerpost.workbench.journey.ChangeModel.CHANGE_DECISION;
import static org.fingerpost.workbench.journey.ChangeModel.LAPSES_AT;
import static org.fingerpost.workbench.journey.ChangeModel.REVISE_DUE_AT;

import java.util.Arrays;
import org.fingerpost.platform.engine.AsUser;
import org.fingerpost.platform.engine.Choices;
import org.fingerpost.platform.engine.Facts;
import org.fingerpost.platform.engine.Shown;
import org.fingerpost.platform.engine.TaskAtHand;
import org.fingerpost.platform.engine.TaskForm;
import org.fingerpost.workbench.change.ChangeDecision;
import org.fingerpost.workbench.change.DecidingChange;
import org.springframework.stereotype.Component;

/** Form {@code approve-change} of {@code userTask_approveChange} in {@code change-model}. */
@Component
class ApproveChangeTaskForm implements TaskForm<ApproveChangeForm> {

  private final DecidingChange deciding;
  private final ShownChange shown;
  private final Choices choices;
  private final AsUser asUser;

  ApproveChangeTaskForm(DecidingChange deciding, ShownChange shown, Choices choices, AsUser asUser) {
    this.deciding = deciding;
    this.shown = shown;
    this.choices = choices;
    this.asUser = asUser;
  }

  @Override
  public String formId() {
    return "approve-change";
  }

  @Override
  public Class<ApproveChangeForm> answers() {
    return ApproveChangeForm.class;
  }

  @Override
  public Shown show(TaskAtHand task) {
    var decisions = Arrays.stream(ChangeDecision.values()).map(Enum::name).toList();
    return shown.change(task).options("decisions", choices.of(task.language(), "change.decision.", decisions));
  }

  @Override
  public Facts submit(TaskAtHand task, ApproveChangeForm answers) {
    // The scheme's own plan is read in nobody's name: managers belong to no scheme.
    var revise =
        asUser.runAsNobody(() -> deciding.keep(task.subjectId(), task.userId(), answers.decision(), answers.words()));
    var facts = Facts.of(CHANGE_DECISION, answers.decision().name());
    return revise == null ? facts : facts.and(REVISE_DUE_AT, revise.dueAt()).and(LAPSES_AT, revise.lapsesAt());
  }
}
