package org.fingerpost.identity.web;

import java.util.Objects;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.fingerpost.identity.SignedIn;
import org.fingerpost.platform.Actor;
import org.fingerpost.platform.CurrentActor;
import org.fingerpost.platform.Origin;
import org.fingerpost.platform.Origin.Via;
import org.fingerpost.platform.Tokens;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** The actor of this thread: whoever was named for this piece of work, else whoever is signed in, else Fingerpost itself. */
@Component
class ThreadActor implements CurrentActor {

  private static final ThreadLocal<Actor> NAMED = new ThreadLocal<>();
  private static final Origin AT_START = new Origin(Via.START, null);

  /** Pages that somebody without an account opens by the secret in their link. */
  private static final Pattern BY_LINK =
      Pattern.compile("^/(track|reply|my-plan|contact-details|attended|signpost|(kitemark|grants)/apply/.|kitemark/(mark|decision)|grants/mine)");

  private volatile boolean started;

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
  public Origin origin() {
    if (!(RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes)) {
      return started ? Origin.ROUND : AT_START;
    }
    var request = attributes.getRequest();
    // A signed-in session has been read for this request already; asking for another would cost a statement.
    var session = isSignedIn() ? request.getSession(false) : null;
    return new Origin(
        via(request.getServletPath() + Objects.toString(request.getPathInfo(), "")),
        session == null ? null : Tokens.hash("audit " + session.getId()).substring(0, 16));
  }

  private static Via via(String path) {
    if (path.startsWith("/camunda/")) {
      return Via.TASKLIST;
    } else if (path.startsWith("/api/")) {
      return Via.API;
    } else if (path.startsWith("/workbench/modeler")) {
      return Via.MODELER;
    }
    return BY_LINK.matcher(path).find() ? Via.LINK : Via.PAGES;
  }

  private static boolean isSignedIn() {
    var authentication = SecurityContextHolder.getContext().getAuthentication();
    return authentication != null && authentication.getPrincipal() instanceof SignedIn;
  }

  @EventListener(ApplicationReadyEvent.class)
  void started() {
    started = true;
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
