package org.fingerpost.kitemark.process;

import org.fingerpost.kitemark.AssessmentSheets;
import org.fingerpost.platform.engine.Facts;
import org.fingerpost.platform.engine.Shown;
import org.fingerpost.platform.engine.TaskAtHand;
import org.fingerpost.platform.engine.TaskForm;
import org.springframework.stereotype.Component;

/** Form {@code await-evidence} of {@code userTask_awaitEvidence} in {@code kitemark-award}. */
@Component
class AwaitEvidenceTaskForm implements TaskForm<AwaitEvidenceForm> {

  private final AssessmentSheets sheets;

  AwaitEvidenceTaskForm(AssessmentSheets sheets) {
    this.sheets = sheets;
  }

  @Override
  public String formId() {
    return "await-evidence";
  }

  @Override
  public Class<AwaitEvidenceForm> answers() {
    return AwaitEvidenceForm.class;
  }

  @Override
  public Shown show(TaskAtHand task) {
    return SheetShown.of(sheets.of(task.subjectId(), task.language()));
  }

  @Override
  public Facts submit(TaskAtHand task, AwaitEvidenceForm answers) {
    return Facts.none();
  }
}
