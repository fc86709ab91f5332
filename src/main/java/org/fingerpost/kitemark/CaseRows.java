package org.fingerpost.kitemark;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.fingerpost.scheme.KiteMarkLevel;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tables of applications under way and of what was decided about them. */
@Component
class CaseRows {

  private final JdbcClient db;

  CaseRows(JdbcClient db) {
    this.db = db;
  }

  Optional<MarkCase> find(String reference) {
    return db.sql("select * from kitemark_case where application_reference = :reference")
        .param("reference", reference)
        .query(CaseRows::markCase)
        .optional();
  }

  /**
   * Keeps everybody else off the case until the transaction is over: two who decide at once decide one after the other.
   *
   * @throws NoSuchElementException if there is none
   */
  MarkCase lock(String reference) {
    return db.sql("select * from kitemark_case where application_reference = :reference for update")
        .param("reference", reference)
        .query(CaseRows::markCase)
        .optional()
        .orElseThrow(() -> new NoSuchElementException("No application " + reference + " for the kite mark"));
  }

  void add(String reference, String schemeId, String organisationId, Instant now) {
    db.sql(
            """
            insert into kitemark_case (application_reference, scheme_id, organisation_id, received_at, step)
            values (:reference, :scheme, :organisation, :now, 'ASSESSING')
            """)
        .param("reference", reference)
        .param("scheme", schemeId)
        .param("organisation", organisationId, Types.VARCHAR)
        .param("now", Timestamp.from(now))
        .update();
  }

  void runBy(String reference, String processInstanceId) {
    update("process_instance_id = :value", reference, processInstanceId);
  }

  void organisation(String reference, String organisationId) {
    update("organisation_id = :value", reference, organisationId);
  }

  void step(String reference, MarkCase.Step step) {
    update("step = :value, ended = null", reference, step.name());
  }

  void takenUp(String reference) {
    update("step = :value, ended = null, taken_up = taken_up + 1", reference, MarkCase.Step.ASSESSING.name());
  }

  void ended(String reference, MarkCase.Ended how) {
    update("step = 'ENDED', ended = :value", reference, how.name());
  }

  private void update(String set, String reference, String value) {
    db.sql("update kitemark_case set " + set + ", version = version + 1 where application_reference = :reference")
        .param("value", value)
        .param("reference", reference)
        .update();
  }

  void concern(String reference, boolean open, String note) {
    db.sql(
            """
            update kitemark_case set open_concern = :open, concern_note = :note, version = version + 1
            where application_reference = :reference
            """)
        .param("open", open)
        .param("note", note, Types.VARCHAR)
        .param("reference", reference)
        .update();
  }

  void appeal(String reference, int against, String words, LocalDate on) {
    db.sql(
            """
            update kitemark_case set appeal_of = :against, appeal_words = :words, appeal_on = :on, version = version + 1
            where application_reference = :reference
            """)
        .param("against", against)
        .param("words", words)
        .param("on", on)
        .param("reference", reference)
        .update();
  }

  void helpEnded(String reference, String note) {
    db.sql("update kitemark_case set help_note = :note, version = version + 1 where application_reference = :reference")
        .param("note", note, Types.VARCHAR)
        .param("reference", reference)
        .update();
  }

  void appealOver(String reference) {
    db.sql("update kitemark_case set appeal_of = null, appeal_words = null where application_reference = :reference")
        .param("reference", reference)
        .update();
  }

  void asked(String reference, List<String> items, String why, LocalDate until) {
    db.sql(
            """
            update kitemark_case set asked_items = :items, asked_why = :why, asked_until = :until, version = version + 1
            where application_reference = :reference
            """)
        .param("items", items.toArray(String[]::new))
        .param("why", why)
        .param("until", until)
        .param("reference", reference)
        .update();
  }

  // ---- assessments

  /** Of an application, the first one first. */
  List<Assessment> assessments(String reference) {
    return db.sql("select * from kitemark_assessment where application_reference = :reference order by number")
        .param("reference", reference)
        .query(CaseRows::assessment)
        .list();
  }

  Optional<Assessment> last(String reference) {
    return db.sql(
            "select * from kitemark_assessment where application_reference = :reference order by number desc limit 1")
        .param("reference", reference)
        .query(CaseRows::assessment)
        .optional();
  }

