package org.fingerpost.kitemark;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.fingerpost.directory.Assurance;
import org.fingerpost.directory.NewOrganisation;
import org.fingerpost.directory.Organisations;
import org.fingerpost.platform.AuditEvent;
import org.fingerpost.platform.AuditTrail;
import org.fingerpost.questionnaire.Application;
import org.fingerpost.questionnaire.Applications;
import org.fingerpost.scheme.KiteMarkLevel;
import org.fingerpost.scheme.LegalForm;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What comes of a decision: a mark, a list of gaps with help, a refusal; and the ways in which an application ends without one. */
@Component
public class Concluding {

  private final CaseRows rows;
  private final Awards awards;
  private final MarkPlan plan;
  private final Applications applications;
  private final Organisations organisations;
  private final Assurance assurance;
  private final TellingOrganisations telling;
  private final AuditTrail audit;
  private final Clock clock;

  Concluding(
      CaseRows rows,
      Awards awards,
      MarkPlan plan,
      Applications applications,
      Organisations organisations,
      Assurance assurance,
      TellingOrganisations telling,
      AuditTrail audit,
      Clock clock) {
    this.rows = rows;
    this.awards = awards;
    this.plan = plan;
    this.applications = applications;
    this.organisations = organisations;
    this.assurance = assurance;
    this.telling = telling;
    this.audit = audit;
    this.clock = clock;
  }

  /** Opens the application again for what the assessor asked for. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void askForMore(String reference) {
    var markCase = rows.lock(reference);
    var items = markCase.askedItems().stream().map(EvidenceItem::valueOf).toList();
    applications.askForMore(reference, questions(items, false), markCase.askedUntil());
    telling.asked(markCase, applications.get(reference), rows.last(reference).orElseThrow());
  }

  /** Awards the mark that was decided, and everything that belongs to it. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void award(String reference) {
    var markCase = rows.lock(reference);
    var assessment = rows.last(reference).orElseThrow();
    var application = applications.get(reference);
    var days = plan.of(markCase.schemeId(), assessment.kind());
    String organisationId = listed(markCase, application);
    var wanted = wanted(assessment, application, organisationId, days);
    var awardId = awards.award(wanted);
    LocalDate appealUntil = assessment.decidedLevel() == KiteMarkLevel.FULL ? null : days.appeal();
    rows.tookEffect(assessment.assessmentId(), clock.instant(), appealUntil);
    rows.ended(reference, MarkCase.Ended.AWARDED);
    rows.appealOver(reference);
    if (appealUntil == null) {
      applications.close(reference);
    }
    telling.awarded(markCase, application, assessment, awards.get(awardId), awards.conditionsOf(awardId), appealUntil);
  }

  private String listed(MarkCase markCase, Application application) {
    String known = markCase.organisationId() != null ? markCase.organisationId() : application.organisationId();
    if (known != null) {
      return known;
    }
    var contact = application.contact();
    String name = application.text("organisationName");
    String legalForm = application.text("legalForm");
    String organisationId =
        organisations.register(
            markCase.schemeId(),
            new NewOrganisation(
                name == null ? markCase.reference() : name,
                legalForm == null ? LegalForm.CONSTITUTED_GROUP : LegalForm.valueOf(legalForm),
                contact.email(),
                contact.phone(),
                null,
                null,
                null,
                application.codes("areas"),
                application.number("sizePaid"),
                application.number("sizeVolunteers")));
    applications.belongsTo(markCase.reference(), organisationId);
    rows.organisation(markCase.reference(), organisationId);
    return organisationId;
  }

  private NewAward wanted(Assessment assessment, Application application, String organisationId, MarkPlan.Days days) {
    var level = assessment.decidedLevel();
    boolean asProposed = level == assessment.proposedLevel();
    boolean group = level == KiteMarkLevel.SMALL_GROUP || level == KiteMarkLevel.SIGNPOST_ONLY;
    int months = asProposed ? assessment.renewMonths() : group ? days.changedGroupMonths() : days.changedMonths();
    var missing = new LinkedHashSet<String>(assessment.missingMandatory());
    missing.addAll(assessment.missingOther());
    boolean few = !asProposed && level == KiteMarkLevel.CONDITIONAL && !missing.isEmpty();
    Integer mostOpen = asProposed ? assessment.mostOpen() : few ? Integer.valueOf(days.changedMostOpen()) : null;
    return new NewAward(
        assessment.schemeId(),
        organisationId,
        assessment.reference(),
        level,
        asProposed ? assessment.mode() : ReferralMode.usually(level),
        mostOpen,
        months,
        application.date("insuranceUntil"),
        application.date("dbsUntil"),
        application.date("safeguardingTrainedUntil"),
        assessment.assessor(),
        assessment.secondAssessor(),
        level == KiteMarkLevel.SIGNPOST_ONLY
            ? List.of()
            : promises(assessment, application, List.copyOf(missing), months, days.promise()));
  }

  private List<NewAward.Promise> promises(
      Assessment assessment, Application application, List<String> missing, int months, LocalDate due) {
    var promises = new ArrayList<NewAward.Promise>();
    missing.forEach(item -> promises.add(new NewAward.Promise(item, due)));
    if (assessment.decidedLevel() == KiteMarkLevel.SMALL_GROUP) {
      promises.add(new NewAward.Promise(MarkAction.BUDDY_VISIT.name(), due));
      if (application.yes("usesVenueCover")) {
        promises.add(new NewAward.Promise(MarkAction.HOST_INSURANCE.name(), due));
      }
      LocalDate review = LocalDate.now(clock).plusMonths(months).minusMonths(1);
      promises.add(new NewAward.Promise(MarkAction.REVIEW.name(), review));
    }
    if (assessment.conditions().equals("AFTER_SUSPENSION")) {
      promises.add(new NewAward.Promise(MarkAction.AFTER_SUSPENSION.name(), due));
    }
    return promises;
  }

  /**
   * Says what is missing and opens the application again for it; nobody is turned away.
   *
   * @return last moment for taking it up again
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public Instant listGaps(String reference) {
    var markCase = rows.lock(reference);
    var assessment = rows.last(reference).orElseThrow();
    var days = plan.of(markCase.schemeId(), assessment.kind());
    boolean setUp = assessment.conditions().equals("START_SET_UP");
    applications.askForMore(reference, questions(gaps(assessment), setUp || gaps(assessment).isEmpty()), days.gaps());
    rows.tookEffect(assessment.assessmentId(), clock.instant(), days.appeal());
    rows.step(reference, MarkCase.Step.HELPED);
    rows.appealOver(reference);
    standsAs(markCase, KiteMarkLevel.NOT_YET);
    record("kitemark.not-yet", markCase, Map.of("missing", Integer.toString(gaps(assessment).size())));
    telling.gaps(markCase, applications.get(reference), assessment, days.gaps(), days.appeal());
    return plan.after(markCase.schemeId(), days.gaps());
  }

  private static List<EvidenceItem> gaps(Assessment assessment) {
    var gaps = new LinkedHashSet<String>(assessment.missingMandatory());
    gaps.addAll(assessment.missingOther());
    return gaps.stream().map(EvidenceItem::valueOf).toList();
  }

  private static List<String> questions(List<EvidenceItem> items, boolean setUp) {
    var questions = new LinkedHashSet<String>();
    items.forEach(item -> questions.addAll(ShownEvidence.questions(item)));
    if (setUp) {
      questions.addAll(List.of("legalForm", "setUpSupport", "activities"));
    }
    return List.copyOf(questions);
  }

  /** An organisation with a mark keeps it; one without stands in the directory as what was decided. */
  private void standsAs(MarkCase markCase, KiteMarkLevel level) {
    if (markCase.organisationId() != null
        && awards.currentOf(markCase.schemeId(), markCase.organisationId()).isEmpty()) {
      assurance.set(markCase.schemeId(), markCase.organisationId(), level, null);
    }
  }

