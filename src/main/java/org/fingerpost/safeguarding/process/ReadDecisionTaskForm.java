package org.fingerpost.safeguarding.process;

import org.fingerpost.platform.engine.Facts;
import org.fingerpost.platform.engine.Shown;
import org.fingerpost.platform.engine.TaskAtHand;
import org.fingerpost.platform.engine.TaskForm;
import org.fingerpost.safeguarding.Safeguarding;
import org.springframework.stereotype.Component;

/** Form {@code read-decision} of {@code userTask_readDecision} in {@code safeguarding-concern}. */
@Component
class ReadDecisionTaskForm implements TaskForm<ReadDecisionForm> {

  private final Safeguarding safeguarding;
  private final ConcernShown shown;

  ReadDecisionTaskForm(Safeguarding safeguarding, ConcernShown shown) {
    this.safeguarding = safeguarding;
    this.shown = shown;
  }

  @Override
  public String formId() {
    return "read-decision";
  }

  @Override
  public Class<ReadDecisionForm> answers() {
    return ReadDecisionForm.class;
  }

  @Override
  public boolean restricted() {
    return true;
  }

  @Override
  public Shown show(TaskAtHand task) {
    return shown.of(task);
  }

  @Override
  public Facts submit(TaskAtHand task, ReadDecisionForm answers) {
    safeguarding.read(ConcernShown.concernOf(task));
    return Facts.none();
  }
}
