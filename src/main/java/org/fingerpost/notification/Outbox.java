package org.fingerpost.notification;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fingerpost.platform.AuditEvent;
import org.fingerpost.platform.AuditTrail;
import org.fingerpost.platform.Language;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Queues messages in the transaction of the act they tell of; the relay sends them afterwards. */
@Component
public class Outbox {

  private final JdbcClient db;
  private final ObjectMapper json;
  private final Letters letters;
  private final ConsentLedger ledger;
  private final AuditTrail audit;
  private final Clock clock;

  Outbox(
      JdbcClient db, ObjectMapper json, Letters letters, ConsentLedger ledger, AuditTrail audit, Clock clock) {
    this.db = db;
    this.json = json;
    this.letters = letters;
    this.ledger = ledger;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Queues a message, unless the person has not agreed to it, or it is written to somebody who gets no messages any more: then an
   * audit entry says that it was not sent. One whose dedup key was used before is ignored.
   *
   * @return whether the message is queued, now or before
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public boolean send(Message message) {
    var needed = message.needs();
    if (needed != NeededConsent.NONE && !ledger.granted(message.referralId(), needed, message.activityId())) {
      notSent(message, "NO_CONSENT");
      return false;
    }
    if (queue(message) == 0) {
      if (message.recipient() == Recipient.PERSON && silent(message.referralId())) {
        notSent(message, "SILENT");
        return false;
      }
      if (message.recipient() != Recipient.PERSON && held(message)) {
        notSent(message, "RESTRICTED");
        return false;
      }
    }
    return true;
  }

  private int queue(Message message) {
    return db.sql(
            """
            insert into outbox_message (message_id, scheme_id, referral_id, purpose, dedup_key, to_address, language, params,
              created_at, next_try_at, recipient)
            select :id, :scheme, cast(:referral as text), :purpose, :dedup, cast(:to as text), :language,
              cast(:params as jsonb), cast(:now as timestamptz), cast(:now as timestamptz), :recipient
            where case :recipient
              when 'PERSON' then not exists (select 1 from outbox_silence s where s.referral_id = cast(:referral as text))
              when 'STAFF' then true
              else not exists (select 1 from outbox_hold h where h.referral_id = cast(:referral as text))
            end
            on conflict (dedup_key) do nothing
            """)
        .param("id", UUID.randomUUID())
        .param("scheme", message.schemeId())
        .param("referral", message.referralId())
        .param("purpose", message.purpose().code())
        .param("dedup", message.dedupKey())
        .param("to", message.toAddress())
        .param("language", message.language().code())
        .param("params", text(message.params()))
        .param("recipient", message.recipient().name())
        .param("now", Timestamp.from(clock.instant()))
        .update();
  }

  private void notSent(Message message, String why) {
    var details = new LinkedHashMap<String, String>();
    details.put("message", message.purpose().code());
    details.put("notSentBecause", why);
    details.put("consent", message.needs() == NeededConsent.NONE ? null : message.needs().name());
    details.put("activity", message.activityId());
    audit.record(AuditEvent.ofReferral("message.not-sent", message.referralId(), message.schemeId(), details));
  }

  /**
   * From now on nothing is sent to the person of this referral, whatever asks for it; what waits to be sent to them is called back.
   * For a person who has died. Safe to repeat.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void fallSilent(String referralId) {
    db.sql("insert into outbox_silence (referral_id, since) values (:referral, :now) on conflict do nothing")
        .param("referral", referralId)
        .param("now", Timestamp.from(clock.instant()))
        .update();
    db.sql(
            """
            update outbox_message set status = 'CANCELLED', params = '{}'
            where referral_id = :referral and recipient = 'PERSON' and status = 'WAITING'
            """)
        .param("referral", referralId)
        .update();
  }

  /** Whether the person's record is restricted, so that only they and colleagues hear of it. */
  private boolean held(Message message) {
    return message.recipient() != Recipient.STAFF
        && db.sql("select count(*) from outbox_hold where referral_id = :referral")
                .param("referral", message.referralId())
                .query(Integer.class)
                .single()
            > 0;
  }

  private boolean silent(String referralId) {
    return db.sql("select count(*) from outbox_silence where referral_id = :referral")
            .param("referral", referralId)
            .query(Integer.class)
            .single()
        > 0;
  }

  /** The newest messages as they read, newest first. */
  @Transactional(readOnly = true)
  public List<RenderedMessage> latest(int count) {
    return db.sql("select * from outbox_message order by created_at desc, message_id limit :count")
        .param("count", count)
        .query((row, number) -> queued(row))
        .list()
        .stream()
        .map(this::render)
        .toList();
  }

  /** A row of {@code outbox_message}. */
  static Queued queued(ResultSet row) throws SQLException {
    return new Queued(
        row.getObject("message_id", UUID.class),
        row.getString("scheme_id"),
        row.getString("referral_id"),
        row.getString("purpose"),
        row.getString("to_address"),
        Language.of(row.getString("language")),
        row.getString("params"),
        row.getString("status"),
        row.getInt("tries"),
        row.getTimestamp("created_at").toInstant(),
        instant(row.getTimestamp("sent_at")));
  }

  /** Puts a queued message into words. */
  RenderedMessage render(Queued queued) {
    var purpose = Purpose.of(queued.purpose());
    var params = map(queued.params());
    String scheme = queued.schemeId();
    return new RenderedMessage(
        queued.messageId(),
        scheme,
        queued.referralId(),
        purpose,
        queued.toAddress(),
        queued.language(),
        queued.status(),
        queued.createdAt(),
        queued.sentAt(),
        letters.subject(scheme, purpose, queued.language(), params),
        params.isEmpty() ? null : letters.body(scheme, purpose, queued.language(), params));
  }

  private static Instant instant(Timestamp timestamp) {
    return timestamp == null ? null : timestamp.toInstant();
  }

  private String text(Map<String, Object> params) {
    try {
      return json.writeValueAsString(params);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("Parameters of a message must be texts and flags", e);
    }
  }

  @SuppressWarnings("unchecked")
  private Map<String, Object> map(String params) {
    try {
      return json.readValue(params, Map.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("outbox_message.params is not a JSON object", e);
    }
  }

  /**
   * A row of {@code outbox_message}.
   *
   * @param params a JSON object
   */
  record Queued(
      UUID messageId,
      String schemeId,
      String referralId,
      String purpose,
      String toAddress,
      Language language,
      String params,
      String status,
      int tries,
      Instant createdAt,
      Instant sentAt) {}
}
