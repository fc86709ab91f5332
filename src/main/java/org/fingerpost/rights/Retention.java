package org.fingerpost.rights;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.fingerpost.platform.AuditEvent;
import org.fingerpost.platform.AuditTrail;
import org.fingerpost.platform.DailyWork;
import org.fingerpost.platform.Decisions;
import org.fingerpost.platform.InvalidInput;
import org.fingerpost.platform.Staff;
import org.fingerpost.scheme.Scheme;
import org.fingerpost.scheme.Schemes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * How long records are kept. The table {@code retention-plan} says for how long, a daily round finds what is over and proposes it; a
 * person confirms or keeps, a second person disposes. Nothing is destroyed by itself (Records Management Code of Practice).
 */
@Component
class Retention implements DailyWork {

  /** What the table is asked for, and answers. */
  static final String TABLE = "retention-plan";

  static final String RECORD_CLASS = "recordClass";
  static final String YEARS = "years";
  static final String DAYS = "days";
  private static final String COUNTED_FROM = "countedFrom";

  private static final Logger LOG = LoggerFactory.getLogger(Retention.class);

  private static final int MOST_PER_ROUND = 500;

  /** One batch is what one person can look through before they press a button. */
  static final int MOST_PER_BATCH = 100;

  private static final String REFERRALS =
      """
      select c.subject_id, c.record_class, case :from when 'BIRTH' then c.date_of_birth else c.ended_on end as counted_from from (
        select r.referral_id as subject_id, r.scheme_id, x.ended_on, p.date_of_birth,
          case
            when r.closed_state in ('DECLINED', 'NOT_ELIGIBLE', 'DUPLICATE', 'NOT_REACHED')
              or r.contacts = 0 and r.closed_state <> 'SIGNPOSTED' then 'NOT_ENGAGED'
            when x.ended_on < p.date_of_birth + interval '17 years' then 'CHILD_CASE'
            when x.ended_on < p.date_of_birth + interval '18 years' then 'CHILD_CASE_17'
            else 'ADULT_CASE'
          end as record_class
        from referral r join person p on p.person_id = r.person_id
        cross join lateral (
          select (greatest(r.changed_at,
            (select max(o.recorded_at) from outcome o where o.referral_id = r.referral_id),
            (select max(v.recorded_at) from later_review v where v.referral_id = r.referral_id)) at time zone 'Europe/London')::date as ended_on) x
        where r.closed_state is not null) c
      """;

  private static final String FILES =
      """
      select c.subject_id, c.record_class, c.ended_on as counted_from from (
        select a.reference as subject_id, a.scheme_id, 'ORGANISATION_FILE' as record_class, greatest(
            (a.closed_at at time zone 'Europe/London')::date,
            (select max(w.valid_until) from kitemark_award w where w.application_reference = a.reference)) as ended_on
        from application a where a.closed_at is not null and a.contact_email <> '' and :from <> 'BIRTH'
        union all
        select g.reference, g.scheme_id, 'ORGANISATION_FILE', (g.closed_at at time zone 'Europe/London')::date
        from community_group g
        where g.closed_at is not null and coalesce(g.contact_name, g.contact_email, g.contact_phone, g.words) is not null) c
      """;

  private static final String REQUESTS =
      """
      select c.subject_id, c.record_class, c.ended_on as counted_from from (
        select q.reference as subject_id, q.scheme_id, 'RIGHTS_REQUEST' as record_class,
          (q.decided_at at time zone 'Europe/London')::date as ended_on
        from rights_request q
        where q.decided_at is not null and :from <> 'BIRTH'
          and not exists (select 1 from rights_dispute d where d.reference = q.reference)
          and not exists (select 1 from rights_restriction x where x.reference = q.reference and x.lifted_at is null)) c
      """;

  private static final String NOT_HELD =
      """
       and not exists (select 1 from rights_hold h where %s and (h.record_id = c.subject_id
         or h.record_id in (select r.person_id::text from referral r where r.referral_id = c.subject_id)
         or h.record_id in (select rr.record_id from rights_record rr where rr.reference = c.subject_id)))
      """
          .formatted(Holds.IN_FORCE);

  private static final String OVER =
      """
      where c.scheme_id = :scheme and c.record_class = :class
        and case :from when 'BIRTH' then %s else c.ended_on end <= :cutoff
      """;

