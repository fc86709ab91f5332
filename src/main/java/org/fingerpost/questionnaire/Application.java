package org.fingerpost.questionnaire;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fingerpost.platform.Language;

/**
 * An application as it stands.
 *
 * @param reference such as {@code KM-7K3M-Q2XD}; the business key of its processes
 * @param kind {@code KITE_MARK} or {@code GRANT}: see {@link ApplicationKind}
 * @param organisationId the organisation in the scheme's directory, or {@code null} as long as it is not listed
 * @param questionnaire in the version it was begun with
 * @param answers by question, of the {@link QuestionType}'s Java type. Only what is asked of this applicant and can be read: a date
 *     that is none, or the answer to a question that another answer took away, is not here
 * @param files oldest first
 * @param language the applicant's
 * @param askedFor keys of the questions it was opened again for; empty unless {@code ASKED_FOR_MORE}
 * @param answerBy by when these are answered, or {@code null}
 * @param startedAt when it was begun
 * @param submittedAt when it was last sent, or {@code null}
 */
public record Application(
    String reference,
    String kind,
    String schemeId,
    String organisationId,
    Questionnaire questionnaire,
    Map<String, Object> answers,
    List<Evidence> files,
    Contact contact,
    Language language,
    Status status,
    List<String> askedFor,
    LocalDate answerBy,
    Instant startedAt,
    Instant submittedAt) {

  /** Where an application stands. */
  public enum Status {
    DRAFT,
    SUBMITTED,
    /** Opened again, for some questions only. */
    ASKED_FOR_MORE,
    CLOSED
  }

  public Application {
    answers = Collections.unmodifiableMap(new LinkedHashMap<>(answers));
    files = List.copyOf(files);
    askedFor = List.copyOf(askedFor);
  }

  /** One that was opened again for nothing. */
  public Application(
      String reference,
      String kind,
      String schemeId,
      String organisationId,
      Questionnaire questionnaire,
      Map<String, Object> answers,
      List<Evidence> files,
      Contact contact,
      Language language,
      Status status) {
    this(
        reference, kind, schemeId, organisationId, questionnaire, answers, files, contact, language, status, List.of(), null, null,
        null);
  }

  /** The text, or the code chosen; {@code null} if there is none. */
  public String text(String question) {
    return answers.get(question) instanceof String text ? text : null;
  }

  /** The codes chosen; empty if there are none. */
  @SuppressWarnings("unchecked")
  public List<String> codes(String question) {
    return answers.get(question) instanceof List<?> codes ? (List<String>) codes : List.of();
  }

  /** {@code null} if it was not answered. */
  public Boolean flag(String question) {
    return answers.get(question) instanceof Boolean yes ? yes : null;
  }

  /** Whether it was answered with yes. */
  public boolean yes(String question) {
    return Boolean.TRUE.equals(flag(question));
  }

  /** {@code null} if there is none. */
  public LocalDate date(String question) {
    return answers.get(question) instanceof LocalDate day ? day : null;
  }

  /** {@code null} if there is none. */
  public Integer number(String question) {
    return answers.get(question) instanceof Integer number ? number : null;
  }

  /** In pounds; {@code null} if there is none. */
  public BigDecimal money(String question) {
    return answers.get(question) instanceof BigDecimal amount ? amount : null;
  }

  /** The documents that answer a question, oldest first. */
  public List<Evidence> evidence(String question) {
    return files.stream().filter(file -> file.question().equals(question)).toList();
  }

  /** Whether there is an answer, or a document. */
  public boolean has(String question) {
    return answers.containsKey(question) || !evidence(question).isEmpty();
  }

  /** Whether the applicant takes the shorter path. */
  public boolean shorter() {
    return questionnaire.isShorter(answers);
  }

  /** Nothing of what was answered. */
  @Override
  public String toString() {
    return "Application[" + reference + ", " + status + "]";
  }
}
