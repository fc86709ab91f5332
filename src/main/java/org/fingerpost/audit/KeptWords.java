package org.fingerpost.audit;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What people wrote in words about a case, and whose case it is. Both are covered on every page of the auditor's; they are uncovered
 * by an act of its own, with a reason, which stands in the record like any other look.
 */
@Component
class KeptWords {

  /** Why an auditor uncovers words. */
  enum Why {
    COMPLAINT,
    PERSON_ASKED,
    INCIDENT,
    SAMPLE,
    COURT
  }

  /** What is uncovered. */
  enum What {
    REASONS,
    PERSON
  }

  private static final String REFERRAL =
      """
      select 'ROUTE' as about, confirmed_by as who, confirmed_at as at, confirmed_reason as said
      from decision_record where referral_id = :reference and confirmed_reason is not null
      union all
      select 'YOUNG_PERSON', recorded_by, recorded_at, note from young_person_consent where referral_id = :reference
      union all
      select 'UNSAFE_TIME', recorded_by, recorded_at, unsafe_time_reason from contact_attempt where referral_id = :reference
      union all
      select 'SUPPORT', lead_user_id, lead_decided_at, lead_reason from check_in where referral_id = :reference
      union all
      select 'PAUSE', pause_decided_by, pause_decided_at, pause_note from introduction where referral_id = :reference
      """;

  private static final String KITEMARK =
      """
      select 'ASSESSMENT' as about, assessor as who, decided_at as at, reason as said
      from kitemark_assessment where application_reference = :reference
      union all
      select 'SECOND', second_assessor, second_at, second_reason from kitemark_assessment where application_reference = :reference
      union all
      select 'SUSPENSION', s.raised_by, s.raised_at, s.reason_text
      from kitemark_suspension s join kitemark_award w using (award_id) where w.application_reference = :reference
      union all
      select 'SUSPENSION_CONFIRMED', s.confirmed_by, s.confirmed_at, s.confirm_note
      from kitemark_suspension s join kitemark_award w using (award_id) where w.application_reference = :reference
      union all
      select 'SUSPENSION_SETTLED', s.settled_by, s.settled_at, s.settle_reason
      from kitemark_suspension s join kitemark_award w using (award_id) where w.application_reference = :reference
      union all
      select 'MARK_ENDED', s.end_confirmed_by, s.end_confirmed_at, s.end_note
      from kitemark_suspension s join kitemark_award w using (award_id) where w.application_reference = :reference
      """;

  private static final String GRANT =
      """
      select 'GRANT' as about, decided_by as who, decided_at as at, decision_reason as said from project_grant where reference = :reference
      union all
      select 'OUTCOME', outcome_by, null, outcome_reason from project_grant where reference = :reference
      union all
      select 'SCORE', member, answered_at, comment from grant_score where reference = :reference
      """;

  private static final Map<CaseKind, String> SOURCES =
      Map.of(CaseKind.REFERRAL, REFERRAL, CaseKind.KITEMARK, KITEMARK, CaseKind.GRANT, GRANT);

  private final JdbcClient database;
  private final Cases cases;
  private final CaseStory story;

  KeptWords(JdbcClient database, Cases cases, CaseStory story) {
    this.database = database;
    this.cases = cases;
    this.story = story;
  }

  static boolean areKept(CaseKind kind) {
    return SOURCES.containsKey(kind);
  }

  /** Uncovers, and records why, in one transaction; empty if there is no such case for the reader. */
  @Transactional
  Optional<Uncovered> show(String reference, What what, Why why) {
    return cases
        .find(reference)
        .filter(found -> areKept(found.kind()))
        .filter(found -> what == What.REASONS || found.kind() == CaseKind.REFERRAL)
        .map(
            found -> {
              story.look(found, Looks.WORDS_SHOWN, Map.of("what", what.name(), "why", why.name()));
              return what == What.REASONS
                  ? new Uncovered(said(found), Optional.empty())
                  : new Uncovered(List.of(), person(reference));
            });
  }

  private List<Said> said(AuditedCase found) {
    return database
        .sql("select * from (" + SOURCES.get(found.kind()) + ") kept where said is not null and said <> '' order by at nulls last")
        .param("reference", found.reference())
        .query(
            (row, number) ->
                new Said(row.getString("about"), row.getString("who"), at(row.getObject("at", OffsetDateTime.class)), row.getString("said")))
        .list();
  }

  private Optional<Person> person(String reference) {
    return database
        .sql(
            """
            select p.given_name, p.family_name, p.date_of_birth, p.postcode, p.phone, p.email
            from referral r join person p using (person_id) where r.referral_id = ?""")
        .param(reference)
        .query(
            (row, number) -> {
              var lines = new ArrayList<String>();
              for (var column : List.of("date_of_birth", "postcode", "phone", "email")) {
                lines.add(row.getString(column));
              }
              return new Person(
                  row.getString("given_name") + " " + row.getString("family_name"),
                  lines.get(0), lines.get(1), lines.get(2), lines.get(3));
            })
        .optional();
  }

  private static Instant at(OffsetDateTime at) {
    return at == null ? null : at.toInstant();
  }

  record Uncovered(List<Said> said, Optional<Person> person) {

    /** Nothing of the words. */
    @Override
    public String toString() {
      return "Uncovered";
    }
  }

  /**
   * @param about code of what it is about
   * @param who user id, or {@code null}
   */
  record Said(String about, String who, Instant at, String said) {

    @Override
    public String toString() {
      return "Said[" + about + "]";
    }
  }

  record Person(String name, String bornOn, String postcode, String phone, String email) {

    @Override
    public String toString() {
      return "Person";
    }
  }
}
