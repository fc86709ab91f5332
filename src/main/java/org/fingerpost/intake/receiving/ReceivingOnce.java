package org.fingerpost.intake.receiving;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.fingerpost.platform.Tokens;
import org.fingerpost.referral.ReceivingReferral;
import org.fingerpost.referral.ReferralRequest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Receives a request once, however often and however simultaneously it is sent under the same key.
 *
 * <p>The key's row is the first thing the transaction writes. A second transaction with the same key waits there until the first has
 * ended: if it committed, the second finds its receipt; if it was refused or rolled back, the second goes on as if it were the first.
 * So a key is used up only by a referral that exists.
 */
@Component
public class ReceivingOnce {

  /** How long a repetition is recognised. Senders repeat within minutes; a week covers a line that was down over Christmas. */
  static final Duration REMEMBERED = Duration.ofDays(7);

  private final ReceivingReferral receiving;
  private final JdbcClient jdbc;
  private final ObjectMapper json;
  private final Clock clock;

  ReceivingOnce(ReceivingReferral receiving, JdbcClient jdbc, ObjectMapper json, Clock clock) {
    this.receiving = receiving;
    this.jdbc = jdbc;
    this.json = json;
    this.clock = clock;
  }

  /**
   * Receives the referral, or finds that it was received before. The receipt may be shown once this has returned, because the
   * transaction has committed then.
   *
   * @param client whose keys these are; keys of different clients never meet
   * @param key chosen by the sender; only its hash is kept, because a sender may put anything into it
   * @param requestHash what the request said, as SHA-256
   * @throws KeyUsedForAnotherRequest if the key came before with another request
   * @throws org.fingerpost.platform.InvalidInput if the referral is refused; the key stays free
   */
  @Transactional(isolation = Isolation.READ_COMMITTED)
  public Receipt receive(String client, String key, String requestHash, ReferralRequest request) {
    var keyHash = Tokens.hash(key);
    var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    if (!claimed(client, keyHash, requestHash, now)) {
      return earlier(client, keyHash, requestHash);
    }
    var received = receiving.receive(request);
    var receipt = new Receipt(received.referralId(), received.trackingToken(), now);
    jdbc.sql("update idempotency_key set response = cast(? as jsonb) where client = ? and key = ?")
        .params(written(receipt), client, keyHash)
        .update();
    return receipt;
  }

  /** Forgets keys that nobody repeats any more, and with them the tracking tokens in their receipts. */
  @Scheduled(cron = "0 40 3 * * *")
  @Transactional
  public void forgetOldKeys() {
    jdbc.sql("delete from idempotency_key where created_at < ?")
        .param(Timestamp.from(clock.instant().minus(REMEMBERED)))
        .update();
  }

  private boolean claimed(String client, String keyHash, String requestHash, Instant now) {
    return jdbc.sql(
                """
                insert into idempotency_key (client, key, request_hash, response, created_at) values (?, ?, ?, '{}', ?)
                on conflict do nothing
                """)
            .params(client, keyHash, requestHash, Timestamp.from(now))
            .update()
        == 1;
  }

  private Receipt earlier(String client, String keyHash, String requestHash) {
    var row =
        jdbc.sql("select request_hash, cast(response as text) as response from idempotency_key where client = ? and key = ?")
            .params(client, keyHash)
            .query(Row.class)
            .single();
    if (!row.requestHash().equals(requestHash)) {
      throw new KeyUsedForAnotherRequest();
    }
    return read(row.response());
  }

  private String written(Receipt receipt) {
    try {
      return json.writeValueAsString(
          Map.of(
              "reference", receipt.reference(),
              "trackingToken", receipt.trackingToken(),
              "receivedAt", receipt.receivedAt().toString()));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Three strings are always JSON", e);
    }
  }

  private Receipt read(String response) {
    try {
      var node = json.readTree(response);
      return new Receipt(
          node.path("reference").asText(),
          node.path("trackingToken").asText(),
          Instant.parse(node.path("receivedAt").asText()));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A receipt could not be read back", e);
    }
  }

  private record Row(String requestHash, String response) {}
}
