package org.fingerpost.audit.search;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fingerpost.audit.AuditReader;
import org.fingerpost.audit.AuditWords;
import org.fingerpost.audit.CaseKind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Looks for cases and entries, newest first, a page at a time: each page begins after the place where the one before ended, so that
 * the thousandth page costs what the first one does. The indexes are those of migration V028.
 */
@Component
class Search {

  /** Lines on one page of a kind. */
  static final int PAGE = 25;

  /** Lines of each kind where all kinds are looked through. */
  static final int FIRST = 5;

  private static final Set<String> STAGES =
      Set.of("RECEIVED", "ASSIGNED", "CONVERSATION", "INTRODUCED", "FOLLOW_UP", "OUTCOME_RECORDED");

  private final JdbcClient database;
  private final AuditReader reader;

  Search(JdbcClient database, AuditReader reader) {
    this.database = database;
    this.reader = reader;
  }

  /** What matches, by kind; kinds of which the question cannot be asked are left out. */
  @Transactional(readOnly = true)
  public Map<Kind, Page> find(Wanted wanted) {
    var found = new LinkedHashMap<Kind, Page>();
    for (var kind : Kind.values()) {
      boolean asked = wanted.kind() == null ? kind != Kind.ACTS || wanted.act() != null : wanted.kind() == kind;
      if (asked && kind.answers(wanted)) {
        found.put(kind, page(kind, wanted, wanted.kind() == null ? FIRST : PAGE));
      }
    }
    return found;
  }

  Page page(Kind kind, Wanted wanted, int size) {
    var asked = statement(kind, wanted, size);
    var rows =
        database
            .sql(asked.sql())
            .params(asked.params())
            .query((row, number) -> kind.ofEntries() ? entry(row) : hit(row))
            .list();
    boolean more = rows.size() > size;
    var shown = more ? rows.subList(0, size) : rows;
    return new Page(shown, more ? shown.get(size - 1).place() : null);
  }

  /** The statement itself, so that a test can ask the database how it would go about it. */
  Asked statement(Kind kind, Wanted wanted, int size) {
    var where = new ArrayList<String>();
    var params = new LinkedHashMap<String, Object>();
    var only = reader.onlyScheme();
    if (only != null) {
      where.add("(t.scheme_id = :only or t.scheme_id is null)");
      params.put("only", only);
    }
    if (wanted.scheme() != null) {
      where.add("t.scheme_id = :scheme");
      params.put("scheme", wanted.scheme());
    }
    if (wanted.from() != null) {
      where.add("t.at >= :from");
      params.put("from", start(wanted.from()));
    }
    if (wanted.to() != null) {
      where.add("t.at < :to");
      params.put("to", start(wanted.to().plusDays(1)));
    }
    if (kind.ofEntries()) {
      ofEntries(wanted, where, params);
    } else {
      ofCases(kind, wanted, where, params);
    }
    params.put("limit", size + 1);
    var sql =
        "select * from ("
            + kind.rows()
            + ") t"
            + (where.isEmpty() ? "" : " where " + String.join(" and ", where))
            + (kind.ofEntries() ? " order by t.audit_id desc" : " order by t.at desc, t.id desc")
            + " limit :limit";
    return new Asked(sql, params);
  }

  private static void ofEntries(Wanted wanted, List<String> where, Map<String, Object> params) {
    if (wanted.reference() != null) {
      where.add("t.subject = :reference");
      params.put("reference", wanted.reference());
    }
    if (wanted.who() != null) {
      where.add("t.actor_kind = 'STAFF' and t.who = :who");
      params.put("who", wanted.who());
    }
    if (wanted.act() != null) {
      where.add("t.state = :act");
      params.put("act", wanted.act());
    }
    if (wanted.after() != null && wanted.after().id().matches("\\d{1,18}")) {
      where.add("t.audit_id < :afterId");
      params.put("afterId", Long.parseLong(wanted.after().id()));
    }
  }

  private void ofCases(Kind kind, Wanted wanted, List<String> where, Map<String, Object> params) {
    if (wanted.reference() != null) {
      boolean whole = kind == Kind.DEPLOYMENTS || wanted.reference().length() == 12;
      where.add(whole ? "t.id = :reference" : "t.id like :reference escape '!'");
      params.put("reference", whole ? wanted.reference() : wanted.reference().replaceAll("([!%_])", "!$1") + "%");
    }
    if (wanted.who() != null) {
      where.add("t.who = :who");
      params.put("who", wanted.who());
    }
    if (wanted.state() != null) {
      state(kind, wanted.state(), where, params);
    }
    if (wanted.rule() != null) {
      where.add("exists (select 1 from %s and d.rule_ids @> array[cast(:rule as text)])".formatted(decisions(kind)));
      params.put("rule", wanted.rule());
    }
    if (wanted.model() != null) {
      model(kind, wanted.model(), where, params);
    }
    if (wanted.act() != null) {
      where.add("exists (select 1 from audit_entry e where e.subject_id = t.id and e.act = :act)");
      params.put("act", wanted.act());
    }
    if (wanted.after() != null) {
      where.add("(t.at, t.id) < (:afterAt, :afterId)");
      params.put("afterAt", wanted.after().at().atOffset(ZoneOffset.UTC));
      params.put("afterId", wanted.after().id());
    }
  }

