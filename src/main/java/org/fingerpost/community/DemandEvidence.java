package org.fingerpost.community;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.fingerpost.platform.AuditEvent;
import org.fingerpost.platform.AuditTrail;
import org.fingerpost.platform.SmallCount;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * How many people look for what, for a group's own funding bids. Reads what other parts have written; every number is a
 * {@link SmallCount} before it leaves here, and handing it out is put on record with the reason.
 */
@Component
public class DemandEvidence {

  private final JdbcClient db;
  private final AuditTrail audit;
  private final Clock clock;

  DemandEvidence(JdbcClient db, AuditTrail audit, Clock clock) {
    this.db = db;
    this.audit = audit;
    this.clock = clock;
  }

  /** The years that can be asked for, this one first. */
  public List<Integer> years() {
    int now = Year.now(clock).getValue();
    return List.of(now, now - 1, now - 2);
  }

  /** People referred in a year, by need and area, and what became of it so far. */
  @Transactional(readOnly = true)
  public Demand of(String schemeId, int year) {
    var rows =
        db.sql(
                """
                select need, r.area_code, count(distinct r.person_id) as referred,
                  count(distinct r.person_id) filter (where exists
                    (select 1 from introduction i where i.referral_id = r.referral_id and i.status = 'ACCEPTED')) as introduced,
                  count(distinct r.person_id) filter (where exists
                    (select 1 from introduction i where i.referral_id = r.referral_id and i.status = 'WAITING_LIST')) as waiting,
                  count(distinct r.person_id) filter (where exists
                    (select 1 from unmet_need u where u.referral_id = r.referral_id and need = any(u.needs))) as unmet
                from referral r cross join lateral unnest(r.needs) as need
                where r.scheme_id = :scheme and r.received_at >= :from and r.received_at < :until
                group by need, r.area_code order by need, r.area_code nulls last
                """)
            .param("scheme", schemeId)
            .param("from", start(year))
            .param("until", start(year + 1))
            .query(
                (row, n) ->
                    new Row(
                        row.getString("need"),
                        row.getString("area_code"),
                        SmallCount.of(row.getInt("referred")),
                        SmallCount.of(row.getInt("introduced")),
                        SmallCount.of(row.getInt("waiting")),
                        SmallCount.of(row.getInt("unmet"))))
            .list();
    return new Demand(year, rows, rows.stream().map(Row::need).distinct().map(need -> total(need, rows)).toList());
  }

  private Timestamp start(int year) {
    return Timestamp.from(LocalDate.of(year, 1, 1).atStartOfDay(clock.getZone()).toInstant());
  }

  /** A need in all areas: the sum of what is shown of each. */
  static Row total(String need, List<Row> rows) {
    var its = rows.stream().filter(row -> row.need().equals(need)).toList();
    return new Row(
        need, null, sum(its, Row::referred), sum(its, Row::introduced), sum(its, Row::waiting), sum(its, Row::unmet));
  }

  private static SmallCount sum(List<Row> rows, Function<Row, SmallCount> column) {
    return SmallCount.total(rows.stream().map(column).toList());
  }

  /** Hands the numbers out as a file, on record with who, what and why. */
  @Transactional
  public Demand export(String schemeId, int year, Reason reason) {
    var demand = of(schemeId, year);
    audit.record(
        new AuditEvent(
            "community.demand-exported",
            "export",
            schemeId + "-" + year,
            schemeId,
            Map.of(
                "exportReason", reason.name(),
                "year", Integer.toString(year),
                "rows", Integer.toString(demand.rows().size()))));
    return demand;
  }

  /** Why numbers are handed out. Words: {@code community.export-reason.<CODE>}. */
  public enum Reason {
    FUNDING_BID,
    COMMISSIONER,
    PLANNING,
    PUBLICATION
  }

  /**
   * @param rows by need and area
   * @param totals by need
   */
  public record Demand(int year, List<Row> rows, List<Row> totals) {}

  /**
   * @param area code, or {@code null} where people live in none
   * @param referred people referred with this need in the year
   * @param introduced those whom an organisation took on
   * @param waiting those on a waiting list now
   * @param unmet those for whom nothing suited
   */
  public record Row(
      String need, String area, SmallCount referred, SmallCount introduced, SmallCount waiting, SmallCount unmet) {}
}
