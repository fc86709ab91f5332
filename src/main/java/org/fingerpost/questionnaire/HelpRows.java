package org.fingerpost.questionnaire;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of requests for help. */
@Component
class HelpRows {

  private final JdbcClient db;

  HelpRows(JdbcClient db) {
    this.db = db;
  }

  void add(UUID helpId, String reference, String schemeId, String question, String asked, Instant now) {
    db.sql(
            """
            insert into application_help (help_id, reference, scheme_id, question, asked, asked_at, status)
            values (?, ?, ?, ?, ?, ?, 'OPEN')
            """)
        .params(helpId, reference, schemeId, question, asked, Timestamp.from(now))
        .update();
  }

  void started(UUID helpId, String processInstanceId) {
    db.sql("update application_help set process_instance_id = ? where help_id = ?").params(processInstanceId, helpId).update();
  }

  void due(UUID helpId, Instant due) {
    db.sql("update application_help set due_at = ? where help_id = ?").params(Timestamp.from(due), helpId).update();
  }

  /** How many rows it was: 0 if it was answered or not needed before. */
  int answered(UUID helpId, String answer, String by, Instant now) {
    return db.sql(
            """
            update application_help set status = 'ANSWERED', answer = ?, answered_by = ?, answered_at = ?
            where help_id = ? and status = 'OPEN'
            """)
        .params(answer, by, Timestamp.from(now), helpId)
        .update();
  }

  void notNeeded(UUID helpId) {
    db.sql("update application_help set status = 'NOT_NEEDED' where help_id = ? and status = 'OPEN'").param(helpId).update();
  }

  List<HelpAsked> of(String reference) {
    return find("reference = ? order by asked_at", reference);
  }

  HelpAsked get(UUID helpId) {
    return find("help_id = ?", helpId).stream()
        .findFirst()
        .orElseThrow(() -> new NoSuchElementException("No request for help " + helpId));
  }

  private List<HelpAsked> find(String which, Object param) {
    return db.sql("select * from application_help where " + which)
        .param(param)
        .query(
            (row, number) ->
                new HelpAsked(
                    row.getObject("help_id", UUID.class),
                    row.getString("reference"),
                    row.getString("scheme_id"),
                    row.getString("question"),
                    row.getString("asked"),
                    row.getTimestamp("asked_at").toInstant(),
                    row.getTimestamp("due_at") == null ? null : row.getTimestamp("due_at").toInstant(),
                    HelpAsked.State.valueOf(row.getString("status")),
                    row.getString("answer"),
                    row.getTimestamp("answered_at") == null ? null : row.getTimestamp("answered_at").toInstant(),
                    row.getString("answered_by"),
                    row.getString("process_instance_id")))
        .list();
  }
}
