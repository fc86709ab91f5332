package org.fingerpost.year;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The funnel of all referrals in a database, as a page: read from what was recorded, not from what was planned. */
final class FunnelReport {

  private final JdbcClient database;

  FunnelReport(JdbcClient database) {
    this.database = database;
  }

  String page(long seed, int practices) {
    var page = new StringBuilder();
    page.append("# A simulated year of Gloucestershire\n\n")
        .append("Written by `YearOfGloucestershireIT`, which lives the year through the real engine with the clock moved and fails when the\n")
        .append("year comes out differently from this page. Invented people; proportions and times as in the literature, not a forecast.\n\n")
        .append("Seed ").append(seed).append(", ").append(practices).append(" practices, first day 6 January 2025.\n\n")
        .append("## How far they got\n\n| Stage | Referrals | Of 100 received | In the literature |\n|---|---:|---:|---:|\n");
    var funnel = funnel();
    long received = funnel.get("Received");
    var literature = literature();
    funnel.forEach(
        (stage, count) ->
            page.append(
                String.format(
                    Locale.ROOT, "| %s | %d | %.0f | %s |%n", stage, count, 100.0 * count / received, literature.getOrDefault(stage, ""))));
    page.append("\n## How they ended\n\n| State | Reason | Referrals |\n|---|---|---:|\n");
    database
        .sql(
            """
            select coalesce(closed_state, 'OPEN') as state, coalesce(closure_reason, stage) as reason, count(*) as referrals
            from referral group by 1, 2 order by 1, 2""")
        .query()
        .listOfRows()
        .forEach(row -> page.append("| %s | %s | %s |%n".formatted(row.get("state"), row.get("reason"), row.get("referrals"))));
    page.append("\n## How long it took\n\nMedian days, 90th percentile in brackets.\n\n| From received to | Days |\n|---|---:|\n");
    times().forEach((step, days) -> page.append("| %s | %s |%n".formatted(step, days)));
    return page.toString();
  }

  private Map<String, Long> funnel() {
    var funnel = new LinkedHashMap<String, Long>();
    funnel.put("Received", count("select count(*) from referral"));
    funnel.put("Taken on by a link worker", count("select count(*) from referral where link_worker is not null"));
    funnel.put("Contacted", count("select count(distinct referral_id) from contact_attempt where result in ('REACHED', 'DECLINED')"));
    funnel.put("Agreed to talk", count("select count(distinct referral_id) from contact_attempt where result = 'REACHED'"));
    funnel.put("First conversation", count("select count(distinct referral_id) from conversation"));
    funnel.put("Introduced to an activity", count("select count(distinct referral_id) from introduction where status in ('ACCEPTED', 'WAITING_LIST')"));
    funnel.put(
        "Went at least once",
        count("select count(distinct referral_id) from check_in where attendance in ('ATTENDING', 'ATTENDED_ONCE')"));
    funnel.put("Outcome recorded", count("select count(*) from outcome"));
    funnel.put(
        "Measured before and after",
        count("select count(*) from (select referral_id from measure_record group by 1 having count(distinct occasion) > 1) paired"));
    return funnel;
  }

  private static Map<String, String> literature() {
    return Map.of(
        "Taken on by a link worker", "93",
        "Contacted", "76 (and 10 who say no)",
        "Agreed to talk", "76",
        "First conversation", "62 (24 to 86)",
        "Introduced to an activity", "50",
        "Went at least once", "41",
        "Measured before and after", "21");
  }

  private Map<String, String> times() {
    var times = new LinkedHashMap<String, String>();
    times.put("first contact", days("select referral_id, min(recorded_at) as then_at from contact_attempt group by 1"));
    times.put("first conversation", days("select referral_id, min(recorded_at) as then_at from conversation group by 1"));
    times.put("first offer answered", days("select referral_id, min(answered_at) as then_at from introduction group by 1"));
    times.put("outcome", days("select referral_id, recorded_at as then_at from outcome"));
    return times;
  }

  private String days(String then) {
    return database
        .sql(
            """
            select to_char(percentile_cont(0.5) within group (order by days), 'FM990') || ' ('
                || to_char(percentile_cont(0.9) within group (order by days), 'FM990') || ')'
            from (select (then_at at time zone 'Europe/London')::date - (received_at at time zone 'Europe/London')::date as days
                  from referral join (%s) later using (referral_id) where then_at is not null) taken"""
                .formatted(then))
        .query(String.class)
        .optional()
        .orElse("");
  }

  private long count(String sql) {
    return database.sql(sql).query(Long.class).single();
  }
}
