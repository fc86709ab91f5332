package org.fingerpost.grants.process;

import static org.fingerpost.grants.journey.PayGrant.PAY_DUE_AT;
import static org.fingerpost.grants.journey.PayGrant.TERMS_ACCEPTED;

import java.util.List;
import org.fingerpost.grants.PayingGrant;
import org.fingerpost.platform.engine.Choices;
import org.fingerpost.platform.engine.Facts;
import org.fingerpost.platform.engine.Shown;
import org.fingerpost.platform.engine.TaskAtHand;
import org.fingerpost.platform.engine.TaskForm;
import org.springframework.stereotype.Component;

/** Form {@code await-acceptance} of {@code userTask_awaitAcceptance} in {@code pay-grant}. */
@Component
class AwaitAcceptanceTaskForm implements TaskForm<AwaitAcceptanceForm> {

  private final PayingGrant paying;
  private final GrantShown shown;
  private final Choices choices;

  AwaitAcceptanceTaskForm(PayingGrant paying, GrantShown shown, Choices choices) {
    this.paying = paying;
    this.shown = shown;
    this.choices = choices;
  }

  @Override
  public String formId() {
    return "await-acceptance";
  }

  @Override
  public Class<AwaitAcceptanceForm> answers() {
    return AwaitAcceptanceForm.class;
  }

  @Override
  public Shown show(TaskAtHand task) {
    return shown
        .of(task)
        .options("termsAnswers", choices.of(task.language(), "grants.terms.", List.of("ACCEPTED", "NOT_ACCEPTED")));
  }

  @Override
  public Facts submit(TaskAtHand task, AwaitAcceptanceForm answers) {
    boolean accepted = answers.answer().equals("ACCEPTED");
    var payBy = paying.recordAnswer(task.subjectId(), accepted);
    return Facts.of(TERMS_ACCEPTED, accepted).and(PAY_DUE_AT, payBy);
  }
}
