package org.fingerpost.platform.engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The table of drafts. Rows go with their task by foreign key; what is left alone too long goes at night. */
@Component
class DraftRows {

  private static final TypeReference<LinkedHashMap<String, Object>> BY_FIELD = new TypeReference<>() {};

  private final JdbcClient database;
  private final ObjectMapper json;
  private final Clock clock;
  private final Duration kept;

  DraftRows(
      JdbcClient database, ObjectMapper json, Clock clock, @Value("${fingerpost.keep-drafts:P30D}") Duration kept) {
    this.database = database;
    this.json = json;
    this.clock = clock;
    this.kept = kept;
  }

  Optional<Draft> find(String taskId, String formId) {
    return database
        .sql("select user_id, answers::text as answers, revision, changed_at from task_draft where task_id = ? and form_id = ?")
        .params(taskId, formId)
        .query(this::draft)
        .optional();
  }

  /**
   * Keeps a draft in place of the one it is based on.
   *
   * @param based the revision that was shown to whoever typed; 0 if there was none
   * @return the new revision, or empty if the draft has changed since it was shown
   */
  Optional<Integer> keep(String taskId, String formId, String userId, int based, Map<String, Object> answers) {
    return database
        .sql(
            """
            insert into task_draft as kept (task_id, form_id, user_id, answers, revision, changed_at)
            values (?, ?, ?, cast(? as jsonb), 1, ?)
            on conflict (task_id) do update
              set form_id = excluded.form_id, user_id = excluded.user_id, answers = excluded.answers,
                  revision = kept.revision + 1, changed_at = excluded.changed_at
              where kept.revision = ?
            returning revision
            """)
        .params(taskId, formId, userId, written(answers), Timestamp.from(clock.instant()), based)
        .query(Integer.class)
        .optional();
  }

  void discard(String taskId) {
    database.sql("delete from task_draft where task_id = ?").param(taskId).update();
  }

  /** Forgets what nobody has gone on with for a month. */
  @Scheduled(cron = "0 50 3 * * *")
  @Transactional
  public void forgetOld() {
    database
        .sql("delete from task_draft where changed_at < ?")
        .param(Timestamp.from(clock.instant().minus(kept)))
        .update();
  }

  private Draft draft(ResultSet row, int number) throws SQLException {
    try {
      return new Draft(
          row.getString("user_id"),
          json.readValue(row.getString("answers"), BY_FIELD),
          row.getInt("revision"),
          row.getTimestamp("changed_at").toInstant());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A draft is not the JSON that was written", e);
    }
  }

  private String written(Map<String, Object> answers) {
    try {
      return json.writeValueAsString(answers);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Texts, numbers and flags can always be written as JSON", e);
    }
  }

  /** A draft as it is kept. */
  record Draft(String userId, Map<String, Object> answers, int revision, Instant changedAt) {

    /** Nothing of what was typed. */
    @Override
    public String toString() {
      return "Draft[" + revision + "]";
    }
  }
}
