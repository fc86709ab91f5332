package org.fingerpost.audit.proof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.Timestamp;
import java.time.ZoneId;
import java.util.ArrayList;
import org.fingerpost.audit.proof.log.LogEntry;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What of the log goes into a pack. Entries that are gone from the database go into each, because nobody can say what they were about.
 *
 * @param scheme the only one whose entries may be told, or {@code null} for all
 * @param upTo the size of the log at whose end it ends
 * @param zone of the days of a period
 */
record PackSelection(PackWanted wanted, String scheme, long upTo, ZoneId zone) {

  @FunctionalInterface
  interface EachEntry {
    /** The entry is {@code null} where the database has lost it. */
    void is(long index, LogEntry entry) throws IOException;
  }

  /** Goes through the entries in their order. */
  void each(JdbcTemplate jdbc, TransactionTemplate transaction, EachEntry each) {
    // A cursor needs a transaction.
    transaction.executeWithoutResult(
        status ->
            jdbc.query(
                sql(),
                (ResultSet row) -> {
                  try {
                    each.is(row.getLong("leaf_index"), row.getObject("audit_id") == null ? null : EntryRows.read(row));
                  } catch (IOException e) {
                    throw new UncheckedIOException(e);
                  }
                },
                params()));
  }

  private String sql() {
    var what =
        switch (wanted.kind()) {
          case LOG -> "";
          case PERIOD -> " and (e.audit_id is null or e.at >= ? and e.at < ?)";
          case CASE -> " and (e.audit_id is null or e.subject_id = ?)";
          case MODEL -> " and (e.audit_id is null or e.subject_id = ? or e.details->>'deployment' = ?)";
        };
    return "select l.leaf_index, "
        + EntryRows.COLUMNS
        + " from audit_leaf l left join audit_entry e on e.audit_id = l.audit_id where l.leaf_index < ?"
        + what
        + (scheme == null ? "" : " and (e.audit_id is null or e.scheme_id = ?)")
        + " order by l.leaf_index";
  }

  private Object[] params() {
    var params = new ArrayList<Object>();
    params.add(upTo);
    switch (wanted.kind()) {
      case PERIOD -> {
        params.add(Timestamp.from(wanted.from().atStartOfDay(zone).toInstant()));
        params.add(Timestamp.from(wanted.to().plusDays(1).atStartOfDay(zone).toInstant()));
      }
      case CASE -> params.add(wanted.about());
      case MODEL -> {
        params.add(wanted.about());
        params.add(wanted.about());
      }
      default -> {}
    }
    if (scheme != null) {
      params.add(scheme);
    }
    return params.toArray();
  }
}
