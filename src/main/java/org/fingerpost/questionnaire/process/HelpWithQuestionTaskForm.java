package org.fingerpost.questionnaire.process;

import org.fingerpost.platform.engine.Facts;
import org.fingerpost.platform.engine.Shown;
import org.fingerpost.platform.engine.TaskAtHand;
import org.fingerpost.platform.engine.TaskForm;
import org.fingerpost.questionnaire.HelpingApplicants;
import org.springframework.stereotype.Component;

/** Form {@code help-with-question} of {@code userTask_helpWithQuestion} in {@code help-with-application}. */
@Component
class HelpWithQuestionTaskForm implements TaskForm<HelpWithQuestionForm> {

  private final HelpingApplicants helping;

  HelpWithQuestionTaskForm(HelpingApplicants helping) {
    this.helping = helping;
  }

  @Override
  public String formId() {
    return "help-with-question";
  }

  @Override
  public Class<HelpWithQuestionForm> answers() {
    return HelpWithQuestionForm.class;
  }

  @Override
  public Shown show(TaskAtHand task) {
    return HelpShown.of(helping.look(HelpShown.helpOf(task), task.language()));
  }

  @Override
  public Facts submit(TaskAtHand task, HelpWithQuestionForm answers) {
    helping.answer(HelpShown.helpOf(task), answers.answer().strip(), task.userId());
    return Facts.none();
  }
}
