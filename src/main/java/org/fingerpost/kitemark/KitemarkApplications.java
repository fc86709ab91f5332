package org.fingerpost.kitemark;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.fingerpost.platform.AuditEvent;
import org.fingerpost.platform.AuditTrail;
import org.fingerpost.platform.Language;
import org.fingerpost.platform.Words;
import org.fingerpost.questionnaire.Application;
import org.fingerpost.questionnaire.ApplicationKind;
import org.fingerpost.questionnaire.Gap;
import org.fingerpost.questionnaire.Question;
import org.fingerpost.scheme.LocalisedText;
import org.fingerpost.scheme.Scheme;
import org.springframework.stereotype.Component;

/** Applications for the kite mark: offered where the scheme asks for it; what is sent in is assessed. */
@Component
class KitemarkApplications implements ApplicationKind {

  private final CaseRows rows;
  private final Tables tables;
  private final AssessingProcess process;
  private final Words words;
  private final AuditTrail audit;
  private final Clock clock;

  KitemarkApplications(
      CaseRows rows, Tables tables, AssessingProcess process, Words words, AuditTrail audit, Clock clock) {
    this.rows = rows;
    this.tables = tables;
    this.process = process;
    this.words = words;
    this.audit = audit;
    this.clock = clock;
  }

  @Override
  public String kind() {
    return KITE_MARK;
  }

  @Override
  public String questionnaire() {
    return "kitemark";
  }

  @Override
  public String referencePrefix() {
    return "KM";
  }

  @Override
  public boolean offered(Scheme scheme) {
    return scheme.kiteMarkAsked();
  }

  @Override
  public List<Gap> gaps(Application application) {
    return tables.propose(application, false).missing().stream()
        .map(
            need ->
                new Gap(
                    need.item().name(),
                    new LocalisedText(
                        words.say(Language.EN, "kitemark.rule." + need.ruleId()),
                        words.say(Language.CY, "kitemark.rule." + need.ruleId())),
                    asked(application, need.item()),
                    need.mandatory()))
        .toList();
  }

  /** The questions of an item that this applicant is asked, on the shorter path or the full one. */
  private static List<String> asked(Application application, EvidenceItem item) {
    var other = application.shorter() ? Question.Path.FULL : Question.Path.SHORTER;
    return ShownEvidence.questions(item).stream()
        .filter(key -> application.questionnaire().question(key).filter(question -> question.path() != other).isPresent())
        .toList();
  }

  @Override
  public void submitted(Application application) {
    rows.add(application.reference(), application.schemeId(), application.organisationId(), clock.instant());
    start(application);
  }

  @Override
  public void answeredMore(Application application) {
    var markCase = rows.lock(application.reference());
    audit.record(
        new AuditEvent(
            "kitemark.answered",
            Awards.SUBJECT,
            application.reference(),
            application.schemeId(),
            Map.of("step", markCase.step().name())));
    switch (markCase.step()) {
      case MORE_ASKED, HELPED -> {
        rows.takenUp(application.reference());
        process.answered(markCase.processInstanceId());
      }
      case ENDED -> {
        rows.takenUp(application.reference());
        start(application);
      }
      default -> {
        // An assessor is reading it, and is told that more has come when they decide.
      }
    }
  }

  private void start(Application application) {
    rows.runBy(application.reference(), process.start(application.reference(), application.schemeId()));
  }
}
