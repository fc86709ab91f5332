package org.fingerpost.intake.receiving;

import java.util.function.Supplier;
import org.fingerpost.platform.Actor;
import org.fingerpost.platform.CurrentActor;
import org.springframework.stereotype.Component;

/** In whose name a member of the public acts: staff who are signed in stay themselves, everybody else is the public. */
@Component
public class Sending {

  private final CurrentActor currentActor;

  public Sending(CurrentActor currentActor) {
    this.currentActor = currentActor;
  }

  public Actor visitor() {
    var actor = currentActor.get();
    return actor.kind() == Actor.Kind.SYSTEM ? Actor.PUBLIC : actor;
  }

  public <T> T as(Actor actor, Supplier<T> work) {
    return currentActor.as(actor, work);
  }
}
