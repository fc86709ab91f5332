package org.fingerpost.questionnaire;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fingerpost.notification.Message;
import org.fingerpost.notification.Outbox;
import org.fingerpost.notification.Purpose;
import org.fingerpost.platform.AuditEvent;
import org.fingerpost.platform.AuditTrail;
import org.fingerpost.platform.InvalidInput;
import org.fingerpost.platform.Language;
import org.fingerpost.scheme.Schemes;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** "I need help with this question": a task for the scheme's community officers, and their answer back to the applicant. */
@Component
public class HelpingApplicants {

  static final String SUBJECT = "application";

  private static final int LONGEST = 2000;
  /** Who asks more than this at once is better helped by a telephone call. */
  private static final int MOST_OPEN = 10;

  private final ApplicationRows rows;
  private final HelpRows helps;
  private final HelpPlan plan;
  private final HelpProcess process;
  private final Questionnaires questionnaires;
  private final ApplicationLinks links;
  private final Schemes schemes;
  private final Outbox outbox;
  private final AuditTrail audit;
  private final Clock clock;

  HelpingApplicants(
      ApplicationRows rows,
      HelpRows helps,
      HelpPlan plan,
      HelpProcess process,
      Questionnaires questionnaires,
      ApplicationLinks links,
      Schemes schemes,
      Outbox outbox,
      AuditTrail audit,
      Clock clock) {
    this.rows = rows;
    this.helps = helps;
    this.plan = plan;
    this.process = process;
    this.questionnaires = questionnaires;
    this.links = links;
    this.schemes = schemes;
    this.outbox = outbox;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Asks the community officers of the scheme.
   *
   * @param asked in the applicant's words
   * @throws InvalidInput if nothing was asked, or too much
   */
  @Transactional
  public void ask(String reference, String question, String asked) {
    if (asked == null || asked.isBlank()) {
      throw new InvalidInput("asked", "questionnaire.help.empty");
    }
    if (asked.strip().length() > LONGEST) {
      throw new InvalidInput("asked", "questionnaire.answer.tooLong", LONGEST);
    }
    var row = rows.lock(reference).orElseThrow();
    if (helps.of(reference).stream().filter(help -> help.state() == HelpAsked.State.OPEN).count() >= MOST_OPEN) {
      throw new InvalidInput("asked", "questionnaire.help.tooMany", MOST_OPEN);
    }
    var helpId = UUID.randomUUID();
    helps.add(helpId, reference, row.schemeId(), question, asked.strip().replace("\r\n", "\n"), clock.instant());
    record("application.helpAsked", row, Map.of("question", question));
    helps.started(helpId, process.start(helpId, reference, row.schemeId()));
  }

  /**
   * Plans by when an officer answers.
   *
   * @return nine o'clock on that day
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public Instant plan(UUID helpId) {
    var help = helps.get(helpId);
    var row = rows.find(help.reference()).orElseThrow();
    var planned = plan.of(row.schemeId(), row.status());
    helps.due(helpId, planned.due());
    var details = new LinkedHashMap<String, String>();
    details.put("dueAt", planned.due().toString());
    details.put("table", planned.answer().definitionId());
    details.put("ruleId", String.join(", ", planned.answer().ruleIds()));
    record("application.helpPlanned", row, details);
    return planned.due();
  }

  /** Sends an officer's answer to the applicant and shows it at the question. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void answer(UUID helpId, String answer, String userId) {
    var help = helps.get(helpId);
    if (helps.answered(helpId, answer, userId, clock.instant()) == 0) {
      return;
    }
    var row = rows.find(help.reference()).orElseThrow();
    record("application.helpGiven", row, Map.of("question", help.question()));
    outbox.send(
        new Message(
            row.schemeId(),
            null,
            Purpose.APPLICATION_HELPED,
            Purpose.APPLICATION_HELPED.code() + ":" + helpId,
            row.contact().email(),
            row.language(),
            Map.of(
                "schemeName", schemes.get(row.schemeId()).name().in(row.language()),
                "reference", row.reference(),
                "question", label(row, help.question(), row.language()),
                "answer", answer,
                "applyLink", links.fresh(row))));
  }

  /** The application was sent: requests that nobody has answered yet end. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void notNeededAnyMore(String reference) {
    for (var help : helps.of(reference)) {
      if (help.state() == HelpAsked.State.OPEN) {
        helps.notNeeded(help.helpId());
        process.applicationSent(help.processInstanceId());
      }
    }
  }

  /** A request with the words of its question, for the form that answers it. */
  @Transactional(readOnly = true)
  public Seen look(UUID helpId, Language language) {
    var help = helps.get(helpId);
    var row = rows.find(help.reference()).orElseThrow();
    var typed = rows.answers(help.reference()).get(help.question());
    return new Seen(
        help,
        questionnaires.get(row.questionnaireId(), row.questionnaireVersion()).name().in(language),
        label(row, help.question(), language),
        typed == null ? null : String.join(", ", typed.typed()),
        row.contact());
  }

  List<HelpAsked> of(String reference) {
    return helps.of(reference);
  }

  private String label(ApplicationRows.Row row, String question, Language language) {
    return questionnaires
        .get(row.questionnaireId(), row.questionnaireVersion())
        .question(question)
        .map(asked -> asked.label().in(language))
        .orElse(question);
  }

  private void record(String act, ApplicationRows.Row row, Map<String, String> details) {
    audit.record(new AuditEvent(act, SUBJECT, row.reference(), row.schemeId(), details));
  }

  /**
   * A request as an officer sees it.
   *
   * @param questionnaire what is applied for
   * @param question the question's words
   * @param typed what stands in the answer by now, or {@code null}
   */
  public record Seen(HelpAsked help, String questionnaire, String question, String typed, Contact contact) {

    @Override
    public String toString() {
      return "Seen[" + help + "]";
    }
  }
}
