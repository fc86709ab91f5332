package org.fingerpost.questionnaire.process;

import org.fingerpost.platform.engine.Facts;
import org.fingerpost.platform.engine.Shown;
import org.fingerpost.platform.engine.TaskAtHand;
import org.fingerpost.platform.engine.TaskForm;
import org.fingerpost.questionnaire.HelpingApplicants;
import org.springframework.stereotype.Component;

/** Form {@code give-overdue-help} of {@code userTask_giveOverdueHelp} in {@code help-with-application}. */
@Component
class GiveOverdueHelpTaskForm implements TaskForm<GiveOverdueHelpForm> {

  private final HelpingApplicants helping;

  GiveOverdueHelpTaskForm(HelpingApplicants helping) {
    this.helping = helping;
  }

  @Override
  public String formId() {
    return "give-overdue-help";
  }

  @Override
  public Class<GiveOverdueHelpForm> answers() {
    return GiveOverdueHelpForm.class;
  }

  @Override
  public Shown show(TaskAtHand task) {
    return HelpShown.of(helping.look(HelpShown.helpOf(task), task.language()));
  }

  @Override
  public Facts submit(TaskAtHand task, GiveOverdueHelpForm answers) {
    helping.answer(HelpShown.helpOf(task), answers.answer().strip(), task.userId());
    return Facts.none();
  }
}
