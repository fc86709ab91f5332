package org.fingerpost.followup.process;

import java.util.List;
import org.fingerpost.followup.DecidingFollowUp;
import org.fingerpost.followup.LeadDecision;
import org.fingerpost.platform.engine.Choices;
import org.fingerpost.platform.engine.Facts;
import org.fingerpost.platform.engine.Shown;
import org.fingerpost.platform.engine.TaskAtHand;
import org.fingerpost.platform.engine.TaskForm;
import org.springframework.stereotype.Component;

/** Form {@code decide-after-missed} of {@code userTask_decideAfterMissed} in {@code follow-up-cycle}. */
@Component
class DecideAfterMissedTaskForm implements TaskForm<DecideAfterMissedForm> {

  private static final List<String> DECISIONS = List.of("TRY_AGAIN", "END");

  private final DecidingFollowUp deciding;
  private final Choices choices;

  DecideAfterMissedTaskForm(DecidingFollowUp deciding, Choices choices) {
    this.deciding = deciding;
    this.choices = choices;
  }

  @Override
  public String formId() {
    return "decide-after-missed";
  }

  @Override
  public Class<DecideAfterMissedForm> answers() {
    return DecideAfterMissedForm.class;
  }

  @Override
  public Shown show(TaskAtHand task) {
    var sheet = deciding.sheet(task.subjectId(), task.language());
    return Shown.nothing()
        .text("personName", sheet.personName())
        .text("risks", sheet.risks())
        .text("story", sheet.story())
        .options("decisions", choices.of(task.language(), "followup.missed-decision.", DECISIONS));
  }

  @Override
  public Facts submit(TaskAtHand task, DecideAfterMissedForm answers) {
    return FollowUpFacts.of(
        deciding.afterMissed(
            task.subjectId(),
            task.schemeId(),
            LeadDecision.valueOf(answers.decision()),
            null,
            answers.reason().strip(),
            task.userId()));
  }
}
