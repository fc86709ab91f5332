package org.fingerpost.rights;

import java.util.List;
import java.util.Set;
import org.fingerpost.platform.Actor;
import org.fingerpost.platform.CurrentActor;
import org.fingerpost.rights.RightsRequest.AskedBy;
import org.fingerpost.rights.RightsRequest.Decision;
import org.fingerpost.rights.RightsRequest.IdentityHow;
import org.fingerpost.rights.RightsRequest.Kind;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Has somebody erased as two people of staff do it, for tests of other rooms. */
@TestComponent
public class SomebodyIsErased {

  private final Requests requests;
  private final CurrentActor currentActor;
  private final JdbcClient database;

  SomebodyIsErased(Requests requests, CurrentActor currentActor, JdbcClient database) {
    this.requests = requests;
    this.currentActor = currentActor;
    this.database = database;
  }

  /** @param referral reference of a closed referral of theirs */
  public void of(String referral) {
    var request =
        currentActor.as(
            Actor.staff("grace"),
            () -> {
              var person =
                  database.sql("select person_id::text from referral where referral_id = ?").param(referral).query(String.class).single();
              var started = requests.start(Kind.ERASURE, false, List.of(person), RightsTests.today(), AskedBy.PERSON, "They ask to be forgotten");
              requests.identify(started, IdentityHow.KNOWN);
              requests.propose(started, Decision.ERASE, "Because the person asks for it", Set.of());
              return started;
            });
    currentActor.as(Actor.staff("rhian"), () -> requests.decide(request, Decision.ERASE, null));
  }

  /** @param file reference of an application or of a group, whose contact person is erased */
  public void ofContact(String file) {
    var request =
        currentActor.as(
            Actor.staff("grace"),
            () -> {
              var started = requests.start(Kind.ERASURE, true, List.of(file), RightsTests.today(), AskedBy.PERSON, null);
              requests.identify(started, IdentityHow.KNOWN);
              requests.propose(started, Decision.ERASE, "Because the person asks for it", Set.of());
              return started;
            });
    currentActor.as(Actor.staff("rhian"), () -> requests.decide(request, Decision.ERASE, null));
  }
}
