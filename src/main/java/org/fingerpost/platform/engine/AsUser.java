package org.fingerpost.platform.engine;

import java.util.List;
import java.util.function.Supplier;
import org.camunda.bpm.engine.IdentityService;
import org.fingerpost.platform.Actor;
import org.fingerpost.platform.CurrentActor;
import org.fingerpost.platform.Staff;
import org.springframework.stereotype.Component;

/** Runs engine work in the name of a member of staff, as the webapps do for whoever is signed in: with all checks. */
@Component
public class AsUser {

  private final IdentityService identity;
  private final CurrentActor currentActor;
  private final Staff staff;

  AsUser(IdentityService identity, CurrentActor currentActor, Staff staff) {
    this.identity = identity;
    this.currentActor = currentActor;
    this.staff = staff;
  }

  /**
   * @throws IllegalArgumentException if there is no such active member of staff
   */
  public <T> T run(String userId, Supplier<T> work) {
    return run(
        staff
            .find(userId)
            .orElseThrow(() -> new IllegalArgumentException("No active member of staff: " + userId)),
        work);
  }

  /** The same for a member of staff who is known already, as a session knows whoever signed in. */
  public <T> T run(Staff.Member member, Supplier<T> work) {
    var before = identity.getCurrentAuthentication();
    identity.setAuthentication(
        member.userId(),
        member.roles(),
        member.schemeId() == null ? List.of() : List.of(member.schemeId()));
    try {
      return currentActor.as(Actor.staff(member.userId()), work);
    } finally {
      if (before == null) {
        identity.clearAuthentication();
      } else {
        identity.setAuthentication(
            before.getUserId(), before.getGroupIds(), before.getTenantIds());
      }
    }
  }

  /**
   * Runs engine work in nobody's name: what a scheme is handed over by a colleague of another scheme begins with the receiving
   * scheme's own models, which that colleague may not see. Who acted stays in the audit trail.
   */
  public <T> T runAsNobody(Supplier<T> work) {
    var before = identity.getCurrentAuthentication();
    identity.clearAuthentication();
    try {
      return work.get();
    } finally {
      if (before != null) {
        identity.setAuthentication(
            before.getUserId(), before.getGroupIds(), before.getTenantIds());
      }
    }
  }

  public void run(String userId, Runnable work) {
    run(
        userId,
        () -> {
          work.run();
          return null;
        });
  }
}
