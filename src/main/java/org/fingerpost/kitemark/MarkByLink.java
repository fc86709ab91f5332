package org.fingerpost.kitemark;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fingerpost.platform.AuditEvent;
import org.fingerpost.platform.AuditTrail;
import org.fingerpost.platform.InvalidInput;
import org.fingerpost.platform.Tokens;
import org.fingerpost.questionnaire.ApplicationKind;
import org.fingerpost.questionnaire.Applications;
import org.fingerpost.questionnaire.Contact;
import org.fingerpost.questionnaire.LaterEvidence;
import org.fingerpost.questionnaire.NewApplication;
import org.fingerpost.scheme.Schemes;
import org.fingerpost.scheme.WorkingDays;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What an organisation does about its mark with the link in a mail, without an account. Each act is looked at by the mark's process at
 * once, in the same transaction.
 */
@Component
public class MarkByLink {

  private static final int MONTH = 31;
  private static final int RENEWED_WITHIN_DAYS = 90;
  private static final int LONGEST_PAPER_YEARS = 5;

  private final Awards awards;
  private final AwardRows marks;
  private final UpkeepRows rows;
  private final UpkeepTable table;
  private final SettlingQuestions settling;
  private final MarkContacts contacts;
  private final UpkeepProcess process;
  private final Applications applications;
  private final LaterEvidence evidence;
  private final Schemes schemes;
  private final WorkingDays workingDays;
  private final AuditTrail audit;
  private final Clock clock;

  MarkByLink(
      Awards awards,
      AwardRows marks,
      UpkeepRows rows,
      UpkeepTable table,
      SettlingQuestions settling,
      MarkContacts contacts,
      UpkeepProcess process,
      Applications applications,
      LaterEvidence evidence,
      Schemes schemes,
      WorkingDays workingDays,
      AuditTrail audit,
      Clock clock) {
    this.awards = awards;
    this.marks = marks;
    this.rows = rows;
    this.table = table;
    this.settling = settling;
    this.contacts = contacts;
    this.process = process;
    this.applications = applications;
    this.evidence = evidence;
    this.schemes = schemes;
    this.workingDays = workingDays;
    this.audit = audit;
    this.clock = clock;
  }

  /** The mark behind a link; empty if the link opens nothing, or the mark is replaced or ended. */
  @Transactional(readOnly = true)
  public Optional<MarkSeen> look(String token) {
    return behind(token).map(this::seen);
  }

  private Optional<Award> behind(String token) {
    return rows.ofLink(Tokens.hash(token))
        .map(awards::get)
        .filter(award -> award.status().standing() || award.status() == AwardStatus.EXPIRED);
  }

  private MarkSeen seen(Award award) {
    var today = LocalDate.now(clock);
    var holder = contacts.of(award);
    var open = rows.openQuestions(award.awardId());
    var reported = open.stream().map(MarkQuestion::conditionId).filter(Objects::nonNull).collect(Collectors.toSet());
    boolean standing = award.status().standing();
    return new MarkSeen(
        holder.name(),
        schemes.get(award.schemeId()).name(),
        award.level(),
        award.status(),
        award.validUntil(),
        standing ? papers(award, open, today) : List.of(),
        standing && open.stream().noneMatch(question -> question.kind().check()) ? checkOn(award, today) : null,
        standing
            ? marks.conditions(award.awardId()).stream()
                .filter(condition -> condition.open() && !condition.code().endsWith("_RUN_OUT"))
                .map(
                    condition ->
                        new MarkSeen.Condition(
                            condition.conditionId(),
                            condition.code(),
                            condition.dueOn(),
                            reported.contains(condition.conditionId())))
                .toList()
            : List.of(),
        !award.validUntil().isAfter(today.plusDays(RENEWED_WITHIN_DAYS)),
        holder.applied());
  }

