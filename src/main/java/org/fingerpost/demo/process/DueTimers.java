package org.fingerpost.demo.process;

import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.fingerpost.platform.engine.EngineClock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/**
 * Lets timers fire at once after the demo's clock was moved, instead of when the engine next looks
 * for them.
 */
@Component
@ConditionalOnProperty(name = "fingerpost.demo", havingValue = "true")
public class DueTimers {

  /**
   * The engine looks for due timers too; when both reach for the same one, the slower has to look
   * again.
   */
  private static final int ATTEMPTS = 5;

  private final ManagementService management;

  DueTimers(ManagementService management) {
    this.management = management;
  }

  /**
   * Fires every timer that is due, those included that become due through it. Returns how many it
   * fired itself.
   */
  public int fire() {
    for (int attempt = 1; ; attempt++) {
      try {
        return EngineClock.runDueJobs(management);
      } catch (OptimisticLockingException | NullValueException e) {
        if (attempt == ATTEMPTS) {
          throw e;
        }
      }
    }
  }
}
