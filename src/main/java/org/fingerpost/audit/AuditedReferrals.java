package org.fingerpost.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.fingerpost.platform.CurrentActor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds referrals for an auditor, by reference and codes only. An auditor whose account belongs to
 * a scheme sees that scheme's; one whose account belongs to none sees all.
 */
@Component
class AuditedReferrals {

  /** Lines on one page of the list. */
  static final int PAGE = 25;

  static final String OPEN = "OPEN";
  static final String CLOSED = "CLOSED";

  private static final Pattern REFERENCE = Pattern.compile("FP-[0-9A-Z]{4}-[0-9A-Z]{4}");

  private static final String COLUMNS =
      "select referral_id, scheme_id, received_at, source_code, stage, closed_state, route from"
          + " referral ";

  private static final String MAY_SEE =
      """
      exists (select 1 from staff_account reader
              where reader.user_id = :reader and coalesce(reader.scheme_id, referral.scheme_id) = referral.scheme_id)
      """;

  private final JdbcClient database;
  private final CurrentActor currentActor;

  AuditedReferrals(JdbcClient database, CurrentActor currentActor) {
    this.database = database;
    this.currentActor = currentActor;
  }

  Optional<AuditedReferral> find(String referralId) {
    return database
        .sql(COLUMNS + "where referral_id = :referral and " + MAY_SEE)
        .param("referral", referralId)
        .param("reader", currentActor.get().id())
        .query((row, number) -> referral(row))
        .optional();
  }

  /**
   * One page, newest first.
   *
   * @param wanted what to look for
   * @param page counted from 1
   * @return at most one more than {@link #PAGE}, which tells that an older page follows
   */
  List<AuditedReferral> page(Wanted wanted, int page) {
    var sql = new StringBuilder(COLUMNS).append("where ").append(MAY_SEE);
    if (wanted.scheme() != null) {
      sql.append(" and scheme_id = :scheme");
    }
    if (wanted.state() != null) {
      sql.append(
          switch (wanted.state()) {
            case OPEN -> " and closed_state is null";
            case CLOSED -> " and closed_state is not null";
            default -> " and coalesce(closed_state, stage) = :state";
          });
    }
    if (wanted.reference() != null) {
      sql.append(
          REFERENCE.matcher(wanted.reference()).matches()
              ? " and referral_id = :reference"
              : " and position(:reference in referral_id) > 0");
    }
    return database
        .sql(
            sql.append(" order by received_at desc, referral_id limit :limit offset :offset")
                .toString())
        .param("reader", currentActor.get().id())
        .param("scheme", wanted.scheme())
        .param("state", wanted.state())
        .param("reference", wanted.reference())
        .param("limit", PAGE + 1)
        .param("offset", (page - 1) * PAGE)
        .query((row, number) -> referral(row))
        .list();
  }

  /**
   * Schemes that have a referral. Hops along the work list's index instead of reading every
   * referral.
   */
  List<String> schemes() {
    return database
        .sql(
            """
            with recursive hop as (
              (select scheme_id from referral order by scheme_id limit 1)
              union all
              select (select next.scheme_id from referral next where next.scheme_id > hop.scheme_id
                      order by next.scheme_id limit 1)
              from hop where hop.scheme_id is not null)
            select hop.scheme_id from hop join staff_account reader on reader.user_id = :reader
            where coalesce(reader.scheme_id, hop.scheme_id) = hop.scheme_id
            """)
        .param("reader", currentActor.get().id())
        .query(String.class)
        .list();
  }

  private static AuditedReferral referral(ResultSet row) throws SQLException {
    return new AuditedReferral(
        row.getString("referral_id"),
        row.getString("scheme_id"),
        row.getObject("received_at", OffsetDateTime.class).toInstant(),
        row.getString("source_code"),
        row.getString("stage"),
        row.getString("closed_state"),
        row.getString("route"));
  }

  /**
   * What an auditor looks for. Each component is {@code null} where anything will do.
   *
   * @param state a stage (of open referrals), a closed state, {@link #OPEN} or {@link #CLOSED}
   * @param reference a reference or a part of one, in upper case
   */
  record Wanted(String scheme, String state, String reference) {

    static Wanted of(String scheme, String state, String reference) {
      var part = blankToNull(reference);
      return new Wanted(
          blankToNull(scheme),
          blankToNull(state),
          part == null ? null : part.toUpperCase(Locale.ROOT));
    }

    private static String blankToNull(String text) {
      return text == null || text.isBlank() ? null : text.strip();
    }
  }
}
