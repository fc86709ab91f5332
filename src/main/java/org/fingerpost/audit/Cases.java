package org.fingerpost.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds a case of any kind by its reference, by codes only, for whoever may see its scheme. */
@Component
class Cases {

  private final JdbcClient database;
  private final AuditReader reader;

  Cases(JdbcClient database, AuditReader reader) {
    this.database = database;
    this.reader = reader;
  }

  /** Empty if there is no such case, or if it lies outside the reader's scheme. */
  Optional<AuditedCase> find(String reference) {
    if (!CaseKind.isSubject(reference)) {
      return Optional.empty();
    }
    var kind = CaseKind.of(reference);
    var found = kind == null ? withoutReference(reference) : byReference(kind, reference);
    return found.filter(known -> reader.maySee(known.schemeId()));
  }

  private Optional<AuditedCase> byReference(CaseKind kind, String reference) {
    var found =
        switch (kind) {
          case REFERRAL -> referral(reference);
          case KITEMARK -> kitemark(reference);
          case GRANT -> grant(reference);
          case SUPPORT, NEW_GROUP -> group(kind, reference);
          default -> Optional.<AuditedCase>empty();
        };
    return found.or(() -> byActs(kind, reference));
  }

  private Optional<AuditedCase> withoutReference(String id) {
    return deployment(id).or(() -> account(id)).or(() -> byActs(CaseKind.OTHER, id));
  }

  private Optional<AuditedCase> referral(String reference) {
    return one(
        """
        select scheme_id, received_at as begun, coalesce(closed_state, stage) as stage,
               source_code as "sourceCode", route as route, link_worker as "linkWorker"
        from referral where referral_id = ?""",
        CaseKind.REFERRAL,
        reference,
        "sourceCode", "route", "linkWorker");
  }

  private Optional<AuditedCase> kitemark(String reference) {
    return one(
        """
        select coalesce(a.scheme_id, m.scheme_id) as scheme_id, coalesce(a.started_at, m.awarded_on::timestamp at time zone 'Europe/London') as begun,
               coalesce(m.status, k.ended, k.step, a.status) as stage, coalesce(m.organisation_id, a.organisation_id) as organisation,
               m.level as "markLevel", m.awarded_on as "awardedOn", m.valid_until as "validUntil"
        from (select cast(? as text) as reference) wanted
        left join application a on a.reference = wanted.reference
        left join kitemark_case k on k.application_reference = wanted.reference
        left join lateral (select * from kitemark_award w where w.application_reference = wanted.reference
                           order by w.awarded_on desc limit 1) m on true
        where a.reference is not null or m.award_id is not null""",
        CaseKind.KITEMARK,
        reference,
        "organisation", "markLevel", "awardedOn", "validUntil");
  }

  private Optional<AuditedCase> grant(String reference) {
    return one(
        """
        select coalesce(g.scheme_id, a.scheme_id) as scheme_id, coalesce(g.applied_at, a.started_at) as begun,
               coalesce(g.state, a.status) as stage, coalesce(g.organisation_id, a.organisation_id) as organisation,
               g.decided_by as "decidedBy", g.paid_by as "paidBy"
        from (select cast(? as text) as reference) wanted
        left join project_grant g on g.reference = wanted.reference
        left join application a on a.reference = wanted.reference
        where g.reference is not null or a.reference is not null""",
        CaseKind.GRANT,
        reference,
        "organisation", "decidedBy", "paidBy");
  }

  private Optional<AuditedCase> group(CaseKind kind, String reference) {
    return one(
        """
        select scheme_id, received_at as begun, state as stage, area_code as area, officer, organisation_id as organisation
        from community_group where reference = ?""",
        kind,
        reference,
        "area", "officer", "organisation");
  }

  private Optional<AuditedCase> deployment(String id) {
    return one(
        """
        select scheme_id, deployed_at as begun, null as stage, source, deployed_by as "deployedBy", reason as "deployReason",
               left(bundle_hash, 16) as bundle, (select count(*) from jsonb_object_keys(resources)) as files
        from model_deployment where deployment_id = ?""",
        CaseKind.DEPLOYMENT,
        id,
        "source", "deployedBy", "deployReason", "bundle", "files");
  }

  private Optional<AuditedCase> account(String userId) {
    return one(
        """
        select scheme_id, null as begun, null as stage, array_to_string(roles, ', ') as roles, active
        from staff_account where user_id = ?""",
        CaseKind.ACCOUNT,
        userId,
        "roles", "active");
  }

  /** What has a record and no table that this module knows. */
  private Optional<AuditedCase> byActs(CaseKind kind, String id) {
    return database
        .sql(
            """
            select scheme_id, at, subject_type from audit_entry where subject_id = ? order by audit_id limit 1""")
        .param(id)
        .query(
            (row, number) ->
                new AuditedCase(
                    kind,
                    id,
                    row.getString("scheme_id"),
                    instant(row, "at"),
                    null,
                    kind == CaseKind.OTHER ? Map.of("subjectType", row.getString("subject_type")) : Map.of()))
        .optional();
  }

  private Optional<AuditedCase> one(String sql, CaseKind kind, String reference, String... facts) {
    return database
        .sql(sql)
        .param(reference)
        .query(
            (row, number) -> {
              var byName = new LinkedHashMap<String, Object>();
              for (var fact : facts) {
                byName.put(fact, row.getString(fact));
              }
              return new AuditedCase(
                  kind, reference, row.getString("scheme_id"), instant(row, "begun"), row.getString("stage"), byName);
            })
        .optional();
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    var at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }
}
