package org.fingerpost.introduction;

import java.time.Clock;
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

/** A question that an organisation asks before it answers, and our answer. The offer stays open meanwhile. */
@Component
public class AskingQuestion {

  private final IntroductionRows introductions;
  private final IntroductionProcess process;
  private final IntroductionPlan plan;
  private final Directory directory;
  private final Referrals referrals;
  private final Consents consents;
  private final Schemes schemes;
  private final Outbox outbox;
  private final PublicLinks links;
  private final CurrentActor currentActor;
  private final AuditTrail audit;
  private final Clock clock;

  AskingQuestion(
      IntroductionRows introductions,
      IntroductionProcess process,
      IntroductionPlan plan,
      Directory directory,
      Referrals referrals,
      Consents consents,
      Schemes schemes,
      Outbox outbox,
      PublicLinks links,
      CurrentActor currentActor,
      AuditTrail audit,
      Clock clock) {
    this.introductions = introductions;
    this.process = process;
    this.plan = plan;
    this.directory = directory;
    this.referrals = referrals;
    this.consents = consents;
    this.schemes = schemes;
    this.outbox = outbox;
    this.links = links;
    this.currentActor = currentActor;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Takes a question by link and gives it to the link worker.
   *
   * @return whether it was taken; {@code false} for a link that does not work, and while another question is open
   */
  @Transactional
  public boolean ask(String token, String question) {
    var introduction = introductions.byTokenAlone(token).orElse(null);
    if (introduction == null
        || !introduction.open()
        || !introduction.answerable(clock.instant())
        || introduction.questionOpen()
        || introduction.paused()) {
      return false;
    }
    introduction.linkUsed();
    var activity = activityOf(introduction);
    currentActor.as(
        new Actor(Actor.Kind.PROVIDER, activity.organisationId()),
        () -> {
          referrals.introducedBeside(introduction.referralId());
          var beside =
              new IntroductionProcess.Beside(
                  introduction.referralId(),
                  introduction.schemeId(),
                  referrals.get(introduction.referralId()).linkWorker(),
                  introduction.id());
          introduction.ask(question, process.ask(beside, plan.questionAt(activity)));
          record("introduction.question-asked", introduction);
        });
    return true;
  }

  /**
   * Answers, and sends the answer with a fresh link.
   *
   * @throws InvalidInput if the person no longer agrees that the organisation is told about them
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void answer(UUID introductionId, String answer) {
    var introduction = introductions.get(introductionId);
    var activity = activityOf(introduction);
    if (!consents.granted(introduction.referralId(), Consent.Purpose.TELL_PROVIDER, activity.activityId())) {
      throw new InvalidInput("answer", "introduction.form.answer.noConsent");
    }
    introduction.answerQuestion(answer);
    var scheme = schemes.get(introduction.schemeId());
    var language = scheme.defaultLanguage();
    var params = new HashMap<String, Object>();
    params.put("activityName", activity.name().in(language));
    params.put("question", introduction.question());
    params.put("answer", answer);
    if (introduction.open()) {
      params.put("replyLink", links.reply(introduction.freshLink()));
    }
    outbox.send(
        new Message(
                introduction.schemeId(),
                introduction.referralId(),
                Purpose.QUESTION_ANSWERED,
                "question-answered:" + introduction.id() + ":" + clock.instant(),
                activity.organisationEmail(),
                language,
                params)
            .about(activity.activityId()));
    record("introduction.question-answered", introduction);
  }

  private void record(String act, Introduction introduction) {
    audit.record(
        AuditEvent.ofReferral(
            act,
            introduction.referralId(),
            introduction.schemeId(),
            Map.of("introduction", introduction.id().toString(), "activity", introduction.activityId())));
  }

  private ActivityOffer activityOf(Introduction introduction) {
    return directory.activity(introduction.schemeId(), introduction.activityId()).orElseThrow();
  }
}
