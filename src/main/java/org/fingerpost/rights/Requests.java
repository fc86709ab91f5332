package org.fingerpost.rights;

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
import org.fingerpost.platform.AuditEvent;
import org.fingerpost.platform.AuditTrail;
import org.fingerpost.platform.CurrentActor;
import org.fingerpost.platform.InvalidInput;
import org.fingerpost.platform.OpenCases;
import org.fingerpost.platform.Staff;
import org.fingerpost.platform.Tokens;
import org.fingerpost.rights.RightsRequest.AskedBy;
import org.fingerpost.rights.RightsRequest.Decision;
import org.fingerpost.rights.RightsRequest.Extension;
import org.fingerpost.rights.RightsRequest.Ground;
import org.fingerpost.rights.RightsRequest.IdentityHow;
import org.fingerpost.rights.RightsRequest.Kind;
import org.fingerpost.rights.RightsRequest.State;
import org.fingerpost.scheme.Scheme;
import org.fingerpost.scheme.Schemes;
import org.fingerpost.scheme.WorkingDays;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Requests from the day they come to their answer. One person prepares; what cannot be taken back, and every refusal, a second person
 * decides who is a records officer and not the first.
 */
@Component
class Requests {

  private static final int LONGEST = 4000;

  private final JdbcClient db;
  private final Records records;
  private final Erasing erasing;
  private final Restrictions restrictions;
  private final Answers answers;
  private final OpenCases cases;
  private final Staff staff;
  private final Schemes schemes;
  private final WorkingDays workingDays;
  private final CurrentActor currentActor;
  private final AuditTrail audit;
  private final Clock clock;

  Requests(
      JdbcClient db,
      Records records,
      Erasing erasing,
      Restrictions restrictions,
      Answers answers,
      OpenCases cases,
      Staff staff,
      Schemes schemes,
      WorkingDays workingDays,
      CurrentActor currentActor,
      AuditTrail audit,
      Clock clock) {
    this.db = db;
    this.records = records;
    this.erasing = erasing;
    this.restrictions = restrictions;
    this.answers = answers;
    this.cases = cases;
    this.staff = staff;
    this.schemes = schemes;
    this.workingDays = workingDays;
    this.currentActor = currentActor;
    this.audit = audit;
    this.clock = clock;
  }

  // ---- who may

  Staff.Member me() {
    return staff
        .find(currentActor.get().id())
        .orElseThrow(() -> new IllegalStateException("Rights are for members of staff"));
  }

  /** The schemes whose records somebody may handle: their own, or every one for a records officer or auditor above schemes. */
  List<String> mySchemes() {
    var me = me();
    if (me.schemeId() != null) {
      return List.of(me.schemeId());
    }
    return me.holds(Staff.RECORDS_OFFICERS) || me.holds(Staff.AUDITORS)
        ? schemes.all().stream().map(Scheme::id).toList()
        : List.of("-");
  }

  // ---- finding

  @Transactional(readOnly = true)
  List<RightsRequest> list(boolean open) {
    return db.sql(
            "select * from rights_request where scheme_id in (:schemes) and (decided_at is null) = :open order by "
                + (open ? "due_on, reference" : "decided_at desc limit 50"))
        .param("schemes", mySchemes())
        .param("open", open)
        .query((row, number) -> request(row))
        .list();
  }

  @Transactional(readOnly = true)
  Optional<RightsRequest> find(String reference) {
    return db.sql("select * from rights_request where reference = :reference and scheme_id in (:schemes)")
        .param("reference", reference)
        .param("schemes", mySchemes())
        .query((row, number) -> request(row))
        .optional();
  }

