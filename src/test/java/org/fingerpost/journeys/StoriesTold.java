package org.fingerpost.journeys;

import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/**
 * Closes a story when it is told: the timers of its people rest, so that the next story that lets weeks pass does not live through
 * theirs as well. Remembers which test classes this run has been through, so that a gate over all of them knows whether it was a
 * whole run.
 */
public final class StoriesTold implements AfterEachCallback, AfterAllCallback {

  private static final Set<String> CLASSES = new ConcurrentSkipListSet<>();

  @Override
  public void afterEach(ExtensionContext test) {
    SpringExtension.getApplicationContext(test).getBean(Journeys.class).timersRest();
  }

  @Override
  public void afterAll(ExtensionContext test) {
    CLASSES.add(test.getRequiredTestClass().getSimpleName());
  }

  static Set<String> classes() {
    return Set.copyOf(CLASSES);
  }
}
