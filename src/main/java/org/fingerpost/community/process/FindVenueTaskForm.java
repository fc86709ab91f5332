package org.fingerpost.community.process;

import static org.fingerpost.community.journey.StartGroup.STEP_DUE_AT;
import static org.fingerpost.community.journey.StartGroup.VENUE_FOUND;
import static org.fingerpost.platform.engine.Texts.trimmed;

import org.fingerpost.community.BeginningGroup;
import org.fingerpost.platform.engine.Facts;
import org.fingerpost.platform.engine.Shown;
import org.fingerpost.platform.engine.TaskAtHand;
import org.fingerpost.platform.engine.TaskForm;
import org.fingerpost.scheme.AccessNeed;
import org.springframework.stereotype.Component;

/** Form {@code find-venue} of {@code userTask_findVenue} in {@code start-group}. */
@Component
class FindVenueTaskForm implements TaskForm<FindVenueForm> {

  private final BeginningGroup beginning;
  private final GroupShown shown;

  FindVenueTaskForm(BeginningGroup beginning, GroupShown shown) {
    this.beginning = beginning;
    this.shown = shown;
  }

  @Override
  public String formId() {
    return "find-venue";
  }

  @Override
  public Class<FindVenueForm> answers() {
    return FindVenueForm.class;
  }

  @Override
  public Shown show(TaskAtHand task) {
    return shown
        .of(task)
        .options("yesNo", shown.yesNo(task))
        .options("accessNeeds", shown.options(task, "access-need.", AccessNeed.values()));
  }

  @Override
  public Facts submit(TaskAtHand task, FindVenueForm answers) {
    boolean found = Typed.YES.equals(answers.found());
    Typed.list(answers.access()).forEach(code -> Typed.code("access", code, AccessNeed.class));
    var due =
        beginning.venue(
            task.subjectId(), found, trimmed(answers.venue()), Typed.list(answers.access()), trimmed(answers.note()));
    return Facts.of(VENUE_FOUND, found).and(STEP_DUE_AT, due);
  }
}
