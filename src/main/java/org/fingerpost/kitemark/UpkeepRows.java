package org.fingerpost.kitemark;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tables of what is done to keep marks up to date. */
@Component
class UpkeepRows {

  private final JdbcClient db;
  private final Clock clock;

  UpkeepRows(JdbcClient db, Clock clock) {
    this.db = db;
    this.clock = clock;
  }

  private Timestamp now() {
    return Timestamp.from(clock.instant());
  }

  void begin(UUID awardId) {
    db.sql("insert into kitemark_upkeep (award_id, since) values (?, ?)").params(awardId, now()).update();
  }

  /** Until the transaction ends, nobody else looks at the mark: so no question is asked twice, and none is left lying. */
  void lock(UUID awardId) {
    db.sql("select award_id from kitemark_upkeep where award_id = ? for update").param(awardId).query(UUID.class).optional();
  }

  void due(UUID awardId, Due due) {
    db.sql(
            """
            update kitemark_upkeep set due_kind = :kind, due_about = :about, due_on = :on, due_rule = :rule, due_grace = :grace
            where award_id = :id
            """)
        .param("kind", due.kind().name())
        .param("about", due.about())
        .param("on", due.on())
        .param("rule", due.ruleId())
        .param("grace", due.grace())
        .param("id", awardId)
        .update();
  }

  /** What was planned to be done next. */
  Due due(UUID awardId) {
    return db.sql("select * from kitemark_upkeep where award_id = ? and due_kind is not null")
        .param(awardId)
        .query(
            (row, number) ->
                new Due(
                    UpkeepKind.valueOf(row.getString("due_kind")),
                    row.getString("due_about"),
                    row.getObject("due_on", LocalDate.class),
                    row.getString("due_rule"),
                    row.getInt("due_grace")))
        .optional()
        .orElseThrow(() -> new IllegalStateException("Nothing is planned for the mark " + awardId));
  }

  void done(UUID awardId, Due due, UpkeepStep step) {
    db.sql(
            """
            insert into kitemark_step (award_id, kind, about, due_on, rule_id, step, done_at)
            values (:id, :kind, :about, :on, :rule, :step, :now) on conflict do nothing
            """)
        .param("id", awardId)
        .param("kind", due.kind().name())
        .param("about", due.about())
        .param("on", due.on())
        .param("rule", due.ruleId())
        .param("step", step.name())
        .param("now", now())
        .update();
    db.sql(
            """
            update kitemark_upkeep set due_kind = null, due_about = null, due_on = null, due_rule = null, due_grace = null
            where award_id = ?
            """)
        .param(awardId)
        .update();
  }

  /** What has been done, each as {@link Due#key()}. */
  Set<String> done(UUID awardId) {
    return new HashSet<>(
        db.sql("select kind || ' ' || about || ' ' || due_on || ' ' || rule_id from kitemark_step where award_id = ?")
            .param(awardId)
            .query(String.class)
            .list());
  }

  void renewedBy(UUID awardId, String reference) {
    db.sql("update kitemark_upkeep set renewed_by = ? where award_id = ?").params(reference, awardId).update();
  }

  Optional<String> renewedBy(UUID awardId) {
    return db.sql("select renewed_by from kitemark_upkeep where award_id = ? and renewed_by is not null")
        .param(awardId)
        .query(String.class)
        .optional();
  }

  void link(UUID awardId, String tokenHash) {
    db.sql("insert into kitemark_link (token_hash, award_id, made_at) values (?, ?, ?)")
        .params(tokenHash, awardId, now())
        .update();
  }

  Optional<UUID> ofLink(String tokenHash) {
    return db.sql("select award_id from kitemark_link where token_hash = ?").param(tokenHash).query(UUID.class).optional();
  }

  void conditionDue(UUID conditionId, LocalDate on) {
    db.sql("update kitemark_condition set due_on = ? where condition_id = ?").params(on, conditionId).update();
  }

  void question(UUID awardId, MarkQuestion question) {
    db.sql(
            """
            insert into kitemark_question (question_id, award_id, kind, about, condition_id, new_until, evidence_id, told, raised_at,
              due_at)
            values (:id, :award, :kind, :about, :condition, :until, :evidence, :told, :now, :due)
            """)
        .param("id", question.questionId())
        .param("award", awardId)
        .param("kind", question.kind().name())
        .param("about", question.about(), Types.VARCHAR)
        .param("condition", question.conditionId(), Types.OTHER)
        .param("until", question.newUntil(), Types.DATE)
        .param("evidence", question.evidenceId(), Types.OTHER)
        .param("told", question.told(), Types.VARCHAR)
        .param("now", now())
        .param("due", Timestamp.from(question.dueAt()))
        .update();
  }

