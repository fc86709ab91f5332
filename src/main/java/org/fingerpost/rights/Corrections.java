package org.fingerpost.rights;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fingerpost.platform.AuditEvent;
import org.fingerpost.platform.AuditTrail;
import org.fingerpost.platform.CurrentActor;
import org.fingerpost.platform.InvalidInput;
import org.fingerpost.platform.PersonCorrection;
import org.fingerpost.rights.RightsRequest.Kind;
import org.fingerpost.rights.RightsRequest.State;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Putting right (UK GDPR Article 16). Who somebody is and how they are reached is corrected in the record itself; what was wrong before
 * is seen by whoever handles the request until that is closed, and by nobody else. What was written down about somebody stays as it was
 * written, and what they say against it stands beside it.
 */
@Component
class Corrections {

  private final JdbcClient db;
  private final Requests requests;
  private final Records records;
  private final PersonCorrection people;
  private final CurrentActor currentActor;
  private final AuditTrail audit;
  private final Clock clock;

  Corrections(
      JdbcClient db,
      Requests requests,
      Records records,
      PersonCorrection people,
      CurrentActor currentActor,
      AuditTrail audit,
      Clock clock) {
    this.db = db;
    this.requests = requests;
    this.records = records;
    this.people = people;
    this.currentActor = currentActor;
    this.audit = audit;
    this.clock = clock;
  }

  /** Corrects one field in every record of the request. */
  @Transactional
  void correct(String reference, PersonCorrection.Field field, String value) {
    var request = open(reference);
    var subject = records.subject(request);
    for (UUID person : subject.people()) {
      String before = people.correct(person, field, value);
      db.sql(
              """
              insert into rights_correction (correction_id, reference, person_id, field, value_before, corrected_by, corrected_at)
              values (:id, :request, :person, :field, :before, :me, :now)
              """)
          .param("id", UUID.randomUUID())
          .param("request", reference)
          .param("person", person)
          .param("field", field.name())
          .param("before", before)
          .param("me", currentActor.get().id())
          .param("now", Timestamp.from(clock.instant()))
          .update();
    }
    for (String referral : subject.references()) {
      audit.record(
          AuditEvent.ofReferral(
              "rights.corrected", referral, request.schemeId(), Map.of("field", field.name(), "request", reference)));
    }
  }

  /** The codes that a field takes; empty if it takes words. */
  List<String> codes(PersonCorrection.Field field) {
    return people.codes(field);
  }

  @Transactional
  void dispute(String reference, String referralId, String note) {
    var request = open(reference);
    Requests.checkText("note", note, true);
    if (!records.subject(request).references().contains(referralId)) {
      throw new InvalidInput("referral", "rights.dispute.referral");
    }
    db.sql(
            """
            insert into rights_dispute (dispute_id, reference, referral_id, note, noted_by, noted_at)
            values (:id, :request, :referral, :note, :me, :now)
            """)
        .param("id", UUID.randomUUID())
        .param("request", reference)
        .param("referral", referralId)
        .param("note", note.strip())
        .param("me", currentActor.get().id())
        .param("now", Timestamp.from(clock.instant()))
        .update();
    audit.record(
        AuditEvent.ofReferral("rights.dispute-noted", referralId, request.schemeId(), Map.of("request", reference)));
  }

  private RightsRequest open(String reference) {
    var request =
        requests.find(reference).orElseThrow(() -> new java.util.NoSuchElementException("No request " + reference));
    if (request.kind() != Kind.CORRECTION || request.state() != State.OPEN) {
      throw new InvalidInput("field", "rights.notNow");
    }
    if (request.identityHow() == null) {
      throw new InvalidInput("field", "rights.identity.first");
    }
    return request;
  }

  /** What was put right for a request, with what it was before as long as the request is open. */
  @Transactional(readOnly = true)
  List<Correction> of(String reference) {
    return db.sql(
            "select distinct on (corrected_at, field) field, value_before, corrected_at from rights_correction"
                + " where reference = :reference order by corrected_at, field")
        .param("reference", reference)
        .query(
            (row, number) ->
                new Correction(
                    row.getString("field"),
                    row.getString("value_before"),
                    LocalDate.ofInstant(row.getTimestamp("corrected_at").toInstant(), clock.getZone())))
        .list();
  }

  /** What stands beside a record, oldest first, in one statement: it is asked at every look at a case. */
  List<Beside> beside(UUID personId, String referralId) {
    return db.sql(
            """
            select 'RESTRICTED' as kind, ground as said, set_at as at from rights_restriction where person_id = :person and lifted_at is null
            union all select 'CORRECTED', field, max(corrected_at) from rights_correction where person_id = :person group by field
            union all select 'DISPUTED', note, noted_at from rights_dispute where referral_id = :referral
            order by at
            """)
        .param("person", personId)
        .param("referral", referralId)
        .query(
            (row, number) ->
                new Beside(
                    Beside.Kind.valueOf(row.getString("kind")),
                    row.getString("said"),
                    LocalDate.ofInstant(row.getTimestamp("at").toInstant(), clock.getZone())))
        .list();
  }

  /**
   * @param before {@code null} once the request is closed
   */
  record Correction(String field, String before, LocalDate on) {

    @Override
    public String toString() {
      return "Correction[" + field + "]";
    }
  }

  /**
   * @param said code of a ground, code of a field, or what the person says
   */
  record Beside(Kind kind, String said, LocalDate on) {

    enum Kind {
      RESTRICTED,
      CORRECTED,
      DISPUTED
    }

    @Override
    public String toString() {
      return "Beside[" + kind + "]";
    }
  }
}
