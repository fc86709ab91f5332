package org.fingerpost.grants.process;

import static org.fingerpost.grants.journey.ProjectGrant.GRANT_AWARDED;

import java.util.List;
import org.fingerpost.grants.DecidingGrant;
import org.fingerpost.grants.GrantDecision;
import org.fingerpost.grants.Pounds;
import org.fingerpost.grants.ScoringGrant;
import org.fingerpost.platform.InvalidInput;
import org.fingerpost.platform.engine.Choices;
import org.fingerpost.platform.engine.Facts;
import org.fingerpost.platform.engine.Shown;
import org.fingerpost.platform.engine.TaskAtHand;
import org.fingerpost.platform.engine.TaskForm;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Form {@code decide-grant} of {@code userTask_decideGrant} in {@code project-grant}. */
@Component
class DecideGrantTaskForm implements TaskForm<DecideGrantForm> {

  private final DecidingGrant deciding;
  private final ScoringGrant scoring;
  private final GrantShown shown;
  private final Choices choices;
  private final TransactionTemplate begin;

  DecideGrantTaskForm(
      DecidingGrant deciding,
      ScoringGrant scoring,
      GrantShown shown,
      Choices choices,
      PlatformTransactionManager transactions) {
    this.deciding = deciding;
    this.scoring = scoring;
    this.shown = shown;
    this.choices = choices;
    this.begin = new TransactionTemplate(transactions);
    this.begin.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
  }

  @Override
  public String formId() {
    return "decide-grant";
  }

  @Override
  public Class<DecideGrantForm> answers() {
    return DecideGrantForm.class;
  }

  @Override
  public Shown show(TaskAtHand task) {
    // A form is filled in a transaction that only reads; a fund that is looked at for the first time in a year is begun.
    var proposal = begin.execute(status -> deciding.proposal(task.subjectId()));
    return shown
        .withProject(task)
        .text("most", Pounds.written(proposal.most()))
        .text("average", proposal.average())
        .text("balance", Pounds.written(proposal.balance()))
        .text(
            "proposal",
            shown.say(task, "grants.proposal." + proposal.proposal())
                + ": "
                + shown.say(task, "grants.proposal-reason." + proposal.reason()))
        .text("scoresText", shown.scores(task, scoring.scores(task.subjectId(), task.userId())))
        .options("decisions", choices.of(task.language(), "grants.decision.", List.of("AWARD", "DECLINE")));
  }

  @Override
  public Facts submit(TaskAtHand task, DecideGrantForm answers) {
    boolean awarded = answers.decision() == GrantDecision.AWARD;
    if (awarded && answers.amount() == null) {
      throw new InvalidInput("amount", "grants.form.amount.required");
    }
    String reason = answers.reason().strip();
    if (awarded) {
      deciding.award(task.subjectId(), answers.amount() * 100L, reason, task.userId());
    } else {
      deciding.decline(task.subjectId(), reason, task.userId());
    }
    return Facts.of(GRANT_AWARDED, awarded);
  }
}