  /** Questions nobody has settled, oldest first. */
  List<MarkQuestion> openQuestions(UUID awardId) {
    return db.sql("select * from kitemark_question where award_id = ? and decision is null order by raised_at, question_id")
        .param(awardId)
        .query(UpkeepRows::markQuestion)
        .list();
  }

  void questionsAsked(UUID awardId, Instant dueAt) {
    db.sql(
            """
            update kitemark_question set asked = true, due_at = greatest(due_at, ?)
            where award_id = ? and decision is null and not asked
            """)
        .params(Timestamp.from(dueAt), awardId)
        .update();
  }

  void settled(UUID questionId, QuestionDecision decision, String note, String userId) {
    db.sql(
            """
            update kitemark_question set decision = :decision, decision_note = :note, decided_by = :by, decided_at = :now
            where question_id = :id and decision is null
            """)
        .param("decision", decision.name())
        .param("note", note, Types.VARCHAR)
        .param("by", userId)
        .param("now", now())
        .param("id", questionId)
        .update();
  }

  void check(UUID awardId, LocalDate dueOn, boolean sameActivities, boolean sameLead, boolean insured, String changed) {
    db.sql(
            """
            insert into kitemark_check (check_id, award_id, due_on, same_activities, same_lead, insured, changed, answered_at)
            values (:id, :award, :due, :activities, :lead, :insured, :changed, :now)
            """)
        .param("id", UUID.randomUUID())
        .param("award", awardId)
        .param("due", dueOn)
        .param("activities", sameActivities)
        .param("lead", sameLead)
        .param("insured", insured)
        .param("changed", changed, Types.VARCHAR)
        .param("now", now())
        .update();
  }

  void visit(UUID awardId, UUID drawId, Instant dueAt) {
    db.sql("insert into kitemark_visit (visit_id, award_id, draw_id, due_at) values (?, ?, ?, ?)")
        .params(UUID.randomUUID(), awardId, drawId, Timestamp.from(dueAt))
        .update();
  }

  /** The visit that is to be made, or empty. */
  Optional<OpenVisit> openVisit(UUID awardId) {
    return db.sql("select * from kitemark_visit where award_id = ? and result is null order by due_at limit 1")
        .param(awardId)
        .query(
            (row, number) ->
                new OpenVisit(
                    row.getObject("visit_id", UUID.class),
                    row.getTimestamp("due_at").toInstant(),
                    row.getBoolean("asked")))
        .optional();
  }

  void visitAsked(UUID visitId) {
    db.sql("update kitemark_visit set asked = true where visit_id = ?").param(visitId).update();
  }

  void visited(UUID visitId, VisitResult result, LocalDate on, String note, String userId) {
    db.sql(
            """
            update kitemark_visit set result = :result, visited_on = :on, note = :note, recorded_by = :by, recorded_at = :now
            where visit_id = :id and result is null
            """)
        .param("result", result.name())
        .param("on", on, Types.DATE)
        .param("note", note, Types.VARCHAR)
        .param("by", userId)
        .param("now", now())
        .param("id", visitId)
        .update();
  }

  private static MarkQuestion markQuestion(ResultSet row, int number) throws SQLException {
    return new MarkQuestion(
        row.getObject("question_id", UUID.class),
        MarkQuestion.Kind.valueOf(row.getString("kind")),
        row.getString("about"),
        row.getObject("condition_id", UUID.class),
        row.getObject("new_until", LocalDate.class),
        row.getObject("evidence_id", UUID.class),
        row.getString("told"),
        row.getTimestamp("due_at").toInstant(),
        row.getBoolean("asked"));
  }

  /**
   * What is done about a date.
   *
   * @param about id of the condition, or a hyphen
   * @param grace working days
   */
  record Due(UpkeepKind kind, String about, LocalDate on, String ruleId, int grace) {

    String key() {
      return kind + " " + about + " " + on + " " + ruleId;
    }
  }

  /**
   * @param asked whether it is in the hands of the assessors
   */
  record OpenVisit(UUID visitId, Instant dueAt, boolean asked) {}
}
