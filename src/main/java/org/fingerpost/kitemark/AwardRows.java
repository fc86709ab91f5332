package org.fingerpost.kitemark;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.fingerpost.scheme.KiteMarkLevel;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tables of marks and of what was promised with them. */
@Component
class AwardRows {

  private final JdbcClient db;

  AwardRows(JdbcClient db) {
    this.db = db;
  }

  Award get(UUID awardId) {
    return db.sql("select * from kitemark_award where award_id = :id")
        .param("id", awardId)
        .query(AwardRows::award)
        .optional()
        .orElseThrow(() -> new NoSuchElementException("No kite mark " + awardId));
  }

  Optional<Award> standing(String schemeId, String organisationId) {
    return db.sql(
            """
            select * from kitemark_award where scheme_id = :scheme and organisation_id = :organisation
              and status in ('CURRENT', 'SUSPENDED')
            """)
        .param("scheme", schemeId)
        .param("organisation", organisationId)
        .query(AwardRows::award)
        .optional();
  }

  Optional<Award> expired(String schemeId, String organisationId) {
    return db.sql(
            """
            select * from kitemark_award where scheme_id = :scheme and organisation_id = :organisation and status = 'EXPIRED'
            order by valid_until desc, awarded_on desc limit 1
            """)
        .param("scheme", schemeId)
        .param("organisation", organisationId)
        .query(AwardRows::award)
        .optional();
  }

  Optional<Award> last(String schemeId, String organisationId) {
    return db.sql(
            """
            select * from kitemark_award where scheme_id = :scheme and organisation_id = :organisation
            order by case when status in ('CURRENT', 'SUSPENDED') then 0 else 1 end, awarded_on desc, valid_until desc limit 1
            """)
        .param("scheme", schemeId)
        .param("organisation", organisationId)
        .query(AwardRows::award)
        .optional();
  }

  Optional<Award> ofApplication(String reference) {
    return db.sql(
            """
            select * from kitemark_award where application_reference = :reference
            order by case when status in ('CURRENT', 'SUSPENDED') then 0 else 1 end, awarded_on desc limit 1
            """)
        .param("reference", reference)
        .query(AwardRows::award)
        .optional();
  }

  List<Award> inScheme(String schemeId) {
    return db.sql(
            """
            select * from kitemark_award where scheme_id = :scheme and status in ('CURRENT', 'SUSPENDED', 'EXPIRED')
            order by organisation_id, awarded_on
            """)
        .param("scheme", schemeId)
        .query(AwardRows::award)
        .list();
  }

  void add(UUID awardId, NewAward wanted, LocalDate from, LocalDate until) {
    db.sql(
            """
            insert into kitemark_award (award_id, scheme_id, organisation_id, application_reference, level, referral_mode,
              most_open, status, awarded_on, valid_until, renew_months, insurance_until, dbs_until, training_until,
              confirmed_by, confirmed_second_by)
            values (:id, :scheme, :organisation, :reference, :level, :mode, :mostOpen, 'CURRENT', :from, :until, :months,
              :insurance, :dbs, :training, :by, :second)
            """)
        .param("id", awardId)
        .param("scheme", wanted.schemeId())
        .param("organisation", wanted.organisationId())
        .param("reference", wanted.reference())
        .param("level", wanted.level().name())
        .param("mode", wanted.mode().name())
        .param("mostOpen", wanted.mostOpen(), Types.INTEGER)
        .param("from", from)
        .param("until", until)
        .param("months", wanted.renewMonths())
        .param("insurance", wanted.insuranceUntil(), Types.DATE)
        .param("dbs", wanted.dbsUntil(), Types.DATE)
        .param("training", wanted.trainingUntil(), Types.DATE)
        .param("by", wanted.confirmedBy(), Types.VARCHAR)
        .param("second", wanted.confirmedSecondBy(), Types.VARCHAR)
        .update();
  }

  void level(UUID awardId, KiteMarkLevel level, ReferralMode mode, Integer mostOpen) {
    db.sql(
            """
            update kitemark_award set level = :level, referral_mode = :mode, most_open = :mostOpen, version = version + 1
            where award_id = :id
            """)
        .param("level", level.name())
        .param("mode", mode.name())
        .param("mostOpen", mostOpen, Types.INTEGER)
        .param("id", awardId)
        .update();
  }

