package org.fingerpost.followup;

import static org.fingerpost.referral.journey.FollowUpCycle.CONTINUE;
import static org.fingerpost.referral.journey.FollowUpCycle.END;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.fingerpost.notification.Message;
import org.fingerpost.notification.Outbox;
import org.fingerpost.notification.Purpose;
import org.fingerpost.person.People;
import org.fingerpost.platform.AuditEvent;
import org.fingerpost.platform.AuditTrail;
import org.fingerpost.platform.InvalidInput;
import org.fingerpost.platform.Language;
import org.fingerpost.platform.Words;
import org.fingerpost.platform.WrittenDate;
import org.fingerpost.referral.Referrals;
import org.fingerpost.scheme.Schemes;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What team leads decide in follow-up: whether support is extended, and what is done after appointments were missed. */
@Component
public class DecidingFollowUp {

  private final CheckingIn checkIns;
  private final SupportLimit limits;
  private final MissedAppointments missedAppointments;
  private final Referrals referrals;
  private final People people;
  private final Schemes schemes;
  private final Outbox outbox;
  private final AuditTrail audit;
  private final Words words;
  private final Clock clock;

  DecidingFollowUp(
      CheckingIn checkIns,
      SupportLimit limits,
      MissedAppointments missedAppointments,
      Referrals referrals,
      People people,
      Schemes schemes,
      Outbox outbox,
      AuditTrail audit,
      Words words,
      Clock clock) {
    this.checkIns = checkIns;
    this.limits = limits;
    this.missedAppointments = missedAppointments;
    this.referrals = referrals;
    this.people = people;
    this.schemes = schemes;
    this.outbox = outbox;
    this.audit = audit;
    this.words = words;
    this.clock = clock;
  }

  /**
   * Records whether support goes on beyond what the scheme plans for.
   *
   * @param reason in the words of the team lead
   * @throws InvalidInput if support has lasted as long as the scheme allows at all
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public NextStep extension(String referralId, String schemeId, boolean extend, String reason, String userId) {
    if (extend && !mayExtend(referralId, schemeId)) {
      throw new InvalidInput("decision", "followup.form.extension.longest");
    }
    var decision = extend ? LeadDecision.EXTEND : LeadDecision.DO_NOT_EXTEND;
    checkIns.of(referralId).last().decided(decision, reason, userId, clock.instant());
    audit.record(
        AuditEvent.ofReferral(
            "support.extension-decided",
            referralId,
            schemeId,
            Map.of(
                "decision", decision.name(),
                "contacts", Integer.toString(referrals.support(referralId).contacts()))));
    return NextStep.of(extend ? CONTINUE : END);
  }

  private boolean mayExtend(String referralId, String schemeId) {
    return !limits.of(schemeId, true).reached(referrals.support(referralId), LocalDate.now(clock));
  }

  /**
   * Records how a person decided to go on after appointments were missed. Support ends by a letter only where nothing makes the
   * silence worrying; a supervisor may end it when the person is known to be safe.
   *
   * @param decision {@code TRY_AGAIN}, {@code VISIT} or {@code END}
   * @param safety what the supervisor found out, or {@code null} where no supervisor was asked
   * @param reason in the decider's words
   * @throws InvalidInput if support of somebody vulnerable would end while nobody knows that they are safe
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public NextStep afterMissed(
      String referralId, String schemeId, LeadDecision decision, Safety safety, String reason, String userId) {
    boolean supervised = safety != null;
    if (supervised && decision == LeadDecision.END && safety != Safety.SAFE) {
      throw new InvalidInput("decision", "followup.form.decision.notSafe");
    }
    var soFar = checkIns.of(referralId);
    soFar.last().decided(decision, reason, userId, clock.instant());
    if (supervised) {
      soFar.last().nowKnown(safety);
    }
    audit.record(
        AuditEvent.ofReferral(
            "checkin.missed-decided",
            referralId,
            schemeId,
            Map.of(
                "missed", Integer.toString(soFar.missedInARow()),
                "decision", decision.name(),
                "supervised", Boolean.toString(supervised))));
    if (decision == LeadDecision.END) {
      referrals.nextDate(referralId, null);
      if (!supervised) {
        writeToThePerson(referralId, schemeId);
      }
      return NextStep.of(END);
    }
    var again = missedAppointments.propose(schemeId, 1, supervised);
    referrals.nextDate(referralId, again.day());
    return again.again();
  }

  /** No address: it waits on screen to be printed, because whoever does not answer gets a letter they can keep. */
  private void writeToThePerson(String referralId, String schemeId) {
    var person = people.get(referrals.get(referralId).personId());
    var language = person.preferredLanguage();
    outbox.send(
        new Message(
            schemeId,
            referralId,
            Purpose.SUPPORT_ENDED_LETTER,
            Purpose.SUPPORT_ENDED_LETTER.code() + ":" + referralId,
            null,
            language,
            Map.of(
                "firstName", person.givenName(),
                "schemeName", schemes.get(schemeId).name().in(language),
                "contact", schemes.get(schemeId).contact().in(language))));
  }

  /** What a team lead should know before deciding. */
  @Transactional(readOnly = true)
  public Sheet sheet(String referralId, Language language) {
    var referral = referrals.get(referralId);
    var soFar = checkIns.of(referralId);
    var support = referrals.support(referralId);
    var limit = limits.of(referral.schemeId(), soFar.extended());
    return new Sheet(
        people.get(referral.personId()).fullName(),
        soFar.all().stream().map(checkIn -> line(checkIn, language)).collect(Collectors.joining("\n")),
        referral.risks().stream().map(risk -> words.say(language, "risk." + risk)).collect(Collectors.joining(", ")),
        support.contacts(),
        limit.mostContacts(),
        support.since() == null ? "" : WrittenDate.of(support.since(), language),
        limit.mostWeeks(),
        mayExtend(referralId, referral.schemeId()));
  }

  private String line(CheckIn checkIn, Language language) {
    String day = WrittenDate.of(checkIn.on(), language);
    if (checkIn.held()) {
      return words.say(language, "followup.line.held", day);
    }
    String barriers =
        checkIn.barriers().stream()
            .map(code -> words.say(language, "followup.barrier." + code))
            .collect(Collectors.joining(", "));
    String safety = words.say(language, "followup.safety." + checkIn.safety());
    return words.say(language, "followup.line.missed", day, safety)
        + (barriers.isEmpty() ? "" : " " + words.say(language, "followup.line.barriers", barriers));
  }

  /**
   * @param story the check-ins so far, one to a line
   * @param risks in words
   * @param since a written date, or empty
   * @param mayExtend whether the scheme's longest support is not used up
   */
  public record Sheet(
      String personName,
      String story,
      String risks,
      int contacts,
      int mostContacts,
      String since,
      int mostWeeks,
      boolean mayExtend) {

    @Override
    public String toString() {
      return "Sheet[" + contacts + "]";
    }

    /** The codes that may be decided about an extension. */
    public List<String> extensions() {
      return mayExtend ? List.of("EXTEND", "DO_NOT_EXTEND") : List.of("DO_NOT_EXTEND");
    }
  }
}
