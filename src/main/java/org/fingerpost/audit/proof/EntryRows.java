package org.fingerpost.audit.proof;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Map;
import org.fingerpost.audit.proof.log.CanonicalJson;
import org.fingerpost.audit.proof.log.LogEntry;

/** Rows of {@code audit_entry} as entries of the log. */
final class EntryRows {

  static final String COLUMNS =
      " e.audit_id, e.at, e.actor_kind, e.actor_id, e.via, e.session_mark, e.act, e.subject_type, e.subject_id, e.scheme_id,"
          + " e.details::text as details ";

  private EntryRows() {}

  static LogEntry read(ResultSet row) throws SQLException {
    return new LogEntry(
        row.getLong("audit_id"),
        row.getObject("at", OffsetDateTime.class).toInstant(),
        row.getString("actor_kind"),
        row.getString("actor_id"),
        row.getString("via"),
        row.getString("session_mark"),
        row.getString("act"),
        row.getString("subject_type"),
        row.getString("subject_id"),
        row.getString("scheme_id"),
        details(row.getString("details")));
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> details(String json) {
    // Whoever writes past us may write a list; it is kept as it is, so that it can be seen.
    return CanonicalJson.read(json) instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of("value", json);
  }
}
