package org.fingerpost.audit.proof;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.fingerpost.audit.proof.log.CanonicalJson;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What lies outside the log and is bound to it by a hash: the engine's history of an ended process, what tables decided about its
 * subject, and the models of a deployment; each in one form only, so that the same rows always give the same bytes.
 */
class BoundEvidence {

  /** Each table of the history by process instance, in an order that does not change. */
  private static final Map<String, String> HISTORY = new LinkedHashMap<>();

  static {
    HISTORY.put("processes", "select %s from act_hi_procinst t where t.proc_inst_id_ in (:instances) order by t.proc_inst_id_");
    HISTORY.put("activities", "select %s from act_hi_actinst t where t.proc_inst_id_ in (:instances) order by t.id_");
    HISTORY.put("tasks", "select %s from act_hi_taskinst t where t.proc_inst_id_ in (:instances) order by t.id_");
    HISTORY.put("variables", "select %s from act_hi_varinst t where t.proc_inst_id_ in (:instances) order by t.id_");
    HISTORY.put("changes", "select %s from act_hi_detail t where t.proc_inst_id_ in (:instances) order by t.id_");
    HISTORY.put("operations", "select %s from act_hi_op_log t where t.proc_inst_id_ in (:instances) order by t.id_");
    HISTORY.put("decisions", "select %s from act_hi_decinst t where t.proc_inst_id_ in (:instances) order by t.id_");
    HISTORY.put(
        "inputs",
        "select %s from act_hi_dec_in t join act_hi_decinst d on d.id_ = t.dec_inst_id_ where d.proc_inst_id_ in (:instances) order by t.id_");
    HISTORY.put(
        "outputs",
        "select %s from act_hi_dec_out t join act_hi_decinst d on d.id_ = t.dec_inst_id_ where d.proc_inst_id_ in (:instances) order by t.id_");
  }

  /** A row without what retention stamps on it, and without columns that hold nothing: a newer engine may bring more of those. */
  private static final String ROW = "jsonb_strip_nulls(to_jsonb(t) - 'removal_time_')::text";

  private final JdbcClient db;

  BoundEvidence(JdbcClient db) {
    this.db = db;
  }

  /**
   * The history of a process and of all that it called, with everything in it.
   *
   * @return empty bytes when nothing is left of it
   */
  byte[] history(String instance) {
    var instances = instances(instance);
    if (instances.isEmpty()) {
      return new byte[0];
    }
    var tables = new TreeMap<String, Object>();
    HISTORY.forEach(
        (name, sql) ->
            tables.put(
                name,
                db.sql(sql.formatted(ROW)).param("instances", instances).query(String.class).list().stream()
                    .map(CanonicalJson::read)
                    .toList()));
    return CanonicalJson.bytes(tables);
  }

  /** Called processes carry the business key of their caller, which is how they are found quickly. */
  private List<String> instances(String root) {
    return db.sql(
            """
            with recursive tree as (
              select p.proc_inst_id_ from act_hi_procinst p where p.proc_inst_id_ = :root
              union
              select p.proc_inst_id_ from act_hi_procinst p join tree on p.super_process_instance_id_ = tree.proc_inst_id_
              where p.business_key_ = (select r.business_key_ from act_hi_procinst r where r.proc_inst_id_ = :root))
            select proc_inst_id_ from tree order by 1
            """)
        .param("root", root)
        .query(String.class)
        .list();
  }

  /** What tables decided about a subject up to a moment, with the facts they were given, and who confirmed it. Not the words of a reason. */
  byte[] decisions(String subject, Instant until) {
    var rows = new ArrayList<>();
    db.sql(
            """
            select (to_jsonb(d) - 'confirmed_reason')::text from decision_record d
            where d.referral_id = :subject and d.decided_at <= :until
            union all
            select to_jsonb(k)::text from kept_answer k where k.subject_id = :subject and k.decided_at <= :until
            """)
        .param("subject", subject)
        .param("until", Timestamp.from(until))
        .query(String.class)
        .list()
        .stream()
        .map(CanonicalJson::read)
        .map(CanonicalJson::text)
        .sorted()
        .forEach(row -> rows.add(CanonicalJson.read(row)));
    return CanonicalJson.bytes(rows);
  }

  /** The files of a deployment as the engine keeps them. */
  SortedMap<String, byte[]> models(String deployment) {
    var files = new TreeMap<String, byte[]>();
    db.sql("select name_, bytes_ from act_ge_bytearray where deployment_id_ = ?")
        .param(deployment)
        .query(
            row -> {
              files.put(row.getString("name_"), row.getBytes("bytes_"));
            });
    return files;
  }
}
