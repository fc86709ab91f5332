package org.fingerpost.community.process;

import static org.fingerpost.community.journey.StartGroup.STEP_DUE_AT;
import static org.fingerpost.platform.engine.Texts.trimmed;

import org.fingerpost.community.BeginningGroup;
import org.fingerpost.community.NoMark;
import org.fingerpost.platform.engine.Facts;
import org.fingerpost.platform.engine.Shown;
import org.fingerpost.platform.engine.TaskAtHand;
import org.fingerpost.platform.engine.TaskForm;
import org.springframework.stereotype.Component;

/** Form {@code reach-mark} of {@code userTask_reachMark} in {@code start-group}. */
@Component
class ReachMarkTaskForm implements TaskForm<ReachMarkForm> {

  private final BeginningGroup beginning;
  private final GroupShown shown;

  ReachMarkTaskForm(BeginningGroup beginning, GroupShown shown) {
    this.beginning = beginning;
    this.shown = shown;
  }

  @Override
  public String formId() {
    return "reach-mark";
  }

  @Override
  public Class<ReachMarkForm> answers() {
    return ReachMarkForm.class;
  }

  @Override
  public Shown show(TaskAtHand task) {
    var file = shown.file(task);
    return shown
        .of(task, file)
        .text("markReference", file.group().markReference())
        .options("noMarks", shown.options(task, "community.no-mark.", NoMark.values()));
  }

  @Override
  public Facts submit(TaskAtHand task, ReachMarkForm answers) {
    var why = Typed.code("why", answers.why(), NoMark.class);
    return Facts.of(STEP_DUE_AT, beginning.withoutMark(task.subjectId(), why, trimmed(answers.note())));
  }
}
