package org.fingerpost.caseload;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fingerpost.platform.AuditEvent;
import org.fingerpost.platform.AuditTrail;
import org.fingerpost.platform.CurrentActor;
import org.fingerpost.platform.InvalidInput;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who is away, and who does their work meanwhile. A referral stays its link worker's while a colleague covers: the tasks, and those to
 * come, are the colleague's from the first morning to the morning after the last day, and whatever they record says for whom.
 */
@Component
public class Absences {

  private static final String COLUMNS =
      "select absence_id, user_id, scheme_id, first_day, last_day, cover_user, reason, begun_at from staff_absence ";

  private final JdbcClient db;
  private final AbsenceProcess process;
  private final WorkInHand work;
  private final AuditTrail audit;
  private final CurrentActor currentActor;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Absences(
      JdbcClient db,
      AbsenceProcess process,
      WorkInHand work,
      AuditTrail audit,
      CurrentActor currentActor,
      ApplicationEventPublisher events,
      Clock clock) {
    this.db = db;
    this.process = process;
    this.work = work;
    this.audit = audit;
    this.currentActor = currentActor;
    this.events = events;
    this.clock = clock;
  }

  /**
   * Records that a link worker will be away, or leaves. From the first day on, or from now on if they leave, they are given nobody new.
   *
   * @param lastDay {@code null} with {@link Absence.Reason#LEAVING} and only then
   * @param coverUser a link worker of the same scheme, or {@code null}; nobody covers for somebody who leaves, their work is handed over
   * @return the absence's id
   * @throws InvalidInput with the field that is wrong
   */
  @Transactional
  public String record(
      String schemeId, String userId, LocalDate firstDay, LocalDate lastDay, String coverUser, Absence.Reason reason) {
    check(schemeId, userId, firstDay, lastDay, coverUser, reason);
    var id = UUID.randomUUID().toString();
    db.sql(
            """
            insert into staff_absence (absence_id, user_id, scheme_id, first_day, last_day, cover_user, reason, recorded_by, recorded_at)
            values (:id, :user, :scheme, :first, :last, :cover, :reason, :by, :now)
            """)
        .param("id", id)
        .param("user", userId)
        .param("scheme", schemeId)
        .param("first", Date.valueOf(firstDay))
        .param("last", lastDay == null ? null : Date.valueOf(lastDay))
        .param("cover", coverUser)
        .param("reason", reason.name())
        .param("by", currentActor.get().id())
        .param("now", now())
        .update();
    var details = new LinkedHashMap<String, String>();
    details.put("linkWorker", userId);
    details.put("firstDay", firstDay.toString());
    details.put("lastDay", lastDay == null ? null : lastDay.toString());
    details.put("cover", coverUser);
    details.put("absenceReason", reason.name());
    audit.record(new AuditEvent("absence.recorded", "absence", id, schemeId, details));
    if (lastDay != null) {
      process.start(
          id,
          schemeId,
          firstDay.atStartOfDay(clock.getZone()).toInstant(),
          lastDay.plusDays(1).atStartOfDay(clock.getZone()).toInstant());
    }
    return id;
  }

  private void check(
      String schemeId, String userId, LocalDate firstDay, LocalDate lastDay, String coverUser, Absence.Reason reason) {
    boolean leaving = reason == Absence.Reason.LEAVING;
    if (!worksHere(schemeId, userId)) {
      throw new InvalidInput("userId", "caseload.form.linkWorker.required");
    }
    if (leaving ? lastDay != null : lastDay == null) {
      throw new InvalidInput("lastDay", leaving ? "caseload.absence.lastDay.none" : "caseload.absence.lastDay.required");
    }
    if (lastDay != null && (lastDay.isBefore(firstDay) || lastDay.isBefore(LocalDate.now(clock)))) {
      throw new InvalidInput("lastDay", "caseload.absence.lastDay.past");
    }
    if (coverUser != null && (leaving || coverUser.equals(userId) || !worksHere(schemeId, coverUser))) {
      throw new InvalidInput("cover", leaving ? "caseload.absence.cover.none" : "caseload.absence.cover.other");
    }
    if (coverUser != null && awayBetween(coverUser, firstDay, lastDay)) {
      throw new InvalidInput("cover", "caseload.absence.cover.away");
    }
    if (awayBetween(userId, firstDay, lastDay)) {
      throw new InvalidInput("firstDay", "caseload.absence.twice");
    }
    if (overlapping("cover_user", userId, firstDay, lastDay)) {
      throw new InvalidInput("firstDay", "caseload.absence.covers");
    }
  }

  private boolean worksHere(String schemeId, String userId) {
    return db.sql(
            """
            select count(*) from link_worker w join staff_account a on a.user_id = w.user_id and a.active
            where w.user_id = ? and w.scheme_id = ?
            """)
        .params(userId, schemeId)
        .query(Integer.class)
        .single()
        > 0;
  }

  private boolean awayBetween(String userId, LocalDate firstDay, LocalDate lastDay) {
    return overlapping("user_id", userId, firstDay, lastDay);
  }

