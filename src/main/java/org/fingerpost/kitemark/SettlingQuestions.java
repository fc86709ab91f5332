package org.fingerpost.kitemark;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.fingerpost.kitemark.UpkeepMail.Said;
import org.fingerpost.notification.Purpose;
import org.fingerpost.platform.AuditEvent;
import org.fingerpost.platform.AuditTrail;
import org.fingerpost.platform.InvalidInput;
import org.fingerpost.platform.Language;
import org.fingerpost.platform.Words;
import org.fingerpost.platform.WrittenDate;
import org.fingerpost.scheme.KiteMarkLevel;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What an assessor settles about a mark: one question after the other, the oldest first. */
@Component
public class SettlingQuestions {

  private final Awards awards;
  private final AwardRows marks;
  private final UpkeepRows rows;
  private final UpkeepMail mail;
  private final MarkContacts contacts;
  private final SuspendingMarks suspending;
  private final UpkeepProcess process;
  private final AuditTrail audit;
  private final Words words;
  private final Clock clock;

  SettlingQuestions(
      Awards awards,
      AwardRows marks,
      UpkeepRows rows,
      UpkeepMail mail,
      MarkContacts contacts,
      SuspendingMarks suspending,
      UpkeepProcess process,
      AuditTrail audit,
      Words words,
      Clock clock) {
    this.awards = awards;
    this.marks = marks;
    this.rows = rows;
    this.mail = mail;
    this.contacts = contacts;
    this.suspending = suspending;
    this.process = process;
    this.audit = audit;
    this.words = words;
    this.clock = clock;
  }

  /** What the form shows. */
  @Transactional(readOnly = true)
  public QuestionSheet sheet(String reference, Language language) {
    var award = of(reference);
    var question = oldest(award);
    return new QuestionSheet(
        contacts.of(award).name(),
        words.say(language, "kitemark.level." + award.level()),
        WrittenDate.of(award.validUntil(), language),
        words.say(language, "kitemark.question." + question.kind()),
        about(question, language),
        question.newUntil() == null ? null : WrittenDate.of(question.newUntil(), language),
        question.told(),
        decisions(question).stream().map(QuestionDecision::name).toList());
  }

  private String about(MarkQuestion question, Language language) {
    if (question.about() == null) {
      return words.say(language, "kitemark.upkeep.kind.YEARLY_CHECK");
    }
    var vocabulary = question.kind() == MarkQuestion.Kind.PAPER_REPORTED ? "kitemark.upkeep.kind." : "kitemark.condition.";
    return words.say(language, vocabulary + question.about());
  }

  private static List<QuestionDecision> decisions(MarkQuestion question) {
    return question.kind().check()
        ? List.of(QuestionDecision.values())
        : List.of(QuestionDecision.IN_ORDER, QuestionDecision.MORE_TIME, QuestionDecision.SUSPEND);
  }

  /**
   * Settles the oldest question about a mark, and looks at the mark's dates anew.
   *
   * @param note the organisation reads it; {@code null} for none
   * @param on the later day, or by when the condition is met; {@code null} where none is needed
   * @return by when the next question is settled; empty if there is none
   * @throws InvalidInput if the answers do not fit together
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public Optional<Instant> settle(String reference, QuestionDecision decision, String note, LocalDate on, String userId) {
    var award = of(reference);
    rows.lock(award.awardId());
    var question = oldest(award);
    check(question, decision, note, on);
    switch (decision) {
      case IN_ORDER -> inOrder(award, question);
      case MORE_TIME -> later(award, question, on);
      case CONDITION -> {
        checked(award);
        condition(award, UpkeepCondition.AFTER_CHECK, on);
      }
      default -> {
        if (question.kind().check()) {
          checked(award);
        }
        suspending.suspend(award.awardId(), reason(question), userId);
      }
    }
    rows.settled(question.questionId(), decision, note, userId);
    tell(award, question, decision, note, on);
    record(award, question, decision, on);
    var more = rows.openQuestions(award.awardId());
    if (!more.isEmpty()) {
      rows.questionsAsked(award.awardId(), more.get(0).dueAt());
    }
    process.lookNow(reference);
    return more.stream().findFirst().map(MarkQuestion::dueAt);
  }

  private static String reason(MarkQuestion question) {
    return switch (question.kind()) {
      case PAPER_REPORTED -> UpkeepKind.valueOf(question.about()).runOut();
      case CHECK_CHANGED -> "NOT_AS_STATED";
      case CHECK_UNANSWERED -> "CHECK_OVERDUE";
      default -> "CONDITION_OVERDUE";
    };
  }

  private void check(MarkQuestion question, QuestionDecision decision, String note, LocalDate on) {
    if (!decisions(question).contains(decision)) {
      throw new InvalidInput("decision", "kitemark.form.decision.unfit");
    }
    if (decision != QuestionDecision.IN_ORDER && note == null) {
      throw new InvalidInput("note", "kitemark.form.note.required");
    }
    if (decision == QuestionDecision.MORE_TIME || decision == QuestionDecision.CONDITION) {
      dayAhead("dueOn", on);
    }
  }

  void dayAhead(String field, LocalDate on) {
    var today = LocalDate.now(clock);
    if (on == null || !on.isAfter(today) || on.isAfter(today.plusYears(1))) {
      throw new InvalidInput(field, "kitemark.form.day.ahead");
    }
  }

  private void inOrder(Award award, MarkQuestion question) {
    if (question.kind() == MarkQuestion.Kind.PAPER_REPORTED) {
      newPaper(award, UpkeepKind.valueOf(question.about()), question.newUntil());
    } else if (question.kind().check()) {
      checked(award);
    } else {
      awards.conditionMet(question.conditionId());
      fullAgain(award);
    }
  }

  /** Keeps the last day of a new paper: what stood against the old one is over. */
  void newPaper(Award award, UpkeepKind kind, LocalDate until) {
    awards.evidenceDates(
        award.awardId(),
        kind == UpkeepKind.INSURANCE ? until : null,
        kind == UpkeepKind.DBS ? until : null,
        kind == UpkeepKind.TRAINING ? until : null);
    marks.conditions(award.awardId()).stream()
        .filter(condition -> condition.open() && condition.code().equals(kind.runOut()))
        .forEach(condition -> awards.conditionMet(condition.conditionId()));
    fullAgain(award);
  }