  /** What a record is, what it is about, and where it is found. */
  enum RecordClass {
    ADULT_CASE("REFERRAL"),
    CHILD_CASE("REFERRAL"),
    CHILD_CASE_17("REFERRAL"),
    NOT_ENGAGED("REFERRAL"),
    ORGANISATION_FILE("FILE"),
    RIGHTS_REQUEST("REQUEST");

    private final String about;

    RecordClass(String about) {
      this.about = about;
    }

    private String sql() {
      return switch (about) {
        case "REFERRAL" -> REFERRALS + OVER.formatted("c.date_of_birth");
        case "FILE" -> FILES + OVER.formatted("c.ended_on");
        default -> REQUESTS + OVER.formatted("c.ended_on");
      };
    }
  }

  enum KeptBecause {
    LEGAL_CLAIM,
    INQUIRY,
    SAFEGUARDING,
    STILL_NEEDED
  }

  private final JdbcClient db;
  private final Decisions decisions;
  private final Schemes schemes;
  private final Requests requests;
  private final Erasing erasing;
  private final Holds holds;
  private final AuditTrail audit;
  private final TransactionTemplate transaction;
  private final Clock clock;

  /** The whole of the records is looked through once a day, not at every round. */
  private volatile LocalDate lookedOn;

  Retention(
      JdbcClient db,
      Decisions decisions,
      Schemes schemes,
      Requests requests,
      Erasing erasing,
      Holds holds,
      AuditTrail audit,
      TransactionTemplate transaction,
      Clock clock) {
    this.db = db;
    this.decisions = decisions;
    this.schemes = schemes;
    this.requests = requests;
    this.erasing = erasing;
    this.holds = holds;
    this.audit = audit;
    this.transaction = transaction;
    this.clock = clock;
  }

  // ---- proposing

  @Override
  public int begin() {
    var today = LocalDate.now(clock);
    if (today.equals(lookedOn)) {
      return 0;
    }
    int proposed = 0;
    for (Scheme scheme : schemes.all()) {
      if (hasOldRecords(scheme.id())) {
        proposed += Optional.ofNullable(transaction.execute(status -> propose(scheme.id()))).orElse(0);
      }
    }
    lookedOn = today;
    return proposed;
  }

  /** No record is kept for less than a year, so that a young scheme is not looked through every day. */
  private boolean hasOldRecords(String schemeId) {
    return db.sql(
            """
            select exists (select 1 from referral where scheme_id = :scheme and received_at < :before)
              or exists (select 1 from application where scheme_id = :scheme and started_at < :before)
              or exists (select 1 from community_group where scheme_id = :scheme and received_at < :before)
              or exists (select 1 from rights_request where scheme_id = :scheme and prepared_at < :before)
            """)
        .param("scheme", schemeId)
        .param("before", Timestamp.from(clock.instant().minus(Duration.ofDays(365))))
        .query(Boolean.class)
        .single();
  }

  /** Proposes what is over in a scheme and has not been proposed, or kept for longer. */
  int propose(String schemeId) {
    int proposed = 0;
    for (RecordClass recordClass : RecordClass.values()) {
      var answer = decisions.ask(TABLE, schemeId, Map.of(RECORD_CLASS, recordClass.name()));
      var kept = Period.of(answer.number(YEARS), 0, answer.number(DAYS));
      for (Over over : over(recordClass, schemeId, kept, answer.code(COUNTED_FROM), null)) {
        db.sql(
                """
                insert into retention_proposal (proposal_id, scheme_id, about, subject_id, retention_class, counted_from, over_on,
                  definition_id, rule_id, proposed_at, state)
                values (:id, :scheme, :about, :subject, :class, :from, :over, :definition, :rule, :now, 'PROPOSED')
                on conflict do nothing
                """)
            .param("id", UUID.randomUUID())
            .param("scheme", schemeId)
            .param("about", recordClass.about)
            .param("subject", over.subjectId())
            .param("class", recordClass.name())
            .param("from", over.countedFrom())
            .param("over", over.countedFrom().plus(kept))
            .param("definition", answer.definitionId())
            .param("rule", answer.ruleIds().get(0))
            .param("now", Timestamp.from(clock.instant()))
            .update();
        proposed++;
      }
    }
    if (proposed > 0) {
      audit.record(
          new AuditEvent("rights.disposal-proposed", "scheme", schemeId, schemeId, Map.of("proposals", String.valueOf(proposed))));
    }
    return proposed;
  }

