package org.fingerpost.grants.process;

import static org.fingerpost.grants.journey.CheckGrant.GRANT_STEP;
import static org.fingerpost.grants.journey.CheckGrant.TO_PANEL;

import java.util.Arrays;
import org.fingerpost.grants.CheckingGrant;
import org.fingerpost.grants.GrantOutcome;
import org.fingerpost.platform.KeptAnswers;
import org.fingerpost.platform.engine.Choices;
import org.fingerpost.platform.engine.Facts;
import org.fingerpost.platform.engine.Shown;
import org.fingerpost.platform.engine.TaskAtHand;
import org.fingerpost.platform.engine.TaskForm;
import org.springframework.stereotype.Component;

/** Form {@code confirm-grant-eligibility} of {@code userTask_confirmGrantEligibility} in {@code check-grant}. */
@Component
class ConfirmGrantEligibilityTaskForm implements TaskForm<ConfirmGrantEligibilityForm> {

  private final CheckingGrant checking;
  private final KeptAnswers kept;
  private final GrantShown shown;
  private final Choices choices;

  ConfirmGrantEligibilityTaskForm(CheckingGrant checking, KeptAnswers kept, GrantShown shown, Choices choices) {
    this.checking = checking;
    this.kept = kept;
    this.shown = shown;
    this.choices = choices;
  }

  @Override
  public String formId() {
    return "confirm-grant-eligibility";
  }

  @Override
  public Class<ConfirmGrantEligibilityForm> answers() {
    return ConfirmGrantEligibilityForm.class;
  }

  @Override
  public Shown show(TaskAtHand task) {
    var grant = shown.grant(task);
    var outcomes = Arrays.stream(GrantOutcome.values()).map(Enum::name).toList();
    var answer = kept.of("grant", task.subjectId()).get(0).answer();
    return shown
        .withProject(task)
        .text("proposal", shown.say(task, "grant-outcome." + grant.proposedOutcome()))
        .text("reasonText", shown.say(task, "grant-reason." + grant.proposedReason()))
        .text("rules", answer.decisionKey() + " " + answer.version() + ", " + String.join(", ", answer.ruleIds()))
        .options("outcomes", choices.of(task.language(), "grant-outcome.", outcomes));
  }

  @Override
  public Facts submit(TaskAtHand task, ConfirmGrantEligibilityForm answers) {
    var outcome = answers.outcome();
    checking.confirm(task.subjectId(), outcome, answers.reason().strip(), task.userId());
    return Facts.of(GRANT_STEP, outcome.step()).and(TO_PANEL, outcome.toPanel());
  }
}
