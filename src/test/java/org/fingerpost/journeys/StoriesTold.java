package org.fingerpost.journeys;

import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Remembers which test classes this run has been through, so that a gate over all of them knows whether it was a whole run. */
public final class StoriesTold implements AfterAllCallback {

  private static final Set<String> CLASSES = new ConcurrentSkipListSet<>();

  @Override
  public void afterAll(ExtensionContext test) {
    CLASSES.add(test.getRequiredTestClass().getSimpleName());
  }

  static Set<String> classes() {
    return Set.copyOf(CLASSES);
  }
}
