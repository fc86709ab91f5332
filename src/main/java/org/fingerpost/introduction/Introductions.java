package org.fingerpost.introduction;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.fingerpost.directory.Directory;
import org.fingerpost.person.People;
import org.fingerpost.platform.Language;
import org.fingerpost.platform.WrittenDate;
import org.fingerpost.referral.Referrals;
import org.fingerpost.scheme.LocalisedText;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads introductions. */
@Component
public class Introductions {

  private final IntroductionRows introductions;
  private final Directory directory;
  private final Referrals referrals;
  private final People people;
  private final Clock clock;

  Introductions(
      IntroductionRows introductions, Directory directory, Referrals referrals, People people, Clock clock) {
    this.introductions = introductions;
    this.directory = directory;
    this.referrals = referrals;
    this.people = people;
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
