package org.fingerpost.referral;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.fingerpost.directory.ActivityMatch;
import org.fingerpost.directory.ActivityOffer;
import org.fingerpost.directory.Directory;
import org.fingerpost.notification.Message;
import org.fingerpost.notification.Outbox;
import org.fingerpost.notification.PublicLinks;
import org.fingerpost.notification.Purpose;
import org.fingerpost.person.Consent;
import org.fingerpost.person.Consents;
import org.fingerpost.person.People;
import org.fingerpost.person.PersonDetails;
import org.fingerpost.platform.Actor;
import org.fingerpost.platform.AuditEvent;
import org.fingerpost.platform.AuditTrail;
import org.fingerpost.platform.CurrentActor;
import org.fingerpost.platform.Language;
import org.fingerpost.platform.Tokens;
import org.fingerpost.platform.WrittenDate;
import org.fingerpost.referral.domain.Signpost;
import org.fingerpost.referral.domain.Signpost.Reach;
import org.fingerpost.referral.persistence.SignpostRepository;
import org.fingerpost.scheme.Schemes;
import org.fingerpost.scheme.WorkingDays;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The light touch for somebody who is confident and wants to know what there is: places to go to, and no link worker. Nothing is shared
 * with anybody (domain research 1.2 C9 and 4.4); they may say later whether they got there, and ask for a link worker at any time.
 */
@Component
public class Signposting {

  /** More than this is a list, not help. */
  private static final int MOST = 5;

  private final SignpostRepository signposts;
  private final SignpostingPlan plan;
  private final Referrals referrals;
  private final ReferralProcess process;
  private final People people;
  private final Consents consents;
  private final Directory directory;
  private final Outbox outbox;
  private final PublicLinks links;
  private final Schemes schemes;
  private final WorkingDays workingDays;
  private final AuditTrail audit;
  private final CurrentActor currentActor;
  private final Clock clock;

  Signposting(
      SignpostRepository signposts,
      SignpostingPlan plan,
      Referrals referrals,
      ReferralProcess process,
      People people,
      Consents consents,
      Directory directory,
      Outbox outbox,
      PublicLinks links,
      Schemes schemes,
      WorkingDays workingDays,
      AuditTrail audit,
      CurrentActor currentActor,
      Clock clock) {
    this.signposts = signposts;
    this.plan = plan;
    this.referrals = referrals;
    this.process = process;
    this.people = people;
    this.consents = consents;
    this.directory = directory;
    this.outbox = outbox;
    this.links = links;
    this.schemes = schemes;
    this.workingDays = workingDays;
    this.audit = audit;
    this.currentActor = currentActor;
    this.clock = clock;
  }

