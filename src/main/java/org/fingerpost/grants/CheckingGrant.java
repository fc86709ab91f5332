package org.fingerpost.grants;

import static org.fingerpost.grants.journey.CheckGrant.DECISION_GRANT_ELIGIBILITY;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fingerpost.community.AskedBy;
import org.fingerpost.community.AskingForSupport;
import org.fingerpost.community.Contact;
import org.fingerpost.community.SupportAsked;
import org.fingerpost.grants.GrantPlan.Step;
import org.fingerpost.notification.Purpose;
import org.fingerpost.platform.Decisions;
import org.fingerpost.platform.KeptAnswers;
import org.fingerpost.questionnaire.Application;
import org.fingerpost.questionnaire.Applications;
import org.fingerpost.scheme.Schemes;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * From an application that was sent to one that is before the panel, or is told kindly why not. A table proposes; what is not plainly
 * for the panel a community officer confirms or changes.
 */
@Component
public class CheckingGrant {

  private static final List<String> ABOUT_THE_AMOUNT = List.of("amountAsked", "budget");
  private static final List<String> ABOUT_GOVERNANCE = List.of("committee", "bankTwoSignatories", "governingDocument");

  private final GrantRows grants;
  private final GrantFacts facts;
  private final GrantPlan plan;
  private final GrantProcess process;
  private final GrantMessages messages;
  private final Applications applications;
  private final Decisions decisions;
  private final KeptAnswers kept;
  private final Schemes schemes;
  private final AskingForSupport support;
  private final Clock clock;

  CheckingGrant(
      GrantRows grants,
      GrantFacts facts,
      GrantPlan plan,
      GrantProcess process,
      GrantMessages messages,
      Applications applications,
      Decisions decisions,
      KeptAnswers kept,
      Schemes schemes,
      AskingForSupport support,
      Clock clock) {
    this.grants = grants;
    this.facts = facts;
    this.plan = plan;
    this.process = process;
    this.messages = messages;
    this.applications = applications;
    this.decisions = decisions;
    this.kept = kept;
    this.schemes = schemes;
    this.support = support;
    this.clock = clock;
  }

  /** Takes an application on, in the transaction that sends it. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void receive(Application application) {
    var grant = new Grant(application.reference(), application.schemeId(), clock.instant());
    read(grant, application);
    grants.add(grant);
    messages.record("grant.applied", grant, Map.of("pence", Long.toString(grant.asked())));
    messages.send(grant, Purpose.GRANT_RECEIVED, Map.of());
    grant.started(process.start(grant.reference(), grant.schemeId()));
  }

  /** The group has answered what it was asked. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void answered(Application application) {
    var grant = grants.get(application.reference());
    read(grant, application);
    messages.record("grant.answered", grant, Map.of("pence", Long.toString(grant.asked())));
    process.answered(grant.reference());
  }

  private static void read(Grant grant, Application application) {
    grant.says(
        application.organisationId(),
        application.text("organisationName"),
        application.text("projectTitle"),
        Pounds.pence(application.money("amountAsked")),
        application.codes("boroughs"),
        application.codes("themes"));
  }

  /** Asks the table, and keeps its answer. */
  @Transactional(propagation = Propagation.MANDATORY)
  public Proposed propose(String reference) {
    var grant = grants.get(reference);
    Map<String, Object> gathered = facts.of(grant, applications.get(reference));
    var answer = decisions.ask(DECISION_GRANT_ELIGIBILITY, grant.schemeId(), gathered);
    kept.keep(GrantMessages.SUBJECT, reference, grant.schemeId(), answer, gathered);
    var outcome = GrantOutcome.valueOf(answer.code("outcome"));
    grant.propose(outcome, answer.code("reason"), answer.number("rank"));
    var details = new LinkedHashMap<String, String>();
    details.put("grantOutcome", outcome.name());
    details.put("grantReason", answer.code("reason"));
    details.put("table", answer.definitionId());
    details.put("ruleId", String.join(", ", answer.ruleIds()));
    messages.record("grant.proposed", grant, details);
    return new Proposed(outcome, outcome != GrantOutcome.PANEL, plan.due(grant.schemeId(), Step.CONFIRM));
  }

  /** Keeps what an officer confirmed, or changed it to. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void confirm(String reference, GrantOutcome outcome, String reason, String userId) {
    var grant = grants.get(reference);
    var details = new LinkedHashMap<String, String>();
    details.put("proposedOutcome", grant.proposedOutcome().name());
    details.put("grantOutcome", outcome.name());
    grant.confirm(outcome, reason, userId);
    messages.record("grant.outcome-confirmed", grant, details);
  }

  /**
   * Opens the application again for what is to be changed, and asks the group; asked again, it gets more time.
   *
   * @return by when it should answer
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public Instant ask(String reference) {
    var grant = grants.get(reference);
    LocalDate by = plan.day(grant.schemeId(), Step.ASK);
    var outcome = grant.outcome();
    applications.askForMore(reference, outcome == GrantOutcome.ASK_TO_REDUCE ? ABOUT_THE_AMOUNT : ABOUT_GOVERNANCE, by);
    grant.ask(by);
    messages.record("grant.group-asked", grant, Map.of("grantOutcome", outcome.name(), "dueOn", by.toString()));
    return plan.at(grant.schemeId(), by);
  }

  /** Tells the group why its application does not go to the panel, and closes it. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void refuse(String reference) {
    var grant = grants.get(reference);
    boolean unanswered = grant.state() == GrantState.ASKED;
    var params = new LinkedHashMap<String, Object>();
    params.put("why", unanswered ? messages.say(grant, "grant-told.UNANSWERED") : why(grant));
    if (!unanswered && changed(grant)) {
      params.put("officersReason", grant.outcomeReason());
    }
    messages.send(grant, Purpose.GRANT_REFUSED, params);
    grant.close(unanswered ? GrantState.UNANSWERED : GrantState.REFUSED, clock.instant());
    applications.close(reference);
    messages.record(
        "grant.refused",
        grant,
        Map.of("grantOutcome", grant.outcome().name(), "grantState", grant.state().name()));
    if (!unanswered && grant.outcome() == GrantOutcome.SUPPORT_FIRST) {
      helpSettingUp(applications.get(reference));
    }
  }

  /** The group is helped to set itself up, by the same officers, and may ask again. */
  private void helpSettingUp(Application application) {
    var contact = application.contact();
    support.ask(
        new SupportAsked(
            application.schemeId(),
            (String) application.answers().get("organisationName"),
            application.organisationId(),
            null,
            null,
            new Contact(contact.name(), contact.email(), contact.phone()),
            application.language(),
            AskedBy.GRANT));
  }

  private static boolean changed(Grant grant) {
    return grant.outcome() != grant.proposedOutcome();
  }

  /** The words of the table's reason; where an officer decided otherwise, those of what was decided. */
  private String why(Grant grant) {
    if (grant.outcome() == GrantOutcome.REFER_ON) {
      var sister = schemes.get(grant.schemeId()).grants().sister();
      if (sister != null) {
        var language = messages.languageOf(grant);
        return messages.say(
            grant, "grant-told.REFER_ON", sister.name().in(language), sister.contact().in(language));
      }
    }
    String code = changed(grant) ? grant.outcome().name() : grant.proposedReason();
    return messages.say(
        grant, "grant-told." + code, Pounds.written(schemes.get(grant.schemeId()).grants().turnoverBelow()));
  }

  /**
   * @param officerNeeded whether a person must confirm it
   * @param confirmBy by when
   */
  public record Proposed(GrantOutcome outcome, boolean officerNeeded, Instant confirmBy) {}
}
