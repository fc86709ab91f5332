package org.fingerpost.community.process;

import static org.fingerpost.community.journey.StartGroup.STEP_DUE_AT;
import static org.fingerpost.community.journey.StartGroup.TRIAL;
import static org.fingerpost.platform.engine.Texts.trimmed;

import java.util.stream.Collectors;
import org.fingerpost.community.BeginningGroup;
import org.fingerpost.community.TrialResult;
import org.fingerpost.platform.engine.Facts;
import org.fingerpost.platform.engine.Shown;
import org.fingerpost.platform.engine.TaskAtHand;
import org.fingerpost.platform.engine.TaskForm;
import org.springframework.stereotype.Component;

/** Form {@code record-trial} of {@code userTask_recordTrial} in {@code start-group}. */
@Component
class RecordTrialTaskForm implements TaskForm<RecordTrialForm> {

  private final BeginningGroup beginning;
  private final GroupShown shown;

  RecordTrialTaskForm(BeginningGroup beginning, GroupShown shown) {
    this.beginning = beginning;
    this.shown = shown;
  }

  @Override
  public String formId() {
    return "record-trial";
  }

  @Override
  public Class<RecordTrialForm> answers() {
    return RecordTrialForm.class;
  }

  @Override
  public Shown show(TaskAtHand task) {
    var file = shown.file(task);
    return shown
        .of(task, file)
        .text(
            "trials",
            file.trials().stream()
                .map(trial -> GroupShown.day(trial.on(), task.language()) + ": " + trial.came())
                .collect(Collectors.joining("; ")))
        .options("results", shown.options(task, "community.trial.", TrialResult.values()));
  }

  @Override
  public Facts submit(TaskAtHand task, RecordTrialForm answers) {
    var result = Typed.code("result", answers.result(), TrialResult.class);
    var on = Typed.day("heldOn", answers.heldOn());
    var due = beginning.tried(task.subjectId(), on, answers.came(), result, trimmed(answers.note()));
    return Facts.of(TRIAL, result.name()).and(STEP_DUE_AT, due);
  }
}
