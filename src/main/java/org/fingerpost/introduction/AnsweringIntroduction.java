package org.fingerpost.introduction;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.fingerpost.directory.ActivityOffer;
import org.fingerpost.directory.Directory;
import org.fingerpost.platform.Actor;
import org.fingerpost.platform.AuditEvent;
import org.fingerpost.platform.AuditTrail;
import org.fingerpost.platform.CurrentActor;
import org.fingerpost.platform.InvalidInput;
import org.fingerpost.referral.Referrals;
import org.fingerpost.scheme.Schemes;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * An organisation's answer to an offer, by its own reply link or told to the link worker; and, later, what it says of a
 * place for somebody on its waiting list. A link that is unknown, used, used too often, too old or withdrawn answers
 * nothing and says nothing: the caller cannot tell which.
 */
@Component
public class AnsweringIntroduction {

  private final IntroductionRows introductions;
  private final IntroductionProcess process;
  private final IntroductionPlan plan;
  private final LinkUses uses;
  private final Directory directory;
  private final Referrals referrals;
  private final Schemes schemes;
  private final CurrentActor currentActor;
  private final AuditTrail audit;
  private final Clock clock;

  AnsweringIntroduction(
      IntroductionRows introductions,
      IntroductionProcess process,
      IntroductionPlan plan,
      LinkUses uses,
      Directory directory,
      Referrals referrals,
      Schemes schemes,
      CurrentActor currentActor,
      AuditTrail audit,
      Clock clock) {
    this.introductions = introductions;
    this.process = process;
    this.plan = plan;
    this.uses = uses;
    this.directory = directory;
    this.referrals = referrals;
    this.schemes = schemes;
    this.currentActor = currentActor;
    this.audit = audit;
    this.clock = clock;
  }

  /** What a reply link opens; empty for a link that does not work. Changes nothing but the count of its uses. */
  @Transactional
  public Optional<OfferSeen> look(String token) {
    return introductions
        .byToken(token)
        .filter(i -> i.answerable(clock.instant()))
        .filter(i -> uses.opened(i))
        .map(this::seen);
  }

  private OfferSeen seen(Introduction introduction) {
    var activity = activityOf(introduction);
    return new OfferSeen(
        schemes.get(introduction.schemeId()).name(),
        activity.name(),
        activity.organisationName(),
        LocalDate.ofInstant(introduction.offeredAt(), clock.getZone()),
        LocalDate.ofInstant(introduction.answerDueAt(), clock.getZone()),
        introduction.paused());
  }

  /**
   * Takes an answer by link and lets the journey go on, in one transaction. The same answer again within
   * {@link Introduction#DOUBLE_CLICK} changes nothing and counts as taken.
   *
   * @param note the organisation's words, or {@code null}
   * @return whether the answer was taken; {@code false} for a link that does not work, and while the introduction is paused
   */
  @Transactional
  public boolean answer(String token, Answer answer, String note) {
    return answer(token, ProviderAnswer.of(answer, note));
  }

  /** As {@link #answer(String, Answer, String)}, with what the organisation says besides. */
  @Transactional
  public boolean answer(String token, ProviderAnswer said) {
    var now = clock.instant();
    var introduction = introductions.byTokenAlone(token).orElse(null);
    if (introduction == null) {
      return false;
    }
    if (introduction.justAnswered(said.answer(), now)) {
      return true;
    }
    if (!introduction.answerable(now) || introduction.paused()) {
      return false;
    }
    introduction.linkUsed();
    var activity = activityOf(introduction);
    currentActor.as(
        new Actor(Actor.Kind.PROVIDER, activity.organisationId()),
        () -> {
          if (introduction.open()) {
            String waitedIn = introduction.processInstanceId();
            take(introduction, activity, said, Introduction.Via.LINK);
            process.answered(waitedIn, said.answer());
          } else {
            var lookAgain = takePlace(introduction, activity, said, Introduction.Via.LINK);
            process.placeTold(introduction.processInstanceId(), said.answer(), lookAgain);
          }
        });
    return true;
  }

