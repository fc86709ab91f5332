package org.fingerpost.rights;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.fingerpost.platform.AuditEvent;
import org.fingerpost.platform.AuditTrail;
import org.fingerpost.platform.CurrentActor;
import org.fingerpost.platform.MessageHolds;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Records that are kept and not used (UK GDPR Article 18): nothing of them leaves but to the person, and everybody who opens one is told. */
@Component
class Restrictions {

  enum Ground {
    ACCURACY,
    UNLAWFUL,
    LEGAL_CLAIM,
    OBJECTION,
    INSTEAD_OF_ERASURE
  }

  enum Lifting {
    CHECKED,
    AGREED,
    CLAIM_OVER,
    NOT_UPHELD
  }

  private final JdbcClient db;
  private final MessageHolds messages;
  private final CurrentActor currentActor;
  private final AuditTrail audit;
  private final Clock clock;

  Restrictions(JdbcClient db, MessageHolds messages, CurrentActor currentActor, AuditTrail audit, Clock clock) {
    this.db = db;
    this.messages = messages;
    this.currentActor = currentActor;
    this.audit = audit;
    this.clock = clock;
  }

  @Transactional(propagation = Propagation.MANDATORY)
  void put(RightsRequest request, Subject subject, Ground ground) {
    for (UUID person : subject.people()) {
      db.sql(
              """
              insert into rights_restriction (restriction_id, person_id, reference, ground, set_by, set_at)
              values (:id, :person, :request, :ground, :me, :now)
              on conflict (person_id) where lifted_at is null do nothing
              """)
          .param("id", UUID.randomUUID())
          .param("person", person)
          .param("request", request.reference())
          .param("ground", ground.name())
          .param("me", currentActor.get().id())
          .param("now", now())
          .update();
    }
    messages.hold(subject.references());
    for (String referral : subject.references()) {
      audit.record(
          AuditEvent.ofReferral(
              "rights.restricted",
              referral,
              request.schemeId(),
              Map.of("restrictionGround", ground.name(), "request", request.reference())));
    }
  }

  @Transactional
  void lift(RightsRequest request, Subject subject, Lifting because) {
    int lifted =
        db.sql(
                """
                update rights_restriction set lifted_because = :because, lifted_by = :me, lifted_at = :now
                where person_id in (:people) and lifted_at is null
                """)
            .param("because", because.name())
            .param("me", currentActor.get().id())
            .param("now", now())
            .param("people", subject.parameters().get("people"))
            .update();
    if (lifted == 0) {
      return;
    }
    messages.release(subject.references());
    for (String referral : subject.references()) {
      audit.record(
          AuditEvent.ofReferral(
              "rights.restriction-lifted",
              referral,
              request.schemeId(),
              Map.of("liftedBecause", because.name(), "request", request.reference())));
    }
  }

  /** Since when, and why, somebody's record is restricted; empty if it is not. */
  Optional<Restriction> of(UUID personId) {
    return db.sql("select ground, set_at from rights_restriction where person_id = :person and lifted_at is null")
        .param("person", personId)
        .query(
            (row, number) ->
                new Restriction(
                    Ground.valueOf(row.getString("ground")),
                    LocalDate.ofInstant(row.getTimestamp("set_at").toInstant(), clock.getZone())))
        .optional();
  }

  boolean any(List<UUID> people) {
    return people.stream().anyMatch(person -> of(person).isPresent());
  }

  private Timestamp now() {
    return Timestamp.from(clock.instant());
  }

  record Restriction(Ground ground, LocalDate since) {}
}
