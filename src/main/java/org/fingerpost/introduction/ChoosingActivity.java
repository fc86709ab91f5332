package org.fingerpost.introduction;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fingerpost.conversation.Conversations;
import org.fingerpost.directory.ActivityMatch;
import org.fingerpost.directory.Directory;
import org.fingerpost.directory.MatchCaution;
import org.fingerpost.directory.Seeker;
import org.fingerpost.person.Consent;
import org.fingerpost.person.Consents;
import org.fingerpost.person.People;
import org.fingerpost.person.PersonDetails;
import org.fingerpost.platform.AuditEvent;
import org.fingerpost.platform.AuditTrail;
import org.fingerpost.platform.InvalidInput;
import org.fingerpost.platform.Language;
import org.fingerpost.referral.ReferralSummary;
import org.fingerpost.referral.Referrals;
import org.fingerpost.scheme.AccessNeed;
import org.fingerpost.scheme.ActivityKind;
import org.fingerpost.scheme.Interest;
import org.fingerpost.scheme.SchemeWords;
import org.fingerpost.scheme.Schemes;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Choosing an activity with a person, and asking whether its organisation may be told about them. */
@Component
public class ChoosingActivity {

  /** Chosen when nothing in the directory suits the person: the gap is on record. */
  public static final String NONE = "NONE";

  /** Chosen to see the list again, in an order made from what was noted. */
  public static final String LOOK_AGAIN = "LOOK_AGAIN";

  /** Chosen when no further activity is wanted beside those under way. */
  public static final String ENOUGH = "ENOUGH";

  /** Stands for the instance that is about to be started. */
  private static final String NOT_STARTED = "-";

  /** The wording of the question in form {@code choose-activity} that the person agreed to. */
  private static final String CONSENT_WORDING = "tell-provider-1";

  /** The person said so to the link worker, who recorded it; the form does not ask on which channel. */
  private static final String TOLD_LINK_WORKER = "TOLD_LINK_WORKER";

  private static final int LONGEST_IN_OPTION = 120;

  /** The most that are listed in place of a paused introduction: what stands further down suits less. */
  private static final int MOST_ALTERNATIVES = 8;

