package org.fingerpost.kitemark;

import static org.fingerpost.kitemark.journey.KitemarkAward.DECISION_EVIDENCE;
import static org.fingerpost.kitemark.journey.KitemarkAward.DECISION_GOOD_PRACTICE;
import static org.fingerpost.kitemark.journey.KitemarkAward.DECISION_LEVEL;
import static org.fingerpost.kitemark.journey.KitemarkAward.DECISION_RISK;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.fingerpost.kitemark.ExplainedDecision.AskedTable;
import org.fingerpost.kitemark.ExplainedDecision.Round;
import org.fingerpost.platform.AuditEvent;
import org.fingerpost.platform.AuditTrail;
import org.fingerpost.platform.KeptAnswers;
import org.fingerpost.platform.Language;
import org.fingerpost.platform.Staff;
import org.fingerpost.platform.Words;
import org.fingerpost.platform.WrittenDate;
import org.fingerpost.questionnaire.Applications;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Explains a decision from what was kept when it was made: which version of which table, which rows, which facts, and who decided. */
@Component
public class Explaining {

  private static final List<String> TABLES =
      List.of(DECISION_RISK, DECISION_EVIDENCE, DECISION_GOOD_PRACTICE, DECISION_LEVEL);

  private final CaseRows rows;
  private final KeptAnswers kept;
  private final Applications applications;
  private final Staff staff;
  private final Words words;
  private final AuditTrail audit;
  private final Clock clock;

  Explaining(
      CaseRows rows,
      KeptAnswers kept,
      Applications applications,
      Staff staff,
      Words words,
      AuditTrail audit,
      Clock clock) {
    this.rows = rows;
    this.kept = kept;
    this.applications = applications;
    this.staff = staff;
    this.words = words;
    this.audit = audit;
    this.clock = clock;
  }

  /** The scheme of an application that was sent in; empty if there is none. */
  @Transactional(readOnly = true)
  public Optional<String> schemeOf(String reference) {
    return rows.find(reference).map(MarkCase::schemeId);
  }

  /** For staff, with the names of who decided; that somebody looked goes on record. */
  @Transactional
  public Optional<ExplainedDecision> forStaff(String reference, Language language) {
    var explained = rows.find(reference).map(markCase -> explain(markCase, language, true));
    explained.ifPresent(
        found ->
            audit.record(
                new AuditEvent("kitemark.explained", Awards.SUBJECT, reference, found.schemeId(), Map.of())));
    return explained;
  }

  /** For the organisation itself: only what took effect, and no names. */
  @Transactional(readOnly = true)
  public Optional<ExplainedDecision> forOrganisation(String reference, Language language) {
    return rows.find(reference).map(markCase -> explain(markCase, language, false));
  }

  private ExplainedDecision explain(MarkCase markCase, Language language, boolean toStaff) {
    var assessments = rows.assessments(markCase.reference());
    var answers =
        kept.of(Awards.SUBJECT, markCase.reference()).stream()
            .collect(Collectors.groupingBy(answer -> answer.answer().decisionKey()));
    answers.values().forEach(Collections::reverse);
    Integer stands =
        assessments.stream().filter(a -> a.finalAt() != null).map(Assessment::number).reduce((a, b) -> b).orElse(null);
    var rounds = new ArrayList<Round>();
    for (Assessment assessment : assessments) {
      if (toStaff || assessment.finalAt() != null) {
        boolean standing = stands != null && stands == assessment.number();
        rounds.add(round(assessment, answers, language, toStaff, standing));
      }
    }
    Collections.reverse(rounds);
    String name = applications.find(markCase.reference()).map(found -> found.text("organisationName")).orElse(null);
    String state =
        markCase.running() ? "kitemark.step." + markCase.step() : "kitemark.ended." + markCase.ended();
    return new ExplainedDecision(
        markCase.reference(),
        markCase.schemeId(),
        name == null ? markCase.reference() : name,
        words.say(language, state),
        rounds);
  }

  private Round round(
      Assessment a,
      Map<String, List<KeptAnswers.KeptAnswer>> answers,
      Language language,
      boolean toStaff,
      boolean stands) {
    return new Round(
        a.number(),
        words.say(language, "kitemark.kind." + a.kind()),
        day(a.proposedAt(), language),
        words.say(language, "kitemark.risk." + a.risk()),
        words.say(language, "kitemark.level." + a.proposedLevel()),
        words.say(language, "kitemark.mode." + a.mode()),
        TABLES.stream()
            .filter(table -> answers.getOrDefault(table, List.of()).size() >= a.number())
            .map(table -> table(answers.get(table).get(a.number() - 1), language))
            .toList(),
        items(a.missingMandatory(), language),
        items(a.missingOther(), language),
        a.appealWords(),
        a.decided() ? words.say(language, "kitemark.decided." + a.decision()) : null,
        a.decided() ? words.say(language, "kitemark.level." + a.decidedLevel()) : null,
        day(a.decidedAt(), language),
        a.assessor() == null ? null : toStaff ? name(a.assessor()) : words.say(language, "kitemark.explain.anAssessor"),
        a.reason(),
        second(a, language, toStaff),
        toStaff ? a.secondReason() : null,
        stands,
        stands && a.appealUntil() != null ? WrittenDate.of(a.appealUntil(), language) : null);
  }

  private String second(Assessment a, Language language, boolean toStaff) {
    if (a.secondAssessor() == null) {
      return null;
    }
    String who = toStaff ? name(a.secondAssessor()) : words.say(language, "kitemark.explain.aSecondAssessor");
    return words.say(
        language, "kitemark.explain.second." + a.secondAgreed(), who, day(a.secondAt(), language));
  }

  private AskedTable table(KeptAnswers.KeptAnswer answer, Language language) {
    var said = answer.answer();
    return new AskedTable(
        said.decisionKey(),
        words.say(language, "kitemark.table." + said.decisionKey()),
        said.version(),
        said.ownTable(),
        said.ruleIds().stream().map(rule -> words.say(language, "kitemark.rule." + rule)).toList(),
        answer.facts().entrySet().stream()
            .map(fact -> words.say(language, "kitemark.fact." + fact.getKey() + "." + fact.getValue()))
            .toList());
  }

  private List<String> items(List<String> items, Language language) {
    return items.stream().map(item -> words.say(language, "kitemark.item." + item)).toList();
  }

  private String day(Instant at, Language language) {
    return at == null ? null : WrittenDate.of(at.atZone(clock.getZone()).toLocalDate(), language);
  }

  private String name(String userId) {
    return staff.find(userId).map(Staff.Member::displayName).orElse(userId);
  }
}
