package org.fingerpost.caseload;

import static org.fingerpost.referral.journey.WaitForLinkWorker.DECISION_WAITING_LIST_PLAN;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.fingerpost.platform.AuditEvent;
import org.fingerpost.platform.AuditTrail;
import org.fingerpost.platform.Decisions;
import org.fingerpost.referral.ReferralClosed;
import org.fingerpost.referral.ReferralSummary;
import org.fingerpost.referral.Referrals;
import org.fingerpost.scheme.WorkingDays;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Referrals that wait for a link worker with room, one list for each scheme: urgent ones first, then by the day they were received.
 * Who has left the list stays in it as history.
 */
@Component
public class WaitingList {

  /** How a referral leaves the list. */
  enum Left {
    PLACE_FOUND,
    CHOSEN,
    CLOSED
  }

  private static final String OF_SCHEME =
      """
      select referral_id, since, urgent, worker_asked, times_escalated,
        row_number() over (order by urgent desc, received_at, referral_id) as place, count(*) over () as length
      from waiting_list where scheme_id = :scheme and ended_at is null
      order by place
      """;

  private final JdbcClient db;
  private final Referrals referrals;
  private final Decisions decisions;
  private final WorkingDays workingDays;
  private final AuditTrail audit;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  WaitingList(
      JdbcClient db,
      Referrals referrals,
      Decisions decisions,
      WorkingDays workingDays,
      AuditTrail audit,
      ApplicationEventPublisher events,
      Clock clock) {
    this.db = db;
    this.referrals = referrals;
    this.decisions = decisions;
    this.workingDays = workingDays;
    this.audit = audit;
    this.events = events;
    this.clock = clock;
  }

  /** Puts a referral on the list of its scheme. Safe to repeat: it keeps the place it has. */
  @Transactional(propagation = Propagation.MANDATORY)
  public WaitingStep join(String referralId) {
    var referral = referrals.get(referralId);
    var next = plan(referral, 0);
    db.sql(
            """
            insert into waiting_list (referral_id, scheme_id, urgent, worker_asked, received_at, since)
            values (:referral, :scheme, :urgent, :asked, :received, :now)
            on conflict (referral_id) do nothing
            """)
        .param("referral", referralId)
        .param("scheme", referral.schemeId())
        .param("urgent", referral.urgent())
        .param("asked", referral.workerAsked() == null ? null : referral.workerAsked().name())
        .param("received", Timestamp.from(referral.receivedAt()))
        .param("now", now())
        .update();
    record("linkworker.waiting", referral, Map.of("escalateAt", next.escalateAt().toString()));
    events.publishEvent(new SomebodyWaits(referral.schemeId()));
    return next;
  }

  /** Notes that the team leads are told that a referral has waited too long. */
  @Transactional(propagation = Propagation.MANDATORY)
  public WaitingStep escalate(String referralId) {
    var referral = referrals.get(referralId);
    int times =
        db.sql(
                """
                update waiting_list set times_escalated = times_escalated + 1, escalated_at = :now
                where referral_id = :referral returning times_escalated
                """)
            .param("referral", referralId)
            .param("now", now())
            .query(Integer.class)
            .single();
    var next = plan(referral, times);
    var details = new LinkedHashMap<String, String>();
    details.put("times", String.valueOf(times));
    details.put("priority", String.valueOf(next.priority()));
    details.put("escalateAt", next.escalateAt().toString());
    record("linkworker.wait-escalated", referral, details);
    return next;
  }

  /** Its place, or empty if it does not wait. */
  @Transactional(readOnly = true)
  public Optional<WaitingPlace> placeOf(String schemeId, String referralId) {
    return of(schemeId).stream().filter(place -> place.referralId().equals(referralId)).findFirst();
  }

  /** Everybody who waits in a scheme, first in line first. */
  @Transactional(readOnly = true)
  public List<WaitingPlace> of(String schemeId) {
    return db.sql(OF_SCHEME).param("scheme", schemeId).query(WaitingList::place).list();
  }

  /** Schemes in which somebody waits. */
  @Transactional(readOnly = true)
  public Set<String> schemes() {
    return new TreeSet<>(
        db.sql("select distinct scheme_id from waiting_list where ended_at is null").query(String.class).list());
  }

  void left(String referralId, Left how) {
    db.sql("update waiting_list set ended_at = :now, ended_how = :how where referral_id = :referral and ended_at is null")
        .param("now", now())
        .param("how", how.name())
        .param("referral", referralId)
        .update();
  }

  /** Withdrawn, or ended in another way, before anybody had it. */
  @EventListener
  void closed(ReferralClosed end) {
    if (end.referral().linkWorker() == null) {
      left(end.referral().referralId(), Left.CLOSED);
    }
  }

  private WaitingStep plan(ReferralSummary referral, int timesEscalated) {
    var answer =
        decisions.ask(
            DECISION_WAITING_LIST_PLAN,
            referral.schemeId(),
            Map.of("urgent", referral.urgent(), "timesEscalated", timesEscalated));
    var day = workingDays.plus(referral.schemeId(), LocalDate.now(clock), answer.number("workingDays"));
    return new WaitingStep(workingDays.at(referral.schemeId(), day), answer.number("priority"));
  }

  private void record(String act, ReferralSummary referral, Map<String, String> details) {
    audit.record(new AuditEvent(act, "referral", referral.referralId(), referral.schemeId(), details));
  }

  private Timestamp now() {
    return Timestamp.from(clock.instant());
  }

  private static WaitingPlace place(ResultSet row, int number) throws SQLException {
    return new WaitingPlace(
        row.getString("referral_id"),
        row.getInt("place"),
        row.getInt("length"),
        row.getTimestamp("since").toInstant(),
        row.getBoolean("urgent"),
        row.getString("worker_asked"),
        row.getInt("times_escalated"));
  }
}
