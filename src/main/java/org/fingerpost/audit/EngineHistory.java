package org.fingerpost.audit;

import static org.fingerpost.audit.EngineRows.MODEL;
import static org.fingerpost.audit.EngineRows.NOT_RESTRICTED;
import static org.fingerpost.audit.EngineRows.instant;
import static org.fingerpost.audit.EngineRows.instantOrNull;
import static org.fingerpost.audit.EngineRows.line;
import static org.fingerpost.audit.EngineRows.model;
import static org.fingerpost.audit.EngineRows.staff;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.fingerpost.audit.StoryLine.Model;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The engine's history of one case, read with SQL so that this module needs no type
 * of the engine and an auditor can run the same statements by hand. Everything is found by process
 * instance: the only indexes of the history tables needed here are {@code act_hi_procinst
 * (business_key_)}, {@code (proc_inst_id_)} of {@code act_hi_actinst}, {@code act_hi_taskinst},
 * {@code act_hi_decinst} and {@code act_hi_op_log}, and {@code act_hi_dec_out (dec_inst_id_)}.
 */
@Component
class EngineHistory {

  private final JdbcClient database;
  private final EngineSteps steps;
  private final EngineTasks tasks;
  private final HistoryRows tables;

  EngineHistory(JdbcClient database, EngineSteps steps, EngineTasks tasks, HistoryRows tables) {
    this.database = database;
    this.steps = steps;
    this.tasks = tasks;
    this.tables = tables;
  }

  /**
   * What the engine can add to the story, in no particular order. Empty when no process was
   * started.
   */
  History of(String reference) {
    var order = new FlowOrder();
    var instances = instances(reference);
    if (instances.isEmpty()) {
      return new History(List.of(), List.of());
    }
    var ids = instances.stream().map(Instance::id).toList();
    var lines = new ArrayList<StoryLine>(steps.of(ids, order));
    instances.forEach(instance -> tell(instance, order, lines));
    lines.addAll(tasks.of(ids, order));
    return new History(lines, tables.of(reference, order));
  }

  /** The processes of a case and those that they called, which carry the same business key; in the order in which they began. */
  List<Instance> instances(String reference) {
    return database
        .sql(
            "select p.proc_inst_id_, p.proc_def_id_, p.super_process_instance_id_, p.start_time_, p.end_time_,"
                + " p.start_user_id_, p.state_,"
                + MODEL
                + """
                from act_hi_procinst p left join act_re_procdef d on d.id_ = p.proc_def_id_
                where p.business_key_ = :reference and\s"""
                + NOT_RESTRICTED
                + " order by p.start_time_, p.proc_inst_id_")
        .param("reference", reference)
        .query(
            (row, number) ->
                new Instance(
                    row.getString("proc_inst_id_"),
                    row.getString("proc_def_id_"),
                    row.getString("super_process_instance_id_") != null,
                    instant(row, "start_time_"),
                    instantOrNull(row, "end_time_"),
                    row.getString("start_user_id_"),
                    row.getString("state_"),
                    model(row)))
        .list();
  }

  private static void tell(Instance instance, FlowOrder order, List<StoryLine> lines) {
    lines.add(
        line(
            StoryLine.anchor("process", instance.id(), "started"),
            instance.startedAt(),
            order.beginningOf(instance.id()),
            instance.part() ? Happening.PART_STARTED : Happening.PROCESS_STARTED,
            instance.part() ? null : staff(instance.startedBy()),
            null,
            instance.model(),
            Map.of()));
    if (instance.endedAt() != null) {
      lines.add(
          line(
              StoryLine.anchor("process", instance.id(), "ended"),
              instance.endedAt(),
              order.endOf(instance.id()),
              instance.part() ? Happening.PART_ENDED : Happening.PROCESS_ENDED,
              null,
              null,
              instance.model(),
              Map.of("state", instance.state())));
    }
  }

  /**
   * One process of a case.
   *
   * @param definitionId the engine's id of the version that it ran on last
   * @param part whether another process of the case called it
   * @param endedAt or {@code null} while it goes on
   * @param model {@code null} where the definition is no longer kept
   */
  record Instance(
      String id,
      String definitionId,
      boolean part,
      Instant startedAt,
      Instant endedAt,
      String startedBy,
      String state,
      Model model) {}

  /**
   * @param lines everything but decisions
   * @param evaluations decisions, oldest first
   */
  record History(List<StoryLine> lines, List<HistoryRows.Evaluation> evaluations) {}
}