  /**
   * Sends the best matches of the directory: to the person, else to the referrer to hand over where the person agreed that the referrer
   * hears of it, else on screen to be printed.
   *
   * @param processInstanceId the instance that waits for the answer
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public Sent send(String referralId, String processInstanceId) {
    var referral = referrals.get(referralId);
    var person = people.get(referral.personId());
    var today = LocalDate.now(clock);
    var found =
        directory.match(referral.schemeId(), referral.needs(), referral.areaCode(), person.ageOn(today)).stream()
            .limit(MOST)
            .map(ActivityMatch::activity)
            .toList();
    var reach = reach(referral, person);
    var planned = plan.of(referral.schemeId(), reach, !found.isEmpty());
    String token = Tokens.random();
    var signpost =
        signposts.save(
            new Signpost(
                referralId,
                referral.schemeId(),
                reach,
                found.stream().map(ActivityOffer::activityId).toList(),
                token,
                planned.answerBy(),
                processInstanceId,
                clock.instant()));
    outbox.send(message(referral, person, signpost, reach, found, token));
    referrals.nextDate(referralId, planned.ask() ? planned.askOn() : planned.answerBy());
    audit.record(
        AuditEvent.ofReferral(
            "signpost.sent",
            referralId,
            referral.schemeId(),
            Map.of(
                "reach", reach.name(),
                "activities", Integer.toString(found.size()),
                "table", planned.answer().definitionId(),
                "ruleId", String.join(", ", planned.answer().ruleIds()),
                "answerBy", planned.answerBy().toString())));
    return new Sent(
        planned.ask(),
        workingDays.at(referral.schemeId(), planned.askOn()),
        workingDays.at(referral.schemeId(), planned.answerBy().plusDays(1)));
  }

  private Reach reach(ReferralSummary referral, PersonDetails person) {
    if (address(referral, person) != null) {
      return Reach.EMAIL;
    }
    boolean byReferrer =
        referral.referrerEmail() != null
            && consents.granted(referral.referralId(), Consent.Purpose.TELL_REFERRER, null);
    return byReferrer ? Reach.REFERRER : Reach.PRINT;
  }

  private static String address(ReferralSummary referral, PersonDetails person) {
    return person.email() == null && referral.referrerKind() == ReferrerKind.SELF
        ? referral.referrerEmail()
        : person.email();
  }

  private Message message(
      ReferralSummary referral,
      PersonDetails person,
      Signpost signpost,
      Reach reach,
      List<ActivityOffer> found,
      String token) {
    var scheme = schemes.get(referral.schemeId());
    boolean toReferrer = reach == Reach.REFERRER;
    var language = toReferrer ? referral.referrerLanguage() : person.preferredLanguage();
    var purpose = toReferrer ? Purpose.SIGNPOSTS_TO_HAND_OVER : Purpose.REFERRAL_SIGNPOSTED;
    var params = new HashMap<String, Object>();
    params.put("schemeName", scheme.name().in(language));
    params.put("signpostLink", links.signposts(token));
    params.put("until", WrittenDate.of(signpost.validUntil(), language));
    if (toReferrer) {
      params.put("reference", referral.referralId());
    } else {
      params.put("firstName", person.givenName());
      if (found.isEmpty()) {
        params.put("contact", scheme.contact().in(language));
      } else {
        params.put("activities", lines(found, language));
      }
    }
    return new Message(
        referral.schemeId(),
        referral.referralId(),
        purpose,
        purpose.code() + ":" + signpost.id(),
        toReferrer ? referral.referrerEmail() : address(referral, person),
        language,
        params);
  }

  private static String lines(List<ActivityOffer> found, Language language) {
    return found.stream()
        .map(
            activity ->
                "- "
                    + activity.name().in(language)
                    + ", "
                    + activity.organisationName()
                    + (activity.organisationPhone() == null ? "" : ", " + activity.organisationPhone()))
        .collect(Collectors.joining("\n"));
  }

  /** Asks the person, once, whether they got there. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void ask(String referralId) {
    var signpost = latest(referralId);
    var referral = referrals.get(referralId);
    var person = people.get(referral.personId());
    var language = person.preferredLanguage();
    String token = Tokens.random();
    signpost.ask(token, clock.instant());
    outbox.send(
        new Message(
            referral.schemeId(),
            referralId,
            Purpose.SIGNPOST_ASKED,
            Purpose.SIGNPOST_ASKED.code() + ":" + signpost.id(),
            address(referral, person),
            language,
            Map.of(
                "schemeName", schemes.get(referral.schemeId()).name().in(language),
                "firstName", person.givenName(),
                "signpostLink", links.signposts(token))));
    referrals.nextDate(referralId, signpost.validUntil());
    audit.record(AuditEvent.ofReferral("signpost.asked", referralId, referral.schemeId(), Map.of()));
  }

  /** What a link opens; empty for a link that does not work. Changes nothing, however often it is opened. */
  @Transactional(readOnly = true)
  public Optional<SignpostSeen> look(String token) {
    return signposts
        .byToken(Tokens.hash(token))
        .filter(signpost -> signpost.worksOn(LocalDate.now(clock)))
        .map(
            signpost ->
                new SignpostSeen(
                    signpost.schemeId(),
                    signpost.activityIds().stream()
                        .map(id -> directory.activity(signpost.schemeId(), id))
                        .flatMap(Optional::stream)
                        .toList(),
                    signpost.answer() == null && referrals.get(signpost.referralId()).open(),
                    signpost.answer(),
                    signpost.validUntil()));
  }