  /** The yearly check is answered or settled; the next is a year after it was due. */
  void checked(Award award) {
    var due = award.nextCheckOn();
    if (due != null) {
      var today = LocalDate.now(clock);
      var next = due.plusYears(1);
      awards.nextCheck(award.awardId(), next.isAfter(today) ? next : today.plusYears(1));
    }
  }

  private void later(Award award, MarkQuestion question, LocalDate on) {
    if (question.kind().check()) {
      awards.nextCheck(award.awardId(), on);
    } else if (question.conditionId() != null) {
      rows.conditionDue(question.conditionId(), on);
    }
  }

  /** Something is to be done by a day; a full mark is conditional until it is. */
  void condition(Award award, UpkeepCondition condition, LocalDate on) {
    awards.condition(award.awardId(), condition.name(), on);
    if (award.level() == KiteMarkLevel.FULL) {
      awards.level(award.awardId(), KiteMarkLevel.CONDITIONAL, award.mode(), award.mostOpen(), condition.name());
    }
  }

  private void fullAgain(Award award) {
    if (award.level() == KiteMarkLevel.CONDITIONAL
        && marks.conditions(award.awardId()).stream().noneMatch(MarkCondition::open)) {
      awards.level(award.awardId(), KiteMarkLevel.FULL, "CONDITIONS_MET");
    }
  }

  private void tell(Award award, MarkQuestion question, QuestionDecision decision, String note, LocalDate on) {
    if (decision == QuestionDecision.SUSPEND) {
      return; // A proposal only: what comes of it, the suspension tells.
    }
    var about =
        question.about() == null
            ? "kitemark.upkeep.kind.YEARLY_CHECK"
            : (question.kind() == MarkQuestion.Kind.PAPER_REPORTED ? "kitemark.upkeep.kind." : "kitemark.condition.")
                + question.about();
    mail.toHolder(
        award,
        Purpose.MARK_QUESTION_SETTLED,
        question.questionId().toString(),
        new Said(about, null, decision == QuestionDecision.IN_ORDER ? null : on, "kitemark.settled." + decision, note));
  }

  private void record(Award award, MarkQuestion question, QuestionDecision decision, LocalDate on) {
    var details = new LinkedHashMap<String, String>();
    details.put("question", question.kind().name());
    details.put("about", question.about());
    details.put("questionDecision", decision.name());
    details.put("dueOn", on == null ? null : on.toString());
    audit.record(
        new AuditEvent("kitemark.question-settled", Awards.SUBJECT, award.reference(), award.schemeId(), details));
  }

  private MarkQuestion oldest(Award award) {
    return rows.openQuestions(award.awardId()).stream()
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("No question about the mark of " + award.reference()));
  }

  private Award of(String reference) {
    return awards.ofApplication(reference).orElseThrow(() -> new IllegalStateException("No mark of " + reference));
  }

  /**
   * @param about what it is about, in words
   * @param newUntil last day of the paper that was shown, written; or {@code null}
   * @param told what the organisation wrote, or {@code null}
   * @param decisions codes of what can be decided
   */
  public record QuestionSheet(
      String organisationName,
      String level,
      String validUntil,
      String question,
      String about,
      String newUntil,
      String told,
      List<String> decisions) {}
}