  /** Records that may be meant; looking for them is on record, without what was looked for. */
  @Transactional
  List<Records.Candidate> candidates(String reference, String familyName, LocalDate born) {
    List<Records.Candidate> found;
    if (reference != null) {
      found =
          reference.startsWith("FP-")
              ? records.byReferral(reference, mySchemes())
              : records.byFile(reference, mySchemes());
    } else {
      found = records.byName(familyName, born, mySchemes());
    }
    audit.record(
        new AuditEvent(
            "rights.searched",
            "scheme",
            me().schemeId() == null ? "all" : me().schemeId(),
            me().schemeId(),
            Map.of("by", reference == null ? "NAME_AND_BIRTH" : "REFERENCE", "found", String.valueOf(found.size()))));
    return found;
  }

  /** The request with its records, for its page: a look at personal data, which is recorded under each reference. */
  @Transactional
  Optional<RightsRequest> look(String reference) {
    var found = find(reference);
    found.ifPresent(
        request -> {
          var subject = records.subject(request);
          for (String about : subject.references()) {
            record("rights.record-seen", request, subject, about, Map.of("request", request.reference()));
          }
        });
    return found;
  }

  /** The record that a referral brought, or a file: nothing of it is shown without {@link #lookAt}. */
  @Transactional(readOnly = true)
  Optional<Record> record(String reference) {
    return records
        .ofReference(reference, mySchemes())
        .map(subject -> new Record(subject, records.of(subject)))
        .filter(record -> !record.candidates().isEmpty());
  }

  /** The same for its page: a look at personal data, which is recorded. */
  @Transactional
  Optional<Record> lookAt(String reference) {
    var found = record(reference);
    found.ifPresent(
        record ->
            audit.record(
                new AuditEvent("rights.record-seen", Erasing.type(record.subject()), reference, record.schemeId(), Map.of())));
    return found;
  }

  /** What was asked about these records, newest first. */
  @Transactional(readOnly = true)
  List<RightsRequest> about(Subject subject) {
    return db.sql(
            """
            select q.* from rights_request q
            where q.reference in (select rr.reference from rights_record rr where rr.record_id in (:records))
            order by q.received_on desc, q.reference
            """)
        .params(subject.parameters())
        .query((row, number) -> request(row))
        .list();
  }

  /** How many requests are overdue in these schemes, and when the first was due. */
  @Transactional(readOnly = true)
  Optional<Overdue> overdue(List<String> schemeIds) {
    return db.sql(
            """
            select count(*) as requests, min(due_on) as first from rights_request
            where scheme_id in (:schemes) and decided_at is null and due_on < :today having count(*) > 0
            """)
        .param("schemes", schemeIds.isEmpty() ? List.of("-") : schemeIds)
        .param("today", LocalDate.now(clock))
        .query((row, number) -> new Overdue(row.getInt("requests"), row.getObject("first", LocalDate.class)))
        .optional();
  }

  record Overdue(int requests, LocalDate first) {}

  /** One record, with the people or the contact person it names. */
  record Record(Subject subject, List<Records.Candidate> candidates) {

    String schemeId() {
      return candidates.get(0).schemeId();
    }

    @Override
    public String toString() {
      return "Record" + subject.references();
    }
  }

  // ---- from receiving to proposing

