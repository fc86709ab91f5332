package org.fingerpost.followup.process;

import java.util.List;
import org.fingerpost.followup.DecidingFollowUp;
import org.fingerpost.followup.LeadDecision;
import org.fingerpost.followup.Safety;
import org.fingerpost.platform.engine.Choices;
import org.fingerpost.platform.engine.Facts;
import org.fingerpost.platform.engine.Shown;
import org.fingerpost.platform.engine.TaskAtHand;
import org.fingerpost.platform.engine.TaskForm;
import org.springframework.stereotype.Component;

/** Form {@code supervise-after-missed} of {@code userTask_superviseAfterMissed} in {@code follow-up-cycle}. */
@Component
class SuperviseAfterMissedTaskForm implements TaskForm<SuperviseAfterMissedForm> {

  private static final List<String> DECISIONS = List.of("TRY_AGAIN", "VISIT", "END");
  private static final List<String> SAFETIES = List.of("SAFE", "NOT_KNOWN", "WORRIED");

  private final DecidingFollowUp deciding;
  private final Choices choices;

  SuperviseAfterMissedTaskForm(DecidingFollowUp deciding, Choices choices) {
    this.deciding = deciding;
    this.choices = choices;
  }

  @Override
  public String formId() {
    return "supervise-after-missed";
  }

  @Override
  public Class<SuperviseAfterMissedForm> answers() {
    return SuperviseAfterMissedForm.class;
  }

  @Override
  public Shown show(TaskAtHand task) {
    var sheet = deciding.sheet(task.subjectId(), task.language());
    return Shown.nothing()
        .text("personName", sheet.personName())
        .text("risks", sheet.risks())
        .text("story", sheet.story())
        .options("safeties", choices.of(task.language(), "followup.safety.", SAFETIES))
        .options("decisions", choices.of(task.language(), "followup.missed-decision.", DECISIONS));
  }

  @Override
  public Facts submit(TaskAtHand task, SuperviseAfterMissedForm answers) {
    return FollowUpFacts.of(
        deciding.afterMissed(
            task.subjectId(),
            task.schemeId(),
            LeadDecision.valueOf(answers.decision()),
            Safety.valueOf(answers.safety()),
            answers.reason().strip(),
            task.userId()));
  }
}
