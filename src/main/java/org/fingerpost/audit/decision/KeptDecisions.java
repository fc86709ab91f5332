package org.fingerpost.audit.decision;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.fingerpost.audit.decision.KeptDecision.Deployed;
import org.fingerpost.audit.decision.KeptDecision.Settled;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads decisions about referrals and about organisations, groups and grants, with what people made of them. */
@Component
class KeptDecisions {

  private final JdbcClient database;
  private final ObjectMapper json;

  KeptDecisions(JdbcClient database, ObjectMapper json) {
    this.database = database;
    this.json = json;
  }

  Optional<KeptDecision> find(UUID id) {
    return ofReferral(id).or(() -> ofOthers(id));
  }

  private Optional<KeptDecision> ofReferral(UUID id) {
    return database
        .sql("select *, outputs::text as answers, facts::text as given from decision_record where decision_record_id = ?")
        .param(id)
        .query(
            (row, number) -> {
              var answer = read(row.getString("answers"), new TypeReference<LinkedHashMap<String, Object>>() {});
              var route = row.getString("confirmed_route");
              var settled =
                  route == null
                      ? null
                      : new Settled(
                          route,
                          !route.equals(answer.get("route")),
                          row.getString("confirmed_by"),
                          instant(row, "confirmed_at"),
                          row.getString("confirmed_code"),
                          row.getString("confirmed_reason") != null);
              return decision(row, row.getString("decision_record_id"), row.getString("referral_id"), List.of(answer), settled);
            })
        .optional();
  }

  private Optional<KeptDecision> ofOthers(UUID id) {
    return database
        .sql("select *, outputs::text as answers, facts::text as given from kept_answer where kept_answer_id = ?")
        .param(id)
        .query(
            (row, number) ->
                decision(
                    row,
                    row.getString("kept_answer_id"),
                    row.getString("subject_id"),
                    read(row.getString("answers"), new TypeReference<List<Map<String, Object>>>() {}),
                    null))
        .optional()
        .map(this::settled);
  }

  /** Who decided after a proposal about a mark or a grant stands with the case, next to the proposal. */
  private KeptDecision settled(KeptDecision kept) {
    var sql =
        switch (kept.decisionKey()) {
          case "kitemark-level" ->
              """
              select decided_level as settled_as, decided_level is distinct from :answer as changed, assessor as by,
                     decided_at as at, decision as code, reason is not null as kept
              from kitemark_assessment
              where application_reference = :subject and decided_at is not null and proposed_at >= :at
              order by proposed_at limit 1""";
          case "grant-award" ->
              """
              select decision as settled_as, (decision = 'AWARD') <> (:answer like 'AWARD%') as changed, decided_by as by,
                     decided_at as at, null as code, decision_reason is not null as kept
              from project_grant where reference = :subject and decided_at >= :at""";
          case "grant-eligibility" ->
              """
              select outcome as settled_as, outcome is distinct from :answer as changed, outcome_by as by,
                     (select max(e.at) from audit_entry e where e.subject_id = reference and e.act = 'grant.outcome-confirmed') as at,
                     null as code, outcome_reason is not null as kept
              from project_grant where reference = :subject and outcome_by is not null and cast(:at as timestamptz) is not null""";
          default -> null;
        };
    if (sql == null) {
      return kept;
    }
    var settled =
        database
            .sql(sql)
            .param("subject", kept.subjectId())
            .param("answer", answer(kept))
            .param("at", kept.decidedAt().atOffset(java.time.ZoneOffset.UTC))
            .query(
                (row, number) ->
                    new Settled(
                        row.getString("settled_as"),
                        row.getBoolean("changed"),
                        row.getString("by"),
                        instant(row, "at"),
                        row.getString("code"),
                        row.getBoolean("kept")))
            .optional();
    return new KeptDecision(
        kept.id(), kept.subjectId(), kept.schemeId(), kept.decisionKey(), kept.definitionId(), kept.version(), kept.ownTable(),
        kept.ruleIds(), kept.facts(), kept.answers(), kept.decidedAt(), settled.orElse(null));
  }

  /** What was proposed: the answer that a person settles, whatever else the table answered. */
  private static String answer(KeptDecision kept) {
    var name =
        switch (kept.decisionKey()) {
          case "kitemark-level" -> "level";
          case "grant-award" -> "proposal";
          default -> "outcome";
        };
    return kept.answers().stream().map(answer -> String.valueOf(answer.get(name))).findFirst().orElse("");
  }

  /** How a version of a table was deployed; empty where no deployment of it is on record. */
  Optional<Deployed> deployment(String definitionId) {
    return database
        .sql(
            """
            select m.deployment_id, m.deployed_by, m.reason, m.source, m.deployed_at,
                   m.resources ->> d.resource_name_ = encode(sha256(convert(b.bytes_, 'LATIN1', 'UTF8')), 'hex') as unaltered
            from act_re_decision_def d
            join model_deployment m on m.deployment_id = d.deployment_id_
            join act_ge_bytearray b on b.deployment_id_ = d.deployment_id_ and b.name_ = d.resource_name_
            where d.id_ = ?""")
        .param(definitionId)
        .query(
            (row, number) ->
                new Deployed(
                    row.getString("deployment_id"),
                    row.getString("deployed_by"),
                    row.getString("reason"),
                    row.getString("source"),
                    instant(row, "deployed_at"),
                    row.getBoolean("unaltered")))
        .optional();
  }

  private KeptDecision decision(
      ResultSet row, String id, String subject, List<Map<String, Object>> answers, Settled settled) throws SQLException {
    return new KeptDecision(
        id,
        subject,
        row.getString("scheme_id"),
        row.getString("decision_key"),
        row.getString("definition_id"),
        row.getInt("definition_version"),
        row.getBoolean("own_table"),
        List.of((String[]) row.getArray("rule_ids").getArray()),
        read(row.getString("given"), new TypeReference<LinkedHashMap<String, Object>>() {}),
        answers,
        instant(row, "decided_at"),
        settled);
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    var at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }

  private <T> T read(String text, TypeReference<T> type) {
    try {
      return json.readValue(text, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A jsonb column holds JSON", e);
    }
  }
}
