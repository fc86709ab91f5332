package org.fingerpost.platform.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicBoolean;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;

/**
 * Sings if an attack reaches the server: by setting a system property from an expression, or by being instantiated from a model.
 * It does no harm.
 */
public final class Canary implements JavaDelegate, ExecutionListener, TaskListener {

  private static final String PROPERTY = "fingerpost.canary";
  private static final AtomicBoolean SANG = new AtomicBoolean();

  /** Reflection as the published attacks use it. */
  public static final String SONG =
      "${''.getClass().forName('java.lang.System').getMethod('setProperty',''.getClass(),''.getClass())"
          + ".invoke(null,'" + PROPERTY + "','sang')}";

  public Canary() {
    SANG.set(true);
  }

  /** Fails if any attack since the last call worked. */
  public static void staysSilent() {
    boolean sang = SANG.getAndSet(false) || System.clearProperty(PROPERTY) != null;
    assertThat(sang).as("foreign code ran on the server").isFalse();
  }

  @Override
  public void execute(DelegateExecution execution) {
    SANG.set(true);
  }

  @Override
  public void notify(DelegateExecution execution) {
    SANG.set(true);
  }

  @Override
  public void notify(DelegateTask task) {
    SANG.set(true);
  }
}
