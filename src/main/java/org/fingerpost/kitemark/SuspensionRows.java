package org.fingerpost.kitemark;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of suspensions. */
@Component
class SuspensionRows {

  private final JdbcClient db;

  SuspensionRows(JdbcClient db) {
    this.db = db;
  }

  /**
   * @throws NoSuchElementException if there is none
   */
  Suspension get(UUID suspensionId) {
    return db.sql("select * from kitemark_suspension where suspension_id = :id")
        .param("id", suspensionId)
        .query(SuspensionRows::suspension)
        .optional()
        .orElseThrow(() -> new NoSuchElementException("No suspension " + suspensionId));
  }

  /** The one that is open, of this mark. */
  Optional<Suspension> openOf(UUID awardId) {
    return ofAward(awardId).stream().filter(Suspension::open).findFirst();
  }

  /** Those that are open, of every mark that the organisation ever had. */
  List<Suspension> openOf(String schemeId, String organisationId) {
    return db.sql(
            """
            select * from kitemark_suspension where scheme_id = :scheme and organisation_id = :organisation and over_at is null
            order by raised_at
            """)
        .param("scheme", schemeId)
        .param("organisation", organisationId)
        .query(SuspensionRows::suspension)
        .list();
  }

  /** All of a mark, the latest first. */
  List<Suspension> ofAward(UUID awardId) {
    return db.sql("select * from kitemark_suspension where award_id = :award order by raised_at desc, suspension_id")
        .param("award", awardId)
        .query(SuspensionRows::suspension)
        .list();
  }

  void add(UUID suspensionId, Award award, SuspensionReason reason, String text, String raisedBy, Instant now) {
    db.sql(
            """
            insert into kitemark_suspension
              (suspension_id, award_id, scheme_id, organisation_id, reason_code, reason_text, raised_by, raised_at)
            values (:id, :award, :scheme, :organisation, :reason, :text, :by, :now)
            """)
        .param("id", suspensionId)
        .param("award", award.awardId())
        .param("scheme", award.schemeId())
        .param("organisation", award.organisationId())
        .param("reason", reason.name())
        .param("text", text, Types.VARCHAR)
        .param("by", raisedBy)
        .param("now", Timestamp.from(now))
        .update();
  }

  void runsIn(UUID suspensionId, String processInstanceId) {
    change(suspensionId, "process_instance_id = :value", processInstanceId);
  }

  void confirmBy(UUID suspensionId, Instant dueAt) {
    change(suspensionId, "confirm_due_at = :value", Timestamp.from(dueAt));
  }

  void settleBy(UUID suspensionId, Instant dueAt) {
    change(suspensionId, "settle_due_at = :value", Timestamp.from(dueAt));
  }

  void tookEffect(UUID suspensionId, Instant now) {
    change(suspensionId, "suspended_at = :value", Timestamp.from(now));
  }

  private void change(UUID suspensionId, String what, Object value) {
    db.sql("update kitemark_suspension set " + what + " where suspension_id = :id")
        .param("value", value)
        .param("id", suspensionId)
        .update();
  }

  void confirmed(UUID suspensionId, boolean confirmed, String note, String userId, Instant now) {
    db.sql(
            """
            update kitemark_suspension
               set confirmed = :confirmed, confirm_note = :note, confirmed_by = :by, confirmed_at = :now
             where suspension_id = :id
            """)
        .param("confirmed", confirmed)
        .param("note", note, Types.VARCHAR)
        .param("by", userId)
        .param("now", Timestamp.from(now))
        .param("id", suspensionId)
        .update();
  }

  void settled(UUID suspensionId, String settlement, String reason, String userId, Instant now) {
    db.sql(
            """
            update kitemark_suspension
               set settlement = :settlement, settle_reason = :reason, settled_by = :by, settled_at = :now,
                   end_confirmed = null, end_confirmed_by = null, end_confirmed_at = null, end_note = null
             where suspension_id = :id
            """)
        .param("settlement", settlement)
        .param("reason", reason)
        .param("by", userId)
        .param("now", Timestamp.from(now))
        .param("id", suspensionId)
        .update();
  }

  void endConfirmed(UUID suspensionId, boolean confirmed, String note, String userId, Instant now) {
    db.sql(
            """
            update kitemark_suspension
               set end_confirmed = :confirmed, end_note = :note, end_confirmed_by = :by, end_confirmed_at = :now
             where suspension_id = :id
            """)
        .param("confirmed", confirmed)
        .param("note", note, Types.VARCHAR)
        .param("by", userId)
        .param("now", Timestamp.from(now))
        .param("id", suspensionId)
        .update();
  }

  void over(UUID suspensionId, String outcome, Instant now) {
    db.sql("update kitemark_suspension set outcome = :outcome, over_at = :now where suspension_id = :id and over_at is null")
        .param("outcome", outcome)
        .param("now", Timestamp.from(now))
        .param("id", suspensionId)
        .update();
  }

  /**
   * @return which reminder this is, counted from 1
   */
  int remind(UUID suspensionId) {
    return db.sql("update kitemark_suspension set reminders = reminders + 1 where suspension_id = :id returning reminders")
        .param("id", suspensionId)
        .query(Integer.class)
        .single();
  }

  private static Suspension suspension(ResultSet row, int number) throws SQLException {
    return new Suspension(
        row.getObject("suspension_id", UUID.class),
        row.getObject("award_id", UUID.class),
        row.getString("scheme_id"),
        row.getString("organisation_id"),
        SuspensionReason.of(row.getString("reason_code")),
        row.getString("reason_text"),
        row.getString("raised_by"),
        instant(row, "raised_at"),
        instant(row, "confirm_due_at"),
        row.getObject("confirmed", Boolean.class),
        row.getString("confirmed_by"),
        row.getString("confirm_note"),
        instant(row, "suspended_at"),
        instant(row, "settle_due_at"),
        row.getString("settlement"),
        row.getString("settle_reason"),
        row.getString("settled_by"),
        row.getString("end_note"),
        row.getString("end_confirmed_by"),
        row.getInt("reminders"),
        row.getString("outcome"),
        instant(row, "over_at"),
        row.getString("process_instance_id"));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    var at = row.getTimestamp(column);
    return at == null ? null : at.toInstant();
  }
}
