package org.fingerpost.community.process;

import static org.fingerpost.community.journey.SupportGroup.STEP_DUE_AT;
import static org.fingerpost.community.journey.SupportGroup.VISITED;
import static org.fingerpost.platform.engine.Texts.trimmed;

import org.fingerpost.community.CheckState;
import org.fingerpost.community.HelpingGroup;
import org.fingerpost.community.NoVisit;
import org.fingerpost.platform.engine.Facts;
import org.fingerpost.platform.engine.Shown;
import org.fingerpost.platform.engine.TaskAtHand;
import org.fingerpost.platform.engine.TaskForm;
import org.springframework.stereotype.Component;

/** Form {@code visit-group} of {@code userTask_visitGroup} in {@code support-group}. */
@Component
class VisitGroupTaskForm implements TaskForm<VisitGroupForm> {

  private final HelpingGroup helping;
  private final GroupShown shown;

  VisitGroupTaskForm(HelpingGroup helping, GroupShown shown) {
    this.helping = helping;
    this.shown = shown;
  }

  @Override
  public String formId() {
    return "visit-group";
  }

  @Override
  public Class<VisitGroupForm> answers() {
    return VisitGroupForm.class;
  }

  @Override
  public Shown show(TaskAtHand task) {
    return shown
        .of(task)
        .options("yesNo", shown.yesNo(task))
        .options("noVisits", shown.options(task, "community.no-visit.", NoVisit.values()))
        .options("states", shown.options(task, "community.check-state.", CheckState.values()));
  }

  @Override
  public Facts submit(TaskAtHand task, VisitGroupForm answers) {
    String note = trimmed(answers.note());
    if (!Typed.YES.equals(answers.took())) {
      helping.notVisited(task.subjectId(), Typed.code("whyNot", answers.whyNot(), NoVisit.class), note);
      return Facts.of(VISITED, false);
    }
    var states =
        Typed.states(
            answers.stepFree(),
            answers.toilets(),
            answers.hearingLoop(),
            answers.transport(),
            answers.quietSpace(),
            answers.costs(),
            answers.language(),
            answers.welcome(),
            answers.people(),
            answers.money(),
            answers.venue(),
            answers.insurance(),
            answers.safeguarding());
    var on = Typed.day("visitedOn", answers.visitedOn());
    var due = helping.visited(task.subjectId(), on, states, note, task.userId());
    return Facts.of(VISITED, true).and(STEP_DUE_AT, due);
  }
}
