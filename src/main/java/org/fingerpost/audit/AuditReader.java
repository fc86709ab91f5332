package org.fingerpost.audit;

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
    return database
        .sql("select coalesce(scheme_id, '') from staff_account where user_id = ?")
        .param(currentActor.get().id())
        .query(String.class)
        .optional()
        .map(scheme -> scheme.isEmpty() ? null : scheme)
        // Whoever has no account sees nothing: no scheme is called so.
        .orElse(currentActor.get().kind() == org.fingerpost.platform.Actor.Kind.STAFF ? "-" : null);
  }

  public boolean maySee(String schemeId) {
    var only = onlyScheme();
    return only == null || schemeId == null || only.equals(schemeId);
  }
}