  void status(UUID awardId, AwardStatus status) {
    db.sql("update kitemark_award set status = :status, version = version + 1 where award_id = :id")
        .param("status", status.name())
        .param("id", awardId)
        .update();
  }

  void dates(UUID awardId, LocalDate insurance, LocalDate dbs, LocalDate training) {
    db.sql(
            """
            update kitemark_award set insurance_until = coalesce(:insurance, insurance_until),
              dbs_until = coalesce(:dbs, dbs_until), training_until = coalesce(:training, training_until), version = version + 1
            where award_id = :id
            """)
        .param("insurance", insurance, Types.DATE)
        .param("dbs", dbs, Types.DATE)
        .param("training", training, Types.DATE)
        .param("id", awardId)
        .update();
  }

  void nextCheck(UUID awardId, LocalDate on) {
    db.sql("update kitemark_award set next_check_on = :on, version = version + 1 where award_id = :id")
        .param("on", on, Types.DATE)
        .param("id", awardId)
        .update();
  }

  void keptBy(UUID awardId, String processInstanceId) {
    db.sql("update kitemark_award set process_instance_id = :instance, version = version + 1 where award_id = :id")
        .param("instance", processInstanceId)
        .param("id", awardId)
        .update();
  }

  List<MarkCondition> conditions(UUID awardId) {
    return db.sql("select * from kitemark_condition where award_id = :id order by due_on, code")
        .param("id", awardId)
        .query(AwardRows::markCondition)
        .list();
  }

  MarkCondition condition(UUID conditionId) {
    return db.sql("select * from kitemark_condition where condition_id = :id")
        .param("id", conditionId)
        .query(AwardRows::markCondition)
        .optional()
        .orElseThrow(() -> new NoSuchElementException("No condition " + conditionId));
  }

  void addCondition(UUID conditionId, UUID awardId, String code, LocalDate dueOn) {
    db.sql("insert into kitemark_condition (condition_id, award_id, code, due_on) values (:id, :award, :code, :due)")
        .param("id", conditionId)
        .param("award", awardId)
        .param("code", code)
        .param("due", dueOn)
        .update();
  }

  void conditionMet(UUID conditionId, LocalDate on) {
    db.sql("update kitemark_condition set met_on = :on where condition_id = :id")
        .param("on", on)
        .param("id", conditionId)
        .update();
  }

  int conditionReminded(UUID conditionId) {
    return db.sql("update kitemark_condition set reminders = reminders + 1 where condition_id = :id returning reminders")
        .param("id", conditionId)
        .query(Integer.class)
        .single();
  }

  private static Award award(ResultSet row, int number) throws SQLException {
    return new Award(
        row.getObject("award_id", UUID.class),
        row.getString("scheme_id"),
        row.getString("organisation_id"),
        row.getString("application_reference"),
        KiteMarkLevel.valueOf(row.getString("level")),
        ReferralMode.valueOf(row.getString("referral_mode")),
        row.getObject("most_open", Integer.class),
        AwardStatus.valueOf(row.getString("status")),
        row.getObject("awarded_on", LocalDate.class),
        row.getObject("valid_until", LocalDate.class),
        row.getInt("renew_months"),
        row.getObject("insurance_until", LocalDate.class),
        row.getObject("dbs_until", LocalDate.class),
        row.getObject("training_until", LocalDate.class),
        row.getObject("next_check_on", LocalDate.class),
        row.getString("confirmed_by"),
        row.getString("confirmed_second_by"),
        row.getString("process_instance_id"));
  }

  private static MarkCondition markCondition(ResultSet row, int number) throws SQLException {
    return new MarkCondition(
        row.getObject("condition_id", UUID.class),
        row.getObject("award_id", UUID.class),
        row.getString("code"),
        row.getObject("due_on", LocalDate.class),
        row.getObject("met_on", LocalDate.class),
        row.getInt("reminders"));
  }
}
