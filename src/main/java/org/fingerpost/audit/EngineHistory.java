package org.fingerpost.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.fingerpost.audit.StoryLine.Element;
import org.fingerpost.audit.StoryLine.Model;
import org.fingerpost.platform.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The engine's history of one referral's journey, read with SQL so that this module needs no type of the engine and an auditor can
 * run the same statements by hand. Everything is found by process instance: the only indexes of the history tables needed here are
 * {@code act_hi_procinst (business_key_)}, {@code (proc_inst_id_)} of {@code act_hi_actinst}, {@code act_hi_taskinst}, {@code
 * act_hi_decinst} and {@code act_hi_op_log}, and {@code act_hi_dec_out (dec_inst_id_)}.
 *
 * <p>The engine writes its times as local time of the Java machine, without a zone; {@link Timestamp} reads them back in the same.
 */
@Component
class EngineHistory {

  /** {@code act_inst_state_} of an activity that was interrupted. */
  private static final int CANCELLED = 2;

  private static final String MODEL =
      " d.key_ as model_key, d.name_ as model_name, d.version_ as model_version, d.version_tag_ as model_tag ";

  private final JdbcClient database;

  EngineHistory(JdbcClient database) {
    this.database = database;
  }

  /** Every line the engine can add to the story, in no particular order. Empty when no journey was started. */
  List<StoryLine> of(String referralId) {
    var lines = new ArrayList<StoryLine>();
    var instances = new ArrayList<String>();
    processes(referralId, instances, lines);
    if (!instances.isEmpty()) {
      tasks(instances, lines);
      activities(instances, lines);
    }
    return lines;
  }

  /** Evaluations of decision tables within the journey, by the definition that was asked, oldest first. */
  List<Evaluation> evaluations(String referralId) {
    var outputs =
        database
            .sql(
                """
                select o.dec_inst_id_, o.rule_id_, o.var_name_,
                       case when o.var_type_ = 'boolean' then case o.long_ when 1 then 'true' else 'false' end
                            else coalesce(o.text_, o.long_::text, o.double_::text) end as value
                from act_hi_dec_out o
                join act_hi_decinst i on i.id_ = o.dec_inst_id_
                join act_hi_procinst p on p.proc_inst_id_ = i.proc_inst_id_
                where p.business_key_ = :referral order by o.rule_order_, o.var_name_
                """)
            .param("referral", referralId)
            .query(
                (row, number) ->
                    new Output(
                        row.getString("dec_inst_id_"),
                        row.getString("rule_id_"),
                        row.getString("var_name_"),
                        row.getString("value")))
            .list()
            .stream()
            .collect(Collectors.groupingBy(Output::evaluationId));
    return database
        .sql(
            "select i.id_, i.dec_def_id_, i.dec_def_key_, i.act_id_, i.eval_time_, t.version_ as table_version,"
                + " t.tenant_id_ is not null as own_table,"
                + MODEL
                + """
                from act_hi_procinst p
                join act_hi_decinst i on i.proc_inst_id_ = p.proc_inst_id_
                left join act_re_decision_def t on t.id_ = i.dec_def_id_
                left join act_re_procdef d on d.id_ = i.proc_def_id_
                where p.business_key_ = :referral order by i.eval_time_
                """)
        .param("referral", referralId)
        .query((row, number) -> evaluation(row, outputs.getOrDefault(row.getString("id_"), List.of())))
        .list();
  }

  private static Evaluation evaluation(ResultSet row, List<Output> outputs) throws SQLException {
    var details = new LinkedHashMap<String, Object>();
    details.put("table", row.getString("dec_def_key_"));
    details.put("tableVersion", row.getInt("table_version"));
    details.put("ownTable", row.getBoolean("own_table"));
    if (!outputs.isEmpty()) {
      details.put("rules", outputs.stream().map(Output::ruleId).distinct().toList());
      var byName = new LinkedHashMap<String, Object>();
      outputs.forEach(output -> byName.putIfAbsent(output.name(), output.value()));
      details.put("outputs", byName);
    }
    var line =
        new StoryLine(
            StoryLine.anchor("table", row.getString("id_"), ""),
            instant(row, "eval_time_"),
            0,
            Happening.DECIDED,
            row.getString("dec_def_key_"),
            null,
            row.getString("act_id_") == null ? null : new Element(row.getString("act_id_"), null, null),
            model(row),
            details);
    return new Evaluation(row.getString("dec_def_id_"), line);
  }

