package org.fingerpost.year;

import java.sql.Timestamp;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The kite marks of the demo. While a year is lived none runs out, because nobody plays the organisations that would renew it; in the
 * copy they have different times to go, so that whoever moves the demo's clock by a year sees notices, a yearly check and an expiry.
 */
final class MarksAtTheEnd {

  private final JdbcClient database;

  MarksAtTheEnd(JdbcClient database) {
    this.database = database;
  }

  void areOfDifferentAges(Instant until) {
    database
        .sql(
            """
            update kitemark_award a
            set valid_until = cast(cast(:until as timestamptz) + make_interval(months => 3 + 5 * (n.place % 6)) as date),
                next_check_on = cast(cast(:until as timestamptz) + interval '4 months' as date)
            from (select award_id, cast(row_number() over (order by scheme_id, organisation_id) as integer) as place
                  from kitemark_award where status = 'CURRENT') n
            where n.award_id = a.award_id
            """)
        .param("until", Timestamp.from(until))
        .update();
    database
        .sql(
            """
            update organisation o set mark_until = a.valid_until from kitemark_award a
            where a.scheme_id = o.scheme_id and a.organisation_id = o.organisation_id and a.status = 'CURRENT'
            """)
        .update();
    // Each is looked at anew as soon as the demo starts, and plans its own next date.
    database
        .sql("update act_ru_job set duedate_ = :until where process_def_key_ = 'keep-mark' and type_ = 'timer'")
        .param("until", Timestamp.from(until))
        .update();
  }
}
