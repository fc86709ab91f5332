package org.fingerpost.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fingerpost.platform.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What Fingerpost itself keeps about a case that belongs in its story: audit entries, decisions
 * with their facts, and the purposes of messages. Reads no name, no address and nothing that
 * anybody wrote in words.
 */
@Component
class OwnRecords {

  private static final TypeReference<LinkedHashMap<String, Object>> BY_NAME =
      new TypeReference<>() {};

  /** Acts of one subject on one page; the search has the rest. */
  static final int MOST = 2000;

  private final JdbcClient database;
  private final ObjectMapper json;

  OwnRecords(JdbcClient database, ObjectMapper json) {
    this.database = database;
    this.json = json;
  }

  /**
   * What is on record about a subject, oldest first; of a very long record the newest {@link #MOST}. Who looks into a concern about
   * somebody's safety learns who read it and when, and nothing of what was decided.
   */
  List<StoryLine> acts(String subjectId) {
    return database
        .sql(
            """
            select * from (
              select audit_id, at, actor_kind, actor_id, act,
                     case when subject_type = 'safeguarding-concern' then '{}' else details::text end as details,
                     via
              from audit_entry where subject_id = :subject order by audit_id desc limit :most) newest
            order by audit_id
            """)
        .param("subject", subjectId)
        .param("most", MOST)
        .query(
            (row, number) ->
                new StoryLine(
                    StoryLine.anchor("act", row.getLong("audit_id"), ""),
                    instant(row, "at"),
                    List.of(row.getLong("audit_id")),
                    Happening.ACT,
                    row.getString("act"),
                    new Actor(
                        Actor.Kind.valueOf(row.getString("actor_kind")), row.getString("actor_id")),
                    null,
                    null,
                    details(row)))
        .list();
  }

  private Map<String, Object> details(ResultSet row) throws SQLException {
    var details = read(row.getString("details"));
    if (row.getString("via") != null) {
      details.put("cameFrom", row.getString("via"));
    }
    return details;
  }

  /**
   * Decisions of the case, each with the facts it was made on. A person's reason is named
   * as kept, never shown.
   */
  List<DecisionKept> decisions(String reference) {
    return database
        .sql(
            """
            select decision_record_id as id, decision_key, definition_id, definition_version, own_table, rule_ids,
                   facts::text as facts,
                   outputs::text as outputs, decided_at, confirmed_route, confirmed_by, confirmed_at,
                   confirmed_reason is not null as reason_kept
            from decision_record where referral_id = :reference
            union all
            select kept_answer_id, decision_key, definition_id, definition_version, own_table, rule_ids, facts::text,
                   jsonb_build_object('rows', outputs)::text, decided_at, null, null, null, false
            from kept_answer where subject_id = :reference
            order by decided_at, id
            """)
        .param("reference", reference)
        .query((row, number) -> decision(row))
        .list();
  }

  /** Messages of a case: a referral's stand under its reference, any other's under the key that keeps them from being sent twice. */
  List<StoryLine> messages(String reference) {
    var lines = new ArrayList<StoryLine>();
    database
        .sql(
            """
            select message_id, purpose, language, status, tries, created_at, sent_at, removed_at
            from outbox_message where referral_id = :reference
            union all
            select message_id, purpose, language, status, tries, created_at, sent_at, removed_at
            from outbox_message
            where referral_id is null and split_part(dedup_key, ':', 2) in (
              select cast(:reference as text)
              union all
              select s.suspension_id::text from kitemark_suspension s join kitemark_award w using (award_id)
              where w.application_reference = :reference
              union all
              select help_id::text from application_help where reference = :reference)
            order by created_at
            """)
        .param("reference", reference)
        .query(
            row -> {
              var details = new LinkedHashMap<String, Object>();
              details.put("language", row.getString("language"));
              details.put("status", row.getString("status"));
              lines.add(message(row, "written", "created_at", Happening.MESSAGE_WRITTEN, details));
              if (row.getObject("sent_at") != null) {
                lines.add(
                    message(
                        row,
                        "sent",
                        "sent_at",
                        Happening.MESSAGE_SENT,
                        Map.of("tries", row.getInt("tries"))));
              }
              if (row.getObject("removed_at") != null) {
                long days = Duration.between(instant(row, "sent_at"), instant(row, "removed_at")).toDays();
                lines.add(message(row, "removed", "removed_at", Happening.MESSAGE_REMOVED, Map.of("daysAfter", days)));
              }
            });
    return lines;
  }

  private static StoryLine message(
      ResultSet row,
      String moment,
      String timeColumn,
      Happening happening,
      Map<String, Object> details)
      throws SQLException {
    return new StoryLine(
        StoryLine.anchor("message", row.getString("message_id"), moment),
        instant(row, timeColumn),
        List.of(),
        happening,
        row.getString("purpose"),
        null,
        null,
        null,
        details);
  }

  private DecisionKept decision(ResultSet row) throws SQLException {
    var details = new LinkedHashMap<String, Object>();
    details.put("table", row.getString("decision_key"));
    details.put("tableVersion", row.getInt("definition_version"));
    details.put("ownTable", row.getBoolean("own_table"));
    details.put("rules", texts(row.getArray("rule_ids")));
    details.put("outputs", answers(read(row.getString("outputs"))));
    details.put("facts", read(row.getString("facts")));
    if (row.getString("confirmed_route") != null) {
      details.put("confirmedRoute", row.getString("confirmed_route"));
      details.put("confirmedBy", row.getString("confirmed_by"));
      details.put("reasonKept", row.getBoolean("reason_kept"));
    }
    var line =
        new StoryLine(
            StoryLine.anchor("decision", row.getString("id"), ""),
            instant(row, "decided_at"),
            List.of(),
            Happening.DECIDED,
            row.getString("decision_key"),
            null,
            null,
            null,
            details);
    return new DecisionKept(row.getString("definition_id"), line);
  }

  /** A table of which several rows may answer keeps a list; where one did, it reads like any other. */
  private static Object answers(Map<String, Object> outputs) {
    if (outputs.get("rows") instanceof List<?> rows) {
      return rows.size() == 1 ? rows.get(0) : rows;
    }
    return outputs;
  }

  private LinkedHashMap<String, Object> read(String text) {
    try {
      return json.readValue(text, BY_NAME);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A jsonb column holds JSON", e);
    }
  }

  private static List<String> texts(Array array) throws SQLException {
    return List.of((String[]) array.getArray());
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  /**
   * A decision and the exact definition that made it, so that the engine's own note of the same
   * evaluation is not told twice.
   *
   * @param definitionId the engine's id of the table's version
   */
  record DecisionKept(String definitionId, StoryLine line) {}
}