  private void processes(String referralId, List<String> instances, List<StoryLine> lines) {
    database
        .sql(
            "select p.proc_inst_id_, p.super_process_instance_id_, p.start_time_, p.end_time_, p.end_act_id_, p.start_user_id_,"
                + " p.state_,"
                + MODEL
                + """
                from act_hi_procinst p left join act_re_procdef d on d.id_ = p.proc_def_id_
                where p.business_key_ = :referral
                """)
        .param("referral", referralId)
        .query(
            row -> {
              var id = row.getString("proc_inst_id_");
              instances.add(id);
              boolean part = row.getString("super_process_instance_id_") != null;
              var starter = part ? null : staff(row.getString("start_user_id_"));
              lines.add(
                  line(
                      StoryLine.anchor("process", id, "started"),
                      instant(row, "start_time_"),
                      Long.MIN_VALUE,
                      part ? Happening.PART_STARTED : Happening.PROCESS_STARTED,
                      starter,
                      null,
                      model(row),
                      Map.of()));
              if (row.getTimestamp("end_time_") != null) {
                lines.add(
                    line(
                        StoryLine.anchor("process", id, "ended"),
                        instant(row, "end_time_"),
                        Long.MAX_VALUE,
                        part ? Happening.PART_ENDED : Happening.PROCESS_ENDED,
                        null,
                        null,
                        model(row),
                        Map.of("state", row.getString("state_"))));
              }
            });
  }

  private void tasks(List<String> instances, List<StoryLine> lines) {
    var operations = operations(instances);
    database
        .sql(
            "select t.id_, t.task_def_key_, t.name_, t.assignee_, t.start_time_, t.end_time_, t.due_date_, t.delete_reason_,"
                + MODEL
                + """
                from act_hi_taskinst t left join act_re_procdef d on d.id_ = t.proc_def_id_
                where t.proc_inst_id_ in (:instances)
                """)
        .param("instances", instances)
        .query(
            row -> {
              var id = row.getString("id_");
              var element = new Element(row.getString("task_def_key_"), row.getString("name_"), "userTask");
              var model = model(row);
              var details = new LinkedHashMap<String, Object>();
              if (row.getTimestamp("due_date_") != null) {
                details.put("dueAt", instant(row, "due_date_").toString());
              }
              if (row.getTimestamp("end_time_") == null) {
                details.put("stillOpen", true);
                details.put("waitsFor", row.getString("assignee_") == null ? "-" : row.getString("assignee_"));
              }
              lines.add(
                  line(
                      StoryLine.anchor("task", id, "opened"),
                      instant(row, "start_time_"),
                      1,
                      Happening.TASK_OPENED,
                      null,
                      element,
                      model,
                      details));
              var ofTask = operations.getOrDefault(id, List.of());
              for (var operation : ofTask) {
                if (!operation.finishes()) {
                  lines.add(
                      line(
                          StoryLine.anchor("task", id, "claimed-" + operation.id()),
                          operation.at(),
                          2,
                          Happening.TASK_CLAIMED,
                          Actor.staff(operation.userId()),
                          element,
                          model,
                          Map.of()));
                }
              }
              if (row.getTimestamp("end_time_") != null) {
                boolean done = "completed".equals(row.getString("delete_reason_"));
                var finisher =
                    ofTask.stream()
                        .filter(Operation::finishes)
                        .map(Operation::userId)
                        .findFirst()
                        .orElse(row.getString("assignee_"));
                lines.add(
                    line(
                        StoryLine.anchor("task", id, "ended"),
                        instant(row, "end_time_"),
                        done ? 0 : 3,
                        done ? Happening.TASK_DONE : Happening.TASK_ENDED,
                        done ? staff(finisher) : null,
                        element,
                        model,
                        Map.of()));
              }
            });
  }

