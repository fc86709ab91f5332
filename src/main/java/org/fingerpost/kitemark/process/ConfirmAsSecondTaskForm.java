package org.fingerpost.kitemark.process;

import static org.fingerpost.kitemark.journey.KitemarkAward.OUTCOME;

import java.util.Arrays;
import org.fingerpost.kitemark.Assessing;
import org.fingerpost.kitemark.AssessmentSheets;
import org.fingerpost.platform.engine.Choices;
import org.fingerpost.platform.engine.Facts;
import org.fingerpost.platform.engine.Shown;
import org.fingerpost.platform.engine.TaskAtHand;
import org.fingerpost.platform.engine.TaskForm;
import org.springframework.stereotype.Component;

/** Form {@code confirm-as-second} of {@code userTask_confirmAsSecond} in {@code kitemark-award}. */
@Component
class ConfirmAsSecondTaskForm implements TaskForm<ConfirmAsSecondForm> {

  private final Assessing assessing;
  private final AssessmentSheets sheets;
  private final Choices choices;

  ConfirmAsSecondTaskForm(Assessing assessing, AssessmentSheets sheets, Choices choices) {
    this.assessing = assessing;
    this.sheets = sheets;
    this.choices = choices;
  }

  @Override
  public String formId() {
    return "confirm-as-second";
  }

  @Override
  public Class<ConfirmAsSecondForm> answers() {
    return ConfirmAsSecondForm.class;
  }

  @Override
  public Shown show(TaskAtHand task) {
    var answers = Arrays.stream(ConfirmAsSecondForm.Answer.values()).map(Enum::name).toList();
    return SheetShown.of(sheets.of(task.subjectId(), task.language()))
        .options("answers", choices.of(task.language(), "kitemark.second.", answers));
  }

  @Override
  public Facts submit(TaskAtHand task, ConfirmAsSecondForm answers) {
    String reason = answers.reason() == null || answers.reason().isBlank() ? null : answers.reason().strip();
    boolean agrees = answers.answer() == ConfirmAsSecondForm.Answer.AGREE;
    return Facts.of(OUTCOME, assessing.confirm(task.subjectId(), agrees, reason, task.userId()));
  }
}
