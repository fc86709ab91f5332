package org.fingerpost.community.process;

import static org.fingerpost.community.journey.StartGroup.FURTHER;
import static org.fingerpost.community.journey.StartGroup.OFFICER;
import static org.fingerpost.community.journey.StartGroup.STEP_DUE_AT;
import static org.fingerpost.platform.engine.Texts.trimmed;

import org.fingerpost.community.BeginningGroup;
import org.fingerpost.community.ClosingReason;
import org.fingerpost.community.Further;
import org.fingerpost.platform.engine.Facts;
import org.fingerpost.platform.engine.Shown;
import org.fingerpost.platform.engine.TaskAtHand;
import org.fingerpost.platform.engine.TaskForm;
import org.springframework.stereotype.Component;

/** Form {@code decide-further} of {@code userTask_decideFurther} in {@code start-group}. */
@Component
class DecideFurtherTaskForm implements TaskForm<DecideFurtherForm> {

  private final BeginningGroup beginning;
  private final GroupShown shown;

  DecideFurtherTaskForm(BeginningGroup beginning, GroupShown shown) {
    this.beginning = beginning;
    this.shown = shown;
  }

  @Override
  public String formId() {
    return "decide-further";
  }

  @Override
  public Class<DecideFurtherForm> answers() {
    return DecideFurtherForm.class;
  }

  @Override
  public Shown show(TaskAtHand task) {
    var file = shown.file(task);
    var group = file.group();
    var last = file.steps().get(0);
    return shown
        .of(task, file)
        .text("stepName", shown.say(task, "community.state." + group.state()))
        .text("last", shown.say(task, "audit.act." + last.act()) + (last.words() == null ? "" : ": " + last.words()))
        .text("interested", Integer.toString(group.interested()))
        .text("officerName", shown.name(group.officer()))
        .options("decisions", shown.options(task, "community.further.", Further.values()))
        .options("officers", shown.officers(task))
        .options("reasons", shown.options(task, "community.closing.", ClosingReason.values()));
  }

  @Override
  public Facts submit(TaskAtHand task, DecideFurtherForm answers) {
    var decision = Typed.code("decision", answers.decision(), Further.class);
    var why = Typed.codeOrNull("reason", answers.reason(), ClosingReason.class);
    var due = beginning.further(task.subjectId(), decision, shown.officer(task, answers.officer()), why, trimmed(answers.note()));
    return Facts.of(FURTHER, decision.name()).and(OFFICER, answers.officer()).and(STEP_DUE_AT, due);
  }
}