  /**
   * @param only this one, whatever was proposed about it before; {@code null} for all that were not
   */
  private List<Over> over(RecordClass recordClass, String schemeId, Period kept, String countedFrom, String only) {
    return db.sql(
            recordClass.sql()
                + NOT_HELD
                + (only == null
                    ? """
                       and not exists (select 1 from retention_proposal p where p.subject_id = c.subject_id
                         and (p.state in ('PROPOSED', 'CONFIRMED') or p.state = 'KEPT' and p.keep_until > :today))
                       """
                    : " and c.subject_id = :only ")
                + "order by 3, 1 limit "
                + MOST_PER_ROUND)
        .param("scheme", schemeId)
        .param("class", recordClass.name())
        .param("from", countedFrom)
        .param("cutoff", LocalDate.now(clock).minus(kept))
        .param("today", LocalDate.now(clock))
        .param("only", only)
        .query((row, number) -> new Over(row.getString("subject_id"), row.getObject("counted_from", LocalDate.class)))
        .list();
  }

  private record Over(String subjectId, LocalDate countedFrom) {}

  // ---- deciding

  @Transactional(readOnly = true)
  List<Proposal> waiting() {
    return db.sql(
            """
            select * from retention_proposal where scheme_id in (:schemes) and state in ('PROPOSED', 'CONFIRMED')
            order by state, over_on, subject_id limit 300
            """)
        .param("schemes", requests.mySchemes())
        .query((row, number) -> proposal(row))
        .list();
  }

  /** Requests that are kept for longer; of records {@link Holds} knows. */
  @Transactional(readOnly = true)
  List<Proposal> kept() {
    return db.sql(
            """
            select * from retention_proposal
            where scheme_id in (:schemes) and state = 'KEPT' and keep_until > :today and about = 'REQUEST'
            order by keep_until, subject_id limit 300
            """)
        .param("schemes", requests.mySchemes())
        .param("today", LocalDate.now(clock))
        .query((row, number) -> proposal(row))
        .list();
  }

  /** The first person: these may go. */
  @Transactional
  int confirm(List<UUID> proposals) {
    int confirmed = 0;
    for (Proposal proposal : mine(proposals, "PROPOSED")) {
      update(proposal, "state = 'CONFIRMED', confirmed_by = :me, confirmed_at = :now", null, null);
      about("rights.disposal-confirmed", proposal, Map.of("class", proposal.recordClass()));
      confirmed++;
    }
    return confirmed;
  }

  /** Either person: a hold is put on these, and why; proposed again when that day has come. */
  @Transactional
  int keep(List<UUID> proposals, KeptBecause because, LocalDate until) {
    holds.check(because, until);
    int kept = 0;
    for (Proposal proposal : mine(proposals, null)) {
      if (!proposal.about().equals("REQUEST")) {
        holds.put(proposal.schemeId(), subject(proposal), because, until);
      }
      update(
          proposal,
          "state = 'KEPT', kept_because = :because, keep_until = :until, decided_by = :me, decided_at = :now",
          because.name(),
          until);
      about(
          "rights.disposal-declined",
          proposal,
          Map.of("class", proposal.recordClass(), "keptBecause", because.name(), "until", until.toString()));
      kept++;
    }
    return kept;
  }

  /**
   * The second person: each goes in a transaction of its own, by the same code as an erasure that was asked for. What is no longer over,
   * because somebody came back, is taken from the list instead.
   */
  Disposed dispose(List<UUID> proposals) {
    var me = requests.me();
    var wanted = transaction.execute(status -> mine(proposals, "CONFIRMED"));
    if (!me.holds(Staff.RECORDS_OFFICERS) || wanted.stream().anyMatch(one -> me.userId().equals(one.confirmedBy()))) {
      throw new InvalidInput("proposals", "rights.retention.second");
    }
    int gone = 0;
    int stayed = 0;
    for (Proposal proposal : wanted) {
      try {
        boolean went = Boolean.TRUE.equals(transaction.execute(status -> dispose(proposal)));
        gone += went ? 1 : 0;
        stayed += went ? 0 : 1;
      } catch (RuntimeException e) {
        // Its text may quote a row.
        LOG.warn("{} could not be disposed of: {}", proposal.subjectId(), e.getClass().getSimpleName());
        stayed++;
      }
    }
    return new Disposed(gone, stayed);
  }

