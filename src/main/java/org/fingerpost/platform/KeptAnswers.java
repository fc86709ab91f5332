package org.fingerpost.platform;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What decision tables said about organisations, groups and grants, with the facts they were given: enough to explain each answer
 * years later, in the words of the version that gave it. A referral's answers are kept by {@code eligibility}, next to who confirmed
 * them.
 */
@Component
public class KeptAnswers {

  private final JdbcClient db;
  private final ObjectMapper json;
  private final Clock clock;

  KeptAnswers(JdbcClient db, ObjectMapper json, Clock clock) {
    this.db = db;
    this.json = json;
    this.clock = clock;
  }

  /**
   * Keeps an answer in the transaction of the act it is for.
   *
   * @param subjectType as in {@link AuditEvent}
   * @param facts coded facts by input name: flags, numbers, codes
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void keep(
      String subjectType, String subjectId, String schemeId, Decisions.Answer answer, Map<String, Object> facts) {
    keep(
        subjectType,
        subjectId,
        schemeId,
        new Decisions.Collected(
            answer.decisionKey(),
            answer.definitionId(),
            answer.version(),
            answer.ownTable(),
            answer.ruleIds(),
            List.of(answer.outputs())),
        facts);
  }

  /** The same for a table of which several rows may answer. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void keep(
      String subjectType, String subjectId, String schemeId, Decisions.Collected answer, Map<String, Object> facts) {
    db.sql(
            """
            insert into kept_answer (kept_answer_id, subject_type, subject_id, scheme_id, decision_key, definition_id,
              definition_version, own_table, rule_ids, facts, outputs, decided_at)
            values (:id, :type, :subject, :scheme, :key, :definition, :version, :own, :rules, cast(:facts as jsonb),
              cast(:outputs as jsonb), :now)
            """)
        .param("id", UUID.randomUUID())
        .param("type", subjectType)
        .param("subject", subjectId)
        .param("scheme", schemeId)
        .param("key", answer.decisionKey())
        .param("definition", answer.definitionId())
        .param("version", answer.version())
        .param("own", answer.ownTable())
        .param("rules", answer.ruleIds().toArray(String[]::new))
        .param("facts", written(facts))
        .param("outputs", written(answer.rows()))
        .param("now", Timestamp.from(clock.instant()))
        .update();
  }

  /** Everything tables have said about a subject, newest first. */
  @Transactional(readOnly = true)
  public List<KeptAnswer> of(String subjectType, String subjectId) {
    return db.sql(
            """
            select * from kept_answer where subject_type = :type and subject_id = :subject
            order by decided_at desc, kept_answer_id
            """)
        .param("type", subjectType)
        .param("subject", subjectId)
        .query((row, number) -> answer(row))
        .list();
  }

  private KeptAnswer answer(ResultSet row) throws SQLException {
    return new KeptAnswer(
        row.getString("scheme_id"),
        new Decisions.Collected(
            row.getString("decision_key"),
            row.getString("definition_id"),
            row.getInt("definition_version"),
            row.getBoolean("own_table"),
            List.of((String[]) row.getArray("rule_ids").getArray()),
            read(row.getString("outputs"), new TypeReference<>() {})),
        read(row.getString("facts"), new TypeReference<>() {}),
        row.getTimestamp("decided_at").toInstant());
  }

  private String written(Object value) {
    try {
      return json.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("Facts and answers must be flags, numbers and codes", e);
    }
  }

  private <T> T read(String text, TypeReference<T> type) {
    try {
      return json.readValue(text, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("kept_answer holds something that is not JSON", e);
    }
  }

  /**
   * @param answer which version said it, by which rows, and what
   * @param facts by input name
   */
  public record KeptAnswer(String schemeId, Decisions.Collected answer, Map<String, Object> facts, Instant at) {}
}