  /**
   * Takes an answer by link and lets the journey go on, in one transaction. A second answer changes nothing.
   *
   * @param answer any but {@code NO_ANSWER}
   * @return what is on record now; empty for a link that does not work
   */
  @Transactional
  public Optional<SignpostAnswer> answer(String token, SignpostAnswer answer) {
    var signpost = signposts.byTokenAlone(Tokens.hash(token)).orElse(null);
    if (signpost == null || !signpost.worksOn(LocalDate.now(clock))) {
      return Optional.empty();
    }
    if (signpost.answer() == null && referrals.get(signpost.referralId()).open()) {
      currentActor.as(
          Actor.PUBLIC,
          () -> {
            keep(signpost, answer);
            process.signpostAnswered(signpost.processInstanceId(), answer, decideBy(signpost));
          });
    }
    return Optional.ofNullable(signpost.answer());
  }

  private void keep(Signpost signpost, SignpostAnswer answer) {
    signpost.answer(answer, clock.instant());
    audit.record(
        AuditEvent.ofReferral(
            "signpost.answered", signpost.referralId(), signpost.schemeId(), Map.of("answer", answer.name())));
  }

  /** Ends the light touch. Where nothing was heard, that and nothing more is put on record. Safe to repeat. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void close(String referralId) {
    var signpost = latest(referralId);
    if (signpost.answer() == null) {
      keep(signpost, SignpostAnswer.NO_ANSWER);
    }
    referrals.close(referralId, ClosedState.SIGNPOSTED, "SIGNPOST");
  }

  private Instant decideBy(Signpost signpost) {
    var day =
        plan.of(signpost.schemeId(), signpost.reach(), !signpost.activityIds().isEmpty()).decideBy();
    referrals.nextDate(signpost.referralId(), day);
    return workingDays.at(signpost.schemeId(), day);
  }

  /** Who asked for a link worker, for the team lead who decides. */
  @Transactional(readOnly = true)
  public String personName(String referralId) {
    return people.get(referrals.get(referralId).personId()).fullName();
  }

  /**
   * Keeps what a team lead decided about somebody who asked for a link worker.
   *
   * @param give whether the referral goes on to one; otherwise the lead has spoken with the person, and it ends
   * @param reason in the lead's words
   * @param userId who decided
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void decided(String referralId, boolean give, String reason, String userId) {
    latest(referralId).decide(give, reason, userId);
    audit.record(
        AuditEvent.ofReferral(
            "signpost.link-worker-decided",
            referralId,
            referrals.get(referralId).schemeId(),
            Map.of("decision", give ? "GIVE_LINK_WORKER" : "SPOKE_TO_PERSON")));
  }

  /** Sends the referral through the route table again, which now hears that the person wants more than information. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void giveLinkWorker(String referralId) {
    referrals.wantsLinkWorker(referralId, referral -> process.start(referralId, referral.schemeId()));
  }

  /** How often people of a scheme were signposted between two moments, and what came of it. */
  @Transactional(readOnly = true)
  public SignpostCounts counts(String schemeId, Instant from, Instant until) {
    var numbers = new HashMap<SignpostAnswer, Integer>();
    signposts.count(schemeId, from, until).forEach(row -> numbers.put(row.getAnswer(), row.getNumber()));
    return new SignpostCounts(
        numbers.values().stream().mapToInt(Integer::intValue).sum(),
        numbers.getOrDefault(SignpostAnswer.GOT_THERE, 0),
        numbers.getOrDefault(SignpostAnswer.NOT_YET, 0),
        numbers.getOrDefault(SignpostAnswer.LINK_WORKER, 0),
        numbers.getOrDefault(SignpostAnswer.NO_ANSWER, 0),
        numbers.getOrDefault(null, 0));
  }

  private Signpost latest(String referralId) {
    return signposts
        .findFirstByReferralIdOrderBySentAtDesc(referralId)
        .orElseThrow(() -> new IllegalStateException(referralId + " was never signposted"));
  }

  /**
   * @param toAsk whether the person is asked how it went
   * @param askAt when
   * @param over when nothing more is waited for
   */
  public record Sent(boolean toAsk, Instant askAt, Instant over) {}
}