  /**
   * Takes a request up.
   *
   * @param recordIds as {@link Records.Candidate} names them; all of one scheme of mine
   */
  @Transactional
  String start(Kind kind, boolean ofContact, List<String> recordIds, LocalDate receivedOn, AskedBy askedBy, String words) {
    if (recordIds.isEmpty()) {
      throw new InvalidInput("records", "rights.start.records");
    }
    if (ofContact && kind != Kind.ACCESS && kind != Kind.ERASURE) {
      throw new InvalidInput("kind", "rights.start.contact");
    }
    if (receivedOn == null || receivedOn.isAfter(LocalDate.now(clock)) || receivedOn.isBefore(LocalDate.now(clock).minusYears(1))) {
      throw new InvalidInput("receivedOn", "rights.start.receivedOn");
    }
    checkText("words", words, false);
    var reference = Tokens.reference("RR");
    var draft = request(reference, null, ofContact, kind, receivedOn, recordIds);
    var found = records.of(draft);
    var scheme = found.stream().map(Records.Candidate::schemeId).distinct().toList();
    if (found.size() != recordIds.size() || scheme.size() != 1 || !mySchemes().contains(scheme.get(0))) {
      throw new InvalidInput("records", "rights.start.records");
    }
    db.sql(
            """
            insert into rights_request (reference, scheme_id, about, kind, received_on, due_on, asked_by, words, state,
              prepared_by, prepared_at)
            values (:reference, :scheme, :about, :kind, :received, :due, :askedBy, :words, 'OPEN', :me, :now)
            """)
        .param("reference", reference)
        .param("scheme", scheme.get(0))
        .param("about", ofContact ? "CONTACT" : "PERSON")
        .param("kind", kind.name())
        .param("received", receivedOn)
        .param("due", due(scheme.get(0), receivedOn, 1))
        .param("askedBy", askedBy.name())
        .param("words", words == null || words.isBlank() ? null : words.strip())
        .param("me", me().userId())
        .param("now", now())
        .update();
    for (String record : recordIds) {
      db.sql("insert into rights_record (reference, record_id) values (:reference, :record)")
          .param("reference", reference)
          .param("record", record)
          .update();
    }
    var request = find(reference).orElseThrow();
    recordOfEach("rights.requested", request, Map.of("kind", kind.name(), "dueOn", request.dueOn().toString()));
    return reference;
  }

  @Transactional
  void identify(String reference, IdentityHow how) {
    var request = mine(reference, State.OPEN);
    change(request, "identity_how = :value, identity_by = :me, identity_at = :now", how.name());
    ofRequest("rights.identity-checked", request, Map.of("how", how.name()));
  }

  /** Two months more (UK GDPR Article 12(3)); once, and before the first month is over. */
  @Transactional
  void extend(String reference, Extension because) {
    var request = mine(reference, State.OPEN);
    if (request.extendedBecause() != null || request.overdueOn(LocalDate.now(clock))) {
      throw new InvalidInput("because", "rights.extend.late");
    }
    db.sql("update rights_request set extended_because = :because, due_on = :due where reference = :reference")
        .param("because", because.name())
        .param("due", due(request.schemeId(), request.receivedOn(), 3))
        .param("reference", reference)
        .update();
    ofRequest("rights.extended", request, Map.of("because", because.name()));
  }

  /** Ends the open referrals of the person in the ordinary way, so that everybody concerned is told before the record goes. */
  @Transactional
  void endOpen(String reference) {
    var request = mine(reference, null);
    if (request.kind() != Kind.ERASURE && request.kind() != Kind.OBJECTION || request.identityHow() == null) {
      throw new InvalidInput("decision", "rights.identity.first");
    }
    records.subject(request).references().forEach(cases::end);
    ofRequest("rights.journeys-ended", request, Map.of());
  }

  @Transactional
  void propose(String reference, Decision proposal, String reason, Set<String> withheld) {
    var request = mine(reference, State.OPEN);
    if (!request.possible().contains(proposal)) {
      throw new InvalidInput("proposal", "rights.propose.proposal");
    }
    checkText("reason", reason, true);
    if (proposal != Decision.REFUSE && request.identityHow() == null) {
      throw new InvalidInput("proposal", "rights.identity.first");
    }
    db.sql(
            """
            update rights_request set state = 'PROPOSED', proposal = :proposal, proposal_reason = :reason, withheld = :withheld,
              proposed_by = :me, proposed_at = :now where reference = :reference
            """)
        .param("proposal", proposal.name())
        .param("reason", reason.strip())
        .param("withheld", withheld.toArray(String[]::new))
        .param("me", me().userId())
        .param("now", now())
        .param("reference", reference)
        .update();
    ofRequest(
        "rights.proposed", request, Map.of("proposal", proposal.name(), "withheld", String.valueOf(withheld.size())));
  }

  /** A second person wants it looked at again; the preparer does the same to change it. */
  @Transactional
  void sendBack(String reference) {
    var request = mine(reference, State.PROPOSED);
    db.sql("update rights_request set state = 'OPEN' where reference = :reference").param("reference", reference).update();
    ofRequest("rights.sent-back", request, Map.of());
  }

