package org.fingerpost.identity.web;

import org.fingerpost.identity.SignedIn;
import java.util.function.Supplier;
import org.fingerpost.platform.Actor;
import org.fingerpost.platform.CurrentActor;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** The actor of this thread: whoever was named for this piece of work, else whoever is signed in, else Fingerpost itself. */
@Component
class ThreadActor implements CurrentActor {

  private static final ThreadLocal<Actor> NAMED = new ThreadLocal<>();

  @Override
  public Actor get() {
    Actor named = NAMED.get();
    if (named != null) {
      return named;
    }
    var authentication = SecurityContextHolder.getContext().getAuthentication();
    return authentication != null && authentication.getPrincipal() instanceof SignedIn signedIn
        ? Actor.staff(signedIn.getUsername())
        : Actor.SYSTEM;
  }

  @Override
  public <T> T as(Actor actor, Supplier<T> work) {
    Actor before = NAMED.get();
    NAMED.set(actor);
    try {
      return work.get();
    } finally {
      if (before == null) {
        NAMED.remove();
      } else {
        NAMED.set(before);
      }
    }
  }
}
