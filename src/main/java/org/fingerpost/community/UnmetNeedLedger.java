package org.fingerpost.community;

import java.sql.Date;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fingerpost.platform.SmallCount;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What is missing where: needs for which no activity suited, as introductions left them behind. Reads what other parts have written
 * and writes nothing; every number is a {@link SmallCount} before it leaves here.
 */
@Component
public class UnmetNeedLedger {

  private static final int MONTHS = 12;

  private final JdbcClient db;
  private final Clock clock;

  UnmetNeedLedger(JdbcClient db, Clock clock) {
    this.db = db;
    this.clock = clock;
  }

  /** The last twelve months, this one included. */
  @Transactional(readOnly = true)
  public Ledger of(String schemeId) {
    var now = YearMonth.now(clock);
    var first = now.minusMonths(MONTHS - 1);
    var rows =
        db.sql(
                """
                select need, u.area_code, u.reason, count(distinct r.person_id) as people,
                  count(distinct r.person_id) filter (where u.recorded_on >= :half) as later,
                  count(distinct r.person_id) filter (where u.recorded_on < :half) as earlier
                from unmet_need u join referral r on r.referral_id = u.referral_id cross join lateral unnest(u.needs) as need
                where u.scheme_id = :scheme and u.recorded_on >= :from
                group by need, u.area_code, u.reason order by need, u.area_code nulls last, u.reason
                """)
            .param("scheme", schemeId)
            .param("from", Date.valueOf(first.atDay(1)))
            .param("half", Date.valueOf(now.minusMonths(MONTHS / 2 - 1).atDay(1)))
            .query(
                (row, n) ->
                    new Row(
                        row.getString("need"),
                        row.getString("area_code"),
                        row.getString("reason"),
                        SmallCount.of(row.getInt("people")),
                        Trend.of(SmallCount.of(row.getInt("earlier")), SmallCount.of(row.getInt("later")))))
            .list();
    var sorted = new ArrayList<>(rows);
    sorted.sort(Comparator.comparing(Row::people).reversed());
    return new Ledger(first, sorted, months(schemeId, first, now));
  }

  private List<Months> months(String schemeId, YearMonth first, YearMonth last) {
    var found = new LinkedHashMap<String, Map<YearMonth, SmallCount>>();
    db.sql(
            """
            select need, date_trunc('month', u.recorded_on)::date as month, count(distinct r.person_id) as people
            from unmet_need u join referral r on r.referral_id = u.referral_id cross join lateral unnest(u.needs) as need
            where u.scheme_id = :scheme and u.recorded_on >= :from group by need, month order by need, month
            """)
        .param("scheme", schemeId)
        .param("from", Date.valueOf(first.atDay(1)))
        .query(
            (row, n) ->
                found
                    .computeIfAbsent(row.getString("need"), need -> new LinkedHashMap<>())
                    .put(YearMonth.from(day(row.getDate("month"))), SmallCount.of(row.getInt("people"))))
        .list();
    var months = new ArrayList<Months>();
    found.forEach(
        (need, counts) -> {
          var all = new ArrayList<SmallCount>();
          for (var month = first; !month.isAfter(last); month = month.plusMonths(1)) {
            all.add(counts.getOrDefault(month, SmallCount.of(0)));
          }
          months.add(new Months(need, all, SmallCount.total(all)));
        });
    return months;
  }

  private static LocalDate day(Date day) {
    return day.toLocalDate();
  }

  /** The last six months against the six before, as far as both are shown. Words: {@code community.trend.<CODE>}. */
  public enum Trend {
    MORE,
    SAME,
    LESS,
    NOT_SHOWN;

    static Trend of(SmallCount earlier, SmallCount later) {
      if (earlier.hidden() || later.hidden()) {
        return NOT_SHOWN;
      }
      int change = Integer.compare(later.shown(), earlier.shown());
      return change > 0 ? MORE : change < 0 ? LESS : SAME;
    }
  }

  /**
   * @param from the first month
   * @param rows those with most people first
   */
  public record Ledger(YearMonth from, List<Row> rows, List<Months> months) {}

  /**
   * @param area code, or {@code null} where the person lives in none
   * @param reason code of what was missing
   */
  public record Row(String need, String area, String reason, SmallCount people, Trend trend) {}

  /**
   * @param people one number for each month, oldest first
   */
  public record Months(String need, List<SmallCount> people, SmallCount total) {}
}
