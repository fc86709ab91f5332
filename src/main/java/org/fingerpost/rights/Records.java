package org.fingerpost.rights;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds records that may be somebody's: the record each referral brought, and files of groups with their contact people. */
@Component
class Records {

  private static final String PEOPLE =
      """
      select p.person_id, p.scheme_id, p.given_name, p.family_name, p.date_of_birth, p.postcode,
        coalesce((select string_agg(r.referral_id, ', ' order by r.received_at) from referral r where r.person_id = p.person_id), '') as referrals,
        exists (select 1 from rights_restriction x where x.person_id = p.person_id and x.lifted_at is null) as restricted
      from person p
      """;

  private static final String FILES =
      """
      select f.* from (
        select reference, scheme_id, contact_name, contact_email from application where contact_email <> ''
        union all select reference, scheme_id, contact_name, contact_email from community_group
          where coalesce(contact_name, contact_email, contact_phone, words) is not null) f
      """;

  private final JdbcClient db;

  Records(JdbcClient db) {
    this.db = db;
  }

  /** The record that a referral brought, and those in the same scheme that look like the same person. */
  List<Candidate> byReferral(String reference, Collection<String> schemes) {
    return db.sql(
            PEOPLE
                + """
                where p.scheme_id in (:schemes) and exists (
                  select 1 from referral r join person q on q.person_id = r.person_id
                  where r.referral_id = :reference and q.scheme_id = p.scheme_id
                    and (q.person_id = p.person_id or q.nhs_number = p.nhs_number
                      or lower(q.family_name) = lower(p.family_name) and q.date_of_birth = p.date_of_birth))
                order by p.created_at
                """)
        .param("schemes", schemes)
        .param("reference", reference)
        .query((row, number) -> person(row))
        .list();
  }

  List<Candidate> byName(String familyName, LocalDate born, Collection<String> schemes) {
    return db.sql(
            PEOPLE
                + "where p.scheme_id in (:schemes) and lower(p.family_name) = lower(:family) and p.date_of_birth = :born order by p.created_at")
        .param("schemes", schemes)
        .param("family", familyName)
        .param("born", born)
        .query((row, number) -> person(row))
        .list();
  }

  List<Candidate> byFile(String reference, Collection<String> schemes) {
    return db.sql(
            FILES
                + """
                where f.scheme_id in (:schemes) and exists (
                  select 1 from (%s) g where g.reference = :reference and g.scheme_id = f.scheme_id
                    and (g.reference = f.reference or lower(g.contact_email) = lower(f.contact_email)))
                order by f.reference
                """
                    .formatted(FILES))
        .param("schemes", schemes)
        .param("reference", reference)
        .query((row, number) -> file(row))
        .list();
  }

  /** The records a request is about, as far as they are still there. */
  List<Candidate> of(RightsRequest request) {
    if (request.records().isEmpty()) {
      return List.of();
    }
    return request.ofContact()
        ? db.sql(FILES + "where f.reference in (:records) order by f.reference")
            .param("records", request.records())
            .query((row, number) -> file(row))
            .list()
        : db.sql(PEOPLE + "where p.person_id::text in (:records) order by p.created_at")
            .param("records", request.records())
            .query((row, number) -> person(row))
            .list();
  }

  /** What a subject's records name. */
  List<Candidate> of(Subject subject) {
    return subject.about() == Holding.About.CONTACT
        ? db.sql(FILES + "where f.reference in (:references) order by f.reference")
            .params(subject.parameters())
            .query((row, number) -> file(row))
            .list()
        : db.sql(PEOPLE + "where p.person_id in (:people) order by p.created_at")
            .params(subject.parameters())
            .query((row, number) -> person(row))
            .list();
  }

  /** The record that a referral brought with everything that hangs on it, or a group's file. */
  Optional<Subject> ofReference(String reference, Collection<String> schemes) {
    if (reference.startsWith("FP-")) {
      return ofReferral(reference, schemes).map(one -> subjectOf(one.people()));
    }
    return db.sql(FILES + "where f.reference = :reference and f.scheme_id in (:schemes)")
        .param("reference", reference)
        .param("schemes", schemes)
        .query((row, number) -> new Subject(Holding.About.CONTACT, List.of(), List.of(reference)))
        .optional();
  }

  Subject subject(RightsRequest request) {
    if (request.ofContact()) {
      return new Subject(Holding.About.CONTACT, List.of(), request.records());
    }
    var people = request.records().stream().map(UUID::fromString).toList();
    return subjectOf(people);
  }

  Subject subjectOf(List<UUID> people) {
    return new Subject(
        Holding.About.PERSON,
        people,
        people.isEmpty()
            ? List.of()
            : db.sql("select referral_id from referral where person_id in (:people) order by received_at")
                .param("people", people)
                .query(String.class)
                .list());
  }

  /** Everything of the person of one referral record: what its auditor may ask who has seen. */
  Optional<Subject> ofReferral(String reference, Collection<String> schemes) {
    return db.sql("select person_id from referral where referral_id = :reference and scheme_id in (:schemes)")
        .param("reference", reference)
        .param("schemes", schemes)
        .query(UUID.class)
        .optional()
        .map(person -> new Subject(Holding.About.PERSON, List.of(person), List.of(reference)));
  }

  private static Candidate person(ResultSet row) throws SQLException {
    return new Candidate(
        row.getString("person_id"),
        row.getString("scheme_id"),
        row.getString("given_name") + " " + row.getString("family_name"),
        row.getObject("date_of_birth", LocalDate.class),
        row.getString("postcode"),
        row.getString("referrals"),
        row.getBoolean("restricted"),
        false);
  }

  private static Candidate file(ResultSet row) throws SQLException {
    return new Candidate(
        row.getString("reference"),
        row.getString("scheme_id"),
        row.getString("contact_name"),
        null,
        row.getString("contact_email"),
        row.getString("reference"),
        false,
        true);
  }

  /**
   * A record that may be the one.
   *
   * @param where postcode, or the contact's e-mail address
   * @param references of its referrals, or its own
   */
  record Candidate(
      String recordId,
      String schemeId,
      String name,
      LocalDate born,
      String where,
      String references,
      boolean restricted,
      boolean ofContact) {

    @Override
    public String toString() {
      return "Candidate[" + recordId + "]";
    }
  }
}
