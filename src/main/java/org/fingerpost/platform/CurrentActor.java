package org.fingerpost.platform;

import java.util.function.Supplier;

/** Tells who is acting in this thread. */
public interface CurrentActor {

  /** The actor of this thread; {@link Actor#SYSTEM} when nobody is signed in and nobody was named. Never {@code null}. */
  Actor get();

  /** From where the work of this thread came. Never {@code null}. */
  default Origin origin() {
    return Origin.ROUND;
  }

  /** Runs {@code work} in the name of {@code actor}: a provider's link, an API key, a job. */
  <T> T as(Actor actor, Supplier<T> work);

  default void as(Actor actor, Runnable work) {
    as(
        actor,
        () -> {
          work.run();
          return null;
        });
  }
}
