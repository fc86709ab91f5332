package org.fingerpost.introduction;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fingerpost.directory.ActivityOffer;
import org.fingerpost.directory.Directory;
import org.fingerpost.introduction.Introduction.PauseStep;
import org.fingerpost.introduction.Introduction.Status;
import org.fingerpost.introduction.PausePlan.Step;
import org.fingerpost.notification.Message;
import org.fingerpost.notification.Outbox;
import org.fingerpost.notification.PublicLinks;
import org.fingerpost.notification.Purpose;
import org.fingerpost.platform.AuditEvent;
import org.fingerpost.platform.AuditTrail;
import org.fingerpost.platform.InvalidInput;
import org.fingerpost.platform.Language;
import org.fingerpost.platform.WrittenDate;
import org.fingerpost.referral.Referrals;
import org.fingerpost.scheme.Schemes;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What happens to introductions when their organisation has lost its kite mark for now. Each one that is under way pauses: nothing more
 * is asked of the organisation, nobody is reminded, and the person's link worker chooses how it goes on. When the mark is back, those
 * that wait are asked again.
 */
@Component
public class PausingIntroductions {

  private final IntroductionRows introductions;
  private final Introductions shown;
  private final ChoosingActivity choosing;
  private final IntroductionProcess process;
  private final IntroductionPlan plan;
  private final PausePlan pausePlan;
  private final OfferingActivity offering;
  private final StoppingIntroductions stopping;
  private final WantingIntroduction wanting;
  private final Directory directory;
  private final Referrals referrals;
  private final Schemes schemes;
  private final Outbox outbox;
  private final PublicLinks links;
  private final AuditTrail audit;
  private final Clock clock;

