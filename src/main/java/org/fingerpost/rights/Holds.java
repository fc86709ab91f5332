package org.fingerpost.rights;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.fingerpost.platform.AuditEvent;
import org.fingerpost.platform.AuditTrail;
import org.fingerpost.platform.CurrentActor;
import org.fingerpost.platform.InvalidInput;
import org.fingerpost.rights.Retention.KeptBecause;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Records that must not go: while a hold is on, nobody erases the record, the daily round does not propose it for disposal, and messages
 * about it keep their text. Whoever prepares requests puts it on and lifts it, both with a reason that goes on record.
 */
@Component
class Holds {

  /** As SQL over {@code rights_hold h}, with the parameter {@code :today}. */
  static final String IN_FORCE = "h.lifted_at is null and h.until_on > :today";

  enum Lifting {
    OVER,
    NOT_NEEDED,
    MISTAKE
  }

  private static final int LONGEST_YEARS = 20;

  private final JdbcClient db;
  private final CurrentActor currentActor;
  private final AuditTrail audit;
  private final Clock clock;

  Holds(JdbcClient db, CurrentActor currentActor, AuditTrail audit, Clock clock) {
    this.db = db;
    this.currentActor = currentActor;
    this.audit = audit;
    this.clock = clock;
  }

  /** @throws InvalidInput if there is no reason, or no day within the next twenty years */
  void check(KeptBecause because, LocalDate until) {
    var today = LocalDate.now(clock);
    var problems = new ArrayList<InvalidInput.Problem>();
    if (because == null) {
      problems.addAll(new InvalidInput("because", "rights.retention.because").problems());
    }
    if (until == null || !until.isAfter(today) || until.isAfter(today.plusYears(LONGEST_YEARS))) {
      problems.addAll(new InvalidInput("until", "rights.retention.until").problems());
    }
    if (!problems.isEmpty()) {
      throw new InvalidInput(problems);
    }
  }

  /** Puts a hold on these records, or changes the one that is on; what waits to be disposed of leaves the list. */
  @Transactional(propagation = Propagation.MANDATORY)
  void put(String schemeId, Subject subject, KeptBecause because, LocalDate until) {
    check(because, until);
    for (String record : records(subject).stream().filter(one -> !one.equals("-")).toList()) {
      db.sql(
              """
              insert into rights_hold (hold_id, scheme_id, about, record_id, because, until_on, set_by, set_at)
              values (:id, :scheme, :about, :record, :because, :until, :me, :now)
              on conflict (record_id) where lifted_at is null do update
              set because = excluded.because, until_on = excluded.until_on, set_by = excluded.set_by, set_at = excluded.set_at
              """)
          .param("id", UUID.randomUUID())
          .param("scheme", schemeId)
          .param("about", subject.about().name())
          .param("record", record)
          .param("because", because.name())
          .param("until", until)
          .param("me", currentActor.get().id())
          .param("now", now())
          .update();
    }
    db.sql(
            """
            update retention_proposal set state = 'KEPT', kept_because = :because, keep_until = :until, decided_by = :me, decided_at = :now
            where state in ('PROPOSED', 'CONFIRMED') and subject_id in (:references)
            """)
        .param("because", because.name())
        .param("until", until)
        .param("me", currentActor.get().id())
        .param("now", now())
        .param("references", references(subject))
        .update();
    record("rights.held", schemeId, subject, Map.of("keptBecause", because.name(), "until", until.toString()));
  }

  /** @throws InvalidInput if nothing is held */
  @Transactional(propagation = Propagation.MANDATORY)
  void lift(String schemeId, Subject subject, Lifting because) {
    int lifted =
        db.sql(
                """
                update rights_hold set lifted_because = :because, lifted_by = :me, lifted_at = :now
                where record_id in (:records) and lifted_at is null
                """)
            .param("because", because.name())
            .param("me", currentActor.get().id())
            .param("now", now())
            .param("records", records(subject))
            .update();
    if (lifted == 0) {
      throw new InvalidInput("lifting", "rights.notNow");
    }
    // What was kept because of it may be proposed again.
    db.sql("update retention_proposal set keep_until = :today where state = 'KEPT' and keep_until > :today and subject_id in (:references)")
        .param("today", LocalDate.now(clock))
        .param("references", references(subject))
        .update();
    record("rights.hold-lifted", schemeId, subject, Map.of("holdLiftedBecause", because.name()));
  }

  /** The hold on one of these records that lasts longest; empty if there is none. */
  Optional<Hold> of(Subject subject) {
    return db.sql("select h.* from rights_hold h where h.record_id in (:records) and " + IN_FORCE + " order by h.until_on desc limit 1")
        .param("records", records(subject))
        .param("today", LocalDate.now(clock))
        .query((row, number) -> hold(row))
        .optional();
  }

  /** Every hold in force in these schemes, with the references that its record is known by. */
  @Transactional(readOnly = true)
  List<Hold> inForce(Collection<String> schemes) {
    return db.sql("select h.* from rights_hold h where h.scheme_id in (:schemes) and " + IN_FORCE + " order by h.until_on, h.record_id limit 300")
        .param("schemes", schemes)
        .param("today", LocalDate.now(clock))
        .query((row, number) -> hold(row))
        .list();
  }

  /** A hold is on the record of a person, so that it holds for all that hangs on it; a disposal may name the referral only. */
  private List<String> records(Subject subject) {
    if (subject.about() == Holding.About.CONTACT) {
      return references(subject);
    }
    var people =
        db.sql(
                """
                select p.person_id::text from person p
                where p.person_id in (:people) or p.person_id in (select r.person_id from referral r where r.referral_id in (:references))
                """)
            .params(subject.parameters())
            .query(String.class)
            .list();
    return people.isEmpty() ? List.of("-") : people;
  }

  private static List<String> references(Subject subject) {
    return subject.references().isEmpty() ? List.of("-") : subject.references();
  }

  private void record(String act, String schemeId, Subject subject, Map<String, String> details) {
    for (String reference : subject.references()) {
      audit.record(new AuditEvent(act, Erasing.type(subject), reference, schemeId, new LinkedHashMap<>(details)));
    }
  }

  private Hold hold(ResultSet row) throws SQLException {
    String record = row.getString("record_id");
    boolean ofContact = row.getString("about").equals("CONTACT");
    return new Hold(
        row.getString("scheme_id"),
        ofContact
            ? List.of(record)
            : db.sql("select referral_id from referral where person_id = cast(:person as uuid) order by received_at")
                .param("person", record)
                .query(String.class)
                .list(),
        KeptBecause.valueOf(row.getString("because")),
        row.getObject("until_on", LocalDate.class),
        row.getString("set_by"),
        LocalDate.ofInstant(row.getTimestamp("set_at").toInstant(), clock.getZone()));
  }

  private Timestamp now() {
    return Timestamp.from(clock.instant());
  }

  /**
   * A hold in force.
   *
   * @param references of the referrals, or of the file
   * @param setBy account
   */
  record Hold(String schemeId, List<String> references, KeptBecause because, LocalDate until, String setBy, LocalDate since) {}
}
