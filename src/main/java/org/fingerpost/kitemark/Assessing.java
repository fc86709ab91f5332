package org.fingerpost.kitemark;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.fingerpost.platform.AuditEvent;
import org.fingerpost.platform.AuditTrail;
import org.fingerpost.platform.Decisions;
import org.fingerpost.platform.InvalidInput;
import org.fingerpost.platform.KeptAnswers;
import org.fingerpost.questionnaire.Applications;
import org.fingerpost.questionnaire.FillingIn;
import org.fingerpost.scheme.KiteMarkLevel;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What happens to an application until a decision stands: the tables propose, an assessor decides, and a second one looks where it
 * matters. Source: domain research 5.2 ("table recommends, human confirms"; two people for high risk, refusal and suspension).
 */
@Component
public class Assessing {

  /** Levels that an assessor may choose against the proposal; "not yet" and refusing are decisions of their own. */
  static final Set<KiteMarkLevel> MAY_BE_CHOSEN =
      Set.of(KiteMarkLevel.SIGNPOST_ONLY, KiteMarkLevel.SMALL_GROUP, KiteMarkLevel.CONDITIONAL, KiteMarkLevel.FULL);

  private final CaseRows rows;
  private final Tables tables;
  private final Awards awards;
  private final MarkPlan plan;
  private final Applications applications;
  private final FillingIn filling;
  private final KeptAnswers kept;
  private final AuditTrail audit;
  private final Clock clock;

