package org.fingerpost.introduction;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.fingerpost.directory.ActivityOffer;
import org.fingerpost.directory.Directory;
import org.fingerpost.notification.Message;
import org.fingerpost.notification.Outbox;
import org.fingerpost.notification.PublicLinks;
import org.fingerpost.notification.Purpose;
import org.fingerpost.platform.Actor;
import org.fingerpost.platform.AuditEvent;
import org.fingerpost.platform.AuditTrail;
import org.fingerpost.platform.CurrentActor;
import org.fingerpost.platform.Decisions;
import org.fingerpost.platform.InvalidInput;
import org.fingerpost.scheme.Schemes;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Whether the person went, told by the organisation or by the link worker; of two answers about one day the later counts.
 * From when on going there is a habit says the table {@code regular-attendance}.
 */
@Component
public class RecordingAttendance {

  /** Decision that says how often within how many weeks is regular. */
  static final String DECISION_REGULAR = "regular-attendance";

  /** Who told. */
  public enum Source {
    PROVIDER,
    LINK_WORKER
  }

  private final IntroductionRows introductions;
  private final Directory directory;
  private final Decisions decisions;
  private final Schemes schemes;
  private final LinkUses uses;
  private final Outbox outbox;
  private final PublicLinks links;
  private final CurrentActor currentActor;
  private final AuditTrail audit;
  private final JdbcClient db;
  private final Clock clock;

  RecordingAttendance(
      IntroductionRows introductions,
      Directory directory,
      Decisions decisions,
      Schemes schemes,
      LinkUses uses,
      Outbox outbox,
      PublicLinks links,
      CurrentActor currentActor,
      AuditTrail audit,
      JdbcClient db,
      Clock clock) {
    this.introductions = introductions;
    this.directory = directory;
    this.decisions = decisions;
    this.schemes = schemes;
    this.uses = uses;
    this.outbox = outbox;
    this.links = links;
    this.currentActor = currentActor;
    this.audit = audit;
    this.db = db;
    this.clock = clock;
  }

  /** What a link about attendance opens; empty for one that does not work. */
  @Transactional
  public Optional<OfferSeen> look(String token) {
    return introductions
        .byToken(token)
        .filter(i -> i.attendable(clock.instant(), clock.getZone()))
        .filter(uses::opened)
        .map(
            i -> {
              var activity = activityOf(i);
              return new OfferSeen(
                  schemes.get(i.schemeId()).name(),
                  activity.name(),
                  activity.organisationName(),
                  LocalDate.ofInstant(i.offeredAt(), clock.getZone()),
                  LocalDate.now(clock),
                  false);
            });
  }

  /**
   * Takes by link whether the person came on a day.
   *
   * @return whether it was taken; {@code false} for a link that does not work
   * @throws InvalidInput if the day is to come, or before the offer
   */
  @Transactional
  public boolean byLink(String token, LocalDate heldOn, boolean attended) {
    var introduction = introductions.byTokenAlone(token).orElse(null);
    if (introduction == null || !introduction.attendable(clock.instant(), clock.getZone())) {
      return false;
    }
    introduction.linkUsed();
    var activity = activityOf(introduction);
    currentActor.as(
        new Actor(Actor.Kind.PROVIDER, activity.organisationId()),
        () -> record(introduction, activity, heldOn, attended, Source.PROVIDER, activity.organisationId()));
    return true;
  }

  /** As told to the link worker, in the caller's transaction. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void toldLinkWorker(UUID introductionId, LocalDate heldOn, boolean attended, String userId) {
    var introduction = introductions.get(introductionId);
    record(introduction, activityOf(introduction), heldOn, attended, Source.LINK_WORKER, userId);
  }

  /** Asks the organisation who came, with a link that works for two weeks. Nothing is sent unless it has said yes, or while it is paused. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void ask(UUID introductionId) {
    var introduction = introductions.get(introductionId);
    if (!introduction.accepted() || introduction.paused()) {
      return;
    }
    var activity = activityOf(introduction);
    var scheme = schemes.get(introduction.schemeId());
    var language = scheme.defaultLanguage();
    outbox.send(
        new Message(
            introduction.schemeId(),
            introduction.referralId(),
            Purpose.ATTENDANCE_ASKED,
            "attendance-asked:" + introductionId + ":" + LocalDate.now(clock),
            activity.organisationEmail(),
            language,
            Map.of(
                "schemeName", scheme.name().in(language),
                "activityName", activity.name().in(language),
                "attendedLink", links.attended(introduction.askAttendance(clock.instant())))));
  }

  private void record(
      Introduction introduction,
      ActivityOffer activity,
      LocalDate heldOn,
      boolean attended,
      Source source,
      String recordedBy) {
    if (heldOn.isAfter(LocalDate.now(clock))
        || heldOn.isBefore(LocalDate.ofInstant(introduction.offeredAt(), clock.getZone()))) {
      throw new InvalidInput("heldOn", "introduction.attended.day.wrong");
    }
    db.sql(
            """
            insert into attendance (attendance_id, introduction_id, referral_id, scheme_id, held_on, attended, source,
              recorded_by, recorded_at)
            values (:id, :introduction, :referral, :scheme, :day, :attended, :source, :by, :now)
            on conflict (introduction_id, held_on) do update
               set attended = excluded.attended, source = excluded.source, recorded_by = excluded.recorded_by,
                   recorded_at = excluded.recorded_at
            """)
        .param("id", UUID.randomUUID())
        .param("introduction", introduction.id())
        .param("referral", introduction.referralId())
        .param("scheme", introduction.schemeId())
        .param("day", heldOn)
        .param("attended", attended)
        .param("source", source.name())
        .param("by", recordedBy)
        .param("now", Timestamp.from(clock.instant()))
        .update();
    audit("introduction.attendance-recorded", introduction, Map.of(
        "introduction", introduction.id().toString(),
        "activity", introduction.activityId(),
        "heldOn", heldOn.toString(),
        "attended", Boolean.toString(attended),
        "told", source.name()));
    if (attended) {
      regular(introduction, activity, heldOn);
    }
  }

  private void regular(Introduction introduction, ActivityOffer activity, LocalDate heldOn) {
    var answer =
        decisions.ask(DECISION_REGULAR, introduction.schemeId(), Map.of("format", activity.format().name()));
    int times =
        db.sql(
                """
                select count(*) from attendance
                where introduction_id = :introduction and attended and held_on > :from and held_on <= :to
                """)
            .param("introduction", introduction.id())
            .param("from", heldOn.minusWeeks(answer.number("weeks")))
            .param("to", heldOn)
            .query(Integer.class)
            .single();
    if (times >= answer.number("times") && introduction.regularSince(heldOn)) {
      audit("introduction.regular", introduction, Map.of(
          "introduction", introduction.id().toString(),
          "activity", introduction.activityId(),
          "times", Integer.toString(times),
          "ruleId", String.join(", ", answer.ruleIds())));
    }
  }

  private void audit(String act, Introduction introduction, Map<String, String> details) {
    audit.record(AuditEvent.ofReferral(act, introduction.referralId(), introduction.schemeId(), details));
  }

  private ActivityOffer activityOf(Introduction introduction) {
    return directory.activity(introduction.schemeId(), introduction.activityId()).orElseThrow();
  }
}
