package org.fingerpost.questionnaire;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.fingerpost.notification.Message;
import org.fingerpost.notification.Outbox;
import org.fingerpost.notification.Purpose;
import org.fingerpost.platform.AuditEvent;
import org.fingerpost.platform.AuditTrail;
import org.fingerpost.platform.Language;
import org.fingerpost.platform.Tokens;
import org.fingerpost.platform.WrittenDate;
import org.fingerpost.scheme.Schemes;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Applications, for the modules that decide about them. */
@Component
public class Applications {

  private final ApplicationRows rows;
  private final ApplicationLinks links;
  private final Questionnaires questionnaires;
  private final Choices choices;
  private final Kinds kinds;
  private final Schemes schemes;
  private final Outbox outbox;
  private final AuditTrail audit;
  private final Clock clock;

  Applications(
      ApplicationRows rows,
      ApplicationLinks links,
      Questionnaires questionnaires,
      Choices choices,
      Kinds kinds,
      Schemes schemes,
      Outbox outbox,
      AuditTrail audit,
      Clock clock) {
    this.rows = rows;
    this.links = links;
    this.questionnaires = questionnaires;
    this.choices = choices;
    this.kinds = kinds;
    this.schemes = schemes;
    this.outbox = outbox;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * @throws NoSuchElementException if there is none
   */
  @Transactional(readOnly = true)
  public Application get(String reference) {
    return find(reference).orElseThrow(() -> new NoSuchElementException("No application " + reference));
  }

  @Transactional(readOnly = true)
  public Optional<Application> find(String reference) {
    return rows.find(reference).map(row -> application(row, rows.answers(reference), rows.files(reference)));
  }

  Application application(
      ApplicationRows.Row row, Map<String, ApplicationRows.Answered> answers, List<ApplicationRows.Stored> files) {
    var questionnaire = questionnaires.get(row.questionnaireId(), row.questionnaireVersion());
    return new Application(
        row.reference(),
        row.kind(),
        row.schemeId(),
        row.organisationId(),
        questionnaire,
        read(questionnaire, row.schemeId(), answers).answers(),
        files.stream().map(ApplicationRows.Stored::evidence).toList(),
        row.contact(),
        row.language(),
        row.status(),
        row.askedFor(),
        row.answerBy(),
        row.startedAt(),
        row.submittedAt());
  }

  Reading read(Questionnaire questionnaire, String schemeId, Map<String, ApplicationRows.Answered> answers) {
    var typed = new TreeMap<String, List<String>>();
    answers.forEach((question, answered) -> typed.put(question, answered.typed()));
    return Reading.of(questionnaire, typed, question -> choices.of(question, schemeId, Language.EN).keySet());
  }

  /**
   * Begins an application and keeps what is known. Sends nothing: see {@link #linkFor}.
   *
   * @return its reference
   */
  @Transactional
  public String begin(NewApplication begun) {
    var scheme = schemes.get(begun.schemeId());
    var kind =
        kinds
            .offered(begun.kind(), scheme)
            .orElseThrow(() -> new IllegalArgumentException(begun.kind() + " is not offered in " + scheme.id()));
    var questionnaire = questionnaires.latest(kind.questionnaire());
    var now = clock.instant();
    var row =
        new ApplicationRows.Row(
            Tokens.reference(kind.referencePrefix()),
            begun.kind(),
            scheme.id(),
            begun.organisationId(),
            questionnaire.id(),
            questionnaire.version(),
            begun.contact(),
            begun.language(),
            Application.Status.DRAFT,
            List.of(),
            null,
            now,
            null);
    rows.add(row);
    var known = new LinkedHashMap<>(begun.answers());
    known.keySet().retainAll(questionnaire.questions().map(Question::key).toList());
    known.forEach((question, answer) -> rows.answer(row.reference(), question, Reading.typed(answer), now, null));
    record("application.begun", row, Map.of("questionnaire", questionnaire.id() + "-" + questionnaire.version()));
    return row.reference();
  }

  /**
   * Begins another application with the contact, the organisation and the answers of this one, in the latest version of the
   * questionnaire, for a renewal. Documents and dates are asked for anew. Sends nothing: see {@link #linkFor}.
   *
   * @return the new reference
   */
  @Transactional
  public String beginAgain(String reference) {
    var before = get(reference);
    var answers = new HashMap<>(before.answers());
    answers.values().removeIf(LocalDate.class::isInstance);
    return begin(
        new NewApplication(
            before.kind(), before.schemeId(), before.organisationId(), before.contact(), before.language(), answers));
  }

  /**
   * Opens a sent application again for some questions and mails the link to the applicant.
   *
   * @param questions keys of the questionnaire's questions; at least one
   * @param by the day by which they should be answered
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void askForMore(String reference, List<String> questions, LocalDate by) {
    var row = lock(reference);
    var questionnaire = questionnaires.get(row.questionnaireId(), row.questionnaireVersion());
    var known = questionnaire.questions().filter(question -> questions.contains(question.key())).toList();
    if (known.isEmpty() || row.status() == Application.Status.CLOSED) {
      throw new IllegalArgumentException("Application " + reference + " cannot be opened again for nothing, or once it is closed");
    }
    rows.askedForMore(reference, known.stream().map(Question::key).toList(), by);
    record(
        "application.askedForMore", row, Map.of("questions", Integer.toString(known.size()), "by", by.toString()));
    send(
        Purpose.APPLICATION_ASKED_FOR_MORE,
        row,
        reference + ":" + clock.instant().getEpochSecond(),
        Map.of(
            "questions",
            known.stream().map(question -> "- " + question.label().in(row.language())).collect(Collectors.joining("\n")),
            "by",
            WrittenDate.of(by, row.language())));
  }

  /** From now on nothing is changed any more. Safe to repeat. */
  @Transactional
  public void close(String reference) {
    var row = lock(reference);
    if (row.status() != Application.Status.CLOSED) {
      rows.closed(reference, clock.instant());
      record("application.closed", row, Map.of());
    }
  }

  /** Says which organisation of the scheme's directory an application is about. */
  @Transactional
  public void belongsTo(String reference, String organisationId) {
    rows.belongsTo(reference, organisationId);
  }

  /** A whole link that opens the application, for a message: a new secret each time, those before it go on working. */
  @Transactional
  public String linkFor(String reference) {
    return links.fresh(rows.find(reference).orElseThrow(() -> new NoSuchElementException("No application " + reference)));
  }

  ApplicationRows.Row lock(String reference) {
    return rows.lock(reference).orElseThrow(() -> new NoSuchElementException("No application " + reference));
  }

  /** Writes to the applicant, with a fresh link. */
  void send(Purpose purpose, ApplicationRows.Row row, String once, Map<String, Object> more) {
    var params = new HashMap<String, Object>(more);
    params.put("schemeName", schemes.get(row.schemeId()).name().in(row.language()));
    params.put("reference", row.reference());
    params.put("name", questionnaires.get(row.questionnaireId(), row.questionnaireVersion()).name().in(row.language()));
    params.put("applyLink", links.fresh(row));
    outbox.send(
        new Message(
            row.schemeId(), null, purpose, purpose.code() + ":" + once, row.contact().email(), row.language(), params));
  }

  void record(String act, ApplicationRows.Row row, Map<String, String> details) {
    audit.record(new AuditEvent(act, HelpingApplicants.SUBJECT, row.reference(), row.schemeId(), details));
  }
}