  Assessing(
      CaseRows rows,
      Tables tables,
      Awards awards,
      MarkPlan plan,
      Applications applications,
      FillingIn filling,
      KeptAnswers kept,
      AuditTrail audit,
      Clock clock) {
    this.rows = rows;
    this.tables = tables;
    this.awards = awards;
    this.plan = plan;
    this.applications = applications;
    this.filling = filling;
    this.kept = kept;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Asks the tables, keeps what they say, and plans the assessment. An appeal is put to the versions that answered what it is
   * against.
   *
   * @return by when an assessor should have decided
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public Instant propose(String reference) {
    var markCase = rows.lock(reference);
    var application = applications.get(reference);
    var before = rows.assessments(reference);
    var kind =
        before.isEmpty()
            ? AssessmentKind.FIRST
            : markCase.appealOf() == null ? AssessmentKind.AGAIN : AssessmentKind.APPEAL;
    Map<String, Decisions.Collected> versions =
        kind == AssessmentKind.APPEAL ? versionsOf(before.get(markCase.appealOf() - 1)) : Map.of();
    var proposal = tables.propose(application, markCase.openConcern(), versions);
    keep(reference, markCase.schemeId(), proposal);
    var level = proposal.level();
    int mostOpen = level.number("mostOpen");
    var assessment =
        new Assessment(
            UUID.randomUUID(),
            reference,
            markCase.schemeId(),
            before.size() + 1,
            kind,
            kind == AssessmentKind.APPEAL ? markCase.appealOf() : null,
            clock.instant(),
            proposal.risk().code("risk"),
            proposal.proposed(),
            ReferralMode.valueOf(level.code("referralMode")),
            level.number("renewMonths"),
            mostOpen == 0 ? null : mostOpen,
            level.code("conditions"),
            Boolean.TRUE.equals(level.outputs().get("secondAssessor")),
            names(proposal.missing(true)),
            names(proposal.missing(false)),
            kind == AssessmentKind.APPEAL ? markCase.appealWords() : null,
            null, null, null, null, null, null, null, null, null, null, null);
    rows.add(assessment);
    rows.step(reference, MarkCase.Step.ASSESSING);
    var details = new LinkedHashMap<String, String>();
    details.put("kind", kind.name());
    details.put("risk", assessment.risk());
    details.put("level", assessment.proposedLevel().name());
    details.put("table", level.definitionId());
    details.put("ruleId", String.join(", ", level.ruleIds()));
    record("kitemark.proposed", markCase, details);
    return plan.at(markCase.schemeId(), plan.of(markCase.schemeId(), kind).assess());
  }

  private void keep(String reference, String schemeId, Proposal proposal) {
    var facts = proposal.facts();
    kept.keep(Awards.SUBJECT, reference, schemeId, proposal.risk(), facts.get(proposal.risk().decisionKey()));
    kept.keep(Awards.SUBJECT, reference, schemeId, proposal.evidence(), facts.get(proposal.evidence().decisionKey()));
    kept.keep(
        Awards.SUBJECT, reference, schemeId, proposal.goodPractice(), facts.get(proposal.goodPractice().decisionKey()));
    kept.keep(Awards.SUBJECT, reference, schemeId, proposal.level(), facts.get(proposal.level().decisionKey()));
  }

  /** The answers that an assessment was decided by. */
  private Map<String, Decisions.Collected> versionsOf(Assessment assessment) {
    return kept.of(Awards.SUBJECT, assessment.reference()).stream()
        .filter(answer -> assessment.decidedAt() == null || !answer.at().isAfter(assessment.decidedAt()))
        .collect(
            Collectors.toMap(
                answer -> answer.answer().decisionKey(), KeptAnswers.KeptAnswer::answer, (newer, older) -> newer));
  }

  /** Plans an assessment anew whose time was over, and records that it was. */
  @Transactional(propagation = Propagation.MANDATORY)
  public Instant escalate(String reference) {
    var markCase = rows.lock(reference);
    record("kitemark.overdue", markCase, Map.of());
    return plan.at(markCase.schemeId(), plan.of(markCase.schemeId(), AssessmentKind.AGAIN).assess());
  }

  /**
   * Keeps what an assessor says.
   *
   * @throws InvalidInput if it does not fit together, or this assessor may not decide
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public Assessed assess(String reference, AssessorSays says, String userId) {
    var markCase = rows.lock(reference);
    var assessment = rows.last(reference).orElseThrow();
    mayAssess(assessment, userId);
    boolean reasonNeeded = says.decision() != AssessmentDecision.CONFIRM && says.decision() != AssessmentDecision.AGAIN;
    if (reasonNeeded && says.reason() == null) {
      throw new InvalidInput("reason", "kitemark.assess.reason.required");
    }
    if (says.decision() == AssessmentDecision.ASK_FOR_MORE) {
      return ask(markCase, assessment, says);
    }
    if (says.decision() == AssessmentDecision.AGAIN) {
      return Assessed.proposeAgain();
    }
    if (says.decision() == AssessmentDecision.CONCERN) {
      rows.concern(reference, !markCase.openConcern(), says.reason());
      record("kitemark.concern-changed", markCase, Map.of("open", Boolean.toString(!markCase.openConcern())));
      return Assessed.proposeAgain();
    }
    var sent = applications.get(reference).submittedAt();
    if (sent != null && sent.isAfter(assessment.proposedAt())) {
      throw new InvalidInput("decision", "kitemark.assess.sentSince");
    }
    return decide(markCase, assessment, says, userId);
  }

  private Assessed decide(MarkCase markCase, Assessment assessment, AssessorSays says, String userId) {
    var level = level(assessment, says);
    if (assessment.kind() == AssessmentKind.APPEAL && level != KiteMarkLevel.SUSPENDED) {
      awards
          .ofApplication(markCase.reference())
          .filter(award -> award.status().standing() && level.compareTo(award.level()) < 0)
          .ifPresent(
              award -> {
                throw new InvalidInput("decision", "kitemark.assess.appealLower");
              });
    }
    rows.decided(
        assessment.assessmentId(), level, says.decision(), says.reason(), userId, clock.instant());
    String outcome = outcome(level);
    boolean second = secondNeeded(markCase, assessment, level);
    var details = new LinkedHashMap<String, String>();
    details.put("decision", says.decision().name());
    details.put("proposed", assessment.proposedLevel().name());
    details.put("level", level.name());
    details.put("second", Boolean.toString(second));
    record("kitemark.assessed", markCase, details);
    if (!second) {
      return Assessed.decided(outcome);
    }
    rows.step(markCase.reference(), MarkCase.Step.SECOND);
    var due = plan.of(markCase.schemeId(), assessment.kind()).second();
    return Assessed.second(outcome, plan.at(markCase.schemeId(), due));
  }

  private static KiteMarkLevel level(Assessment assessment, AssessorSays says) {
    switch (says.decision()) {
      case CONFIRM:
        return assessment.proposedLevel();
      case NOT_YET:
        return KiteMarkLevel.NOT_YET;
      case REFUSE:
        return KiteMarkLevel.SUSPENDED;
      default:
        if (says.level() == null || !MAY_BE_CHOSEN.contains(says.level()) || says.level() == assessment.proposedLevel()) {
          throw new InvalidInput("level", "kitemark.assess.level.required");
        }
        return says.level();
    }
  }

  static String outcome(KiteMarkLevel level) {
    if (level == KiteMarkLevel.SUSPENDED) {
      return "REFUSED";
    }
    return level == KiteMarkLevel.NOT_YET ? "NOT_YET" : "AWARD";
  }

  /** High risk, a refusal, an open concern, and a decision above the proposal: two people. */
  static boolean secondNeeded(MarkCase markCase, Assessment assessment, KiteMarkLevel level) {
    boolean awarded = outcome(level).equals("AWARD");
    return markCase.openConcern()
        || level == KiteMarkLevel.SUSPENDED
        || awarded && (assessment.secondByTable() || assessment.risk().equals("HIGH"))
        || awarded && level.compareTo(assessment.proposedLevel()) > 0;
  }

  private Assessed ask(MarkCase markCase, Assessment assessment, AssessorSays says) {
    if (says.items().isEmpty()) {
      throw new InvalidInput("items", "kitemark.assess.items.required");
    }
    LocalDate latest = plan.of(markCase.schemeId(), assessment.kind()).evidence();
    LocalDate until = says.answerBy() == null ? latest : says.answerBy();
    if (!until.isAfter(LocalDate.now(clock)) || until.isAfter(latest)) {
      throw new InvalidInput("answerBy", "kitemark.assess.answerBy.range");
    }
    var items = names(says.items());
    rows.asked(markCase.reference(), items, says.reason(), until);
    rows.step(markCase.reference(), MarkCase.Step.MORE_ASKED);
    record("kitemark.more-asked", markCase, Map.of("items", String.join(", ", items), "until", until.toString()));
    return Assessed.askForMore(plan.after(markCase.schemeId(), until));
  }

  private void mayAssess(Assessment assessment, String userId) {
    if (filledInBy(assessment.reference()).contains(userId)) {
      throw new InvalidInput("decision", "kitemark.assess.filledItIn");
    }
    boolean decidedBefore =
        rows.assessments(assessment.reference()).stream()
            .anyMatch(earlier -> earlier.finalAt() != null && earlier.decidedBy(userId));
    if (assessment.kind() == AssessmentKind.APPEAL && decidedBefore) {
      throw new InvalidInput("decision", "kitemark.assess.decidedBefore");
    }
  }

  /** The officers who filled in something for the group. */
  private Set<String> filledInBy(String reference) {
    return filling.history(reference).stream()
        .map(FillingIn.Changed::by)
        .filter(by -> by != null)
        .collect(Collectors.toSet());
  }

  /**
   * Keeps what a second assessor says.
   *
   * @param reason needed to give it back
   * @return the outcome: as the first assessor decided, or {@code GIVEN_BACK}
   * @throws InvalidInput if this assessor may not be the second one
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public String confirm(String reference, boolean agrees, String reason, String userId) {
    var markCase = rows.lock(reference);
    var assessment = rows.last(reference).orElseThrow();
    if (userId.equals(assessment.assessor())) {
      throw new InvalidInput("answer", "kitemark.assess.sameAssessor");
    }
    if (filledInBy(reference).contains(userId)) {
      throw new InvalidInput("answer", "kitemark.assess.filledItIn");
    }
    if (!agrees && reason == null) {
      throw new InvalidInput("reason", "kitemark.assess.reason.required");
    }
    rows.second(assessment.assessmentId(), agrees, reason, userId, clock.instant());
    record(
        agrees ? "kitemark.second-agreed" : "kitemark.given-back",
        markCase,
        Map.of("level", assessment.decidedLevel().name()));
    return agrees ? outcome(assessment.decidedLevel()) : "GIVEN_BACK";
  }

  private void record(String act, MarkCase markCase, Map<String, String> details) {
    audit.record(new AuditEvent(act, Awards.SUBJECT, markCase.reference(), markCase.schemeId(), details));
  }

  private static List<String> names(List<EvidenceItem> items) {
    return items.stream().map(EvidenceItem::name).toList();
  }
}