  private final IntroductionRows introductions;
  private final Directory directory;
  private final Referrals referrals;
  private final People people;
  private final Consents consents;
  private final Conversations conversations;
  private final UnmetNeeds unmetNeeds;
  private final IntroductionProcess process;
  private final Schemes schemes;
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
      UnmetNeeds unmetNeeds,
      IntroductionProcess process,
      Schemes schemes,
      SchemeWords words,
      AuditTrail audit,
      Clock clock) {
    this.introductions = introductions;
    this.directory = directory;
    this.referrals = referrals;
    this.people = people;
    this.consents = consents;
    this.conversations = conversations;
    this.unmetNeeds = unmetNeeds;
    this.process = process;
    this.schemes = schemes;
    this.words = words;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * What there is to choose from, best first, in one language; after the activities {@link #LOOK_AGAIN}, {@link #ENOUGH}
   * if something else is under way, and {@link #NONE} last.
   */
  @Transactional(readOnly = true)
  public Choice choice(String referralId, Language language) {
    var referral = referrals.get(referralId);
    var person = people.get(referral.personId());
    var plan = conversations.latest(referralId);
    var known = introductions.knownOf(referralId);
    var asked =
        known.introductions().stream()
            .collect(Collectors.toMap(Introduction::activityId, i -> i, (latest, earlier) -> latest));
    String whatMatters = plan.map(p -> p.whatMatters()).orElse("");
    String goals = plan.map(p -> String.join("\n", p.goalTexts())).orElse("");
    String likes = plan.map(p -> p.likesAndWants()).orElse("");
    var seeker = seeker(referral, person, likes + '\n' + whatMatters + '\n' + goals, known.wish());
    var activities = new LinkedHashMap<String, String>();
    var leftOut = new ArrayList<String>();
    for (var match : directory.match(referral.schemeId(), seeker)) {
      String label = label(match, asked.get(match.activity().activityId()), language);
      if (match.choosable()) {
        activities.put(match.activity().activityId(), label);
      } else {
        leftOut.add(label);
      }
    }
    var options = new LinkedHashMap<>(activities);
    options.put(LOOK_AGAIN, words.say(referral.schemeId(), language, "introduction.look-again"));
    if (known.introductions().stream().anyMatch(Introduction::live)) {
      options.put(ENOUGH, words.say(referral.schemeId(), language, "introduction.enough"));
    }
    options.put(NONE, words.say(referral.schemeId(), language, "introduction.none"));
    return new Choice(
        person.fullName(),
        whatMatters,
        goals,
        String.join("\n", wishes(referral.schemeId(), seeker, language)),
        String.join("\n", leftOut),
        options,
        activities);
  }

  /**
   * Activities that suit the person and whose organisation has a kite mark, where the scheme asks for one; best first, as they stand
   * in the choice.
   *
   * @param withoutOrganisation whose activities are left out
   */
  @Transactional(readOnly = true)
  public List<String> alternatives(String referralId, String withoutOrganisation, Language language) {
    var referral = referrals.get(referralId);
    var person = people.get(referral.personId());
    var plan = conversations.latest(referralId);
    var known = introductions.knownOf(referralId);
    var asked =
        known.introductions().stream()
            .collect(Collectors.toMap(Introduction::activityId, i -> i, (latest, earlier) -> latest));
    String said =
        plan.map(p -> p.likesAndWants() + '\n' + p.whatMatters() + '\n' + String.join("\n", p.goalTexts())).orElse("");
    return directory.match(referral.schemeId(), seeker(referral, person, said, known.wish())).stream()
        .filter(ActivityMatch::choosable)
        .filter(match -> !match.activity().organisationId().equals(withoutOrganisation))
        .filter(match -> !match.cautions().contains(MatchCaution.NO_KITE_MARK))
        .limit(MOST_ALTERNATIVES)
        .map(match -> label(match, asked.get(match.activity().activityId()), language))
        .toList();
  }

  private Seeker seeker(ReferralSummary referral, PersonDetails person, String said, MatchingWish wish) {
    var languages = new ArrayList<String>();
    if (person.preferredLanguage() != Language.EN) {
      languages.add(person.preferredLanguage().code());
    }
    Languages.codeOf(person.interpreter()).ifPresent(languages::add);
    boolean noted = wish != null;
    return new Seeker(
        referral.needs(),
        referral.areaCode(),
        person.postcode() == null ? null : person.postcode().split(" ")[0],
        person.ageOn(LocalDate.now(clock)),
        languages,
        noted && !wish.access().isEmpty() ? wish.access() : AccessNeed.spokenOfIn(person.communicationNeeds()),
        noted ? wish.weekdays() : List.of(),
        noted && !wish.interests().isEmpty() ? wish.interests() : Interest.spokenOfIn(said));
  }

  private List<String> wishes(String schemeId, Seeker seeker, Language language) {
    return Stream.of(
            seeker.access().stream().map(code -> "access-need." + code),
            seeker.weekdays().stream().map(code -> "weekday." + code),
            seeker.interests().stream().map(code -> "interest." + code))
        .map(keys -> keys.map(key -> words.say(schemeId, language, key)).collect(Collectors.joining(", ")))
        .filter(line -> !line.isEmpty())
        .toList();
  }

  private String label(ActivityMatch match, Introduction askedBefore, Language language) {
    var activity = match.activity();
    String scheme = activity.schemeId();
    List<String> said = new ArrayList<>();
    if (activity.traits().kind() != ActivityKind.COMMUNITY) {
      said.add(words.say(scheme, language, "activity-kind." + activity.traits().kind()));
    }
    match.reasons().forEach(r -> said.add(words.say(scheme, language, "match-reason." + r)));
    match.cautions().forEach(c -> said.add("⚠ " + words.say(scheme, language, "match-caution." + c)));
    var usual = activity.standing().usualAnswer();
    if (usual != null && usual.tells()) {
      said.add(words.say(scheme, language, "introduction.usual-answer", usual.medianDays(), usual.acceptedOfTen()));
    }
    if (askedBefore != null) {
      said.add(askedBefore(askedBefore, language));
    }
    return activity.name().in(language)
        + " – "
        + activity.organisationName()
        + (said.isEmpty() ? "" : " – " + String.join(", ", said));
  }

  private String askedBefore(Introduction before, Language language) {
    String outcome = words.say(before.schemeId(), language, "introduction.asked-before." + before.status());
    List<String> why = new ArrayList<>();
    if (before.declineReason() != null) {
      why.add(words.say(before.schemeId(), language, "introduction.decline-reason." + before.declineReason()));
    }
    if (before.answerNote() != null) {
      why.add("“" + brief(before.answerNote()) + "”");
    }
    return why.isEmpty() ? outcome : outcome + " (" + String.join(", ", why) + ")";
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
   * @param processInstanceId the instance that will wait for the answer
   * @param userId who chose it with the person
   * @return id of the introduction
   * @throws InvalidInput if the scheme has no such activity, nobody can be offered to it, or somebody must go along and nobody does
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public UUID choose(String referralId, String schemeId, Chosen chosen, String processInstanceId, String userId) {
    return choose(referrals.get(referralId), schemeId, chosen, processInstanceId, userId).id();
  }

  /** Chooses a further activity at the same time: it is offered at once and goes its own way beside the journey. */
  @Transactional(propagation = Propagation.MANDATORY)
  public UUID chooseFurther(String referralId, String schemeId, Chosen chosen, String userId) {
    var referral = referrals.get(referralId);
    var introduction = choose(referral, schemeId, chosen, NOT_STARTED, userId);
    referrals.introducedBeside(referralId);
    introduction.runsBeside(NOT_STARTED);
    var beside =
        new IntroductionProcess.Beside(referralId, schemeId, referral.linkWorker(), introduction.id());
    introduction.runsBeside(process.introduceFurther(beside));
    return introduction.id();
  }

  private Introduction choose(
      ReferralSummary referral, String schemeId, Chosen chosen, String processInstanceId, String userId) {
    String referralId = referral.referralId();
    var activity =
        directory
            .activity(schemeId, chosen.activityId())
            .orElseThrow(() -> new InvalidInput("activity", "introduction.form.activity.unknown"));
    boolean kiteMarkAsked = schemes.get(schemeId).kiteMarkAsked();
    if (activity.closedBecause(kiteMarkAsked).isPresent()) {
      throw new InvalidInput("activity", "introduction.form.activity.closed");
    }
    if (activity.accompaniedOnly(kiteMarkAsked) && chosen.accompaniedBy() == null) {
      throw new InvalidInput("accompaniedBy", "introduction.form.accompaniedBy.smallGroup");
    }
    consents.record(
        new Consent(
            referral.personId(),
            referralId,
            Consent.Purpose.TELL_PROVIDER,
            true,
            "PERSON",
            TOLD_LINK_WORKER,
            LocalDate.now(clock),
            CONSENT_WORDING,
            chosen.activityId(),
            userId));
    boolean accompanied = chosen.accompaniedBy() != null;
    var introduction =
        new Introduction(
            referralId, schemeId, chosen.activityId(), accompanied, chosen.note(), processInstanceId, clock.instant());
    introduction.accompaniedBy(chosen.accompaniedBy());
    introductions.add(introduction);
    var details = new LinkedHashMap<String, String>();
    details.put("introduction", introduction.id().toString());
    details.put("activity", chosen.activityId());
    details.put("accompanied", Boolean.toString(accompanied));
    details.put("agreesToShare", "true");
    audit.record(AuditEvent.ofReferral("introduction.chosen", referralId, schemeId, details));
    return introduction;
  }

  /** Records that nothing suits the person, and what was missing: a need that is not met. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void chooseNone(String referralId, String schemeId, Missing missing) {
    unmetNeeds.record(referrals.get(referralId), missing);
    audit.record(
        AuditEvent.ofReferral("introduction.none-suitable", referralId, schemeId, Map.of("missing", missing.name())));
  }

  /** Records that what is under way is enough for the person. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void chooseNoFurther(String referralId, String schemeId) {
    audit.record(AuditEvent.ofReferral("introduction.enough", referralId, schemeId, Map.of()));
  }

  /** Keeps what an activity must be like for the person, in place of what was noted before; nothing noted keeps that. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void note(
      String referralId, List<AccessNeed> access, List<DayOfWeek> weekdays, List<Interest> interests, String userId) {
    if (!access.isEmpty() || !weekdays.isEmpty() || !interests.isEmpty()) {
      introductions.keep(new MatchingWish(referralId, access, weekdays, interests, userId, clock.instant()));
    }
  }

  /**
   * An activity as it was chosen with the person.
   *
   * @param accompaniedBy who goes along the first time, or {@code null} for nobody
   * @param note what the organisation should know, as the person agreed to share it; or {@code null}
   */
  public record Chosen(String activityId, AccompaniedBy accompaniedBy, String note) {

    @Override
    public String toString() {
      return "Chosen[" + activityId + "]";
    }
  }

  /**
   * @param whatMatters in the person's words; empty if no conversation is on record
   * @param goals one to a line
   * @param wishes what the order was made from, one kind to a line
   * @param leftOut activities that would help and cannot be chosen, one to a line, each with why
   * @param options label by activity id or code, in the order to be shown
   * @param activities as options, without the codes
   */
  public record Choice(
      String personName,
      String whatMatters,
      String goals,
      String wishes,
      String leftOut,
      Map<String, String> options,
      Map<String, String> activities) {

    @Override
    public String toString() {
      return "Choice[" + options.size() + " options]";
    }
  }
}