  private static List<MarkSeen.Paper> papers(Award award, List<MarkQuestion> open, LocalDate today) {
    return Stream.of(
            paper(UpkeepKind.INSURANCE, award.insuranceUntil(), open, today),
            paper(UpkeepKind.DBS, award.dbsUntil(), open, today),
            paper(UpkeepKind.TRAINING, award.trainingUntil(), open, today))
        .filter(Objects::nonNull)
        .sorted(Comparator.comparing(MarkSeen.Paper::until))
        .toList();
  }

  private static MarkSeen.Paper paper(UpkeepKind kind, LocalDate until, List<MarkQuestion> open, LocalDate today) {
    return until == null
        ? null
        : new MarkSeen.Paper(
            kind, until, until.isBefore(today), open.stream().anyMatch(question -> kind.name().equals(question.about())));
  }

  private static LocalDate checkOn(Award award, LocalDate today) {
    return award.nextCheckOn() == null || award.nextCheckOn().isAfter(today.plusDays(MONTH)) ? null : award.nextCheckOn();
  }

  /**
   * Shows a new paper. One that comes in time and with a document takes the place of the old one at once; otherwise an assessor looks at
   * it first.
   *
   * @param document or {@code null} if there is none
   * @return whether the link still opens something
   * @throws InvalidInput on {@code until} if the day is not one that a new paper could have, on {@code file} if the document cannot be
   *     taken; nothing is changed then
   */
  @Transactional
  public boolean paper(String token, UpkeepKind kind, LocalDate until, Document document) {
    return act(
        token,
        award -> {
          var today = LocalDate.now(clock);
          var before = oldDay(award, kind);
          if (before == null
              || until == null
              || !until.isAfter(before)
              || !until.isAfter(today)
              || until.isAfter(today.plusYears(LONGEST_PAPER_YEARS))) {
            throw new InvalidInput("until", "kitemark.mark.paper.wrong");
          }
          var evidenceId = kept(award, kind, document);
          boolean accepted = evidenceId != null && !before.isBefore(today);
          var details = details(kind.name());
          details.put("until", until.toString());
          details.put("evidence", evidenceId == null ? null : evidenceId.toString());
          details.put("accepted", Boolean.toString(accepted));
          record("kitemark.paper-shown", award, details);
          if (accepted) {
            settling.newPaper(award, kind, until);
          } else if (rows.openQuestions(award.awardId()).stream()
              .noneMatch(question -> kind.name().equals(question.about()))) {
            rows.question(
                award.awardId(), MarkQuestion.aboutPaper(kind, runOut(award, kind), until, evidenceId, questionDue(award)));
          }
        });
  }

  /** With the application's other documents. A mark from before Fingerpost has none: an assessor asks to see it. */
  private UUID kept(Award award, UpkeepKind kind, Document document) {
    return document == null || applications.find(award.reference()).isEmpty()
        ? null
        : evidence.add(
            award.reference(),
            kind == UpkeepKind.INSURANCE ? "insuranceDocument" : "safeguardingDocument",
            document.fileName(),
            document.content());
  }

  private UUID runOut(Award award, UpkeepKind kind) {
    return marks.conditions(award.awardId()).stream()
        .filter(condition -> condition.open() && condition.code().equals(kind.runOut()))
        .map(MarkCondition::conditionId)
        .findFirst()
        .orElse(null);
  }

  private static LocalDate oldDay(Award award, UpkeepKind kind) {
    return switch (kind) {
      case INSURANCE -> award.insuranceUntil();
      case DBS -> award.dbsUntil();
      case TRAINING -> award.trainingUntil();
      default -> null;
    };
  }

