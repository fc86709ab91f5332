package org.fingerpost.workbench.draft;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.fingerpost.platform.CurrentActor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who has a file of a draft open. An editor is heard of every few seconds; one that is silent has been closed. */
@Component
class Visits {

  private static final Duration SILENT = Duration.ofSeconds(20);

  private final JdbcClient database;
  private final CurrentActor actor;
  private final Clock clock;

  Visits(JdbcClient database, CurrentActor actor, Clock clock) {
    this.database = database;
    this.actor = actor;
    this.clock = clock;
  }

  /**
   * Says that the reader has the file open.
   *
   * @return user ids of the others who have
   */
  @Transactional
  List<String> here(UUID draft, String file) {
    database
        .sql(
            """
            insert into model_draft_visit (draft_id, name, user_id, seen_at)
            select draft_id, ?, ?, ? from model_draft where draft_id = ?
            on conflict (draft_id, name, user_id) do update set seen_at = excluded.seen_at""")
        .params(file, actor.get().id(), Timestamp.from(clock.instant()), draft)
        .update();
    return others(draft, file);
  }

  /** User ids of everybody else who has the file open. */
  @Transactional(readOnly = true)
  List<String> others(UUID draft, String file) {
    return database
        .sql("select user_id from model_draft_visit where draft_id = ? and name = ? and user_id <> ? and seen_at > ? order by user_id")
        .params(draft, file, actor.get().id(), Timestamp.from(clock.instant().minus(SILENT)))
        .query(String.class)
        .list();
  }

  /** Says that the reader has closed the file. */
  @Transactional
  void gone(UUID draft, String file) {
    database
        .sql("delete from model_draft_visit where draft_id = ? and name = ? and user_id = ?")
        .params(draft, file, actor.get().id())
        .update();
  }
}
