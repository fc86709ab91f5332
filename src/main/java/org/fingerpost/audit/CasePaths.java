package org.fingerpost.audit;

import static org.fingerpost.audit.EngineRows.instant;
import static org.fingerpost.audit.EngineRows.instantOrNull;

import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fingerpost.audit.ProcessFlows.Flow;
import org.fingerpost.audit.StoryLine.Element;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The way that one process of a case has gone, on the diagram of the version it went by, and the same in words. */
@Component
public class CasePaths {

  private final JdbcClient database;
  private final AuditReader reader;

  CasePaths(JdbcClient database, AuditReader reader) {
    this.database = database;
    this.reader = reader;
  }

  /**
   * Every passage through an element, in the order of the flow.
   *
   * @param until nothing later is told; {@code null} for everything
   */
  List<Passage> of(String processInstanceId, Instant until) {
    return database
        .sql(
            """
            select id_, parent_act_inst_id_, proc_def_id_, act_id_, act_name_, act_type_, start_time_, end_time_, call_proc_inst_id_,
                   act_inst_state_
            from act_hi_actinst
            where proc_inst_id_ = :instance and (cast(:until as timestamp) is null or start_time_ <= :until)
            order by start_time_, sequence_counter_, id_""")
        .param("instance", processInstanceId)
        .param("until", until == null ? null : Timestamp.from(until), java.sql.Types.TIMESTAMP)
        .query(
            (row, number) -> {
              var ended = instantOrNull(row, "end_time_");
              boolean over = ended != null && (until == null || !ended.isAfter(until));
              return new Passage(
                  row.getString("id_"),
                  row.getString("parent_act_inst_id_"),
                  row.getString("proc_def_id_"),
                  new Element(row.getString("act_id_"), row.getString("act_name_"), row.getString("act_type_")),
                  instant(row, "start_time_"),
                  over ? ended : null,
                  over && row.getInt("act_inst_state_") == EngineSteps.CANCELLED,
                  row.getString("call_proc_inst_id_"));
            })
        .list();
  }

  /** The arrows that the case went by, by the step that each led to. */
  Map<String, Optional<Flow>> arrows(List<Passage> path, String definitionId) {
    return ArrowsTaken.of(path, xml(definitionId).map(ProcessFlows::read).orElse(new ProcessFlows(List.of())), definitionId);
  }

  /** What each element is marked as: where the case stands, or that it was passed. */
  static Map<String, String> marks(List<Passage> path) {
    var marks = new LinkedHashMap<String, String>();
    for (var passage : path) {
      marks.merge(
          passage.element().id(), passage.to() == null ? "here" : "done", (before, now) -> before.equals("here") ? before : now);
    }
    return marks;
  }

  /** The model as it was deployed, in the very version; empty if there is none, or it is another scheme's. */
  public Optional<String> xml(String definitionId) {
    return database
        .sql(
            """
            select d.tenant_id_ as tenant, b.bytes_ as model
            from (select id_, tenant_id_, deployment_id_, resource_name_ from act_re_procdef where id_ = :id
                  union all
                  select id_, tenant_id_, deployment_id_, resource_name_ from act_re_decision_def where id_ = :id) d
            join act_ge_bytearray b on b.deployment_id_ = d.deployment_id_ and b.name_ = d.resource_name_""")
        .param("id", definitionId)
        .query(
            (row, number) ->
                reader.maySee(row.getString("tenant")) ? new String(row.getBytes("model"), StandardCharsets.UTF_8) : null)
        .optional();
  }

  /**
   * One passage through an element.
   *
   * @param scope the passage through the sub-process that it lies in, or the process
   * @param definitionId the version that the case went by then
   * @param to when it was left, or {@code null} while the case stood there
   * @param stopped whether it was broken off, and did not lead on
   * @param called the process that was called here, or {@code null}
   */
  record Passage(
      String id, String scope, String definitionId, Element element, Instant from, Instant to, boolean stopped, String called) {}
}
