package org.fingerpost.introduction;

import static org.fingerpost.referral.journey.IntroduceActivity.DECISION_INTRODUCTION_PLAN;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.fingerpost.directory.ActivityOffer;
import org.fingerpost.directory.Directory;
import org.fingerpost.notification.Message;
import org.fingerpost.notification.Outbox;
import org.fingerpost.notification.PublicLinks;
import org.fingerpost.notification.Purpose;
import org.fingerpost.person.Consent;
import org.fingerpost.person.Consents;
import org.fingerpost.person.People;
import org.fingerpost.platform.AuditEvent;
import org.fingerpost.platform.AuditTrail;
import org.fingerpost.platform.Decisions;
import org.fingerpost.platform.WrittenDate;
import org.fingerpost.referral.Referrals;
import org.fingerpost.referral.Stage;
import org.fingerpost.scheme.Schemes;
import org.fingerpost.scheme.WorkingDays;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Asking an organisation whether a person may come, and by when it should answer. */
@Component
public class OfferingActivity {

  private final IntroductionRows introductions;
  private final Directory directory;
  private final Decisions decisions;
  private final WorkingDays workingDays;
  private final Schemes schemes;
  private final Referrals referrals;
  private final People people;
  private final Consents consents;
  private final Outbox outbox;
  private final PublicLinks links;
  private final AuditTrail audit;
  private final Clock clock;

  OfferingActivity(
      IntroductionRows introductions,
      Directory directory,
      Decisions decisions,
      WorkingDays workingDays,
      Schemes schemes,
      Referrals referrals,
      People people,
      Consents consents,
      Outbox outbox,
      PublicLinks links,
      AuditTrail audit,
      Clock clock) {
    this.introductions = introductions;
    this.directory = directory;
    this.decisions = decisions;
    this.workingDays = workingDays;
    this.schemes = schemes;
    this.referrals = referrals;
    this.people = people;
    this.consents = consents;
    this.outbox = outbox;
    this.links = links;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Makes the offer: deadline, reply link and message together or not at all.
   *
   * @return when the answer is due
   */
  @Transactional
  public Instant offer(UUID introductionId) {
    var introduction = introductions.get(introductionId);
    var activity = activityOf(introduction);
    var plan = plan(activity);
    String token = introduction.offer(plan.at());
    outbox.send(message(introduction, activity, plan, token));
    referrals.stage(introduction.referralId(), Stage.INTRODUCED);
    referrals.nextDate(introduction.referralId(), plan.day());
    audit.record(
        AuditEvent.ofReferral(
            "introduction.offered",
            introduction.referralId(),
            introduction.schemeId(),
            Map.of(
                "introduction", introductionId.toString(),
                "activity", activity.activityId(),
                "organisation", activity.organisationId(),
                "answerBy", plan.day().toString(),
                "table", plan.answer().definitionId(),
                "rule", String.join(" ", plan.answer().ruleIds()))));
    return plan.at();
  }

  /**
   * Gives the organisation as long again, from today.
   *
   * @return when the answer is due now
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public Instant keepWaiting(UUID introductionId) {
    var introduction = introductions.get(introductionId);
    var plan = plan(activityOf(introduction));
    introduction.waitUntil(plan.at());
    referrals.nextDate(introduction.referralId(), plan.day());
    audit.record(
        AuditEvent.ofReferral(
            "introduction.kept-waiting",
            introduction.referralId(),
            introduction.schemeId(),
            Map.of("introduction", introductionId.toString(), "answerBy", plan.day().toString())));
    return plan.at();
  }

  private ActivityOffer activityOf(Introduction introduction) {
    return directory.activity(introduction.schemeId(), introduction.activityId()).orElseThrow();
  }

  private AnswerPlan plan(ActivityOffer activity) {
    var answer =
        decisions.ask(
            DECISION_INTRODUCTION_PLAN, activity.schemeId(), Map.of("format", activity.format().name()));
    LocalDate day =
        workingDays.plus(activity.schemeId(), LocalDate.now(clock), answer.number("answerWorkingDays"));
    return new AnswerPlan(day, workingDays.at(activity.schemeId(), day), answer);
  }

  private Message message(Introduction introduction, ActivityOffer activity, AnswerPlan plan, String token) {
    var scheme = schemes.get(introduction.schemeId());
    var language = scheme.defaultLanguage();
    var params = new HashMap<String, Object>();
    params.put("schemeName", scheme.name().in(language));
    params.put("activityName", activity.name().in(language));
    params.put("answerBy", WrittenDate.of(plan.day(), language));
    params.put("replyLink", links.reply(token));
    // Asked again here, in the transaction that queues the message: a consent withdrawn in between must hold.
    if (consents.granted(introduction.referralId(), Consent.Purpose.TELL_PROVIDER, activity.activityId())) {
      var person = people.get(referrals.get(introduction.referralId()).personId());
      params.put("firstName", person.givenName());
      if (introduction.note() != null) {
        params.put("wishes", introduction.note());
      }
      if (introduction.accompanied()) {
        params.put("accompanied", "true");
      }
    }
    return new Message(
        introduction.schemeId(),
        introduction.referralId(),
        Purpose.PROVIDER_OFFER,
        "provider-offer:" + introduction.id(),
        activity.organisationEmail(),
        language,
        params);
  }

  private record AnswerPlan(LocalDate day, Instant at, Decisions.Answer answer) {}
}
