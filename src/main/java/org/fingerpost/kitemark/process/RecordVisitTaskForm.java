package org.fingerpost.kitemark.process;

import java.util.List;
import org.fingerpost.kitemark.RecordingVisits;
import org.fingerpost.kitemark.VisitResult;
import org.fingerpost.platform.engine.Choices;
import org.fingerpost.platform.engine.Facts;
import org.fingerpost.platform.engine.Shown;
import org.fingerpost.platform.engine.TaskAtHand;
import org.fingerpost.platform.engine.TaskForm;
import org.springframework.stereotype.Component;

/** Form {@code record-visit} of {@code userTask_recordVisit} in {@code keep-mark}. */
@Component
class RecordVisitTaskForm implements TaskForm<RecordVisitForm> {

  private static final List<String> RESULTS = List.of("IN_ORDER", "IMPROVEMENT", "CONCERN", "NOT_MADE");

  private final RecordingVisits visits;
  private final Choices choices;

  RecordVisitTaskForm(RecordingVisits visits, Choices choices) {
    this.visits = visits;
    this.choices = choices;
  }

  @Override
  public String formId() {
    return "record-visit";
  }

  @Override
  public Class<RecordVisitForm> answers() {
    return RecordVisitForm.class;
  }

  @Override
  public Shown show(TaskAtHand task) {
    var sheet = visits.sheet(task.subjectId(), task.language());
    return Shown.nothing()
        .text("organisationName", sheet.organisationName())
        .text("level", sheet.level())
        .text("validUntil", sheet.validUntil())
        .options("results", choices.of(task.language(), "kitemark.visit-result.", RESULTS));
  }

  @Override
  public Facts submit(TaskAtHand task, RecordVisitForm answers) {
    visits.record(
        task.subjectId(),
        VisitResult.valueOf(answers.result()),
        TypedDay.of("visitedOn", answers.visitedOn()),
        TypedDay.trimmed(answers.note()),
        TypedDay.of("improveBy", answers.improveBy()),
        task.userId());
    return Facts.none();
  }
}
