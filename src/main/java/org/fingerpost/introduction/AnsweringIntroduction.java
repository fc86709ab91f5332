package org.fingerpost.introduction;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.fingerpost.directory.ActivityOffer;
import org.fingerpost.directory.Directory;
import org.fingerpost.platform.Actor;
import org.fingerpost.platform.AuditEvent;
import org.fingerpost.platform.AuditTrail;
import org.fingerpost.platform.CurrentActor;
import org.fingerpost.scheme.Schemes;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * An organisation's answer to an offer, by its own reply link or told to the link worker. A link that is unknown, used,
 * too old or withdrawn answers nothing and says nothing: the caller cannot tell which.
 */
@Component
public class AnsweringIntroduction {

  private final IntroductionRows introductions;
  private final IntroductionProcess process;
  private final Directory directory;
  private final Schemes schemes;
  private final CurrentActor currentActor;
  private final AuditTrail audit;
  private final Clock clock;

  AnsweringIntroduction(
      IntroductionRows introductions,
      IntroductionProcess process,
      Directory directory,
      Schemes schemes,
      CurrentActor currentActor,
      AuditTrail audit,
      Clock clock) {
    this.introductions = introductions;
    this.process = process;
    this.directory = directory;
    this.schemes = schemes;
    this.currentActor = currentActor;
    this.audit = audit;
    this.clock = clock;
  }

  /** What a reply link opens; empty for a link that does not work. Changes nothing, however often it is opened. */
  @Transactional(readOnly = true)
  public Optional<OfferSeen> look(String token) {
    return introductions.byToken(token).filter(i -> i.answerable(clock.instant())).map(this::seen);
  }

  private OfferSeen seen(Introduction introduction) {
    var activity = activityOf(introduction);
    return new OfferSeen(
        schemes.get(introduction.schemeId()).name(),
        activity.name(),
        activity.organisationName(),
        LocalDate.ofInstant(introduction.offeredAt(), clock.getZone()),
        LocalDate.ofInstant(introduction.answerDueAt(), clock.getZone()));
  }

  /**
   * Takes an answer by link and lets the journey go on, in one transaction. The same answer again within
   * {@link Introduction#DOUBLE_CLICK} changes nothing and counts as taken.
   *
   * @param note the organisation's words, or {@code null}
   * @return whether the answer was taken; {@code false} for a link that does not work
   */
  @Transactional
  public boolean answer(String token, Answer answer, String note) {
    var now = clock.instant();
    var introduction = introductions.byTokenAlone(token).orElse(null);
    if (introduction == null) {
      return false;
    }
    if (introduction.justAnswered(answer, now)) {
      return true;
    }
    if (!introduction.answerable(now)) {
      return false;
    }
    introduction.answer(answer, Introduction.Via.LINK, note, now);
    var provider = new Actor(Actor.Kind.PROVIDER, activityOf(introduction).organisationId());
    currentActor.as(
        provider,
        () -> {
          recordAnswer(introduction, answer, Introduction.Via.LINK);
          process.answered(introduction.processInstanceId(), answer);
        });
    return true;
  }

  /**
   * Takes an answer that the organisation gave to the link worker; the task that is being finished lets the journey go
   * on.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void answerToLinkWorker(UUID introductionId, Answer answer, String note) {
    var introduction = introductions.get(introductionId);
    introduction.answer(answer, Introduction.Via.LINK_WORKER, note, clock.instant());
    recordAnswer(introduction, answer, Introduction.Via.LINK_WORKER);
  }

  private void recordAnswer(Introduction introduction, Answer answer, Introduction.Via via) {
    audit.record(
        AuditEvent.ofReferral(
            "introduction.answered",
            introduction.referralId(),
            introduction.schemeId(),
            Map.of(
                "introduction", introduction.id().toString(),
                "activity", introduction.activityId(),
                "answer", answer.name(),
                "via", via.name())));
  }

  private ActivityOffer activityOf(Introduction introduction) {
    return directory.activity(introduction.schemeId(), introduction.activityId()).orElseThrow();
  }
}