  private boolean dispose(Proposal proposal) {
    var recordClass = RecordClass.valueOf(proposal.recordClass());
    var answer = decisions.ask(TABLE, proposal.schemeId(), Map.of(RECORD_CLASS, recordClass.name()));
    var kept = Period.of(answer.number(YEARS), 0, answer.number(DAYS));
    if (over(recordClass, proposal.schemeId(), kept, answer.code(COUNTED_FROM), proposal.subjectId()).isEmpty()) {
      db.sql("delete from retention_proposal where proposal_id = :id").param("id", proposal.proposalId()).update();
      about("rights.disposal-outdated", proposal, Map.of("class", proposal.recordClass()));
      return false;
    }
    if (proposal.about().equals("REQUEST")) {
      for (String table : List.of("rights_export", "rights_correction", "rights_restriction", "rights_record", "rights_request")) {
        db.sql("delete from " + table + " where reference = :reference").param("reference", proposal.subjectId()).update();
      }
    } else {
      erasing.erase(subject(proposal), proposal.schemeId(), Erasing.Because.RETENTION);
    }
    update(proposal, "state = 'DISPOSED', decided_by = :me, decided_at = :now", null, null);
    about(
        "rights.disposed",
        proposal,
        Map.of("class", proposal.recordClass(), "confirmedBy", proposal.confirmedBy(), "countedFrom", proposal.countedFrom().toString()));
    return true;
  }

  /** The referral with the record of the person that it brought, unless another referral still needs that. */
  private Subject subject(Proposal proposal) {
    if (proposal.about().equals("FILE")) {
      return new Subject(Holding.About.CONTACT, List.of(), List.of(proposal.subjectId()));
    }
    var people =
        db.sql(
                """
                select r.person_id from referral r where r.referral_id = :referral
                  and not exists (select 1 from referral o where o.person_id = r.person_id and o.referral_id <> r.referral_id)
                """)
            .param("referral", proposal.subjectId())
            .query(UUID.class)
            .list();
    return new Subject(Holding.About.PERSON, people, List.of(proposal.subjectId()));
  }

  private void update(Proposal proposal, String what, String because, LocalDate until) {
    db.sql("update retention_proposal set " + what + " where proposal_id = :id")
        .param("id", proposal.proposalId())
        .param("me", requests.me().userId())
        .param("now", Timestamp.from(clock.instant()))
        .param("because", because)
        .param("until", until)
        .update();
  }

  private void about(String act, Proposal proposal, Map<String, String> details) {
    String type =
        switch (proposal.about()) {
          case "REFERRAL" -> "referral";
          case "FILE" -> "application";
          default -> "rights-request";
        };
    audit.record(new AuditEvent(act, type, proposal.subjectId(), proposal.schemeId(), new LinkedHashMap<>(details)));
  }

  private List<Proposal> mine(List<UUID> ids, String state) {
    if (ids.isEmpty()) {
      throw new InvalidInput("proposals", "rights.retention.choose");
    }
    return db.sql(
            """
            select * from retention_proposal
            where proposal_id in (:ids) and scheme_id in (:schemes) and state in (:states) order by over_on for update
            """)
        .param("ids", ids.subList(0, Math.min(ids.size(), MOST_PER_BATCH)))
        .param("schemes", requests.mySchemes())
        .param("states", state == null ? List.of("PROPOSED", "CONFIRMED") : List.of(state))
        .query((row, number) -> proposal(row))
        .list();
  }

  private static Proposal proposal(ResultSet row) throws SQLException {
    return new Proposal(
        row.getObject("proposal_id", UUID.class),
        row.getString("scheme_id"),
        row.getString("about"),
        row.getString("subject_id"),
        row.getString("retention_class"),
        row.getObject("counted_from", LocalDate.class),
        row.getObject("over_on", LocalDate.class),
        row.getString("state"),
        row.getString("confirmed_by"),
        row.getString("kept_because"),
        row.getObject("keep_until", LocalDate.class));
  }

  record Proposal(
      UUID proposalId,
      String schemeId,
      String about,
      String subjectId,
      String recordClass,
      LocalDate countedFrom,
      LocalDate overOn,
      String state,
      String confirmedBy,
      String keptBecause,
      LocalDate keepUntil) {}

  /**
   * @param stayed not over any more, or work on it is still under way
   */
  record Disposed(int gone, int stayed) {}
}