  /** Of referrals each column is asked by itself, because each has its index. */
  private static void state(Kind kind, String state, List<String> where, Map<String, Object> params) {
    if (kind != Kind.REFERRALS) {
      where.add("t.state = :state");
    } else if (state.equals("OPEN")) {
      where.add("t.closed_state is null");
      return;
    } else {
      where.add(STAGES.contains(state) ? "t.closed_state is null and t.stage = :state" : "t.closed_state = :state");
    }
    params.put("state", state);
  }

  private static String decisions(Kind kind) {
    return kind == Kind.REFERRALS
        ? "decision_record d where d.referral_id = t.id"
        : "kept_answer d where d.subject_id = t.id";
  }

  private void model(Kind kind, Wanted.ModelVersion version, List<String> where, Map<String, Object> params) {
    params.put("definitions", definitions(version));
    if (kind == Kind.DEPLOYMENTS) {
      where.add(
          """
          (exists (select 1 from act_re_procdef d where d.deployment_id_ = t.id and d.id_ in (:definitions))
           or exists (select 1 from act_re_decision_def d where d.deployment_id_ = t.id and d.id_ in (:definitions)))""");
    } else {
      where.add(
          """
          (exists (select 1 from %s and d.definition_id in (:definitions))
           or exists (select 1 from act_hi_procinst p where p.business_key_ = t.id and p.proc_def_id_ in (:definitions)
                      and p.proc_def_key_ <> 'safeguarding-concern'))"""
              .formatted(decisions(kind)));
    }
  }

  /** The engine's ids of a version: one for the shared model, one for each scheme that has its own. Never empty. */
  private List<String> definitions(Wanted.ModelVersion version) {
    var ids =
        database
            .sql(
                """
                select id_ from act_re_procdef where key_ = :key and version_ = :version
                union all select id_ from act_re_decision_def where key_ = :key and version_ = :version""")
            .param("key", version.key())
            .param("version", version.version())
            .query(String.class)
            .list();
    return ids.isEmpty() ? List.of("-") : ids;
  }

  private static OffsetDateTime start(LocalDate day) {
    return day.atStartOfDay(AuditWords.LONDON).toOffsetDateTime();
  }

  private static Hit hit(ResultSet row) throws SQLException {
    var id = row.getString("id");
    return new Hit(
        id, CaseKind.path(id), instant(row), row.getString("scheme_id"), row.getString("who"), row.getString("state"), id);
  }

  private static Hit entry(ResultSet row) throws SQLException {
    var subject = row.getString("subject");
    var id = row.getString("audit_id");
    return new Hit(
        subject,
        CaseKind.path(subject) + "#act-" + id,
        instant(row),
        row.getString("scheme_id"),
        row.getString("who"),
        row.getString("state"),
        id);
  }

  private static Instant instant(ResultSet row) throws SQLException {
    return row.getObject("at", OffsetDateTime.class).toInstant();
  }

  /** Schemes that have a referral. Hops along the work list's index instead of reading every referral. */
  List<String> schemes() {
    var only = reader.onlyScheme();
    return hops("referral", "scheme_id").stream().filter(scheme -> only == null || only.equals(scheme)).toList();
  }

  /** Acts that anything was ever recorded for, found the same way. */
  List<String> acts() {
    return hops("audit_entry", "act");
  }

  private List<String> hops(String table, String column) {
    return database
        .sql(
            """
            with recursive hop as (
              (select %2$s as one from %1$s order by %2$s limit 1)
              union all
              select (select next.%2$s from %1$s next where next.%2$s > hop.one order by next.%2$s limit 1)
              from hop where hop.one is not null)
            select one from hop where one is not null"""
                .formatted(table, column))
        .query(String.class)
        .list();
  }

  record Asked(String sql, Map<String, Object> params) {}

  /**
   * @param next where the next page begins, or {@code null} on the last
   */
  record Page(List<Hit> hits, Place next) {}

  /**
   * One line.
   *
   * @param reference what it is about
   * @param path where its story is told
   * @param state a stage, an end, or an act
   * @param id what it stands in order by
   */
  record Hit(String reference, String path, Instant at, String schemeId, String who, String state, String id) {

    Place place() {
      return new Place(at, id);
    }
  }
}
