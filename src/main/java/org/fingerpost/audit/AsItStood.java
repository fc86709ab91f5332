package org.fingerpost.audit;

import static org.fingerpost.audit.EngineRows.MODEL;
import static org.fingerpost.audit.EngineRows.NOT_RESTRICTED;
import static org.fingerpost.audit.EngineRows.instant;
import static org.fingerpost.audit.EngineRows.model;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.fingerpost.audit.StoryLine.Element;
import org.fingerpost.audit.StoryLine.Model;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * How a case stood at a moment: worked out from what was recorded up to it, never from what the row says today.
 */
@Component
class AsItStood {

  /** Which act brought a referral to which stage. Its end is said by the act that closed it. */
  private static final Map<String, String> STAGE_BY_ACT =
      Map.of(
          "referral.received", "RECEIVED",
          "linkworker.assigned", "ASSIGNED",
          "conversation.held", "CONVERSATION",
          "introduction.offered", "INTRODUCED",
          "checkin.planned", "FOLLOW_UP",
          "outcome.recorded", "OUTCOME_RECORDED");

  private static final List<String> STAGES =
      List.of("RECEIVED", "ASSIGNED", "CONVERSATION", "INTRODUCED", "FOLLOW_UP", "OUTCOME_RECORDED");

  private final JdbcClient database;

  AsItStood(JdbcClient database) {
    this.database = database;
  }

  /**
   * @param acts of the case, up to the moment
   */
  Standing of(AuditedCase found, List<StoryLine> acts, Instant at) {
    return new Standing(
        at,
        found.kind() == CaseKind.REFERRAL ? stage(acts) : null,
        acts.stream().filter(act -> !CaseStory.isLook(act)).reduce((a, b) -> b).map(StoryLine::code).orElse(null),
        openTasks(found.reference(), at),
        consents(found.reference(), at),
        processes(found.reference(), at),
        tables(found.schemeId(), at));
  }

  /** The stage or the end that a referral's acts brought it to; {@code null} before it was received. */
  static String stage(List<StoryLine> acts) {
    String stage = null;
    for (var act : acts) {
      if (act.code().equals("referral.closed")) {
        return String.valueOf(act.details().get("closedState"));
      }
      var brought = STAGE_BY_ACT.get(act.code());
      if (brought != null && (stage == null || STAGES.indexOf(brought) > STAGES.indexOf(stage))) {
        stage = brought;
      }
    }
    return stage;
  }

  private List<OpenTask> openTasks(String reference, Instant at) {
    return database
        .sql(
            "select t.id_, t.task_def_key_, t.name_, t.start_time_, t.due_date_,"
                + """
                 coalesce((select o.new_value_ from act_hi_op_log o
                           where o.task_id_ = t.id_ and o.property_ = 'assignee' and o.timestamp_ <= :at
                           order by o.timestamp_ desc limit 1), t.assignee_) as assignee,
                """
                + MODEL
                + """
                from act_hi_procinst p
                join act_hi_taskinst t on t.proc_inst_id_ = p.proc_inst_id_
                left join act_re_procdef d on d.id_ = t.proc_def_id_
                where p.business_key_ = :reference and t.start_time_ <= :at and (t.end_time_ is null or t.end_time_ > :at) and\s"""
                + NOT_RESTRICTED
                + " order by t.start_time_, t.id_")
        .param("reference", reference)
        .param("at", Timestamp.from(at))
        .query(
            (row, number) ->
                new OpenTask(
                    StoryLine.anchor("task", row.getString("id_"), "opened"),
                    new Element(row.getString("task_def_key_"), row.getString("name_"), "userTask"),
                    model(row),
                    instant(row, "start_time_"),
                    EngineRows.instantOrNull(row, "due_date_"),
                    row.getString("assignee")))
        .list();
  }

