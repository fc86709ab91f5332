package org.fingerpost.kitemark.process;

import static org.fingerpost.kitemark.journey.KitemarkAward.ASSESSMENT;
import static org.fingerpost.kitemark.journey.KitemarkAward.EVIDENCE_DUE_AT;
import static org.fingerpost.kitemark.journey.KitemarkAward.OUTCOME;
import static org.fingerpost.kitemark.journey.KitemarkAward.SECOND_DUE_AT;

import java.util.Arrays;
import org.fingerpost.kitemark.Assessing;
import org.fingerpost.kitemark.AssessmentDecision;
import org.fingerpost.kitemark.AssessmentSheets;
import org.fingerpost.kitemark.AssessorSays;
import org.fingerpost.kitemark.EvidenceItem;
import org.fingerpost.platform.engine.Choices;
import org.fingerpost.platform.engine.Facts;
import org.fingerpost.platform.engine.Shown;
import org.fingerpost.platform.engine.TaskAtHand;
import org.fingerpost.platform.engine.TaskForm;
import org.springframework.stereotype.Component;

/** Form {@code assess-application} of {@code userTask_assessApplication} in {@code kitemark-award}. */
@Component
class AssessApplicationTaskForm implements TaskForm<AssessApplicationForm> {

  private final Assessing assessing;
  private final AssessmentSheets sheets;
  private final Choices choices;

  AssessApplicationTaskForm(Assessing assessing, AssessmentSheets sheets, Choices choices) {
    this.assessing = assessing;
    this.sheets = sheets;
    this.choices = choices;
  }

  @Override
  public String formId() {
    return "assess-application";
  }

  @Override
  public Class<AssessApplicationForm> answers() {
    return AssessApplicationForm.class;
  }

  @Override
  public Shown show(TaskAtHand task) {
    var sheet = sheets.of(task.subjectId(), task.language());
    var decisions = Arrays.stream(AssessmentDecision.values()).map(Enum::name).toList();
    var items = Arrays.stream(EvidenceItem.values()).map(Enum::name).toList();
    return SheetShown.of(sheet)
        .options("decisions", choices.of(task.language(), "kitemark.decision.", decisions))
        .options("levels", choices.of(task.language(), "kitemark.level.", sheet.levels()))
        .options("itemOptions", choices.of(task.language(), "kitemark.item.", items));
  }

  @Override
  public Facts submit(TaskAtHand task, AssessApplicationForm answers) {
    String reason = answers.reason() == null || answers.reason().isBlank() ? null : answers.reason().strip();
    var assessed =
        assessing.assess(
            task.subjectId(),
            new AssessorSays(answers.decision(), answers.level(), reason, answers.items(), answers.answerBy()),
            task.userId());
    var facts = Facts.of(ASSESSMENT, assessed.assessment()).and(OUTCOME, assessed.outcome());
    if (assessed.evidenceDueAt() != null) {
      facts.and(EVIDENCE_DUE_AT, assessed.evidenceDueAt());
    }
    return assessed.secondDueAt() == null ? facts : facts.and(SECOND_DUE_AT, assessed.secondDueAt());
  }
}
