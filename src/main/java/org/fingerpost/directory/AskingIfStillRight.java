package org.fingerpost.directory;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.fingerpost.notification.Purpose;
import org.fingerpost.platform.DailyWork;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Asks every organisation once a quarter whether its entry is still right, unless it has said so meanwhile. */
@Component
class AskingIfStillRight implements DailyWork {

  private static final int MONTHS = 3;

  private final JdbcClient db;
  private final OwnEntry ownEntry;
  private final Clock clock;

  AskingIfStillRight(JdbcClient db, OwnEntry ownEntry, Clock clock) {
    this.db = db;
    this.ownEntry = ownEntry;
    this.clock = clock;
  }

  @Override
  @Transactional
  public int begin() {
    LocalDate today = LocalDate.now(clock);
    List<String[]> due =
        db.sql(
                """
                update organisation set reminded_on = :today
                 where (scheme_id, organisation_id) in (
                         select scheme_id, organisation_id from organisation
                          where status <> 'INACTIVE' and email is not null
                            and greatest(confirmed_on, reminded_on) <= :before
                          order by scheme_id, organisation_id
                          for update skip locked)
                returning scheme_id, organisation_id
                """)
            .param("today", today)
            .param("before", today.minusMonths(MONTHS))
            .query((row, number) -> new String[] {row.getString(1), row.getString(2)})
            .list();
    due.forEach(id -> ownEntry.send(id[0], id[1], Purpose.DIRECTORY_STILL_RIGHT));
    return due.size();
  }
}
