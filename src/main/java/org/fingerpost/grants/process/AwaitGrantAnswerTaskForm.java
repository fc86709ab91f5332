package org.fingerpost.grants.process;

import static org.fingerpost.grants.journey.CheckGrant.GROUP_GIVEN_UP;

import java.util.List;
import org.fingerpost.platform.engine.Choices;
import org.fingerpost.platform.engine.Facts;
import org.fingerpost.platform.engine.Shown;
import org.fingerpost.platform.engine.TaskAtHand;
import org.fingerpost.platform.engine.TaskForm;
import org.springframework.stereotype.Component;

/** Form {@code await-grant-answer} of {@code userTask_awaitGrantAnswer} in {@code check-grant}. */
@Component
class AwaitGrantAnswerTaskForm implements TaskForm<AwaitGrantAnswerForm> {

  private final GrantShown shown;
  private final Choices choices;

  AwaitGrantAnswerTaskForm(GrantShown shown, Choices choices) {
    this.shown = shown;
    this.choices = choices;
  }

  @Override
  public String formId() {
    return "await-grant-answer";
  }

  @Override
  public Class<AwaitGrantAnswerForm> answers() {
    return AwaitGrantAnswerForm.class;
  }

  @Override
  public Shown show(TaskAtHand task) {
    var grant = shown.grant(task);
    return shown
        .of(task)
        .text("asks", shown.say(task, "grant-outcome." + grant.outcome()))
        .options("answerSteps", choices.of(task.language(), "grants.step.", List.of("KEEP_WAITING", "GIVE_UP")));
  }

  @Override
  public Facts submit(TaskAtHand task, AwaitGrantAnswerForm answers) {
    return Facts.of(GROUP_GIVEN_UP, answers.decision().equals("GIVE_UP"));
  }
}