  /**
   * Answers the yearly check. Where all is as it was, that is the end of it; a change is looked at by an assessor.
   *
   * @param changed what has changed, in their own words, or {@code null}
   * @return whether the link still opens something
   */
  @Transactional
  public boolean check(String token, boolean sameActivities, boolean sameLead, boolean insured, String changed) {
    return act(
        token,
        award -> {
          if (checkOn(award, LocalDate.now(clock)) == null
              || rows.openQuestions(award.awardId()).stream().anyMatch(question -> question.kind().check())) {
            return; // Answered already, perhaps in another window.
          }
          rows.check(award.awardId(), award.nextCheckOn(), sameActivities, sameLead, insured, changed);
          boolean same = sameActivities && sameLead && insured && changed == null;
          record("kitemark.check-answered", award, Map.of("same", Boolean.toString(same)));
          if (same) {
            settling.checked(award);
          } else {
            rows.question(
                award.awardId(),
                MarkQuestion.aboutCheck(MarkQuestion.Kind.CHECK_CHANGED, changed, questionDue(award)));
          }
        });
  }

  /**
   * Says that a condition is met; an assessor confirms it.
   *
   * @param told how, in their own words
   * @return whether the link still opens something
   */
  @Transactional
  public boolean conditionMet(String token, UUID conditionId, String told) {
    return act(
        token,
        award -> {
          var condition =
              marks.conditions(award.awardId()).stream()
                  .filter(one -> one.conditionId().equals(conditionId) && one.open())
                  .findFirst();
          boolean waits =
              rows.openQuestions(award.awardId()).stream().anyMatch(one -> conditionId.equals(one.conditionId()));
          if (condition.isPresent() && !waits) {
            rows.question(
                award.awardId(),
                MarkQuestion.aboutCondition(
                    MarkQuestion.Kind.CONDITION_REPORTED, condition.get(), told, questionDue(award)));
            record("kitemark.condition-reported", award, details(condition.get().code()));
          }
        });
  }

  /**
   * Begins the renewal, or goes on with the one that was begun: a new application in which the answers of the last one stand already.
   *
   * @return a link to it; empty if the link opens nothing or it is too early
   */
  @Transactional
  public Optional<String> renew(String token) {
    var award = behind(token).filter(one -> seen(one).renewable());
    if (award.isEmpty()) {
      return Optional.empty();
    }
    rows.lock(award.get().awardId());
    var reference = rows.renewedBy(award.get().awardId()).orElseGet(() -> begin(award.get()));
    return Optional.of(applications.linkFor(reference));
  }

  private String begin(Award award) {
    var reference = applications.find(award.reference()).isPresent() ? applications.beginAgain(award.reference()) : anew(award);
    rows.renewedBy(award.awardId(), reference);
    record("kitemark.renewal-begun", award, Map.of("application", reference));
    return reference;
  }

  private String anew(Award award) {
    var holder = contacts.of(award);
    return applications.begin(
        new NewApplication(
            ApplicationKind.KITE_MARK,
            award.schemeId(),
            award.organisationId(),
            new Contact(null, holder.email(), null),
            holder.language(),
            Map.of("organisationName", holder.name())));
  }

  private boolean act(String token, Consumer<Award> work) {
    var award = behind(token).filter(one -> one.status().standing());
    award.ifPresent(
        one -> {
          rows.lock(one.awardId());
          work.accept(one);
          process.lookNow(one.reference());
        });
    return award.isPresent();
  }

  private Instant questionDue(Award award) {
    int days = table.assessorsWorkingDays(award.schemeId());
    return workingDays.at(award.schemeId(), workingDays.plus(award.schemeId(), LocalDate.now(clock), days));
  }

  private static LinkedHashMap<String, String> details(String about) {
    var details = new LinkedHashMap<String, String>();
    details.put("about", about);
    return details;
  }

  private void record(String act, Award award, Map<String, String> details) {
    audit.record(new AuditEvent(act, Awards.SUBJECT, award.reference(), award.schemeId(), details));
  }

  /**
   * A document as it was sent.
   *
   * @param fileName as the sender named it
   */
  public record Document(String fileName, byte[] content) {

    @Override
    public String toString() {
      return "Document";
    }
  }
}
