package org.fingerpost.introduction;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.fingerpost.directory.Directory;
import org.fingerpost.person.People;
import org.fingerpost.platform.Language;
import org.fingerpost.platform.WrittenDate;
import org.fingerpost.referral.Referrals;
import org.fingerpost.scheme.LocalisedText;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Reads introductions. */
@Component
public class Introductions {

  private final IntroductionRows introductions;
  private final Directory directory;
  private final Referrals referrals;
  private final People people;
  private final RecordingAttendance attendances;
  private final JdbcClient db;
  private final Clock clock;

  Introductions(
      IntroductionRows introductions,
      Directory directory,
      Referrals referrals,
      People people,
      RecordingAttendance attendances,
      JdbcClient db,
      Clock clock) {
    this.introductions = introductions;
    this.directory = directory;
    this.referrals = referrals;
    this.people = people;
    this.attendances = attendances;
    this.db = db;
    this.clock = clock;
  }

  /** An introduction as whoever waits for its answer sees it. */
  @Transactional(readOnly = true)
  public Waiting waiting(UUID introductionId, Language language) {
    var introduction = introductions.get(introductionId);
    var activity = directory.activity(introduction.schemeId(), introduction.activityId()).orElseThrow();
    var person = people.get(referrals.get(introduction.referralId()).personId());
    return new Waiting(
        person.fullName(),
        activity.name().in(language),
        activity.organisationName(),
        activity.organisationPhone(),
        written(introduction.offeredAt(), language),
        written(introduction.answerDueAt(), language));
  }

  /** What a provider asked about an introduction, as whoever answers sees it. */
  @Transactional(readOnly = true)
  public Question question(UUID introductionId, Language language) {
    return new Question(waiting(introductionId, language), introductions.get(introductionId).question());
  }

  /** Everything a referral has been introduced to, the latest first. */
  @Transactional(readOnly = true)
  public List<IntroductionStatus> ofReferral(String referralId) {
    var rows = introductions.ofReferral(referralId);
    if (rows.isEmpty()) {
      return List.of();
    }
    var attended = attended(referralId);
    return rows.stream().map(i -> status(i, attended.getOrDefault(i.id(), Attended.NEVER))).toList();
  }

  private IntroductionStatus status(Introduction i, Attended attended) {
    var activity = directory.activity(i.schemeId(), i.activityId()).orElseThrow();
    return new IntroductionStatus(
        i.id(),
        i.activityId(),
        activity.name(),
        activity.organisationName(),
        activity.organisationPhone(),
        activity.traits().kind(),
        i.status().name(),
        i.live(),
        i.accompanied(),
        i.accompaniedBy(),
        LocalDate.ofInstant(i.offeredAt(), clock.getZone()),
        LocalDate.ofInstant(i.answerDueAt(), clock.getZone()),
        i.answeredAt() == null ? null : LocalDate.ofInstant(i.answeredAt(), clock.getZone()),
        i.firstOn(),
        i.lookAgainOn(),
        i.declineReason(),
        i.answerNote(),
        i.questionOpen() ? i.question() : null,
        attended.times(),
        attended.lastOn(),
        i.regularSince());
  }

  private Map<UUID, Attended> attended(String referralId) {
    var attended = new HashMap<UUID, Attended>();
    db.sql(
            """
            select introduction_id, count(*) filter (where attended) as times,
                   max(held_on) filter (where attended) as last_on
            from attendance where referral_id = :referral group by introduction_id
            """)
        .param("referral", referralId)
        .query(
            row -> {
              attended.put(
                  row.getObject("introduction_id", UUID.class),
                  new Attended(row.getInt("times"), row.getObject("last_on", LocalDate.class)));
            });
    return attended;
  }

  private record Attended(int times, LocalDate lastOn) {

    private static final Attended NEVER = new Attended(0, null);
  }

  /**
   * Records whether a person went, as told to the link worker, in the caller's transaction.
   *
   * @throws org.fingerpost.platform.InvalidInput if the day is to come, or before the offer
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void attendance(UUID introductionId, LocalDate heldOn, boolean attended, String userId) {
    attendances.toldLinkWorker(introductionId, heldOn, attended, userId);
  }

  private String written(Instant at, Language language) {
    return WrittenDate.of(LocalDate.ofInstant(at, clock.getZone()), language);
  }

  /** Whether an organisation has said yes, so that the person has an activity to go to. */
  @Transactional(readOnly = true)
  public boolean isIntroduced(String referralId) {
    return introductions.ofReferral(referralId).stream().anyMatch(Introduction::accepted);
  }

  /** The activity that a person was last introduced to or put on the waiting list of. */
  @Transactional(readOnly = true)
  public Optional<Welcome> welcomeOf(String referralId) {
    return introductions.ofReferral(referralId).stream()
        .filter(i -> i.live() && !i.open())
        .findFirst()
        .flatMap(
            i ->
                directory
                    .activity(i.schemeId(), i.activityId())
                    .map(activity -> new Welcome(activity.name(), i.answerNote())));
  }

  /**
   * @param note what the organisation wrote with its answer, or {@code null}
   */
  public record Welcome(LocalisedText activityName, String note) {

    @Override
    public String toString() {
      return "Welcome[" + activityName.en() + "]";
    }
  }

  /**
   * @param asked in the provider's words
   */
  public record Question(Waiting about, String asked) {

    @Override
    public String toString() {
      return "Question[" + about.activityName() + "]";
    }
  }

  /**
   * @param organisationPhone or {@code null}
   * @param offeredOn a written date
   * @param answerBy a written date
   */
  public record Waiting(
      String personName,
      String activityName,
      String organisationName,
      String organisationPhone,
      String offeredOn,
      String answerBy) {

    @Override
    public String toString() {
      return "Waiting[" + activityName + "]";
    }
  }
}
