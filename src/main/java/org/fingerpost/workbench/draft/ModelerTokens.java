package org.fingerpost.workbench.draft;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.fingerpost.platform.Actor;
import org.fingerpost.platform.AuditEvent;
import org.fingerpost.platform.AuditTrail;
import org.fingerpost.platform.CurrentActor;
import org.fingerpost.platform.InvalidInput;
import org.fingerpost.platform.Staff;
import org.fingerpost.platform.Tokens;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Personal tokens for Camunda Modeler: each hands in drafts in the name of one manager, and does nothing else. */
@Component
class ModelerTokens {

  /** How many days a token may live; whoever needs it longer makes another. */
  static final List<Integer> DAYS = List.of(7, 30, 90);

  /** So that a token that got lost is recognised for what it is. */
  private static final String PREFIX = "fpm_";

  private static final int MOST = 5;

  private final JdbcClient database;
  private final Staff staff;
  private final AuditTrail audit;
  private final CurrentActor actor;
  private final Clock clock;

  ModelerTokens(JdbcClient database, Staff staff, AuditTrail audit, CurrentActor actor, Clock clock) {
    this.database = database;
    this.staff = staff;
    this.audit = audit;
    this.actor = actor;
    this.clock = clock;
  }

  /** A token as its owner sees it later. */
  record Kept(UUID id, Instant madeAt, Instant expiresAt, Instant lastUsedAt) {}

  /** Whoever a token acts for. */
  record Owner(Staff.Member member, UUID tokenId) {}

  /**
   * Makes a token.
   *
   * @return the token itself, which cannot be read again
   * @throws InvalidInput if the days are none of {@link #DAYS}, or there are enough tokens already
   */
  @Transactional
  String make(int days) {
    if (!DAYS.contains(days)) {
      throw new InvalidInput("days", "drafts.token.days.problem");
    }
    if (mine().size() >= MOST) {
      throw new InvalidInput("days", "drafts.token.enough", MOST);
    }
    String secret = PREFIX + Tokens.random();
    var id = UUID.randomUUID();
    var now = clock.instant();
    database
        .sql("insert into modeler_token (token_id, user_id, token_hash, made_at, expires_at) values (?, ?, ?, ?, ?)")
        .params(id, actor.get().id(), Tokens.hash(secret), Timestamp.from(now), Timestamp.from(now.plus(Duration.ofDays(days))))
        .update();
    audit.record(new AuditEvent("token.made", "token", id.toString(), null, Map.of("days", String.valueOf(days))));
    return secret;
  }

  /** The reader's tokens that still open something, newest first. */
  @Transactional(readOnly = true)
  List<Kept> mine() {
    return database
        .sql(
            """
            select token_id, made_at, expires_at, last_used_at from modeler_token
             where user_id = ? and revoked_at is null and expires_at > ? order by made_at desc""")
        .params(actor.get().id(), Timestamp.from(clock.instant()))
        .query(
            (row, number) ->
                new Kept(
                    row.getObject("token_id", UUID.class),
                    row.getTimestamp("made_at").toInstant(),
                    row.getTimestamp("expires_at").toInstant(),
                    row.getTimestamp("last_used_at") == null ? null : row.getTimestamp("last_used_at").toInstant()))
        .list();
  }

  /** Takes one of the reader's tokens back; somebody else's stays as it is. */
  @Transactional
  void revoke(UUID id) {
    int revoked =
        database
            .sql("update modeler_token set revoked_at = ? where token_id = ? and user_id = ? and revoked_at is null")
            .params(Timestamp.from(clock.instant()), id, actor.get().id())
            .update();
    if (revoked > 0) {
      audit.record(new AuditEvent("token.revoked", "token", id.toString(), null, Map.of()));
    }
  }

  /** Whoever may act with this token now: an active manager whose token is neither over nor taken back. */
  @Transactional
  Optional<Owner> use(String secret) {
    if (secret == null || !secret.startsWith(PREFIX)) {
      return Optional.empty();
    }
    var found =
        database
            .sql("select token_id, user_id, revoked_at is null and expires_at > ? as good from modeler_token where token_hash = ?")
            .params(Timestamp.from(clock.instant()), Tokens.hash(secret))
            .query((row, number) -> new Found(row.getObject("token_id", UUID.class), row.getString("user_id"), row.getBoolean("good")))
            .optional();
    var owner =
        found
            .filter(Found::good)
            .flatMap(token -> staff.find(token.userId()))
            .filter(member -> member.holds(Staff.PROGRAMME_MANAGERS))
            .map(member -> new Owner(member, found.get().id()));
    if (owner.isPresent()) {
      database
          .sql("update modeler_token set last_used_at = ? where token_id = ?")
          .params(Timestamp.from(clock.instant()), owner.get().tokenId())
          .update();
    } else {
      found.ifPresent(
          token ->
              actor.as(
                  Actor.PUBLIC,
                  () -> audit.record(new AuditEvent("token.refused", "token", token.id().toString(), null, Map.of()))));
    }
    return owner;
  }

  private record Found(UUID id, String userId, boolean good) {}

}
