package org.fingerpost.community.process;

import static org.fingerpost.community.journey.NameOfficer.OFFICER;
import static org.fingerpost.community.journey.NameOfficer.STEP_DUE_AT;
import static org.fingerpost.platform.engine.Texts.trimmed;

import org.fingerpost.community.NamingOfficer;
import org.fingerpost.platform.engine.Facts;
import org.fingerpost.platform.engine.Shown;
import org.fingerpost.platform.engine.TaskAtHand;
import org.fingerpost.platform.engine.TaskForm;
import org.springframework.stereotype.Component;

/** Form {@code take-request} of {@code userTask_takeRequest} in {@code name-officer}. */
@Component
class TakeRequestTaskForm implements TaskForm<TakeRequestForm> {

  private final NamingOfficer naming;
  private final GroupShown shown;

  TakeRequestTaskForm(NamingOfficer naming, GroupShown shown) {
    this.naming = naming;
    this.shown = shown;
  }

  @Override
  public String formId() {
    return "take-request";
  }

  @Override
  public Class<TakeRequestForm> answers() {
    return TakeRequestForm.class;
  }

  @Override
  public Shown show(TaskAtHand task) {
    return shown.of(task);
  }

  @Override
  public Facts submit(TaskAtHand task, TakeRequestForm answers) {
    var due = naming.named(task.subjectId(), task.userId(), trimmed(answers.note()));
    return Facts.of(OFFICER, task.userId()).and(STEP_DUE_AT, due);
  }
}
