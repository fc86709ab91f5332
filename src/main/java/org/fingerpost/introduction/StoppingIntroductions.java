package org.fingerpost.introduction;

import static org.fingerpost.referral.journey.IntroduceActivity.TRY_ANOTHER;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.fingerpost.directory.Directory;
import org.fingerpost.notification.Message;
import org.fingerpost.notification.Outbox;
import org.fingerpost.notification.Purpose;
import org.fingerpost.platform.AuditEvent;
import org.fingerpost.platform.AuditTrail;
import org.fingerpost.platform.WrittenDate;
import org.fingerpost.referral.EndsWithReferral;
import org.fingerpost.referral.Referrals;
import org.fingerpost.scheme.Schemes;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Ending introductions from our side, and telling the organisations, so that nobody waits for somebody who will not
 * come.
 */
@Component
public class StoppingIntroductions implements EndsWithReferral {

  private final IntroductionRows introductions;
  private final Directory directory;
  private final Schemes schemes;
  private final Outbox outbox;
  private final Referrals referrals;
  private final IntroductionProcess process;
  private final AuditTrail audit;
  private final Clock clock;

  StoppingIntroductions(
      IntroductionRows introductions,
      Directory directory,
      Schemes schemes,
      Outbox outbox,
      Referrals referrals,
      IntroductionProcess process,
      AuditTrail audit,
      Clock clock) {
    this.introductions = introductions;
    this.directory = directory;
    this.schemes = schemes;
    this.outbox = outbox;
    this.referrals = referrals;
    this.process = process;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Stops every live introduction of a referral that ends, those that run beside its journey too. Safe to repeat: what is stopped
   * stays stopped.
   *
   * @param died whether the person has died: an organisation that knows the person is told so, with care
   */
  @Transactional
  public void stopAll(String referralId, boolean died) {
    stop(referralId, Introduction::live, died);
    if (referrals.hasSideIntroductions(referralId)) {
      process.endBesides(referralId);
    }
  }

  /** Support has come to its end: whoever was welcomed may go on, but nobody goes on asking or waiting for a place. */
  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public void ended(String referralId) {
    stop(referralId, i -> i.open() || i.waiting(), false);
    process.endBesides(referralId);
  }

  private void stop(String referralId, Predicate<Introduction> which, boolean died) {
    for (var introduction : introductions.ofReferral(referralId)) {
      introduction.unpause();
      if (which.test(introduction)) {
        boolean known = !introduction.open();
        introduction.dropQuestion();
        introduction.stop();
        if (!(died && known && tellOfDeath(introduction))) {
          tell(introduction);
        }
        record("introduction.stopped", introduction, null);
      }
    }
  }

  /**
   * Stops the live introductions to one activity, because the person no longer agrees that its organisation is told about them.
   *
   * @return those whose answer the journey still waits for
   */
  List<Introduction> stopFor(String referralId, String activityId) {
    var awaited = new ArrayList<Introduction>();
    for (var introduction : introductions.ofReferral(referralId)) {
      if (introduction.live() && introduction.activityId().equals(activityId)) {
        if (introduction.open()) {
          awaited.add(introduction);
        }
        stopOne(introduction);
      }
    }
    return awaited;
  }

  /** Stops one introduction, and what waits beside it; the journey that waits for its answer is the caller's to tell. */
  void stopOne(Introduction introduction) {
    end(introduction.dropQuestion());
    end(introduction.unpause());
    introduction.stop();
    tell(introduction);
    record("introduction.stopped", introduction, null);
  }

  /**
   * @param instanceId or {@code null}
   */
  private void end(String instanceId) {
    if (instanceId != null) {
      process.end(instanceId);
    }
  }

  /** No place came, and none is waited for any more. */
  @Transactional
  public void giveUpPlace(UUID introductionId) {
    var introduction = introductions.get(introductionId);
    if (introduction.waiting()) {
      introduction.giveUpPlace();
      tell(introduction);
      record("introduction.stopped", introduction, null);
    }
  }

  /** Gives up waiting for an organisation, because another activity is tried. Its reply link no longer works. */
  @Transactional
  public void giveUp(UUID introductionId) {
    var introduction = introductions.get(introductionId);
    introduction.giveUp();
    end(introduction.dropQuestion());
    tell(introduction);
    record("introduction.chased", introduction, TRY_ANOTHER);
  }

  private void tell(Introduction introduction) {
    send(Purpose.INTRODUCTION_STOPPED, introduction);
  }

  /**
   * @return {@code false} if the person had taken back their leave to tell this organisation about them
   */
  private boolean tellOfDeath(Introduction introduction) {
    return send(Purpose.INTRODUCTION_ENDED_BY_DEATH, introduction);
  }

  private boolean send(Purpose purpose, Introduction introduction) {
    var scheme = schemes.get(introduction.schemeId());
    var language = scheme.defaultLanguage();
    var activity = directory.activity(introduction.schemeId(), introduction.activityId()).orElseThrow();
    var offeredOn = LocalDate.ofInstant(introduction.offeredAt(), clock.getZone());
    return outbox.send(
        new Message(
                introduction.schemeId(),
                introduction.referralId(),
                purpose,
                "introduction-stopped:" + introduction.id(),
                activity.organisationEmail(),
                language,
                Map.of(
                    "schemeName", scheme.name().in(language),
                    "activityName", activity.name().in(language),
                    "offeredOn", WrittenDate.of(offeredOn, language)))
            .about(introduction.activityId()));
  }

  /**
   * @param decision code, or {@code null} if nobody had to decide
   */
  private void record(String act, Introduction introduction, String decision) {
    var details = new LinkedHashMap<String, String>();
    details.put("introduction", introduction.id().toString());
    details.put("activity", introduction.activityId());
    details.put("decision", decision);
    audit.record(AuditEvent.ofReferral(act, introduction.referralId(), introduction.schemeId(), details));
  }
}
