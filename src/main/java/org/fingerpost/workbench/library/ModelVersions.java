package org.fingerpost.workbench.library;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The engine's definitions joined to who deployed them when and why. One statement for any number of models. */
@Component
class ModelVersions {

  private static final String ALL =
      """
      with content as (
        select d.deployment_id, f.key as file, f.value as hash
        from model_deployment d cross join lateral jsonb_each_text(d.resources) f
      ), definition as (
        select 'PROCESS' as kind, id_, key_, version_, deployment_id_, resource_name_, tenant_id_, name_, version_tag_ from act_re_procdef
        union all
        select 'DECISION', id_, key_, version_, deployment_id_, resource_name_, tenant_id_, name_, version_tag_ from act_re_decision_def
        union all
        select 'FORM', id_, key_, version_, deployment_id_, resource_name_, tenant_id_, null, null from act_re_camformdef
      ), with_content as (
        select m.*, c.hash,
               c.hash is null or c.hash is distinct from lag(c.hash) over line as changed
        from definition m left join content c on c.deployment_id = m.deployment_id_ and c.file = m.resource_name_
        window line as (partition by m.kind, m.key_, m.tenant_id_ order by m.version_)
      ), version as (
        select w.*,
               max(w.version_) filter (where w.changed) over (line order by w.version_) as since,
               max(w.version_) over line as newest,
               max(w.version_) filter (where w.changed) over line as newest_since
        from with_content w
        window line as (partition by w.kind, w.key_, w.tenant_id_)
      )
      """;

  private static final String READ =
      """
      select v.*, d.deployed_at, d.deployed_by, d.source, d.reason
      from version v left join model_deployment d on d.deployment_id = v.deployment_id_
      """;

  private final JdbcClient database;

  ModelVersions(JdbcClient database) {
    this.database = database;
  }

  /** The latest version of every model of every scheme, each with the version in which it last changed. */
  List<Latest> latest() {
    var changes = new HashMap<String, ModelVersion>();
    var latest =
        database
            .sql(
                ALL
                    + READ
                    + """
                    where v.version_ in (v.newest, v.newest_since)
                    order by v.kind, v.key_, v.tenant_id_ nulls first, v.version_""")
            .query((row, number) -> version(row))
            .list();
    var last = new LinkedHashMap<String, ModelVersion>();
    for (ModelVersion version : latest) {
      String line = version.kind() + " " + version.key() + " " + version.schemeId();
      if (version.changed()) {
        changes.put(line, version);
      }
      last.put(line, version);
    }
    return last.entrySet().stream()
        .map(entry -> new Latest(entry.getValue(), changes.getOrDefault(entry.getKey(), entry.getValue())))
        .toList();
  }

  /** Every version of one model, for all schemes and for each that has its own, newest first. */
  List<ModelVersion> of(ModelKind kind, String key) {
    return database
        .sql(ALL + READ + "where v.kind = :kind and v.key_ = :key order by v.tenant_id_ nulls first, v.version_ desc")
        .param("kind", kind.name())
        .param("key", key)
        .query((row, number) -> version(row))
        .list();
  }

  /** What the files say, by definition. */
  Map<String, byte[]> contents(Collection<ModelVersion> versions) {
    var contents = new HashMap<String, byte[]>();
    if (!versions.isEmpty()) {
      var byPlace = new HashMap<String, List<String>>();
      for (ModelVersion version : versions) {
        byPlace
            .computeIfAbsent(version.deploymentId() + " " + version.file(), place -> new ArrayList<>())
            .add(version.definitionId());
      }
      database
          .sql("select deployment_id_, name_, bytes_ from act_ge_bytearray where deployment_id_ in (:deployments) and name_ in (:files)")
          .param("deployments", versions.stream().map(ModelVersion::deploymentId).distinct().toList())
          .param("files", versions.stream().map(ModelVersion::file).distinct().toList())
          .query(
              row -> {
                byte[] bytes = row.getBytes("bytes_");
                byPlace
                    .getOrDefault(row.getString("deployment_id_") + " " + row.getString("name_"), List.of())
                    .forEach(definition -> contents.put(definition, bytes));
              });
    }
    return contents;
  }

  private static ModelVersion version(ResultSet row) throws SQLException {
    Timestamp at = row.getTimestamp("deployed_at");
    return new ModelVersion(
        ModelKind.valueOf(row.getString("kind")),
        row.getString("key_"),
        row.getString("tenant_id_"),
        row.getInt("version_"),
        row.getString("id_"),
        row.getString("deployment_id_"),
        row.getString("resource_name_"),
        row.getString("name_"),
        row.getString("version_tag_"),
        row.getString("hash"),
        row.getInt("since"),
        at == null ? null : at.toInstant(),
        row.getString("deployed_by"),
        row.getString("source"),
        row.getString("reason"));
  }

  /** @param change the version in which it last changed */
  record Latest(ModelVersion version, ModelVersion change) {}
}
