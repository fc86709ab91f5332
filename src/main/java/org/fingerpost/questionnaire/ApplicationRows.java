package org.fingerpost.questionnaire;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.fingerpost.platform.Language;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tables of applications, their answers, documents and links. */
@Component
class ApplicationRows {

  private final JdbcClient db;

  ApplicationRows(JdbcClient db) {
    this.db = db;
  }

  /** A row of {@code application}. */
  record Row(
      String reference,
      String kind,
      String schemeId,
      String organisationId,
      String questionnaireId,
      int questionnaireVersion,
      Contact contact,
      Language language,
      Application.Status status,
      List<String> askedFor,
      LocalDate answerBy,
      Instant startedAt,
      Instant submittedAt) {}

  /** A row of {@code application_answer}. */
  record Answered(
      List<String> typed, Instant at, String by, List<String> rival, Instant rivalAt, String rivalBy) {}

  /** A row of {@code application_file} without the contents. */
  record Stored(Evidence evidence, String fileName) {}

  /** A row of {@code application_change}. */
  record Change(Instant at, String by, List<String> questions) {}

  void add(Row row) {
    db.sql(
            """
            insert into application (reference, kind, scheme_id, organisation_id, questionnaire_id, questionnaire_version,
              contact_name, contact_email, contact_phone, language, status, started_at)
            values (:reference, :kind, :scheme, :organisation, :questionnaire, :version, :name, :email, :phone, :language,
              'DRAFT', :now)
            """)
        .param("reference", row.reference())
        .param("kind", row.kind())
        .param("scheme", row.schemeId())
        .param("organisation", row.organisationId())
        .param("questionnaire", row.questionnaireId())
        .param("version", row.questionnaireVersion())
        .param("name", row.contact().name())
        .param("email", row.contact().email())
        .param("phone", row.contact().phone())
        .param("language", row.language().code())
        .param("now", Timestamp.from(row.startedAt()))
        .update();
  }

  Optional<Row> find(String reference) {
    return find(reference, "");
  }

  /** Nobody else changes it until this transaction is over. */
  Optional<Row> lock(String reference) {
    return find(reference, " for update");
  }

  private Optional<Row> find(String reference, String how) {
    return db.sql("select * from application where reference = ?" + how)
        .param(reference)
        .query((row, number) -> row(row))
        .optional();
  }

  /** The newest first, of a scheme. */
  List<Row> inScheme(String schemeId, int most) {
    return db.sql("select * from application where scheme_id = ? order by coalesce(submitted_at, started_at) desc limit ?")
        .params(schemeId, most)
        .query((row, number) -> row(row))
        .list();
  }

  /** Those that are still filled in, of a kind, by the applicant's e-mail address in any case. */
  List<Row> openOf(String kind, String email) {
    return db.sql(
            """
            select * from application where kind = ? and lower(contact_email) = lower(?) and status <> 'CLOSED'
            order by started_at desc limit 10
            """)
        .params(kind, email)
        .query((row, number) -> row(row))
        .list();
  }

  private static Row row(ResultSet row) throws SQLException {
    var answerBy = row.getDate("answer_by");
    var submitted = row.getTimestamp("submitted_at");
    return new Row(
        row.getString("reference"),
        row.getString("kind"),
        row.getString("scheme_id"),
        row.getString("organisation_id"),
        row.getString("questionnaire_id"),
        row.getInt("questionnaire_version"),
        new Contact(row.getString("contact_name"), row.getString("contact_email"), row.getString("contact_phone")),
        Language.of(row.getString("language")),
        Application.Status.valueOf(row.getString("status")),
        texts(row.getArray("asked_for")),
        answerBy == null ? null : answerBy.toLocalDate(),
        row.getTimestamp("started_at").toInstant(),
        submitted == null ? null : submitted.toInstant());
  }

  void submitted(String reference, Instant now) {
    db.sql("update application set status = 'SUBMITTED', submitted_at = ?, asked_for = '{}', answer_by = null where reference = ?")
        .params(Timestamp.from(now), reference)
        .update();
  }

  void askedForMore(String reference, List<String> questions, LocalDate by) {
    db.sql("update application set status = 'ASKED_FOR_MORE', asked_for = ?, answer_by = ? where reference = ?")
        .params(questions.toArray(String[]::new), by, reference)
        .update();
  }

  void closed(String reference, Instant now) {
    db.sql("update application set status = 'CLOSED', closed_at = ? where reference = ? and status <> 'CLOSED'")
        .params(Timestamp.from(now), reference)
        .update();
  }

  void belongsTo(String reference, String organisationId) {
    db.sql("update application set organisation_id = ? where reference = ?").params(organisationId, reference).update();
  }

  void contact(String reference, String name, String phone) {
    db.sql("update application set contact_name = ?, contact_phone = ? where reference = ?")
        .params(name, phone, reference)
        .update();
  }

  // ---- links

