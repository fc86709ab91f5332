package org.fingerpost.platform;

import java.time.Instant;
import java.util.Optional;

/** Says when a task should be done and how it stands among others, for tasks whose model leaves that open. */
public interface TaskPlan {

  /** The decision table behind it, which a scheme may have its own of. */
  String DECISION = "task-plan";

  /**
   * Asked while the task is being created, in the same transaction.
   *
   * @param formId the task's form, which names the step
   * @param subjectId the business key: for everything in a journey, the referral's reference
   * @return empty where there is no such scheme, so that nobody works by its calendar
   */
  Optional<Planned> plan(String formId, String schemeId, String subjectId);

  /**
   * @param due nine o'clock on the day, as timers fire
   * @param priority 0 to 100; higher is listed first, 50 is the middle
   */
  record Planned(Instant due, int priority) {}
}
