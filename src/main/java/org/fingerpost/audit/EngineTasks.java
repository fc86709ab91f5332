package org.fingerpost.audit;

import static org.fingerpost.audit.EngineRows.MODEL;
import static org.fingerpost.audit.EngineRows.instant;
import static org.fingerpost.audit.EngineRows.line;
import static org.fingerpost.audit.EngineRows.model;
import static org.fingerpost.audit.EngineRows.staff;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.time.Instant;
import org.fingerpost.audit.StoryLine.Element;
import org.fingerpost.platform.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tasks of one case: opened, taken on, completed or taken away. */
@Component
class EngineTasks {

  private final JdbcClient database;

  EngineTasks(JdbcClient database) {
    this.database = database;
  }

  List<StoryLine> of(List<String> instances, FlowOrder order) {
    var lines = new ArrayList<StoryLine>();
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
                if (row.getString("assignee_") != null) {
                  details.put("waitsFor", row.getString("assignee_"));
                }
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
    return lines;
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

  private record Operation(String id, String taskId, String userId, boolean finishes, Instant at) {}
}