  // ---- deciding

  /** Whether I may decide what was proposed: a records officer who has not proposed it. */
  boolean mayDecide(RightsRequest request) {
    var me = me();
    return request.state() == State.PROPOSED
        && me.holds(Staff.RECORDS_OFFICERS)
        && !me.userId().equals(request.proposedBy());
  }

  /**
   * Decides, and does what was decided in the same transaction.
   *
   * @param ground needed where it is not done as asked
   */
  @Transactional
  void decide(String reference, Decision decision, Ground ground) {
    var request = mine(reference, State.PROPOSED);
    if (!mayDecide(request)) {
      throw new InvalidInput("decision", "rights.decide.second");
    }
    if (!request.possible().contains(decision)) {
      throw new InvalidInput("decision", "rights.decide.decision");
    }
    if (decision != Decision.REFUSE && request.identityHow() == null) {
      throw new InvalidInput("decision", "rights.identity.first");
    }
    boolean asAsked =
        decision != Decision.REFUSE && !(decision == Decision.RESTRICT && request.kind() == Kind.ERASURE);
    if (asAsked == (ground != null)) {
      throw new InvalidInput("ground", asAsked ? "rights.decide.noGround" : "rights.decide.ground");
    }
    var subject = records.subject(request);
    close(request, decision, ground);
    switch (decision) {
      case RELEASE -> answers.release(request, subject);
      case ERASE -> erasing.erase(subject, request.schemeId(), Erasing.Because.REQUEST);
      case RESTRICT ->
          restrictions.put(
              request, subject, request.kind() == Kind.ERASURE ? Restrictions.Ground.INSTEAD_OF_ERASURE : Restrictions.Ground.OBJECTION);
      case CARRY_OUT, REFUSE -> {}
    }
  }

  /** A restriction helps only at once: whoever prepares puts it on. */
  @Transactional
  void restrict(String reference, Restrictions.Ground ground) {
    var request = mine(reference, State.OPEN);
    if (request.kind() != Kind.RESTRICTION) {
      throw new InvalidInput("ground", "rights.decide.decision");
    }
    if (request.identityHow() == null) {
      throw new InvalidInput("ground", "rights.identity.first");
    }
    restrictions.put(request, records.subject(request), ground);
    close(request, Decision.RESTRICT, null);
  }

  /** What was to be put right has been put right. */
  @Transactional
  void corrected(String reference) {
    var request = mine(reference, State.OPEN);
    if (request.kind() != Kind.CORRECTION) {
      throw new InvalidInput("field", "rights.decide.decision");
    }
    close(request, Decision.CARRY_OUT, null);
  }

  /** From here on nothing of what was asked, or of what was wrong before, is kept. */
  private void close(RightsRequest request, Decision decision, Ground ground) {
    db.sql(
            """
            update rights_request set state = :state, decision = :decision, ground = :ground, decided_by = :me, decided_at = :now,
              words = null, proposal_reason = null where reference = :reference
            """)
        .param("state", decision == Decision.REFUSE ? "REFUSED" : "DONE")
        .param("decision", decision.name())
        .param("ground", ground == null ? null : ground.name())
        .param("me", me().userId())
        .param("now", now())
        .param("reference", request.reference())
        .update();
    db.sql("update rights_correction set value_before = null where reference = :reference")
        .param("reference", request.reference())
        .update();
    var details = new LinkedHashMap<String, String>();
    details.put("kind", request.kind().name());
    details.put("rightsDecision", decision.name());
    details.put("ground", ground == null ? null : ground.name());
    details.put("proposedBy", request.proposedBy());
    recordOfEach("rights.decided", request, details);
  }

  // ---- the month is over