  /** The last answer to each question of consent. */
  private List<ConsentThen> consents(String reference, Instant at) {
    return database
        .sql(
            """
            select distinct on (purpose, activity_id) purpose, activity_id, granted, given_by, given_how, recorded_at
            from consent_grant where referral_id = :reference and recorded_at <= :at
            order by purpose, activity_id, recorded_at desc""")
        .param("reference", reference)
        .param("at", at.atOffset(ZoneOffset.UTC))
        .query(
            (row, number) ->
                new ConsentThen(
                    row.getString("purpose"),
                    row.getString("activity_id"),
                    row.getBoolean("granted"),
                    row.getString("given_by"),
                    row.getString("given_how"),
                    row.getObject("recorded_at", OffsetDateTime.class).toInstant()))
        .list();
  }

  /** The processes of the case that ran then, each in the version of the step that it had last begun by then. */
  private List<InForce> processes(String reference, Instant at) {
    return database
        .sql(
            "select p.proc_inst_id_, coalesce(a.proc_def_id_, p.proc_def_id_) as id, p.tenant_id_ as tenant, dep.deploy_time_,"
                + MODEL
                + """
                from act_hi_procinst p
                left join lateral (select s.proc_def_id_ from act_hi_actinst s
                                   where s.proc_inst_id_ = p.proc_inst_id_ and s.start_time_ <= :at
                                   order by s.start_time_ desc, s.sequence_counter_ desc limit 1) a on true
                left join act_re_procdef d on d.id_ = coalesce(a.proc_def_id_, p.proc_def_id_)
                left join act_re_deployment dep on dep.id_ = d.deployment_id_
                where p.business_key_ = :reference and p.start_time_ <= :at and (p.end_time_ is null or p.end_time_ > :at) and\s"""
                + NOT_RESTRICTED
                + " order by p.start_time_, p.proc_inst_id_")
        .param("reference", reference)
        .param("at", Timestamp.from(at))
        .query(
            (row, number) ->
                new InForce(
                    row.getString("proc_inst_id_"),
                    model(row),
                    false,
                    EngineRows.instantOrNull(row, "deploy_time_")))
        .list();
  }

  /** The tables that a question of the scheme would have been put to then: its own where it had one, otherwise the shared. */
  private List<InForce> tables(String schemeId, Instant at) {
    return database
        .sql(
            """
            select distinct on (d.key_) d.id_, d.key_ as model_key, d.name_ as model_name, d.version_ as model_version,
                   d.version_tag_ as model_tag, d.tenant_id_ is not null as own, dep.deploy_time_
            from act_re_decision_def d join act_re_deployment dep on dep.id_ = d.deployment_id_
            where dep.deploy_time_ <= :at and (d.tenant_id_ is null or d.tenant_id_ = :scheme) and d.key_ <> 'safeguarding-plan'
            order by d.key_, d.tenant_id_ nulls last, d.version_ desc""")
        .param("scheme", schemeId)
        .param("at", Timestamp.from(at))
        .query(
            (row, number) ->
                new InForce(row.getString("id_"), model(row), row.getBoolean("own"), EngineRows.instantOrNull(row, "deploy_time_")))
        .list();
  }

  /**
   * @param stage of a referral, or how it had ended; {@code null} where it had not begun, and for other kinds
   * @param lastAct what had been done last, or {@code null}
   */
  record Standing(
      Instant at,
      String stage,
      String lastAct,
      List<OpenTask> tasks,
      List<ConsentThen> consents,
      List<InForce> processes,
      List<InForce> tables) {}

  /**
   * @param anchor of its line in the story
   * @param assignee user id, or {@code null} where nobody had taken it
   */
  record OpenTask(String anchor, Element element, Model model, Instant since, Instant due, String assignee) {}

  record ConsentThen(String purpose, String activityId, boolean granted, String givenBy, String how, Instant recordedAt) {}

  /**
   * @param id of the process instance, or of the version of the table
   * @param own whether it is the scheme's own
   * @param since when this version was deployed, or {@code null}
   */
  record InForce(String id, Model model, boolean own, Instant since) {}
}
