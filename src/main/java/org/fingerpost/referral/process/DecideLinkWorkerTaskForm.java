package org.fingerpost.referral.process;

import static org.fingerpost.referral.journey.ActiveSignposting.LINK_WORKER_GIVEN;

import java.util.List;
import org.fingerpost.platform.engine.Choices;
import org.fingerpost.platform.engine.Facts;
import org.fingerpost.platform.engine.Shown;
import org.fingerpost.platform.engine.TaskAtHand;
import org.fingerpost.platform.engine.TaskForm;
import org.fingerpost.referral.Signposting;
import org.springframework.stereotype.Component;

/** Form {@code decide-link-worker} of {@code userTask_decideLinkWorker} in {@code active-signposting}. */
@Component
class DecideLinkWorkerTaskForm implements TaskForm<DecideLinkWorkerForm> {

  private static final String GIVE = "GIVE_LINK_WORKER";
  private static final List<String> DECISIONS = List.of(GIVE, "SPOKE_TO_PERSON");

  private final Signposting signposting;
  private final Choices choices;

  DecideLinkWorkerTaskForm(Signposting signposting, Choices choices) {
    this.signposting = signposting;
    this.choices = choices;
  }

  @Override
  public String formId() {
    return "decide-link-worker";
  }

  @Override
  public Class<DecideLinkWorkerForm> answers() {
    return DecideLinkWorkerForm.class;
  }

  @Override
  public Shown show(TaskAtHand task) {
    return Shown.nothing()
        .text("personName", signposting.personName(task.subjectId()))
        .options("decisions", choices.of(task.language(), "referral.decision.", DECISIONS));
  }

  @Override
  public Facts submit(TaskAtHand task, DecideLinkWorkerForm answers) {
    boolean give = answers.decision().equals(GIVE);
    signposting.decided(task.subjectId(), give, answers.reason().strip(), task.userId());
    return Facts.of(LINK_WORKER_GIVEN, give);
  }
}