  /** Brings up what is overdue, once a day. */
  @Transactional
  int bringUpOverdue() {
    var overdue =
        db.sql(
                """
                update rights_request set reminded_at = :now
                where decided_at is null and due_on < :today and (reminded_at is null or reminded_at < :now - interval '1 day')
                returning *
                """.replace(":now", "cast(:now as timestamptz)"))
            .param("now", now())
            .param("today", LocalDate.now(clock))
            .query((row, number) -> request(row))
            .list();
    overdue.forEach(request -> ofRequest("rights.overdue", request, Map.of("dueOn", request.dueOn().toString())));
    return overdue.size();
  }

  // ---- reading and writing

  private RightsRequest mine(String reference, State state) {
    var request =
        find(reference).orElseThrow(() -> new java.util.NoSuchElementException("No request " + reference));
    if (state == null ? !request.open() : request.state() != state) {
      throw new InvalidInput("decision", "rights.notNow");
    }
    return request;
  }

  private void change(RightsRequest request, String what, String value) {
    db.sql("update rights_request set " + what + " where reference = :reference")
        .param("value", value)
        .param("me", me().userId())
        .param("now", now())
        .param("reference", request.reference())
        .update();
  }

  private void ofRequest(String act, RightsRequest request, Map<String, String> details) {
    audit.record(new AuditEvent(act, "rights-request", request.reference(), request.schemeId(), details));
  }

  private void recordOfEach(String act, RightsRequest request, Map<String, String> details) {
    ofRequest(act, request, details);
    var subject = records.subject(request);
    var withRequest = new LinkedHashMap<>(details);
    withRequest.put("request", request.reference());
    subject.references().forEach(about -> record(act, request, subject, about, withRequest));
  }

  private void record(String act, RightsRequest request, Subject subject, String about, Map<String, String> details) {
    audit.record(new AuditEvent(act, Erasing.type(subject), about, request.schemeId(), details));
  }

  /** The same day of a later month and, if nobody works then, the next working day: as the ICO counts. */
  private LocalDate due(String schemeId, LocalDate received, int months) {
    var day = received.plusMonths(months);
    return workingDays.worksOn(schemes.get(schemeId), day) ? day : workingDays.plus(schemeId, day, 1);
  }

  static void checkText(String field, String text, boolean needed) {
    if (needed && (text == null || text.isBlank())) {
      throw new InvalidInput(field, "rights.text.needed");
    }
    if (text != null && (text.length() > LONGEST || text.indexOf('\0') >= 0)) {
      throw new InvalidInput(field, "rights.text.long");
    }
  }

  private Timestamp now() {
    return Timestamp.from(clock.instant());
  }

  private RightsRequest request(ResultSet row) throws SQLException {
    var reference = row.getString("reference");
    return new RightsRequest(
        reference,
        row.getString("scheme_id"),
        row.getString("about").equals("CONTACT"),
        Kind.valueOf(row.getString("kind")),
        row.getObject("received_on", LocalDate.class),
        row.getObject("due_on", LocalDate.class),
        row.getString("extended_because"),
        row.getString("asked_by"),
        row.getString("words"),
        row.getString("identity_how"),
        State.valueOf(row.getString("state")),
        row.getString("prepared_by"),
        row.getString("proposal") == null ? null : Decision.valueOf(row.getString("proposal")),
        row.getString("proposal_reason"),
        row.getString("proposed_by"),
        Set.of((String[]) row.getArray("withheld").getArray()),
        row.getString("decision") == null ? null : Decision.valueOf(row.getString("decision")),
        row.getString("ground"),
        row.getString("decided_by"),
        row.getTimestamp("decided_at") == null ? null : row.getTimestamp("decided_at").toInstant(),
        db.sql("select record_id from rights_record where reference = :reference order by record_id")
            .param("reference", reference)
            .query(String.class)
            .list());
  }

  private static RightsRequest request(
      String reference, String schemeId, boolean ofContact, Kind kind, LocalDate receivedOn, List<String> recordIds) {
    return new RightsRequest(
        reference, schemeId, ofContact, kind, receivedOn, receivedOn, null, null, null, null, State.OPEN, null, null, null, null,
        Set.of(), null, null, null, null, recordIds);
  }
}
