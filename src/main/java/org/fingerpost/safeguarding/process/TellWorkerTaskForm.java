package org.fingerpost.safeguarding.process;

import org.fingerpost.platform.engine.Facts;
import org.fingerpost.platform.engine.Shown;
import org.fingerpost.platform.engine.TaskAtHand;
import org.fingerpost.platform.engine.TaskForm;
import org.fingerpost.safeguarding.Safeguarding;
import org.springframework.stereotype.Component;

/** Form {@code tell-worker} of {@code userTask_tellWorker} in {@code safeguarding-concern}. */
@Component
class TellWorkerTaskForm implements TaskForm<TellWorkerForm> {

  private final Safeguarding safeguarding;
  private final ConcernShown shown;

  TellWorkerTaskForm(Safeguarding safeguarding, ConcernShown shown) {
    this.safeguarding = safeguarding;
    this.shown = shown;
  }

  @Override
  public String formId() {
    return "tell-worker";
  }

  @Override
  public Class<TellWorkerForm> answers() {
    return TellWorkerForm.class;
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
  public Facts submit(TaskAtHand task, TellWorkerForm answers) {
    safeguarding.told(ConcernShown.concernOf(task), task.userId());
    return Facts.none();
  }
}
