package org.fingerpost.notification;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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
  private final Clock clock;

  Outbox(JdbcClient db, ObjectMapper json, Letters letters, Clock clock) {
    this.db = db;
    this.json = json;
    this.letters = letters;
    this.clock = clock;
  }

  /** Queues a message; one whose dedup key was used before is ignored. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void send(Message message) {
    var now = Timestamp.from(clock.instant());
    db.sql(
            """
            insert into outbox_message (message_id, scheme_id, referral_id, purpose, dedup_key, to_address, language, params,
              created_at, next_try_at)
            values (:id, :scheme, :referral, :purpose, :dedup, :to, :language, cast(:params as jsonb), :now, :now)
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
        .param("now", now)
        .update();
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
