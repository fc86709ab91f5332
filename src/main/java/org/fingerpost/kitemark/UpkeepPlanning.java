package org.fingerpost.kitemark;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.fingerpost.kitemark.UpkeepRows.Due;
import org.fingerpost.kitemark.UpkeepTable.MarkDate;
import org.fingerpost.kitemark.UpkeepTable.Said;
import org.fingerpost.platform.AuditEvent;
import org.fingerpost.platform.AuditTrail;
import org.fingerpost.platform.KeptAnswers;
import org.fingerpost.scheme.WorkingDays;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Looks at every date of a mark and says what is done next. What has been done is remembered by date and rule, so that nothing is done
 * twice, and a paper with a new date begins anew.
 */
@Component
public class UpkeepPlanning {

  private static final String WHOLE_MARK = "-";

  private final Awards awards;
  private final AwardRows marks;
  private final UpkeepRows rows;
  private final UpkeepTable table;
  private final KeptAnswers kept;
  private final WorkingDays workingDays;
  private final AuditTrail audit;
  private final Clock clock;

  UpkeepPlanning(
      Awards awards,
      AwardRows marks,
      UpkeepRows rows,
      UpkeepTable table,
      KeptAnswers kept,
      WorkingDays workingDays,
      AuditTrail audit,
      Clock clock) {
    this.awards = awards;
    this.marks = marks;
    this.rows = rows;
    this.table = table;
    this.kept = kept;
    this.workingDays = workingDays;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Says what is next, and remembers it for the step that does it.
   *
   * @param reference of the application that the mark was awarded on
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public UpkeepNext plan(String reference) {
    var award = awards.ofApplication(reference).orElseThrow(() -> new IllegalStateException("No mark of " + reference));
    rows.lock(award.awardId());
    var today = LocalDate.now(clock);
    var done = rows.done(award.awardId());
    Looked first = null;
    LocalDate next = null;
    for (MarkDate date : datesOf(award)) {
      var said = table.about(award.schemeId(), date, today);
      next = earlier(next, said.next());
      var due = new Due(date.kind(), date.about(), date.on(), said.ruleId(), said.grace());
      if (said.step() == UpkeepStep.NOTHING || done.contains(due.key())) {
        continue;
      }
      if (said.step() == UpkeepStep.ASK_ASSESSOR) {
        ask(award, due, said);
      } else if (first == null || said.step().compareTo(first.said().step()) < 0) {
        first = new Looked(due, said);
      }
    }
    if (first != null) {
      rows.due(award.awardId(), first.due());
      keep(award, first.due(), first.said());
      return new UpkeepNext(first.said().step(), null, null);
    }
    return forAPerson(award, next == null ? today.plusDays(1) : next);
  }

  private UpkeepNext forAPerson(Award award, LocalDate next) {
    var questions = rows.openQuestions(award.awardId());
    if (!questions.isEmpty() && questions.stream().noneMatch(MarkQuestion::asked)) {
      var dueAt = questions.get(0).dueAt();
      rows.questionsAsked(award.awardId(), dueAt);
      return new UpkeepNext(UpkeepStep.ASK_ASSESSOR, null, dueAt);
    }
    var visit = rows.openVisit(award.awardId()).filter(open -> !open.asked());
    if (visit.isPresent()) {
      rows.visitAsked(visit.get().visitId());
      return new UpkeepNext(UpkeepStep.VISIT, null, visit.get().dueAt());
    }
    return new UpkeepNext(UpkeepStep.NOTHING, workingDays.at(award.schemeId(), next), null);
  }

  /** Dates that an assessor is looking at anyway wait for what is decided. */
  private List<MarkDate> datesOf(Award award) {
    var open = rows.openQuestions(award.awardId());
    var conditions = marks.conditions(award.awardId()).stream().filter(MarkCondition::open).toList();
    var dates = new ArrayList<MarkDate>();
    paper(dates, UpkeepKind.INSURANCE, award.insuranceUntil(), conditions, open);
    paper(dates, UpkeepKind.DBS, award.dbsUntil(), conditions, open);
    paper(dates, UpkeepKind.TRAINING, award.trainingUntil(), conditions, open);
    if (award.nextCheckOn() != null && open.stream().noneMatch(question -> question.kind().check())) {
      dates.add(new MarkDate(UpkeepKind.YEARLY_CHECK, WHOLE_MARK, award.nextCheckOn(), null));
    }
    Set<UUID> lookedAt = open.stream().map(MarkQuestion::conditionId).collect(Collectors.toSet());
    conditions.stream()
        .filter(condition -> !lookedAt.contains(condition.conditionId()) && !condition.code().endsWith("_RUN_OUT"))
        .forEach(
            condition ->
                dates.add(
                    new MarkDate(UpkeepKind.CONDITION, condition.conditionId().toString(), condition.dueOn(), null)));
    dates.add(new MarkDate(UpkeepKind.RENEWAL, WHOLE_MARK, award.validUntil(), null));
    dates.add(new MarkDate(UpkeepKind.VALIDITY, WHOLE_MARK, award.validUntil(), null));
    return dates;
  }

  private static void paper(
      List<MarkDate> dates, UpkeepKind kind, LocalDate until, List<MarkCondition> conditions, List<MarkQuestion> open) {
    if (until == null || open.stream().anyMatch(question -> kind.name().equals(question.about()))) {
      return;
    }
    var graceUntil =
        conditions.stream()
            .filter(condition -> condition.code().equals(kind.runOut()))
            .map(MarkCondition::dueOn)
            .findFirst()
            .orElse(null);
    dates.add(new MarkDate(kind, WHOLE_MARK, until, graceUntil));
  }

  private void ask(Award award, Due due, Said said) {
    var dueAt = workingDays.at(award.schemeId(), workingDays.plus(award.schemeId(), LocalDate.now(clock), said.grace()));
    rows.question(
        award.awardId(),
        due.kind() == UpkeepKind.YEARLY_CHECK
            ? MarkQuestion.aboutCheck(MarkQuestion.Kind.CHECK_UNANSWERED, null, dueAt)
            : MarkQuestion.aboutCondition(
                MarkQuestion.Kind.CONDITION_OVERDUE, marks.condition(UUID.fromString(due.about())), null, dueAt));
    rows.done(award.awardId(), due, UpkeepStep.ASK_ASSESSOR);
    keep(award, due, said);
  }

  private void keep(Award award, Due due, Said said) {
    kept.keep(Awards.SUBJECT, award.reference(), award.schemeId(), said.answer(), said.facts());
    var details = new LinkedHashMap<String, String>();
    details.put("upkeepKind", due.kind().name());
    details.put("dueOn", due.on().toString());
    details.put("upkeepStep", said.step().name());
    details.put("table", said.answer().definitionId());
    details.put("ruleId", due.ruleId());
    audit.record(
        new AuditEvent("kitemark.upkeep-due", Awards.SUBJECT, award.reference(), award.schemeId(), details));
  }

  private static LocalDate earlier(LocalDate one, LocalDate other) {
    return one == null || other != null && other.isBefore(one) ? other : one;
  }

  private record Looked(Due due, Said said) {}
}
