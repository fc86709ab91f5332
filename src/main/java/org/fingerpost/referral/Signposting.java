package org.fingerpost.referral;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.fingerpost.directory.ActivityMatch;
import org.fingerpost.directory.Directory;
import org.fingerpost.notification.Message;
import org.fingerpost.notification.Outbox;
import org.fingerpost.notification.Purpose;
import org.fingerpost.person.People;
import org.fingerpost.person.PersonDetails;
import org.fingerpost.platform.Language;
import org.fingerpost.scheme.Schemes;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The light touch for somebody who is confident and wants to know what there is: places to go to, and no link worker. */
@Component
public class Signposting {

  /** More than this is a list, not help. */
  private static final int MOST = 5;

  private final Referrals referrals;
  private final People people;
  private final Directory directory;
  private final Outbox outbox;
  private final Schemes schemes;
  private final Clock clock;

  Signposting(
      Referrals referrals, People people, Directory directory, Outbox outbox, Schemes schemes, Clock clock) {
    this.referrals = referrals;
    this.people = people;
    this.directory = directory;
    this.outbox = outbox;
    this.schemes = schemes;
    this.clock = clock;
  }

  /**
   * Queues a message to the person with the best matches of the directory, and closes the referral. Nothing is shared with anybody
   * else. Without an e-mail address the message waits on screen to be printed or read out.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void signpost(String referralId) {
    var referral = referrals.get(referralId);
    var person = people.get(referral.personId());
    var found =
        directory.match(
            referral.schemeId(), referral.needs(), referral.areaCode(), person.ageOn(LocalDate.now(clock)));
    outbox.send(
        new Message(
            referral.schemeId(),
            referralId,
            Purpose.REFERRAL_SIGNPOSTED,
            Purpose.REFERRAL_SIGNPOSTED.code() + ":" + referralId,
            person.email(),
            person.preferredLanguage(),
            contents(referral, person, found.stream().limit(MOST).toList())));
    referrals.close(referralId, ClosedState.SIGNPOSTED, "SIGNPOST");
  }

  private Map<String, Object> contents(ReferralSummary referral, PersonDetails person, List<ActivityMatch> found) {
    var scheme = schemes.get(referral.schemeId());
    var language = person.preferredLanguage();
    var params = new HashMap<String, Object>();
    params.put("schemeName", scheme.name().in(language));
    params.put("firstName", person.givenName());
    if (found.isEmpty()) {
      params.put("contact", scheme.contact().in(language));
    } else {
      params.put("activities", lines(found, language));
    }
    return params;
  }

  private static String lines(List<ActivityMatch> found, Language language) {
    return found.stream()
        .map(ActivityMatch::activity)
        .map(
            activity ->
                "- "
                    + activity.name().in(language)
                    + ", "
                    + activity.organisationName()
                    + (activity.organisationPhone() == null ? "" : ", " + activity.organisationPhone()))
        .collect(Collectors.joining("\n"));
  }
}