  void link(String tokenHash, String reference, Instant now, Instant until) {
    db.sql("insert into application_link (token_hash, reference, created_at, valid_until) values (?, ?, ?, ?)")
        .params(tokenHash, reference, Timestamp.from(now), Timestamp.from(until))
        .update();
  }

  Optional<String> referenceOf(String tokenHash, Instant now) {
    return db.sql("select reference from application_link where token_hash = ? and valid_until > ?")
        .params(tokenHash, Timestamp.from(now))
        .query(String.class)
        .optional();
  }

  int linksSince(String reference, Instant since) {
    return db.sql("select count(*) from application_link where reference = ? and created_at > ?")
        .params(reference, Timestamp.from(since))
        .query(Integer.class)
        .single();
  }

  // ---- answers

  Map<String, Answered> answers(String reference) {
    var answers = new LinkedHashMap<String, Answered>();
    db.sql("select * from application_answer where reference = ?")
        .param(reference)
        .query(
            row -> {
              answers.put(
                  row.getString("question"),
                  new Answered(
                      texts(row.getArray("typed")),
                      row.getTimestamp("answered_at").toInstant(),
                      row.getString("answered_by"),
                      row.getArray("rival") == null ? null : texts(row.getArray("rival")),
                      row.getTimestamp("rival_at") == null ? null : row.getTimestamp("rival_at").toInstant(),
                      row.getString("rival_by")));
            });
    return answers;
  }

  void answer(String reference, String question, List<String> typed, Instant now, String by) {
    db.sql(
            """
            insert into application_answer (reference, question, typed, answered_at, answered_by) values (?, ?, ?, ?, ?)
            on conflict (reference, question) do update
              set typed = excluded.typed, answered_at = excluded.answered_at, answered_by = excluded.answered_by
            """)
        .params(reference, question, typed.toArray(String[]::new), Timestamp.from(now), by)
        .update();
  }

  void rival(String reference, String question, List<String> typed, Instant now, String by) {
    db.sql("update application_answer set rival = ?, rival_at = ?, rival_by = ? where reference = ? and question = ?")
        .params(typed.toArray(String[]::new), Timestamp.from(now), by, reference, question)
        .update();
  }

  void settled(String reference, String question) {
    db.sql("update application_answer set rival = null, rival_at = null, rival_by = null where reference = ? and question = ?")
        .params(reference, question)
        .update();
  }

  void changed(String reference, Instant now, String by, List<String> questions) {
    db.sql("insert into application_change (reference, changed_at, changed_by, questions) values (?, ?, ?, ?)")
        .params(reference, Timestamp.from(now), by, questions.toArray(String[]::new))
        .update();
  }

  List<Change> changes(String reference) {
    return db.sql("select * from application_change where reference = ? order by change_id desc limit 200")
        .param(reference)
        .query(
            (row, number) ->
                new Change(
                    row.getTimestamp("changed_at").toInstant(), row.getString("changed_by"), texts(row.getArray("questions"))))
        .list();
  }

  // ---- documents

  List<Stored> files(String reference) {
    return db.sql(
            """
            select file_id, question, file_name, media_type, size, sha256, uploaded_at, uploaded_by
            from application_file where reference = ? order by uploaded_at, file_id
            """)
        .param(reference)
        .query((row, number) -> stored(row))
        .list();
  }

  private static Stored stored(ResultSet row) throws SQLException {
    return new Stored(
        new Evidence(
            row.getObject("file_id", UUID.class),
            row.getString("question"),
            row.getString("media_type"),
            row.getLong("size"),
            row.getString("sha256"),
            row.getTimestamp("uploaded_at").toInstant(),
            row.getString("uploaded_by")),
        row.getString("file_name"));
  }

  void add(String reference, Stored file, byte[] content) {
    var evidence = file.evidence();
    db.sql(
            """
            insert into application_file (file_id, reference, question, file_name, media_type, size, sha256, content, uploaded_at,
              uploaded_by)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            evidence.id(),
            reference,
            evidence.question(),
            file.fileName(),
            evidence.mediaType(),
            evidence.size(),
            evidence.sha256(),
            content,
            Timestamp.from(evidence.at()),
            evidence.by())
        .update();
  }

  /** How many were removed: 0 or 1. */
  int remove(String reference, UUID fileId, Instant notBefore) {
    return db.sql("delete from application_file where reference = ? and file_id = ? and uploaded_at >= ?")
        .params(reference, fileId, Timestamp.from(notBefore))
        .update();
  }

  Optional<byte[]> content(String reference, UUID fileId) {
    return db.sql("select content from application_file where reference = ? and file_id = ?")
        .params(reference, fileId)
        .query((row, number) -> row.getBytes("content"))
        .optional();
  }

  private static List<String> texts(Array array) throws SQLException {
    return array == null ? List.of() : Arrays.asList((String[]) array.getArray());
  }
}
