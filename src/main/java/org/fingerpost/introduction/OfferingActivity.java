package org.fingerpost.introduction;

import static org.fingerpost.referral.journey.IntroduceActivity.KEEP_WAITING;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.fingerpost.directory.ActivityOffer;
import org.fingerpost.directory.Directory;
import org.fingerpost.introduction.IntroductionPlan.PlannedAnswer;
import org.fingerpost.notification.Message;
import org.fingerpost.notification.Outbox;
import org.fingerpost.notification.PublicLinks;
import org.fingerpost.notification.Purpose;
import org.fingerpost.person.People;
import org.fingerpost.platform.AuditEvent;
import org.fingerpost.platform.AuditTrail;
import org.fingerpost.platform.WrittenDate;
import org.fingerpost.referral.Referrals;
import org.fingerpost.referral.Stage;
import org.fingerpost.scheme.SchemeWords;
import org.fingerpost.scheme.Schemes;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Asking an organisation whether a person may come, and by when it should answer. */
@Component
public class OfferingActivity {

  private final IntroductionRows introductions;
  private final Directory directory;
  private final IntroductionPlan plan;
  private final Schemes schemes;
  private final Referrals referrals;
  private final People people;
  private final Outbox outbox;
  private final PublicLinks links;
  private final SchemeWords words;
  private final AuditTrail audit;
  private final Clock clock;

  OfferingActivity(
      IntroductionRows introductions,
      Directory directory,
      IntroductionPlan plan,
      Schemes schemes,
      Referrals referrals,
      People people,
      Outbox outbox,
      PublicLinks links,
      SchemeWords words,
      AuditTrail audit,
      Clock clock) {
    this.introductions = introductions;
    this.directory = directory;
    this.plan = plan;
    this.schemes = schemes;
    this.referrals = referrals;
    this.people = people;
    this.outbox = outbox;
    this.links = links;
    this.words = words;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Makes the offer: deadline, reply link and message together or not at all.
   *
   * @return when the organisation is to be reminded
   */
  @Transactional
  public Instant offer(UUID introductionId) {
    var introduction = introductions.get(introductionId);
    var activity = activityOf(introduction);
    var planned = plan.from(activity);
    String token = introduction.offer(planned.at());
    outbox.send(message(introduction, activity, planned, token));
    if (!pastIntroducing(introduction)) {
      referrals.stage(introduction.referralId(), Stage.INTRODUCED);
      referrals.nextDate(introduction.referralId(), planned.day());
    }
    audit.record(
        AuditEvent.ofReferral(
            "introduction.offered",
            introduction.referralId(),
            introduction.schemeId(),
            Map.of(
                "introduction", introductionId.toString(),
                "activity", activity.activityId(),
                "organisation", activity.organisationId(),
                "dueOn", planned.day().toString(),
                "remindOn", LocalDate.ofInstant(planned.nudgeAt(), clock.getZone()).toString(),
                "table", planned.answer().definitionId(),
                "ruleId", String.join(", ", planned.answer().ruleIds()))));
    return planned.nudgeAt();
  }

  /**
   * Gives the organisation as long again, from today.
   *
   * @return when the organisation is to be reminded now
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public Instant keepWaiting(UUID introductionId) {
    var introduction = introductions.get(introductionId);
    var planned = plan.from(activityOf(introduction));
    introduction.waitUntil(planned.at());
    if (!pastIntroducing(introduction)) {
      referrals.nextDate(introduction.referralId(), planned.day());
    }
    audit.record(
        AuditEvent.ofReferral(
            "introduction.chased",
            introduction.referralId(),
            introduction.schemeId(),
            Map.of(
                "introduction", introductionId.toString(),
                "decision", KEEP_WAITING,
                "dueOn", planned.day().toString())));
    return planned.nudgeAt();
  }

  /** An introduction beside the follow-up neither leads the journey back nor hides its next date. */
  private boolean pastIntroducing(Introduction introduction) {
    return referrals.get(introduction.referralId()).stage().compareTo(Stage.INTRODUCED) > 0;
  }

  private ActivityOffer activityOf(Introduction introduction) {
    return directory.activity(introduction.schemeId(), introduction.activityId()).orElseThrow();
  }

  private Message message(Introduction introduction, ActivityOffer activity, PlannedAnswer planned, String token) {
    var scheme = schemes.get(introduction.schemeId());
    var language = scheme.defaultLanguage();
    var params = new HashMap<String, Object>();
    params.put("schemeName", scheme.name().in(language));
    params.put("activityName", activity.name().in(language));
    params.put("answerBy", WrittenDate.of(planned.day(), language));
    params.put("replyLink", links.reply(token));
    params.put("attendedLink", links.attended(token));
    var person = people.get(referrals.get(introduction.referralId()).personId());
    params.put("firstName", person.givenName());
    if (introduction.note() != null) {
      params.put("wishes", introduction.note());
    }
    if (introduction.accompanied()) {
      var who = introduction.accompaniedBy();
      if (who == null || who == AccompaniedBy.LINK_WORKER) {
        params.put("accompanied", "true");
      } else {
        params.put("companion", words.say(introduction.schemeId(), language, "introduction.accompanied-by." + who));
      }
    }
    return new Message(
            introduction.schemeId(),
            introduction.referralId(),
            Purpose.PROVIDER_OFFER,
            "provider-offer:" + introduction.id(),
            activity.organisationEmail(),
            language,
            params)
        // The outbox asks the ledger, in the transaction that queues the message: a consent withdrawn in between must hold.
        .about(activity.activityId());
  }
}
