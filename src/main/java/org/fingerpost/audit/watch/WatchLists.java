package org.fingerpost.audit.watch;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fingerpost.audit.AuditReader;
import org.fingerpost.audit.AuditWords;
import org.fingerpost.audit.CaseKind;
import org.fingerpost.platform.AuditEvent;
import org.fingerpost.platform.AuditTrail;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Counts and reads the lists for a period, within what the reader may see. */
@Component
class WatchLists {

  static final int PAGE = 50;

  /** More lines than anybody reads; a shorter period takes the rest. */
  static final int LONGEST_FILE = 50_000;

  private static final String SEEN = "(cast(:only as text) is null or t.scheme_id is null or t.scheme_id = :only)";

  private final JdbcClient database;
  private final AuditReader reader;
  private final AuditTrail audit;
  private final Clock clock;

  WatchLists(JdbcClient database, AuditReader reader, AuditTrail audit, Clock clock) {
    this.database = database;
    this.reader = reader;
    this.audit = audit;
    this.clock = clock;
  }

  @Transactional(readOnly = true)
  public Map<WatchList, Long> counts(LocalDate from, LocalDate to) {
    var counts = new LinkedHashMap<WatchList, Long>();
    for (var list : WatchList.values()) {
      counts.put(
          list,
          database
              .sql("select count(*) from (" + list.rows() + ") t where " + SEEN)
              .params(period(from, to))
              .query(Long.class)
              .single());
    }
    return counts;
  }

  /**
   * @param after the last line of the page before, or {@code null}
   * @return at most one more than {@link #PAGE}, which tells that an older page follows
   */
  @Transactional(readOnly = true)
  public List<Row> page(WatchList list, LocalDate from, LocalDate to, Instant afterAt, String afterId) {
    var params = period(from, to);
    params.put("afterAt", afterAt == null ? null : afterAt.atOffset(ZoneOffset.UTC));
    params.put("afterId", afterId);
    params.put("limit", PAGE + 1);
    return rows(list, params);
  }

  /** The whole list, for a file. That it was taken goes on record. */
  @Transactional
  public List<Row> file(WatchList list, LocalDate from, LocalDate to) {
    var params = period(from, to);
    params.put("afterAt", null);
    params.put("afterId", null);
    params.put("limit", LONGEST_FILE);
    var rows = rows(list, params);
    audit.record(
        new AuditEvent(
            "audit.list-downloaded",
            "audit",
            list.path(),
            reader.onlyScheme(),
            Map.of("lines", Integer.toString(rows.size()), "fromDay", from.toString(), "toDay", to.toString())));
    return rows;
  }

  private List<Row> rows(WatchList list, Map<String, Object> params) {
    return database
        .sql(
            "select * from ("
                + list.rows()
                + ") t where "
                + SEEN
                + """
                \s and (cast(:afterAt as timestamptz) is null or (t.at, t.id) < (cast(:afterAt as timestamptz), cast(:afterId as text)))
                order by t.at desc, t.id desc limit :limit""")
        .params(params)
        .query((row, number) -> row(row))
        .list();
  }

  private Map<String, Object> period(LocalDate from, LocalDate to) {
    var params = new HashMap<String, Object>();
    params.put("from", start(from));
    params.put("to", start(to.plusDays(1)));
    params.put("now", clock.instant().atOffset(ZoneOffset.UTC));
    params.put("only", reader.onlyScheme());
    return params;
  }

  private static OffsetDateTime start(LocalDate day) {
    return day.atStartOfDay(AuditWords.LONDON).toOffsetDateTime();
  }

  private static Row row(ResultSet row) throws SQLException {
    var reference = row.getString("reference");
    var id = row.getString("id");
    var path = row.getString("path");
    if (path == null) {
      path = CaseKind.path(reference) + (id.startsWith("act-") ? "#" + id : "");
    }
    return new Row(
        row.getObject("at", OffsetDateTime.class).toInstant(),
        id,
        reference,
        path.isEmpty() ? null : path,
        row.getString("scheme_id"),
        row.getString("who"),
        row.getString("what"),
        row.getString("more"));
  }

  /**
   * @param path where it is told, or {@code null} where there is no story
   * @param who user id, or {@code null}
   * @param what code of what it is
   * @param more a code that belongs to it, or {@code null}
   */
  record Row(Instant at, String id, String reference, String path, String schemeId, String who, String what, String more) {}
}
