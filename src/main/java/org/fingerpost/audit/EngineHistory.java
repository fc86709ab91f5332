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
import java.util.Set;
import java.util.stream.Collectors;
import org.fingerpost.audit.StoryLine.Element;
import org.fingerpost.audit.StoryLine.Model;
import org.fingerpost.platform.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The engine's history of one referral's journey, read with SQL so that this module needs no type
 * of the engine and an auditor can run the same statements by hand. Everything is found by process
 * instance: the only indexes of the history tables needed here are {@code act_hi_procinst
 * (business_key_)}, {@code (proc_inst_id_)} of {@code act_hi_actinst}, {@code act_hi_taskinst},
 * {@code act_hi_decinst} and {@code act_hi_op_log}, and {@code act_hi_dec_out (dec_inst_id_)}.
 *
 * <p>The engine writes its times as local time of the Java machine, without a zone; {@link
 * Timestamp} reads them back in the same.
 */
@Component
class EngineHistory {

  /** {@code act_inst_state_} of an activity that was interrupted. */
  private static final int CANCELLED = 2;

  /**
   * Tasks and called processes have lines of their own; a sub-process is only a frame around its
   * steps.
   */
  private static final Set<String> TOLD_ELSEWHERE =
      Set.of("userTask", "callActivity", "subProcess");

  private static final String MODEL =
      " d.key_ as model_key, d.name_ as model_name, d.version_ as model_version, d.version_tag_ as"
          + " model_tag ";

  /** That there is a concern about somebody's safety is for its own readers; the story says only that an entry is restricted. */
  private static final String NOT_RESTRICTED = "p.proc_def_key_ <> 'safeguarding-concern'";

  private final JdbcClient database;

  EngineHistory(JdbcClient database) {
    this.database = database;
  }

  /**
   * What the engine can add to the story, in no particular order. Empty when no journey was
   * started.
   */
  History of(String referralId) {
    var lines = new ArrayList<StoryLine>();
    var order = new FlowOrder();
    var instances = instances(referralId);
    if (instances.isEmpty()) {
      return new History(lines, List.of());
    }
    activities(instances, order, lines);
    processes(referralId, order, lines);
    tasks(instances, order, lines);
    return new History(lines, evaluations(referralId, order));
  }

  /** The journey and the processes it called: called processes carry the same business key. */
  private List<String> instances(String referralId) {
    return database
        .sql("select p.proc_inst_id_ from act_hi_procinst p where p.business_key_ = ? and " + NOT_RESTRICTED)
        .param(referralId)
        .query(String.class)
        .list();
  }