  private boolean overlapping(String whoIs, String userId, LocalDate firstDay, LocalDate lastDay) {
    return db.sql(
            """
            select count(*) from staff_absence
            where %s = :user and ended_at is null
              and (last_day is null or last_day >= :first) and (cast(:last as date) is null or first_day <= :last)
            """
                .formatted(whoIs))
        .param("user", userId)
        .param("first", Date.valueOf(firstDay))
        .param("last", lastDay == null ? null : Date.valueOf(lastDay))
        .query(Integer.class)
        .single()
        > 0;
  }

  /** Gives the open work of who is away to who covers. Safe to repeat: what is covered already stays as it is. */
  @Transactional
  public void begin(String absenceId) {
    var absence = get(absenceId);
    db.sql("update staff_absence set begun_at = coalesce(begun_at, :now) where absence_id = :id")
        .param("now", now())
        .param("id", absenceId)
        .update();
    audit.record(new AuditEvent("absence.begun", "absence", absenceId, absence.schemeId(), whose(absence)));
    if (absence.coverUser() == null) {
      return;
    }
    var open =
        db.sql(
                """
                insert into referral_cover (absence_id, referral_id, link_worker, cover_user, since)
                select :id, r.referral_id, r.link_worker, :cover, :now
                from referral r where r.link_worker = :user and r.closed_state is null
                on conflict do nothing
                returning referral_id
                """)
            .param("id", absenceId)
            .param("cover", absence.coverUser())
            .param("now", now())
            .param("user", absence.userId())
            .query(String.class)
            .list();
    for (String referralId : open) {
      work.move(referralId, absence.userId(), absence.coverUser());
      audit.record(
          AuditEvent.ofReferral("linkworker.cover-begun", referralId, absence.schemeId(), whose(absence)));
    }
  }

  /** Gives the work back that is still open. Safe to repeat: what came back stays where it is. */
  @Transactional
  public void finish(String absenceId) {
    var absence = get(absenceId);
    var covered =
        db.sql(
                """
                update referral_cover set ended_at = :now
                where absence_id = :id and ended_at is null returning referral_id
                """)
            .param("now", now())
            .param("id", absenceId)
            .query(String.class)
            .list();
    for (String referralId : covered) {
      work.move(referralId, absence.coverUser(), absence.userId());
      audit.record(
          AuditEvent.ofReferral("linkworker.cover-ended", referralId, absence.schemeId(), whose(absence)));
    }
    db.sql("update staff_absence set ended_at = coalesce(ended_at, :now) where absence_id = :id")
        .param("now", now())
        .param("id", absenceId)
        .update();
    audit.record(new AuditEvent("absence.ended", "absence", absenceId, absence.schemeId(), whose(absence)));
    events.publishEvent(new CapacityAppeared(absence.schemeId()));
  }

  /** Ends an absence before its last day, calls it off before its first, or takes back that somebody leaves. */
  @Transactional
  public void endNow(String absenceId) {
    if (get(absenceId).lastDay() == null) {
      finish(absenceId);
    } else {
      process.end(absenceId);
    }
  }

  /** Absences of a scheme that are not over, by first day. */
  @Transactional(readOnly = true)
  public List<Absence> of(String schemeId) {
    return db.sql(COLUMNS + "where scheme_id = ? and ended_at is null order by first_day, user_id")
        .param(schemeId)
        .query(Absences::absence)
        .list();
  }

  /**
   * @throws InvalidInput if there is none
   */
  @Transactional(readOnly = true)
  public Absence get(String absenceId) {
    return db.sql(COLUMNS + "where absence_id = ?")
        .param(absenceId)
        .query(Absences::absence)
        .optional()
        .orElseThrow(() -> new InvalidInput("absence", "caseload.absence.unknown"));
  }

  /** Who does the work on a referral in its link worker's stead, by referral, as long as it lasts. */
  @Transactional(readOnly = true)
  public Map<String, String> covers(String schemeId) {
    var covers = new LinkedHashMap<String, String>();
    db.sql(
            """
            select c.referral_id, c.cover_user from referral_cover c join staff_absence a using (absence_id)
            where a.scheme_id = ? and c.ended_at is null
            """)
        .param(schemeId)
        .query((row, number) -> Map.entry(row.getString(1), row.getString(2)))
        .list()
        .forEach(cover -> covers.put(cover.getKey(), cover.getValue()));
    return covers;
  }

  /** Ends the cover of one referral because it goes to somebody else; returns who covered, or {@code null}. */
  String coverEnds(String referralId) {
    return db.sql("update referral_cover set ended_at = ? where referral_id = ? and ended_at is null returning cover_user")
        .params(now(), referralId)
        .query(String.class)
        .optional()
        .orElse(null);
  }

  private static Map<String, String> whose(Absence absence) {
    var details = new LinkedHashMap<String, String>();
    details.put("linkWorker", absence.userId());
    details.put("cover", absence.coverUser());
    details.put("absence", absence.absenceId());
    return details;
  }

  private Timestamp now() {
    return Timestamp.from(clock.instant());
  }

  private static Absence absence(ResultSet row, int number) throws SQLException {
    var last = row.getDate("last_day");
    return new Absence(
        row.getString("absence_id"),
        row.getString("user_id"),
        row.getString("scheme_id"),
        row.getDate("first_day").toLocalDate(),
        last == null ? null : last.toLocalDate(),
        row.getString("cover_user"),
        Absence.Reason.valueOf(row.getString("reason")),
        row.getTimestamp("begun_at") != null);
  }
}
