package org.fingerpost.rights;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fingerpost.platform.AuditEvent;
import org.fingerpost.platform.AuditTrail;
import org.fingerpost.platform.DailyWork;
import org.fingerpost.platform.Decisions;
import org.fingerpost.scheme.Scheme;
import org.fingerpost.scheme.Schemes;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes address and text out of messages that were sent so long ago that nobody needs them; that each was sent, when and for what stays.
 * The table {@code retention-plan} says after how many days. What is on hold or restricted keeps them, and so does what was never sent.
 */
@Component
class MessagesRemoved implements DailyWork {

  private static final String MESSAGE = "MESSAGE";

  private final JdbcClient db;
  private final Decisions decisions;
  private final Schemes schemes;
  private final AuditTrail audit;
  private final TransactionTemplate transaction;
  private final Clock clock;

  private volatile LocalDate lookedOn;

  MessagesRemoved(
      JdbcClient db, Decisions decisions, Schemes schemes, AuditTrail audit, TransactionTemplate transaction, Clock clock) {
    this.db = db;
    this.decisions = decisions;
    this.schemes = schemes;
    this.audit = audit;
    this.transaction = transaction;
    this.clock = clock;
  }

  @Override
  public int begin() {
    var today = LocalDate.now(clock);
    if (today.equals(lookedOn)) {
      return 0;
    }
    int removed = 0;
    for (Scheme scheme : schemes.all()) {
      removed += Optional.ofNullable(transaction.execute(status -> of(scheme.id()))).orElse(0);
    }
    lookedOn = today;
    return removed;
  }

  /** In the caller's transaction, with one audit entry that says how many. */
  int of(String schemeId) {
    var answer = decisions.ask(Retention.TABLE, schemeId, Map.of(Retention.RECORD_CLASS, MESSAGE));
    var before = LocalDate.now(clock).minus(Period.of(answer.number(Retention.YEARS), 0, answer.number(Retention.DAYS)));
    int removed =
        db.sql(
                """
                update outbox_message m set to_address = null, params = '{}', removed_at = :now
                where m.scheme_id = :scheme and m.created_at < :before and m.sent_at < :before and m.status in ('SENT', 'ON_SCREEN')
                  and m.removed_at is null
                  and case when m.referral_id is null
                    then split_part(m.dedup_key, ':', 2) not in (:keys) and lower(coalesce(m.to_address, '')) not in (:addresses)
                    else m.referral_id not in (:referrals) end
                """)
            .param("scheme", schemeId)
            .param("before", Timestamp.from(before.atStartOfDay(clock.getZone()).toInstant()))
            .param("now", Timestamp.from(clock.instant()))
            .param("referrals", heldReferrals(schemeId))
            .param("keys", heldFiles(schemeId))
            .param("addresses", heldAddresses(schemeId))
            .update();
    if (removed > 0) {
      audit.record(
          new AuditEvent(
              "rights.messages-removed",
              "scheme",
              schemeId,
              schemeId,
              Map.of("messages", String.valueOf(removed), "sentBefore", before.toString(), "ruleId", answer.ruleIds().get(0))));
    }
    return removed;
  }

  private List<String> heldReferrals(String schemeId) {
    return held(
        """
        select r.referral_id from rights_hold h join referral r on r.person_id::text = h.record_id
        where h.scheme_id = :scheme and h.about = 'PERSON' and %s
        union
        select r.referral_id from rights_restriction x join referral r using (person_id)
        where x.lifted_at is null and r.scheme_id = :scheme
        """,
        schemeId);
  }

  /** References of files on hold, and what else their messages stand under. */
  private List<String> heldFiles(String schemeId) {
    return held(
        """
        with held as (select h.record_id from rights_hold h where h.scheme_id = :scheme and h.about = 'CONTACT' and %s)
        select record_id from held
        union select a.help_id::text from application_help a join held on held.record_id = a.reference
        union select s.suspension_id::text from kitemark_suspension s join kitemark_award w using (award_id)
          join held on held.record_id = w.application_reference
        """,
        schemeId);
  }

  private List<String> heldAddresses(String schemeId) {
    return held(
        """
        with held as (select h.record_id from rights_hold h where h.scheme_id = :scheme and h.about = 'CONTACT' and %s)
        select lower(a.contact_email) from application a join held on held.record_id = a.reference
        union select lower(g.contact_email) from community_group g join held on held.record_id = g.reference where g.contact_email is not null
        """,
        schemeId);
  }

  private List<String> held(String sql, String schemeId) {
    Collection<String> found =
        db.sql(sql.formatted(Holds.IN_FORCE))
            .param("scheme", schemeId)
            .param("today", LocalDate.now(clock))
            .query(String.class)
            .list();
    return found.isEmpty() ? List.of("-") : List.copyOf(found);
  }
}