  /**
   * Evaluations of decision tables within the journey, by the definition that was asked, oldest
   * first.
   */
  private List<Evaluation> evaluations(String referralId, FlowOrder order) {
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
                where p.business_key_ = :referral and\s"""
                + NOT_RESTRICTED
                + " order by o.rule_order_, o.var_name_")
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
            "select i.id_, i.dec_def_id_, i.dec_def_key_, i.act_id_, i.act_inst_id_, i.eval_time_,"
                + " t.version_ as table_version, t.tenant_id_ is not null as own_table,"
                + MODEL
                + """
                from act_hi_procinst p
                join act_hi_decinst i on i.proc_inst_id_ = p.proc_inst_id_
                left join act_re_decision_def t on t.id_ = i.dec_def_id_
                left join act_re_procdef d on d.id_ = i.proc_def_id_
                where p.business_key_ = :referral and\s"""
                + NOT_RESTRICTED
                + " order by i.eval_time_")
        .param("referral", referralId)
        .query(
            (row, number) ->
                evaluation(row, order, outputs.getOrDefault(row.getString("id_"), List.of())))
        .list();
  }

  private static Evaluation evaluation(ResultSet row, FlowOrder order, List<Output> outputs)
      throws SQLException {
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
            order.during(row.getString("act_inst_id_")),
            Happening.DECIDED,
            row.getString("dec_def_key_"),
            null,
            row.getString("act_id_") == null
                ? null
                : new Element(row.getString("act_id_"), null, null),
            model(row),
            details);
    return new Evaluation(row.getString("dec_def_id_"), line);
  }

  private void processes(String referralId, FlowOrder order, List<StoryLine> lines) {
    database
        .sql(
            "select p.proc_inst_id_, p.super_process_instance_id_, p.start_time_, p.end_time_,"
                + " p.end_act_id_, p.start_user_id_, p.state_,"
                + MODEL
                + """
                from act_hi_procinst p left join act_re_procdef d on d.id_ = p.proc_def_id_
                where p.business_key_ = :referral and\s"""
                + NOT_RESTRICTED)
        .param("referral", referralId)
        .query(
            row -> {
              var id = row.getString("proc_inst_id_");
              boolean part = row.getString("super_process_instance_id_") != null;
              var starter = part ? null : staff(row.getString("start_user_id_"));
              lines.add(
                  line(
                      StoryLine.anchor("process", id, "started"),
                      instant(row, "start_time_"),
                      order.beginningOf(id),
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
                        order.endOf(id),
                        part ? Happening.PART_ENDED : Happening.PROCESS_ENDED,
                        null,
                        null,
                        model(row),
                        Map.of("state", row.getString("state_"))));
              }
            });
  }

  private void tasks(List<String> instances, FlowOrder order, List<StoryLine> lines) {
    var operations = operations(instances);
    database
        .sql(
            "select t.id_, t.act_inst_id_, t.task_def_key_, t.name_, t.assignee_, t.start_time_,"
                + " t.end_time_, t.due_date_, t.delete_reason_,"
                + MODEL
                + """
                from act_hi_taskinst t left join act_re_procdef d on d.id_ = t.proc_def_id_
                where t.proc_inst_id_ in (:instances)
                """)
        .param("instances", instances)
        .query(
            row -> {
              var id = row.getString("id_");
              var element =
                  new Element(row.getString("task_def_key_"), row.getString("name_"), "userTask");
              var model = model(row);
              var place = order.done(row.getString("act_inst_id_"));
              var details = new LinkedHashMap<String, Object>();
              if (row.getTimestamp("due_date_") != null) {
                details.put("dueAt", instant(row, "due_date_").toString());
              }
              if (row.getTimestamp("end_time_") == null) {
                details.put("stillOpen", true);
                details.put(
                    "waitsFor",
                    row.getString("assignee_") == null ? "-" : row.getString("assignee_"));
              }
              lines.add(
                  line(
                      StoryLine.anchor("task", id, "opened"),
                      instant(row, "start_time_"),
                      place,
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
                          place,
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
                        place,
                        done ? Happening.TASK_DONE : Happening.TASK_ENDED,
                        done ? staff(finisher) : null,
                        element,
                        model,
                        Map.of()));
              }
            });
  }

  /**
   * Who claimed and who completed, by task: written by the engine only where a signed-in person
   * acted.
   */
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

  private void activities(List<String> instances, FlowOrder order, List<StoryLine> lines) {
    var passages = new ArrayList<Passage>();
    database
        .sql(
            "select a.id_, a.proc_inst_id_, a.call_proc_inst_id_, a.act_id_, a.act_name_,"
                + " a.act_type_, a.start_time_, a.end_time_, a.act_inst_state_,"
                + " a.sequence_counter_,"
                + MODEL
                + """
                from act_hi_actinst a left join act_re_procdef d on d.id_ = a.proc_def_id_
                where a.proc_inst_id_ in (:instances)
                """)
        .param("instances", instances)
        .query(
            row -> {
              var id = row.getString("id_");
              order.add(
                  id,
                  row.getString("proc_inst_id_"),
                  row.getLong("sequence_counter_"),
                  row.getString("call_proc_inst_id_"));
              var element =
                  new Element(
                      row.getString("act_id_"),
                      row.getString("act_name_"),
                      row.getString("act_type_"));
              if (TOLD_ELSEWHERE.contains(element.type()) || element.type().endsWith("Gateway")) {
                return;
              }
              passages.add(passage(row, element));
            });
    passages.forEach(passage -> passage.tell(order, lines));
  }

  private static Passage passage(ResultSet row, Element element) throws SQLException {
    return new Passage(
        row.getString("id_"),
        element,
        model(row),
        instant(row, "start_time_"),
        row.getTimestamp("end_time_") == null ? null : instant(row, "end_time_"),
        row.getInt("act_inst_state_") == CANCELLED);
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
      List<Long> order,
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
        : new Model(
            key,
            row.getString("model_name"),
            row.getInt("model_version"),
            row.getString("model_tag"));
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

  /**
   * @param lines everything but decisions
   * @param evaluations decisions, oldest first
   */
  record History(List<StoryLine> lines, List<Evaluation> evaluations) {}

  /**
   * One passage through an element.
   *
   * @param to when it was left, or {@code null} while the journey stands there
   */
  private record Passage(
      String id, Element element, Model model, Instant from, Instant to, boolean cancelled) {

    void tell(FlowOrder order, List<StoryLine> lines) {
      boolean timer = "intermediateTimer".equals(element.type());
      if (timer || to == null) {
        lines.add(
            line(
                StoryLine.anchor("step", id, "began"),
                from,
                order.done(id),
                timer ? Happening.TIMER_SET : Happening.STEP_WAITING,
                null,
                element,
                model,
                to == null ? Map.of("stillOpen", true) : Map.of()));
      }
      if (to != null) {
        lines.add(
            line(
                StoryLine.anchor("step", id, "ended"),
                to,
                order.done(id),
                cancelled ? Happening.STEP_STOPPED : finished(element.type()),
                null,
                element,
                model,
                Map.of()));
      }
    }
  }

  private record Output(String evaluationId, String ruleId, String name, String value) {}

  private record Operation(String id, String taskId, String userId, boolean finishes, Instant at) {}
}
