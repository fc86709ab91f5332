package org.fingerpost.conversation;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.fingerpost.notification.Message;
import org.fingerpost.notification.Outbox;
import org.fingerpost.notification.PublicLinks;
import org.fingerpost.notification.Purpose;
import org.fingerpost.person.People;
import org.fingerpost.platform.Actor;
import org.fingerpost.platform.AuditEvent;
import org.fingerpost.platform.AuditTrail;
import org.fingerpost.platform.CurrentActor;
import org.fingerpost.platform.InvalidInput;
import org.fingerpost.platform.Language;
import org.fingerpost.platform.Tokens;
import org.fingerpost.platform.WrittenDate;
import org.fingerpost.referral.Referrals;
import org.fingerpost.scheme.Schemes;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets a person read their own plan by a link, without an account. The link is sent only when the person wants it, works for four
 * weeks and twenty times, and can be taken back.
 */
@Component
public class SharingPlan {

  /** Long enough to be read at leisure, short enough for a mailbox that somebody else opens one day. */
  static final Duration LASTS = Duration.ofDays(28);

  static final int MOST_USES = 20;

  private final JdbcClient db;
  private final Plans plans;
  private final Referrals referrals;
  private final People people;
  private final Schemes schemes;
  private final Outbox outbox;
  private final PublicLinks links;
  private final CurrentActor currentActor;
  private final AuditTrail audit;
  private final Clock clock;

  SharingPlan(
      JdbcClient db,
      Plans plans,
      Referrals referrals,
      People people,
      Schemes schemes,
      Outbox outbox,
      PublicLinks links,
      CurrentActor currentActor,
      AuditTrail audit,
      Clock clock) {
    this.db = db;
    this.plans = plans;
    this.referrals = referrals;
    this.people = people;
    this.schemes = schemes;
    this.outbox = outbox;
    this.links = links;
    this.currentActor = currentActor;
    this.audit = audit;
    this.clock = clock;
  }

  /** In which language the person would like it, and whether there is an address to send it to. */
  @Transactional(readOnly = true)
  public Addressee addressee(String referralId) {
    var person = people.get(referrals.get(referralId).personId());
    return new Addressee(person.preferredLanguage(), person.email() != null);
  }

  /**
   * Sends a link to the person.
   *
   * @param wanted whether the person asked for it, and the address is theirs alone
   * @throws InvalidInput if they did not, there is no address, or there is no plan yet
   */
  @Transactional
  public void send(String referralId, Language language, boolean wanted) {
    var referral = referrals.get(referralId);
    var person = people.get(referral.personId());
    if (!wanted) {
      throw new InvalidInput("wanted", "conversation.share.wanted.required");
    }
    if (person.email() == null) {
      throw new InvalidInput("wanted", "conversation.share.noAddress");
    }
    if (plans.written(referralId, language).isEmpty()) {
      throw new InvalidInput("wanted", "conversation.share.noPlan");
    }
    var now = clock.instant();
    var expires = now.plus(LASTS);
    var token = Tokens.random();
    var linkId = UUID.randomUUID();
    db.sql(
            """
            insert into plan_link (plan_link_id, referral_id, token_hash, language, sent_by, sent_at, expires_at)
            values (:id, :referral, :hash, :language, :by, :now, :expires)
            """)
        .param("id", linkId)
        .param("referral", referralId)
        .param("hash", Tokens.hash(token))
        .param("language", language.code())
        .param("by", currentActor.get().id())
        .param("now", Timestamp.from(now))
        .param("expires", Timestamp.from(expires))
        .update();
    outbox.send(
        new Message(
            referral.schemeId(),
            referralId,
            Purpose.PLAN_SHARED,
            Purpose.PLAN_SHARED.code() + ":" + linkId,
            person.email(),
            language,
            Map.of(
                "schemeName", schemes.get(referral.schemeId()).name().in(language),
                "firstName", person.givenName(),
                "planLink", links.plan(token, language),
                "until", WrittenDate.of(expires.atZone(clock.getZone()).toLocalDate(), language))));
    audit.record(
        AuditEvent.ofReferral(
            "conversation.plan-shared",
            referralId,
            referral.schemeId(),
            Map.of("language", language.code(), "dueOn", expires.atZone(clock.getZone()).toLocalDate().toString())));
  }

  /** The links that still work, the latest first. */
  @Transactional(readOnly = true)
  public List<SentLink> working(String referralId) {
    return db.sql(
            """
            select * from plan_link where referral_id = :referral and revoked_at is null and expires_at > :now and uses < :most
            order by sent_at desc
            """)
        .param("referral", referralId)
        .param("now", Timestamp.from(clock.instant()))
        .param("most", MOST_USES)
        .query(
            (row, n) ->
                new SentLink(
                    row.getObject("plan_link_id", UUID.class),
                    Language.of(row.getString("language")),
                    row.getTimestamp("sent_at").toInstant(),
                    row.getTimestamp("expires_at").toInstant(),
                    row.getInt("uses")))
        .list();
  }

  /** Takes a link back. One that works no more stays as it is. */
  @Transactional
  public void takeBack(String referralId, UUID linkId) {
    int taken =
        db.sql(
                """
                update plan_link set revoked_at = :now, revoked_by = :by
                where plan_link_id = :id and referral_id = :referral and revoked_at is null
                """)
            .param("now", Timestamp.from(clock.instant()))
            .param("by", currentActor.get().id())
            .param("id", linkId)
            .param("referral", referralId)
            .update();
    if (taken == 1) {
      audit.record(
          AuditEvent.ofReferral(
              "conversation.plan-link-taken-back", referralId, referrals.get(referralId).schemeId(), Map.of()));
    }
  }

  /**
   * The plan behind a link, as it stands today; counts as one use. Empty for a link that does not work, whatever the reason.
   *
   * @param wanted the language to read it in; {@code null} for the one it was sent in
   */
  @Transactional
  public Optional<WrittenPlan> open(String token, Language wanted) {
    return db.sql(
            """
            update plan_link set uses = uses + 1
            where token_hash = :hash and revoked_at is null and expires_at > :now and uses < :most
            returning referral_id, language, uses
            """)
        .param("hash", Tokens.hash(token))
        .param("now", Timestamp.from(clock.instant()))
        .param("most", MOST_USES)
        .query((row, n) -> new Used(row.getString("referral_id"), row.getString("language"), row.getInt("uses")))
        .optional()
        .flatMap(
            used -> {
              currentActor.as(Actor.PUBLIC, () -> recordUse(used));
              return plans.written(used.referralId(), wanted == null ? Language.of(used.language()) : wanted);
            });
  }

  private void recordUse(Used used) {
    audit.record(
        AuditEvent.ofReferral(
            "conversation.plan-opened",
            used.referralId(),
            referrals.get(used.referralId()).schemeId(),
            Map.of("number", Integer.toString(used.uses()))));
  }

  private record Used(String referralId, String language, int uses) {}

  /**
   * @param uses how often it was opened
   */
  public record SentLink(UUID linkId, Language language, Instant sentAt, Instant expiresAt, int uses) {}

  /**
   * @param language the person's own
   * @param hasAddress whether there is an e-mail address
   */
  public record Addressee(Language language, boolean hasAddress) {}
}