  /**
   * Takes an answer that the organisation gave to the link worker; the task that is being finished lets the journey go
   * on.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void answerToLinkWorker(UUID introductionId, ProviderAnswer said) {
    var introduction = introductions.get(introductionId);
    refuseWhilePaused(introduction, said);
    take(introduction, activityOf(introduction), said, Introduction.Via.LINK_WORKER);
  }

  /**
   * Takes what the organisation told the link worker about a place; the task that is being finished lets the wait go on.
   *
   * @return when to look again, or {@code null} if the wait is over
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public Instant placeToLinkWorker(UUID introductionId, ProviderAnswer said) {
    var introduction = introductions.get(introductionId);
    refuseWhilePaused(introduction, said);
    return takePlace(introduction, activityOf(introduction), said, Introduction.Via.LINK_WORKER);
  }

  /** Nobody new goes to an organisation whose mark is suspended. A no is a no all the same, and ends the pause. */
  private void refuseWhilePaused(Introduction introduction, ProviderAnswer said) {
    if (!introduction.paused()) {
      return;
    }
    if (said.answer() != Answer.DECLINED) {
      throw new InvalidInput("answer", "introduction.form.answer.paused");
    }
    String instance = introduction.unpause();
    if (instance != null) {
      process.end(instance);
    }
  }

  private void take(Introduction introduction, ActivityOffer activity, ProviderAnswer said, Introduction.Via via) {
    introduction.answer(said.answer(), via, said.note(), clock.instant());
    introduction.details(said.firstOn(), null, said.reason());
    record(introduction, said, via);
    if (said.answer() == Answer.DECLINED) {
      dropQuestion(introduction);
    }
    if (said.answer() == Answer.WAITING_LIST) {
      var day = said.lookAgainOn() != null ? said.lookAgainOn() : plan.placeDay(activity);
      introduction.details(null, day, null);
      referrals.introducedBeside(introduction.referralId());
      introduction.runsBeside(
          process.waitForPlace(beside(introduction), plan.at(activity, day)));
    }
  }

  private Instant takePlace(
      Introduction introduction, ActivityOffer activity, ProviderAnswer said, Introduction.Via via) {
    introduction.placeTold(said.answer(), via, said.note(), clock.instant());
    LocalDate day = null;
    if (said.answer() == Answer.WAITING_LIST) {
      day = said.lookAgainOn() != null ? said.lookAgainOn() : plan.placeDay(activity);
    }
    introduction.details(said.firstOn(), day, said.reason());
    record(introduction, said, via);
    return day == null ? null : plan.at(activity, day);
  }

  private void dropQuestion(Introduction introduction) {
    String instance = introduction.dropQuestion();
    if (instance != null) {
      process.end(instance);
    }
  }

  private IntroductionProcess.Beside beside(Introduction introduction) {
    return new IntroductionProcess.Beside(
        introduction.referralId(),
        introduction.schemeId(),
        referrals.get(introduction.referralId()).linkWorker(),
        introduction.id());
  }

  private void record(Introduction introduction, ProviderAnswer said, Introduction.Via via) {
    var details = new LinkedHashMap<String, String>();
    details.put("introduction", introduction.id().toString());
    details.put("activity", introduction.activityId());
    details.put("answer", said.answer().name());
    details.put("via", via.name());
    details.put("declineReason", said.reason() == null ? null : said.reason().name());
    details.put("firstOn", said.firstOn() == null ? null : said.firstOn().toString());
    audit.record(
        AuditEvent.ofReferral(
            "introduction.answered", introduction.referralId(), introduction.schemeId(), details));
  }

  private ActivityOffer activityOf(Introduction introduction) {
    return directory.activity(introduction.schemeId(), introduction.activityId()).orElseThrow();
  }
}
