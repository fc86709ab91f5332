package org.fingerpost.community.process;

import static org.fingerpost.community.journey.SupportGroup.STEP_DUE_AT;
import static org.fingerpost.platform.engine.Texts.trimmed;

import java.util.UUID;
import org.fingerpost.community.HelpingGroup;
import org.fingerpost.platform.engine.Facts;
import org.fingerpost.platform.engine.Shown;
import org.fingerpost.platform.engine.Shown.Option;
import org.fingerpost.platform.engine.TaskAtHand;
import org.fingerpost.platform.engine.TaskForm;
import org.springframework.stereotype.Component;

/** Form {@code follow-actions} of {@code userTask_followActions} in {@code support-group}. */
@Component
class FollowActionsTaskForm implements TaskForm<FollowActionsForm> {

  private final HelpingGroup helping;
  private final GroupShown shown;

  FollowActionsTaskForm(HelpingGroup helping, GroupShown shown) {
    this.helping = helping;
    this.shown = shown;
  }

  @Override
  public String formId() {
    return "follow-actions";
  }

  @Override
  public Class<FollowActionsForm> answers() {
    return FollowActionsForm.class;
  }

  @Override
  public Shown show(TaskAtHand task) {
    var file = shown.file(task);
    return shown
        .of(task, file)
        .text("open", shown.actions(task, file))
        .options(
            "openActions",
            GroupShown.open(file)
                .map(action -> new Option(shown.action(task, action), action.id().toString()))
                .toList());
  }

  @Override
  public Facts submit(TaskAtHand task, FollowActionsForm answers) {
    var done = Typed.list(answers.done()).stream().map(UUID::fromString).toList();
    return Facts.of(STEP_DUE_AT, helping.followed(task.subjectId(), done, trimmed(answers.note())));
  }
}
