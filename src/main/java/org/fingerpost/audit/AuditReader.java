package org.fingerpost.audit;

import org.fingerpost.platform.Actor;
import org.fingerpost.platform.CurrentActor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who reads. An auditor whose account belongs to a scheme sees what is that scheme's, and what is nobody's; one whose account
 * belongs to none sees all.
 */
@Component
public class AuditReader {

  private final JdbcClient database;
  private final CurrentActor currentActor;

  AuditReader(JdbcClient database, CurrentActor currentActor) {
    this.database = database;
    this.currentActor = currentActor;
  }

  /** The one scheme that the reader may see, or {@code null} for all. */
  public String onlyScheme() {
    var actor = currentActor.get();
    var scheme =
        database
            .sql("select coalesce(scheme_id, '') from staff_account where user_id = ?")
            .param(actor.id())
            .query(String.class)
            .optional();
    if (scheme.isPresent()) {
      return scheme.get().isEmpty() ? null : scheme.get();
    }
    // Whoever has no account sees nothing, for no scheme is called so; Fingerpost itself sees all.
    return actor.kind() == Actor.Kind.STAFF ? "-" : null;
  }

  public boolean maySee(String schemeId) {
    var only = onlyScheme();
    return only == null || schemeId == null || only.equals(schemeId);
  }
}
