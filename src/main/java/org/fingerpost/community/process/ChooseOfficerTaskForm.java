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

/** Form {@code choose-officer} of {@code userTask_chooseOfficer} in {@code name-officer}. */
@Component
class ChooseOfficerTaskForm implements TaskForm<ChooseOfficerForm> {

  private final NamingOfficer naming;
  private final GroupShown shown;

  ChooseOfficerTaskForm(NamingOfficer naming, GroupShown shown) {
    this.naming = naming;
    this.shown = shown;
  }

  @Override
  public String formId() {
    return "choose-officer";
  }

  @Override
  public Class<ChooseOfficerForm> answers() {
    return ChooseOfficerForm.class;
  }

  @Override
  public Shown show(TaskAtHand task) {
    return shown.of(task).options("officers", shown.officers(task));
  }

  @Override
  public Facts submit(TaskAtHand task, ChooseOfficerForm answers) {
    var due = naming.named(task.subjectId(), answers.officer(), trimmed(answers.note()));
    return Facts.of(OFFICER, answers.officer()).and(STEP_DUE_AT, due);
  }
}