  /** Nobody is introduced to the organisation; a mark it has is suspended. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void refuse(String reference) {
    var markCase = rows.lock(reference);
    var assessment = rows.last(reference).orElseThrow();
    var days = plan.of(markCase.schemeId(), assessment.kind());
    standsAs(markCase, KiteMarkLevel.SUSPENDED);
    if (markCase.organisationId() != null) {
      awards
          .currentOf(markCase.schemeId(), markCase.organisationId())
          .filter(award -> award.status() == AwardStatus.CURRENT)
          .ifPresent(award -> awards.status(award.awardId(), AwardStatus.SUSPENDED, "REFUSED"));
    }
    rows.tookEffect(assessment.assessmentId(), clock.instant(), days.appeal());
    rows.ended(reference, MarkCase.Ended.REFUSED);
    rows.appealOver(reference);
    record("kitemark.refused", markCase, Map.of("concern", Boolean.toString(markCase.openConcern())));
    telling.refused(markCase, applications.get(reference), assessment, days.appeal());
  }

  /**
   * An officer has learned that the organisation goes no further.
   *
   * @param note in the officer's words, or {@code null}
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void goesNoFurther(String reference, HelpEnded because, String note) {
    var markCase = rows.lock(reference);
    rows.helpEnded(reference, note);
    record("kitemark.help-ended", markCase, Map.of("because", because.name()));
  }

  /** Nobody went on with the application in time, or wants to. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void close(String reference) {
    var markCase = rows.lock(reference);
    applications.close(reference);
    rows.ended(reference, MarkCase.Ended.NOT_TAKEN_UP);
    record("kitemark.not-taken-up", markCase, Map.of());
    telling.closed(markCase, applications.get(reference));
  }

  /** The organisation has taken its application back. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void withdrawn(String reference) {
    var markCase = rows.lock(reference);
    applications.close(reference);
    rows.ended(reference, MarkCase.Ended.WITHDRAWN);
    record("kitemark.withdrawn", markCase, Map.of("step", markCase.step().name()));
  }

  private void record(String act, MarkCase markCase, Map<String, String> details) {
    audit.record(new AuditEvent(act, Awards.SUBJECT, markCase.reference(), markCase.schemeId(), details));
  }
}
