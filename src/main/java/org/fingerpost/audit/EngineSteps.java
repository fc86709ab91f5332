package org.fingerpost.audit;

import static org.fingerpost.audit.EngineRows.MODEL;
import static org.fingerpost.audit.EngineRows.instant;
import static org.fingerpost.audit.EngineRows.line;
import static org.fingerpost.audit.EngineRows.model;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.fingerpost.audit.StoryLine.Element;
import org.fingerpost.audit.StoryLine.Model;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The steps that the processes of one case passed, stand at, or were taken from. */
@Component
class EngineSteps {

  /** {@code act_inst_state_} of an activity that was interrupted. */
  static final int CANCELLED = 2;

  /**
   * Tasks and called processes have lines of their own; a sub-process is only a frame around its
   * steps.
   */
  private static final Set<String> TOLD_ELSEWHERE =
      Set.of("userTask", "callActivity", "subProcess");

  private final JdbcClient database;

  EngineSteps(JdbcClient database) {
    this.database = database;
  }

  /** Fills the order of the flow, which everything else of the case is put in. */
  List<StoryLine> of(List<String> instances, FlowOrder order) {
    var lines = new ArrayList<StoryLine>();
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
    return lines;
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
}
