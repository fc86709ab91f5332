package org.fingerpost.directory;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fingerpost.platform.AuditEvent;
import org.fingerpost.platform.AuditTrail;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What was changed in the directory, for the officers who keep an eye on it. */
@Component
public class Changes {

  private static final int MOST = 200;

  private final JdbcClient db;
  private final AuditTrail audit;
  private final Clock clock;

  Changes(JdbcClient db, AuditTrail audit, Clock clock) {
    this.db = db;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * One value that was changed.
   *
   * @param activity its name, or {@code null} for the organisation itself
   * @param before {@code null} for nothing
   * @param after {@code null} for nothing
   * @param byKind {@code ORGANISATION}, {@code STAFF} or {@code IMPORT}
   * @param seen whether an officer has looked at it
   */
  public record Change(
      String organisationId,
      String organisation,
      String activity,
      EntryField field,
      String before,
      String after,
      Instant at,
      String byKind,
      String by,
      boolean seen) {

    /** Contact details are among the values. */
    @Override
    public String toString() {
      return "Change[" + organisationId + " " + field + "]";
    }
  }

  /** The latest changes of a scheme, without what changes every week, the latest first. */
  public List<Change> latest(String schemeId) {
    return db.sql(
            """
            select c.organisation_id, o.name, a.name_en, c.field, c.value_before, c.value_after, c.changed_at, c.changed_by_kind,
                   c.changed_by, c.seen_at is not null
              from directory_change c
              join organisation o on o.scheme_id = c.scheme_id and o.organisation_id = c.organisation_id
              left join activity a on a.scheme_id = c.scheme_id and a.activity_id = c.activity_id
             where c.scheme_id = :scheme and c.field not in ('PLACES_THIS_WEEK', 'PLACES_SAID_ON')
             order by c.changed_at desc, c.change_id
             limit :most
            """)
        .param("scheme", schemeId)
        .param("most", MOST)
        .query(
            (row, number) ->
                new Change(
                    row.getString(1),
                    row.getString(2),
                    row.getString(3),
                    EntryField.valueOf(row.getString(4)),
                    row.getString(5),
                    row.getString(6),
                    row.getTimestamp(7).toInstant(),
                    row.getString(8),
                    row.getString(9),
                    row.getBoolean(10)))
        .list();
  }

  /** An officer has looked at all that was changed until now. */
  @Transactional
  public void seen(String schemeId, String userId) {
    int seen =
        db.sql(
                """
                update directory_change set seen_by = :user, seen_at = :now
                 where scheme_id = :scheme and seen_at is null and changed_at <= :now
                """)
            .param("user", userId)
            .param("now", Timestamp.from(clock.instant()))
            .param("scheme", schemeId)
            .update();
    Map<String, String> details = new LinkedHashMap<>();
    details.put("count", Integer.toString(seen));
    audit.record(new AuditEvent("directory.changes-seen", "directory", schemeId, schemeId, details));
  }
}
