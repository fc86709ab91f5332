package org.fingerpost.safeguarding.process;

import static org.fingerpost.referral.journey.SafeguardingConcern.FEEDBACK_DUE_AT;

import java.util.Arrays;
import org.fingerpost.platform.engine.Choices;
import org.fingerpost.platform.engine.Facts;
import org.fingerpost.platform.engine.Shown;
import org.fingerpost.platform.engine.TaskAtHand;
import org.fingerpost.platform.engine.TaskForm;
import org.fingerpost.safeguarding.ConcernDecision;
import org.fingerpost.safeguarding.Safeguarding;
import org.springframework.stereotype.Component;

/** Form {@code decide-concern} of {@code userTask_decideConcern} in {@code safeguarding-concern}. */
@Component
class DecideConcernTaskForm implements TaskForm<DecideConcernForm> {

  private final Safeguarding safeguarding;
  private final ConcernShown shown;
  private final Choices choices;

  DecideConcernTaskForm(Safeguarding safeguarding, ConcernShown shown, Choices choices) {
    this.safeguarding = safeguarding;
    this.shown = shown;
    this.choices = choices;
  }

  @Override
  public String formId() {
    return "decide-concern";
  }

  @Override
  public Class<DecideConcernForm> answers() {
    return DecideConcernForm.class;
  }

  @Override
  public boolean restricted() {
    return true;
  }

  @Override
  public Shown show(TaskAtHand task) {
    var decisions = Arrays.stream(ConcernDecision.values()).map(Enum::name).toList();
    return shown.of(task).options("decisions", choices.of(task.language(), "safeguarding.decision.", decisions));
  }

  @Override
  public Facts submit(TaskAtHand task, DecideConcernForm answers) {
    var due =
        safeguarding.decide(
            ConcernShown.concernOf(task), answers.decision(), answers.reason().strip(), task.userId());
    return Facts.of(FEEDBACK_DUE_AT, due);
  }
}