  PausingIntroductions(
      IntroductionRows introductions,
      Introductions shown,
      ChoosingActivity choosing,
      IntroductionProcess process,
      IntroductionPlan plan,
      PausePlan pausePlan,
      OfferingActivity offering,
      StoppingIntroductions stopping,
      WantingIntroduction wanting,
      Directory directory,
      Referrals referrals,
      Schemes schemes,
      Outbox outbox,
      PublicLinks links,
      AuditTrail audit,
      Clock clock) {
    this.introductions = introductions;
    this.shown = shown;
    this.choosing = choosing;
    this.process = process;
    this.plan = plan;
    this.pausePlan = pausePlan;
    this.offering = offering;
    this.stopping = stopping;
    this.wanting = wanting;
    this.directory = directory;
    this.referrals = referrals;
    this.schemes = schemes;
    this.outbox = outbox;
    this.links = links;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Pauses every introduction to an organisation that is under way, of people whose referral is open, and puts each before its link
   * worker. Safe to repeat: what is paused stays as it is.
   *
   * @param because code of why
   * @return how many were paused
   */
  @Transactional
  public int pauseAll(String schemeId, String organisationId, String because) {
    var under = introductions.underWay(schemeId, activitiesOf(schemeId, organisationId));
    under.forEach(introduction -> pause(introduction, PausedBecause.of(because)));
    return under.size();
  }

  private void pause(Introduction introduction, PausedBecause because) {
    var activity = activityOf(introduction);
    introduction.pause(because, clock.instant());
    if (introduction.open()) {
      var planned = plan.from(activity);
      introduction.waitUntil(planned.at());
      process.keepWaiting(introduction.processInstanceId(), planned.at());
    }
    referrals.introducedBeside(introduction.referralId());
    var details = about(introduction);
    details.put("organisation", activity.organisationId());
    details.put("reason", because.name());
    record("introduction.paused", introduction, details);
    introduction.pausedIn(
        process.pause(
            new IntroductionProcess.Beside(
                introduction.referralId(),
                introduction.schemeId(),
                referrals.get(introduction.referralId()).linkWorker(),
                introduction.id())));
  }

  /**
   * The next step of a pause: who chooses, and by when. Whoever chose to wait is asked again; whoever has not chosen in time is
   * followed by a team lead.
   */
  @Transactional
  public Planned plan(UUID introductionId) {
    var introduction = introductions.get(introductionId);
    var step = step(introduction);
    var planned = pausePlan.of(introduction.schemeId(), introduction.status(), step);
    introduction.pauseStep(
        step == Step.WAITING ? PauseStep.WAITING : planned.teamLead() ? PauseStep.TEAM : PauseStep.ASKED);
    var details = about(introduction);
    details.put("dueOn", LocalDate.ofInstant(planned.dueAt(), clock.getZone()).toString());
    details.put("table", planned.answer().definitionId());
    details.put("ruleId", String.join(", ", planned.answer().ruleIds()));
    record(
        planned.teamLead() ? "introduction.pause-escalated" : "introduction.pause-planned", introduction, details);
    return new Planned(planned.dueAt(), planned.teamLead());
  }

  private static Step step(Introduction introduction) {
    var now = introduction.pauseStep();
    if (now == PauseStep.WAIT_CHOSEN) {
      return Step.WAITING;
    }
    return now == PauseStep.ASKED || now == PauseStep.TEAM ? Step.OVERDUE : Step.FIRST;
  }

  /** A paused introduction, and what could take its place. */
  @Transactional(readOnly = true)
  public PausedSeen seen(UUID introductionId, Language language) {
    var introduction = introductions.get(introductionId);
    return new PausedSeen(
        shown.waiting(introductionId, language),
        introduction.status().name(),
        introduction.pausedBecause(),
        WrittenDate.of(LocalDate.ofInstant(introduction.pausedAt(), clock.getZone()), language),
        introduction.isPauseFinal(),
        choosing.alternatives(
            introduction.referralId(), activityOf(introduction).organisationId(), language),
        possible(introduction));
  }

  private static List<PauseDecision> possible(Introduction introduction) {
    var decisions = new ArrayList<>(List.of(PauseDecision.OFFER_ANOTHER));
    if (!introduction.isPauseFinal()) {
      decisions.add(PauseDecision.WAIT);
    }
    if (introduction.accepted()) {
      decisions.add(PauseDecision.GO_ON);
    }
    return decisions;
  }

  /**
   * Keeps how a paused introduction goes on.
   *
   * @param reason why the person goes on; needed for that and for nothing else
   * @param note in the words of whoever chose, or {@code null}
   * @throws InvalidInput if that cannot be chosen, or if the reason is missing
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void decide(UUID introductionId, PauseDecision decision, GoOnReason reason, String note, String userId) {
    var introduction = introductions.get(introductionId);
    if (!possible(introduction).contains(decision)) {
      throw new InvalidInput("decision", "introduction.form.pause-decision.impossible");
    }
    boolean goesOn = decision == PauseDecision.GO_ON;
    if (goesOn && reason == null) {
      throw new InvalidInput("goOnReason", "introduction.form.go-on-reason.required");
    }
    introduction.pauseDecided(decision, goesOn ? reason : null, note, userId, clock.instant());
    var details = about(introduction);
    details.put("decision", decision.name());
    details.put("reason", goesOn ? reason.name() : null);
    record("introduction.pause-decided", introduction, details);
    if (goesOn) {
      introduction.unpause();
    }
  }

  /** Stops a paused introduction and lets the link worker choose something else with the person. */
  @Transactional
  public void offerAnother(UUID introductionId) {
    var introduction = introductions.get(introductionId);
    introduction.unpause();
    String waitsIn = introduction.processInstanceId();
    if (introduction.waiting()) {
      process.placeTold(waitsIn, Answer.DECLINED, null);
    } else if (introduction.open()) {
      stopping.stopOne(introduction);
      process.answered(waitsIn, Answer.DECLINED);
    } else if (introduction.live()) {
      stopping.stopOne(introduction);
      wanting.want(introduction.referralId());
    }
  }

  /**
   * The mark is back: what is paused goes on.
   *
   * @return how many introductions went on
   */
  @Transactional
  public int resumeAll(String schemeId, String organisationId) {
    var paused = introductions.paused(schemeId, activitiesOf(schemeId, organisationId));
    paused.forEach(introduction -> process.resumed(introduction.pauseInstance()));
    return paused.size();
  }

  /** Takes up a paused introduction again: whoever had not answered is asked anew, with a new day. */
  @Transactional
  public void resume(UUID introductionId) {
    var introduction = introductions.get(introductionId);
    introduction.unpause();
    if (introduction.open()) {
      process.keepWaiting(introduction.processInstanceId(), offering.keepWaiting(introductionId));
      askAgain(introduction);
    }
    record("introduction.resumed", introduction, about(introduction));
  }

  private void askAgain(Introduction introduction) {
    var scheme = schemes.get(introduction.schemeId());
    var language = scheme.defaultLanguage();
    var activity = activityOf(introduction);
    outbox.send(
        new Message(
            introduction.schemeId(),
            introduction.referralId(),
            Purpose.INTRODUCTION_RESUMED,
            "introduction-resumed:" + introduction.id() + ":" + clock.instant(),
            activity.organisationEmail(),
            language,
            Map.of(
                "schemeName", scheme.name().in(language),
                "activityName", activity.name().in(language),
                "offeredOn", written(introduction.offeredAt(), language),
                "answerBy", written(introduction.answerDueAt(), language),
                "replyLink", links.reply(introduction.freshLink()))));
  }

  private String written(Instant at, Language language) {
    return WrittenDate.of(LocalDate.ofInstant(at, clock.getZone()), language);
  }

  /**
   * The mark does not come back: whoever waits for it chooses again, and waiting is no choice any more.
   *
   * @return how many introductions are still paused
   */
  @Transactional
  public int releaseAll(String schemeId, String organisationId) {
    var paused = introductions.paused(schemeId, activitiesOf(schemeId, organisationId));
    for (var introduction : paused) {
      introduction.pauseFinal();
      record("introduction.pause-released", introduction, about(introduction));
      process.markEnded(introduction.pauseInstance());
    }
    return paused.size();
  }

  private List<String> activitiesOf(String schemeId, String organisationId) {
    return directory.inScheme(schemeId).stream()
        .filter(activity -> activity.organisationId().equals(organisationId))
        .map(ActivityOffer::activityId)
        .toList();
  }

  private Map<String, String> about(Introduction introduction) {
    var details = new LinkedHashMap<String, String>();
    details.put("introduction", introduction.id().toString());
    details.put("activity", introduction.activityId());
    return details;
  }

  private void record(String act, Introduction introduction, Map<String, String> details) {
    audit.record(AuditEvent.ofReferral(act, introduction.referralId(), introduction.schemeId(), details));
  }

  private ActivityOffer activityOf(Introduction introduction) {
    return directory.activity(introduction.schemeId(), introduction.activityId()).orElseThrow();
  }

  /** Statuses in which somebody is on the way to an organisation, or there. */
  static List<Status> underWay() {
    return List.of(Status.OFFERED, Status.WAITING_LIST, Status.ACCEPTED);
  }

  /**
   * @param dueAt by when somebody chooses
   * @param teamLead whether that is a team lead now
   */
  public record Planned(Instant dueAt, boolean teamLead) {}
}
