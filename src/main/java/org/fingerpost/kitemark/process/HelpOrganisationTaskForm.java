package org.fingerpost.kitemark.process;

import java.util.Arrays;
import org.fingerpost.kitemark.AssessmentSheets;
import org.fingerpost.kitemark.Concluding;
import org.fingerpost.kitemark.HelpEnded;
import org.fingerpost.platform.engine.Choices;
import org.fingerpost.platform.engine.Facts;
import org.fingerpost.platform.engine.Shown;
import org.fingerpost.platform.engine.TaskAtHand;
import org.fingerpost.platform.engine.TaskForm;
import org.springframework.stereotype.Component;

/** Form {@code help-organisation} of {@code userTask_helpOrganisation} in {@code kitemark-award}. */
@Component
class HelpOrganisationTaskForm implements TaskForm<HelpOrganisationForm> {

  private final Concluding concluding;
  private final AssessmentSheets sheets;
  private final Choices choices;

  HelpOrganisationTaskForm(Concluding concluding, AssessmentSheets sheets, Choices choices) {
    this.concluding = concluding;
    this.sheets = sheets;
    this.choices = choices;
  }

  @Override
  public String formId() {
    return "help-organisation";
  }

  @Override
  public Class<HelpOrganisationForm> answers() {
    return HelpOrganisationForm.class;
  }

  @Override
  public Shown show(TaskAtHand task) {
    var reasons = Arrays.stream(HelpEnded.values()).map(Enum::name).toList();
    return SheetShown.of(sheets.of(task.subjectId(), task.language()))
        .options("becauses", choices.of(task.language(), "kitemark.helpEnded.", reasons));
  }

  @Override
  public Facts submit(TaskAtHand task, HelpOrganisationForm answers) {
    String note = answers.note() == null || answers.note().isBlank() ? null : answers.note().strip();
    concluding.goesNoFurther(task.subjectId(), answers.because(), note);
    return Facts.none();
  }
}
