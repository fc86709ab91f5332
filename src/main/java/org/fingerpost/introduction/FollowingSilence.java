package org.fingerpost.introduction;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.fingerpost.directory.ActivityOffer;
import org.fingerpost.directory.Directory;
import org.fingerpost.notification.Message;
import org.fingerpost.notification.Outbox;
import org.fingerpost.notification.PublicLinks;
import org.fingerpost.notification.Purpose;
import org.fingerpost.platform.AuditEvent;
import org.fingerpost.platform.AuditTrail;
import org.fingerpost.platform.WrittenDate;
import org.fingerpost.scheme.Schemes;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What happens while an organisation says nothing: a reminder, then a person. Somebody who waits for our answer to a
 * question is not reminded, and nothing is asked of an organisation whose introduction is paused. Of somebody on a waiting list the organisation is asked, twice at most.
 */
@Component
public class FollowingSilence {

  private final IntroductionRows introductions;
  private final IntroductionPlan plan;
  private final Directory directory;
  private final Schemes schemes;
  private final Outbox outbox;
  private final PublicLinks links;
  private final AuditTrail audit;
  private final Clock clock;

  FollowingSilence(
      IntroductionRows introductions,
      IntroductionPlan plan,
      Directory directory,
      Schemes schemes,
      Outbox outbox,
      PublicLinks links,
      AuditTrail audit,
      Clock clock) {
    this.introductions = introductions;
    this.plan = plan;
    this.directory = directory;
    this.schemes = schemes;
    this.outbox = outbox;
    this.links = links;
    this.audit = audit;
    this.clock = clock;
  }

  /** The next step against an organisation's silence. Two calls mean two steps: a repeated one rolled the first back. */
  @Transactional
  public Step next(UUID introductionId) {
    var introduction = introductions.get(introductionId);
    var activity = activityOf(introduction);
    if (introduction.paused()) {
      return new Step(plan.from(activity).at(), false);
    }
    if (introduction.nudged()) {
      var until = plan.reofferAt(activity);
      record("introduction.escalated", introduction, until);
      return new Step(until, true);
    }
    introduction.nudge(clock.instant());
    if (!introduction.questionOpen()) {
      remind(introduction, activity);
      record("introduction.reminded", introduction, introduction.answerDueAt());
    }
    return new Step(introduction.answerDueAt(), false);
  }

  private void remind(Introduction introduction, ActivityOffer activity) {
    var scheme = schemes.get(introduction.schemeId());
    var language = scheme.defaultLanguage();
    outbox.send(
        new Message(
            introduction.schemeId(),
            introduction.referralId(),
            Purpose.PROVIDER_REMINDED,
            "provider-reminded:" + introduction.id() + ":" + day(introduction.answerDueAt()),
            activity.organisationEmail(),
            language,
            Map.of(
                "schemeName", scheme.name().in(language),
                "activityName", activity.name().in(language),
                "offeredOn", WrittenDate.of(day(introduction.offeredAt()), language),
                "answerBy", WrittenDate.of(day(introduction.answerDueAt()), language),
                "replyLink", links.reply(introduction.freshLink()))));
  }

  /**
   * Asks the organisation that keeps somebody on its waiting list whether there is a place.
   *
   * @return when to go on, and whether it has been silent too often
   */
  @Transactional
  public Step askForPlace(UUID introductionId) {
    var introduction = introductions.get(introductionId);
    var activity = activityOf(introduction);
    var until = plan.at(activity, plan.placeAnswerDay(activity));
    if (introduction.paused()) {
      return new Step(until, false);
    }
    if (introduction.placeAsked() >= Introduction.MOST_PLACE_QUESTIONS) {
      record("introduction.escalated", introduction, until);
      return new Step(until, true);
    }
    var scheme = schemes.get(introduction.schemeId());
    var language = scheme.defaultLanguage();
    String token = introduction.askForPlace(until);
    outbox.send(
        new Message(
            introduction.schemeId(),
            introduction.referralId(),
            Purpose.PLACE_ASKED,
            "place-asked:" + introduction.id() + ":" + day(until),
            activity.organisationEmail(),
            language,
            Map.of(
                "schemeName", scheme.name().in(language),
                "activityName", activity.name().in(language),
                "answerBy", WrittenDate.of(day(until), language),
                "replyLink", links.reply(token))));
    record("introduction.place-asked", introduction, until);
    return new Step(until, false);
  }

  private LocalDate day(Instant at) {
    return LocalDate.ofInstant(at, clock.getZone());
  }

  private void record(String act, Introduction introduction, Instant until) {
    audit.record(
        AuditEvent.ofReferral(
            act,
            introduction.referralId(),
            introduction.schemeId(),
            Map.of(
                "introduction", introduction.id().toString(),
                "activity", introduction.activityId(),
                "dueOn", day(until).toString())));
  }

  private ActivityOffer activityOf(Introduction introduction) {
    return directory.activity(introduction.schemeId(), introduction.activityId()).orElseThrow();
  }

  /**
   * @param dueAt when the step after this one is due
   * @param nowAPerson whether a person must act now
   */
  public record Step(Instant dueAt, boolean nowAPerson) {}
}
