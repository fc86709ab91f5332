package org.fingerpost.community.process;

import static org.fingerpost.community.journey.StartGroup.INTEREST;
import static org.fingerpost.community.journey.StartGroup.STEP_DUE_AT;
import static org.fingerpost.platform.engine.Texts.trimmed;

import org.fingerpost.community.BeginningGroup;
import org.fingerpost.community.Interest;
import org.fingerpost.platform.engine.Facts;
import org.fingerpost.platform.engine.Shown;
import org.fingerpost.platform.engine.TaskAtHand;
import org.fingerpost.platform.engine.TaskForm;
import org.springframework.stereotype.Component;

/** Form {@code gather-interest} of {@code userTask_gatherInterest} in {@code start-group}. */
@Component
class GatherInterestTaskForm implements TaskForm<GatherInterestForm> {

  private final BeginningGroup beginning;
  private final GroupShown shown;

  GatherInterestTaskForm(BeginningGroup beginning, GroupShown shown) {
    this.beginning = beginning;
    this.shown = shown;
  }

  @Override
  public String formId() {
    return "gather-interest";
  }

  @Override
  public Class<GatherInterestForm> answers() {
    return GatherInterestForm.class;
  }

  @Override
  public Shown show(TaskAtHand task) {
    var file = shown.file(task);
    var group = file.group();
    var proposal = beginning.proposal(task.subjectId(), null);
    return shown
        .of(task, file)
        .text("needs", shown.needs(task, group.needs()))
        .text("noted", Integer.toString(group.interested() - group.othersInterested()))
        .text("proposal", shown.say(task, "community.interest." + proposal.proposed()) + " (" + proposal.interested() + ")")
        .options("decisions", shown.options(task, "community.interest.", Interest.values()));
  }

  @Override
  public Facts submit(TaskAtHand task, GatherInterestForm answers) {
    var decision = Typed.code("decision", answers.decision(), Interest.class);
    var due = beginning.gathered(task.subjectId(), answers.others(), decision, trimmed(answers.note()));
    return Facts.of(INTEREST, decision.name()).and(STEP_DUE_AT, due);
  }
}
