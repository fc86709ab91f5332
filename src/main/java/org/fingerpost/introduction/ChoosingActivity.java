package org.fingerpost.introduction;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.fingerpost.conversation.Conversations;
import org.fingerpost.directory.ActivityMatch;
import org.fingerpost.directory.Directory;
import org.fingerpost.person.Consent;
import org.fingerpost.person.Consents;
import org.fingerpost.person.People;
import org.fingerpost.platform.AuditEvent;
import org.fingerpost.platform.AuditTrail;
import org.fingerpost.platform.InvalidInput;
import org.fingerpost.platform.Language;
import org.fingerpost.referral.Referrals;
import org.fingerpost.scheme.SchemeWords;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Choosing an activity with a person, and asking whether its organisation may be told about them. */
@Component
public class ChoosingActivity {

  /** Chosen when nothing in the directory suits the person: the gap is on record. */
  public static final String NONE = "NONE";

  /** The wording of the question in form {@code choose-activity} that the person agreed to. */
  private static final String CONSENT_WORDING = "tell-provider-1";

  /** The person said so to the link worker, who recorded it; the form does not ask on which channel. */
  private static final String TOLD_LINK_WORKER = "TOLD_LINK_WORKER";

  private static final int LONGEST_IN_OPTION = 120;

  private final IntroductionRows introductions;
  private final Directory directory;
  private final Referrals referrals;
  private final People people;
  private final Consents consents;
  private final Conversations conversations;
  private final SchemeWords words;
  private final AuditTrail audit;
  private final Clock clock;

  ChoosingActivity(
      IntroductionRows introductions,
      Directory directory,
      Referrals referrals,
      People people,
      Consents consents,
      Conversations conversations,
      SchemeWords words,
      AuditTrail audit,
      Clock clock) {
    this.introductions = introductions;
    this.directory = directory;
    this.referrals = referrals;
    this.people = people;
    this.consents = consents;
    this.conversations = conversations;
    this.words = words;
    this.audit = audit;
    this.clock = clock;
  }

  /** What there is to choose from, best first, in one language; {@link #NONE} last. */
  @Transactional(readOnly = true)
  public Choice choice(String referralId, Language language) {
    var referral = referrals.get(referralId);
    var person = people.get(referral.personId());
    var plan = conversations.latest(referralId);
    var asked =
        introductions.ofReferral(referralId).stream()
            .collect(Collectors.toMap(Introduction::activityId, i -> i, (latest, earlier) -> latest));
    var options = new LinkedHashMap<String, String>();
    var matches =
        directory.match(
            referral.schemeId(), referral.needs(), referral.areaCode(), person.ageOn(LocalDate.now(clock)));
    for (var match : matches) {
      options.put(match.activity().activityId(), label(match, asked.get(match.activity().activityId()), language));
    }
    options.put(NONE, words.say(referral.schemeId(), language, "introduction.none"));
    return new Choice(
        person.fullName(),
        plan.map(p -> p.whatMatters()).orElse(""),
        plan.map(p -> String.join("\n", p.goalTexts())).orElse(""),
        options);
  }

  private String label(ActivityMatch match, Introduction askedBefore, Language language) {
    var activity = match.activity();
    List<String> reasons = new ArrayList<>();
    match.reasons().forEach(r -> reasons.add(words.say(activity.schemeId(), language, "match-reason." + r)));
    if (askedBefore != null) {
      String outcome = words.say(activity.schemeId(), language, "introduction.asked-before." + askedBefore.status());
      String note = askedBefore.answerNote();
      reasons.add(note == null ? outcome : outcome + " (“" + brief(note) + "”)");
    }
    return activity.name().in(language)
        + " – "
        + activity.organisationName()
        + (reasons.isEmpty() ? "" : " – " + String.join(", ", reasons));
  }

  /** An option is one line long. */
  private static String brief(String note) {
    String line = note.replaceAll("\\s+", " ");
    return line.length() <= LONGEST_IN_OPTION ? line : line.substring(0, LONGEST_IN_OPTION - 1) + "…";
  }

  /**
   * Chooses an activity and records that the person agrees to tell its organisation about them. The offer follows in
   * the same transaction ({@link OfferingActivity}).
   *
   * @param note what the organisation should know, as the person agreed to share it; or {@code null}
   * @param processInstanceId the instance that will wait for the answer
   * @param userId who chose it with the person
   * @return id of the introduction
   * @throws InvalidInput if the scheme has no such activity
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public UUID choose(
      String referralId,
      String schemeId,
      String activityId,
      boolean accompanied,
      String note,
      String processInstanceId,
      String userId) {
    if (directory.activity(schemeId, activityId).isEmpty()) {
      throw new InvalidInput("activity", "introduction.form.activity.unknown");
    }
    consents.record(
        new Consent(
            referrals.get(referralId).personId(),
            referralId,
            Consent.Purpose.TELL_PROVIDER,
            true,
            "PERSON",
            TOLD_LINK_WORKER,
            LocalDate.now(clock),
            CONSENT_WORDING,
            activityId,
            userId));
    var introduction =
        new Introduction(
            referralId, schemeId, activityId, accompanied, note, processInstanceId, clock.instant());
    introductions.add(introduction);
    audit.record(
        AuditEvent.ofReferral(
            "introduction.chosen",
            referralId,
            schemeId,
            Map.of(
                "introduction", introduction.id().toString(),
                "activity", activityId,
                "accompanied", Boolean.toString(accompanied),
                "agreesToShare", "true")));
    return introduction.id();
  }

  /** Records that nothing suits the person. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void chooseNone(String referralId, String schemeId) {
    audit.record(AuditEvent.ofReferral("introduction.none-suitable", referralId, schemeId, Map.of()));
  }

  /**
   * @param whatMatters in the person's words; empty if no conversation is on record
   * @param goals one to a line
   * @param activities label by activity id, in the order to be shown
   */
  public record Choice(String personName, String whatMatters, String goals, Map<String, String> activities) {

    @Override
    public String toString() {
      return "Choice[" + activities.size() + " options]";
    }
  }
}
