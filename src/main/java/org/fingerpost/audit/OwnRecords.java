package org.fingerpost.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fingerpost.platform.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What Fingerpost itself keeps about a referral that belongs in its story: audit entries, decisions
 * with their facts, and the purposes of messages. Reads no name, no address and nothing that
 * anybody wrote in words.
 */
@Component
class OwnRecords {

  private static final TypeReference<LinkedHashMap<String, Object>> BY_NAME =
      new TypeReference<>() {};

  private final JdbcClient database;
  private final ObjectMapper json;

  OwnRecords(JdbcClient database, ObjectMapper json) {
    this.database = database;
    this.json = json;
  }

  List<StoryLine> acts(String referralId) {
    return database
        .sql(
            """
            select audit_id, at, actor_kind, actor_id, act, details::text as details
            from audit_entry where subject_id = :referral order by audit_id
            """)
        .param("referral", referralId)
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
                    read(row.getString("details"))))
        .list();
  }

  /**
   * Decisions about the person, each with the facts it was made on. A team lead's reason is named
   * as kept, never shown.
   */
  List<DecisionKept> decisions(String referralId) {
    return database
        .sql(
            """
            select decision_record_id, decision_key, definition_id, definition_version, own_table, rule_ids,
                   facts::text as facts,
                   outputs::text as outputs, decided_at, confirmed_route, confirmed_by, confirmed_at,
                   confirmed_reason is not null as reason_kept
            from decision_record where referral_id = :referral order by decided_at
            """)
        .param("referral", referralId)
        .query((row, number) -> decision(row))
        .list();
  }

  List<StoryLine> messages(String referralId) {
    var lines = new ArrayList<StoryLine>();
    database
        .sql(
            """
            select message_id, purpose, language, status, tries, created_at, sent_at
            from outbox_message where referral_id = :referral order by created_at
            """)
        .param("referral", referralId)
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
            });
    return lines;
  }

  /** Display names of members of staff by user id, as far as they have an account. */
  Map<String, String> staffNames(List<String> userIds) {
    var names = new HashMap<String, String>();
    if (!userIds.isEmpty()) {
      database
          .sql("select user_id, display_name from staff_account where user_id in (:users)")
          .param("users", userIds)
          .query(
              row -> {
                names.put(row.getString("user_id"), row.getString("display_name"));
              });
    }
    return names;
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
    details.put("outputs", read(row.getString("outputs")));
    details.put("facts", read(row.getString("facts")));
    if (row.getString("confirmed_route") != null) {
      details.put("confirmedRoute", row.getString("confirmed_route"));
      details.put("confirmedBy", row.getString("confirmed_by"));
      details.put("reasonKept", row.getBoolean("reason_kept"));
    }
    var line =
        new StoryLine(
            StoryLine.anchor("decision", row.getString("decision_record_id"), ""),
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

  private Map<String, Object> read(String text) {
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