  /** Who claimed and who completed, by task: written by the engine only where a signed-in person acted. */
  private Map<String, List<Operation>> operations(List<String> instances) {
    return database
        .sql(
            """
            select task_id_, min(id_) as id, user_id_, operation_type_, min(timestamp_) as at
            from act_hi_op_log
            where proc_inst_id_ in (:instances) and entity_type_ = 'Task' and user_id_ is not null
              and operation_type_ in ('Claim', 'Complete')
            group by task_id_, operation_id_, user_id_, operation_type_ order by at
            """)
        .param("instances", instances)
        .query(
            (row, number) ->
                new Operation(
                    row.getString("id"),
                    row.getString("task_id_"),
                    row.getString("user_id_"),
                    "Complete".equals(row.getString("operation_type_")),
                    instant(row, "at")))
        .list()
        .stream()
        .collect(Collectors.groupingBy(Operation::taskId));
  }

  private void activities(List<String> instances, List<StoryLine> lines) {
    database
        .sql(
            "select a.id_, a.act_id_, a.act_name_, a.act_type_, a.start_time_, a.end_time_, a.act_inst_state_, a.sequence_counter_,"
                + MODEL
                + """
                from act_hi_actinst a left join act_re_procdef d on d.id_ = a.proc_def_id_
                where a.proc_inst_id_ in (:instances)
                  and a.act_type_ not in ('userTask', 'callActivity', 'subProcess') and a.act_type_ not like '%Gateway'
                """)
        .param("instances", instances)
        .query(
            row -> {
              var id = row.getString("id_");
              var element = new Element(row.getString("act_id_"), row.getString("act_name_"), row.getString("act_type_"));
              var model = model(row);
              long order = row.getLong("sequence_counter_");
              boolean waits = "intermediateTimer".equals(element.type());
              boolean ended = row.getTimestamp("end_time_") != null;
              boolean cancelled = row.getInt("act_inst_state_") == CANCELLED;
              if (waits || !ended) {
                lines.add(
                    line(
                        StoryLine.anchor("step", id, "began"),
                        instant(row, "start_time_"),
                        order,
                        waits ? Happening.TIMER_SET : Happening.STEP_WAITING,
                        null,
                        element,
                        model,
                        ended ? Map.of() : Map.of("stillOpen", true)));
              }
              if (ended) {
                lines.add(
                    line(
                        StoryLine.anchor("step", id, "ended"),
                        instant(row, "end_time_"),
                        order,
                        cancelled ? Happening.STEP_STOPPED : finished(element.type()),
                        null,
                        element,
                        model,
                        Map.of()));
              }
            });
  }

  private static Happening finished(String elementType) {
    if (elementType.endsWith("Timer")) {
      return Happening.TIMER_FIRED;
    }
    return elementType.toLowerCase(Locale.ROOT).contains("message")
        ? Happening.MESSAGE_CAUGHT
        : Happening.STEP_DONE;
  }

  private static StoryLine line(
      String anchor,
      Instant at,
      long order,
      Happening happening,
      Actor who,
      Element element,
      Model model,
      Map<String, Object> details) {
    return new StoryLine(anchor, at, order, happening, null, who, element, model, details);
  }

  private static Actor staff(String userId) {
    return userId == null ? null : Actor.staff(userId);
  }

  private static Model model(ResultSet row) throws SQLException {
    var key = row.getString("model_key");
    return key == null
        ? null
        : new Model(key, row.getString("model_name"), row.getInt("model_version"), row.getString("model_tag"));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getTimestamp(column).toInstant();
  }

  /**
   * The engine's own note of asking a table.
   *
   * @param definitionId the engine's id of the table's version
   */
  record Evaluation(String definitionId, StoryLine line) {}

  private record Output(String evaluationId, String ruleId, String name, String value) {}

  private record Operation(String id, String taskId, String userId, boolean finishes, Instant at) {}
}