  void add(Assessment assessment) {
    db.sql(
            """
            insert into kitemark_assessment (assessment_id, application_reference, scheme_id, number, kind, appeal_of,
              proposed_at, risk, proposed_level, referral_mode, renew_months, most_open, conditions, second_by_table,
              missing_mandatory, missing_other, appeal_words)
            values (:id, :reference, :scheme, :number, :kind, :appealOf, :at, :risk, :level, :mode, :months, :mostOpen,
              :conditions, :second, :mandatory, :other, :words)
            """)
        .param("id", assessment.assessmentId())
        .param("reference", assessment.reference())
        .param("scheme", assessment.schemeId())
        .param("number", assessment.number())
        .param("kind", assessment.kind().name())
        .param("appealOf", assessment.appealOf(), Types.INTEGER)
        .param("at", Timestamp.from(assessment.proposedAt()))
        .param("risk", assessment.risk())
        .param("level", assessment.proposedLevel().name())
        .param("mode", assessment.mode().name())
        .param("months", assessment.renewMonths())
        .param("mostOpen", assessment.mostOpen(), Types.INTEGER)
        .param("conditions", assessment.conditions())
        .param("second", assessment.secondByTable())
        .param("mandatory", assessment.missingMandatory().toArray(String[]::new))
        .param("other", assessment.missingOther().toArray(String[]::new))
        .param("words", assessment.appealWords(), Types.VARCHAR)
        .update();
  }

  void decided(
      UUID assessmentId, KiteMarkLevel level, AssessmentDecision decision, String reason, String userId, Instant at) {
    db.sql(
            """
            update kitemark_assessment set decided_level = :level, decision = :decision, reason = :reason, assessor = :user,
              decided_at = :at where assessment_id = :id
            """)
        .param("level", level.name())
        .param("decision", decision.name())
        .param("reason", reason, Types.VARCHAR)
        .param("user", userId)
        .param("at", Timestamp.from(at))
        .param("id", assessmentId)
        .update();
  }

  void second(UUID assessmentId, boolean agreed, String reason, String userId, Instant at) {
    db.sql(
            """
            update kitemark_assessment set second_agreed = :agreed, second_reason = :reason, second_assessor = :user,
              second_at = :at where assessment_id = :id
            """)
        .param("agreed", agreed)
        .param("reason", reason, Types.VARCHAR)
        .param("user", userId)
        .param("at", Timestamp.from(at))
        .param("id", assessmentId)
        .update();
  }

  void tookEffect(UUID assessmentId, Instant at, LocalDate appealUntil) {
    db.sql("update kitemark_assessment set final_at = :at, appeal_until = :until where assessment_id = :id")
        .param("at", Timestamp.from(at))
        .param("until", appealUntil, Types.DATE)
        .param("id", assessmentId)
        .update();
  }

  private static MarkCase markCase(ResultSet row, int number) throws SQLException {
    String ended = row.getString("ended");
    return new MarkCase(
        row.getString("application_reference"),
        row.getString("scheme_id"),
        row.getString("organisation_id"),
        row.getTimestamp("received_at").toInstant(),
        row.getInt("taken_up"),
        row.getBoolean("open_concern"),
        row.getString("concern_note"),
        row.getObject("appeal_of", Integer.class),
        row.getString("appeal_words"),
        texts(row.getArray("asked_items")),
        row.getString("asked_why"),
        row.getObject("asked_until", LocalDate.class),
        MarkCase.Step.valueOf(row.getString("step")),
        ended == null ? null : MarkCase.Ended.valueOf(ended),
        row.getString("process_instance_id"));
  }

  private static Assessment assessment(ResultSet row, int number) throws SQLException {
    String level = row.getString("decided_level");
    String decision = row.getString("decision");
    return new Assessment(
        row.getObject("assessment_id", UUID.class),
        row.getString("application_reference"),
        row.getString("scheme_id"),
        row.getInt("number"),
        AssessmentKind.valueOf(row.getString("kind")),
        row.getObject("appeal_of", Integer.class),
        row.getTimestamp("proposed_at").toInstant(),
        row.getString("risk"),
        KiteMarkLevel.valueOf(row.getString("proposed_level")),
        ReferralMode.valueOf(row.getString("referral_mode")),
        row.getInt("renew_months"),
        row.getObject("most_open", Integer.class),
        row.getString("conditions"),
        row.getBoolean("second_by_table"),
        texts(row.getArray("missing_mandatory")),
        texts(row.getArray("missing_other")),
        row.getString("appeal_words"),
        level == null ? null : KiteMarkLevel.valueOf(level),
        decision == null ? null : AssessmentDecision.valueOf(decision),
        row.getString("reason"),
        row.getString("assessor"),
        instant(row, "decided_at"),
        row.getString("second_assessor"),
        row.getObject("second_agreed", Boolean.class),
        row.getString("second_reason"),
        instant(row, "second_at"),
        instant(row, "final_at"),
        row.getObject("appeal_until", LocalDate.class));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    Timestamp at = row.getTimestamp(column);
    return at == null ? null : at.toInstant();
  }

  private static List<String> texts(Array array) throws SQLException {
    return Arrays.asList((String[]) array.getArray());
  }
}
