package org.fingerpost.introduction;

import java.sql.Date;
import java.time.LocalDate;
import java.util.List;
import org.fingerpost.directory.AnswersSoFar;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells the directory how organisations answered: which activity, when, yes or no, and nothing about whom. */
@Component
class AnswersGiven implements AnswersSoFar {

  private final JdbcClient db;

  AnswersGiven(JdbcClient db) {
    this.db = db;
  }

  @Override
  public List<Answered> since(LocalDate day) {
    return db.sql(
            """
            select scheme_id, activity_id, (offered_at at time zone 'Europe/London')::date,
                   (answered_at at time zone 'Europe/London')::date, status <> 'DECLINED' and decline_reason is null
              from introduction
             where answered_at is not null and offered_at >= :since
            """)
        .param("since", Date.valueOf(day))
        .query(
            (row, number) ->
                new Answered(
                    row.getString(1),
                    row.getString(2),
                    row.getObject(3, LocalDate.class),
                    row.getObject(4, LocalDate.class),
                    row.getBoolean(5)))
        .list();
  }
}
