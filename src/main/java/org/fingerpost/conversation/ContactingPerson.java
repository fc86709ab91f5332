package org.fingerpost.conversation;

import static org.fingerpost.referral.journey.FirstContact.CALL_LATER;
import static org.fingerpost.referral.journey.FirstContact.DECLINED;
import static org.fingerpost.referral.journey.FirstContact.LETTER_RETURNED;
import static org.fingerpost.referral.journey.FirstContact.NOT_REACHED;
import static org.fingerpost.referral.journey.FirstContact.OUT_OF_TRIES;
import static org.fingerpost.referral.journey.FirstContact.REACHED;
import static org.fingerpost.referral.journey.FirstContact.TRY_AGAIN;
import static org.fingerpost.referral.journey.FirstContact.WRONG_NUMBER;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.fingerpost.conversation.ContactLadder.Climbed;
import org.fingerpost.person.PartOfDay;
import org.fingerpost.person.People;
import org.fingerpost.platform.AuditEvent;
import org.fingerpost.platform.AuditTrail;
import org.fingerpost.platform.InvalidInput;
import org.fingerpost.referral.Referrals;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The ladder of first contact: plan an attempt, record what came of it, and let a person decide when the attempts ran out and the
 * letter was not answered either.
 */
@Component
public class ContactingPerson {

  /** How far ahead a call can be put off: later than this the referral is forgotten rather than postponed. */
  public static final int LATEST_CALL_DAYS = 30;

  /** By these somebody else in the room may notice that we get in touch. */
  private static final Set<String> NOTICED = Set.of("PHONE", "TEXT", "VIDEO", "IN_PERSON");

  private final ContactLadder ladder;
  private final ContactPlan plan;
  private final ContactDetails details;
  private final Referrals referrals;
  private final People people;
  private final AuditTrail audit;
  private final Clock clock;

  ContactingPerson(
      ContactLadder ladder,
      ContactPlan plan,
      ContactDetails details,
      Referrals referrals,
      People people,
      AuditTrail audit,
      Clock clock) {
    this.ladder = ladder;
    this.plan = plan;
    this.details = details;
    this.referrals = referrals;
    this.people = people;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Plans the first attempt and shows its day as the referral's next date. Safe to repeat: the plan is simply made
   * again.
   *
   * @return when the attempt is due
   */
  @Transactional
  public Instant plan(String referralId) {
    var referral = referrals.get(referralId);
    var first = plan.next(referral, people.get(referral.personId()), 1);
    referrals.nextDate(referralId, first.slot().day());
    audit.record(
        AuditEvent.ofReferral(
            "conversation.contact-planned",
            referralId,
            referral.schemeId(),
            Map.of(
                "attempt", "1",
                "workingDays", Integer.toString(first.workingDays()),
                "dueOn", first.slot().day().toString(),
                "channel", first.channel(),
                "table", first.answer().definitionId(),
                "ruleId", String.join(", ", first.answer().ruleIds()))));
    return first.slot().dueAt();
  }

  /**
   * Records an attempt.
   *
   * @param processInstanceId the instance of {@code first-contact} that goes on from here
   * @param userId who made it
   * @throws InvalidInput if the answers do not fit together, or the attempt does not fit the plan
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public ContactStep record(String referralId, ContactSaid said, String processInstanceId, String userId) {
    var climbed = ladder.climbed(referralId);
    var when = said.partOfDay() == null ? PartOfDay.of(LocalTime.now(clock)) : said.partOfDay();
    checkSafety(said, climbed, when);
    checkWords(said);
    var rung = rung(climbed, said, userId).as(said, when);
    var step = after(climbed, said, rung, processInstanceId, userId);
    return keep(climbed, rung, step, "conversation.contact-recorded", said);
  }

  /**
   * Records that a person got in touch after the letter, or that it came back.
   *
   * @param userId who heard it
   * @throws InvalidInput if the answers do not fit together
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public ContactStep heard(String referralId, ContactSaid said, String userId) {
    var climbed = ladder.climbed(referralId);
    boolean returned = LETTER_RETURNED.equals(said.result());
    if (!returned && said.channel() == null) {
      throw new InvalidInput("channel", "conversation.form.channel.heard");
    }
    checkWords(said);
    var rung =
        returned
            ? new ContactAttempt(
                referralId, climbed.nextRung(), ContactAttempt.LAST_LETTER, said.result(), said.note(), userId, clock.instant())
            : rung(climbed, said, userId);
    var step = CALL_LATER.equals(said.result()) ? wished(climbed, said) : ContactStep.ended(said.result());
    return keep(climbed, rung.as(said, null), step, "conversation.letter-answered", said);
  }

  /**
   * Records how a person decided to go on when the attempts ran out.
   *
   * @param decision {@code TRY_AGAIN} or {@code NOT_REACHED}
   * @param reason in the decider's words
   * @param userId who decided
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public ContactStep decide(String referralId, String decision, String reason, String userId) {
    var climbed = ladder.climbed(referralId);
    ladder.add(
        new ContactAttempt(
            referralId, climbed.nextRung(), ContactAttempt.DECISION, decision, reason, userId, clock.instant()));
    int next = climbed.nextAttempt();
    var step =
        decision.equals(TRY_AGAIN)
            ? ContactStep.again(plan.next(climbed.referral(), climbed.person(), next).slot())
            : ContactStep.ended(NOT_REACHED);
    referrals.nextDate(referralId, step.nextDay());
    audit.record(
        AuditEvent.ofReferral(
            "conversation.no-contact-decided",
            referralId,
            climbed.referral().schemeId(),
            Map.of("attempts", Integer.toString(next - 1), "decision", decision)));
    return step;
  }

  private ContactStep keep(Climbed climbed, ContactAttempt rung, ContactStep step, String act, ContactSaid said) {
    ladder.add(rung);
    String referralId = climbed.referral().referralId();
    if (REACHED.equals(step.result())) {
      referrals.talked(referralId);
    }
    referrals.nextDate(referralId, step.nextDay());
    var facts = new LinkedHashMap<String, String>();
    facts.put("attempt", Integer.toString(climbed.nextAttempt()));
    facts.put("channel", said.channel());
    facts.put("result", CALL_LATER.equals(said.result()) ? CALL_LATER : step.result());
    facts.put("dueOn", step.nextDay() == null ? null : step.nextDay().toString());
    facts.put("outsideSafeTimes", said.unsafeTimeReason() == null ? null : "true");
    audit.record(AuditEvent.ofReferral(act, referralId, climbed.referral().schemeId(), facts));
    return step;
  }

  private ContactStep after(
      Climbed climbed, ContactSaid said, ContactAttempt rung, String processInstanceId, String userId) {
    var referral = climbed.referral();
    int attempt = climbed.nextAttempt();
    return switch (said.result()) {
      case REACHED, DECLINED -> ContactStep.ended(said.result());
      case CALL_LATER -> wished(climbed, said);
      case WRONG_NUMBER -> details.wrong(climbed, rung, processInstanceId, userId);
      default -> {
        boolean last = plan.isLast(referral, climbed.person(), attempt);
        if (last && !climbed.decidedBefore() && climbed.channelsTried().contains(said.channel())) {
          throw new InvalidInput("channel", "conversation.form.channel.another");
        }
        yield last
            ? ContactStep.ended(OUT_OF_TRIES)
            : ContactStep.again(plan.next(referral, climbed.person(), attempt + 1).slot());
      }
    };
  }

  private ContactStep wished(Climbed climbed, ContactSaid said) {
    if (said.callOn() == null || said.callPart() == null) {
      throw new InvalidInput("callOn", "conversation.form.callOn.required");
    }
    var slot = plan.wished(said.callOn(), said.callPart());
    var now = clock.instant().atZone(clock.getZone());
    if (!slot.at().isAfter(now.toInstant()) || said.callOn().isAfter(now.toLocalDate().plusDays(LATEST_CALL_DAYS))) {
      throw new InvalidInput("callOn", "conversation.form.callOn.range", LATEST_CALL_DAYS);
    }
    if (!plan.worksOn(climbed.referral().schemeId(), said.callOn())) {
      throw new InvalidInput("callOn", "conversation.form.callOn.closed");
    }
    return ContactStep.again(slot);
  }

  private static void checkSafety(ContactSaid said, Climbed climbed, PartOfDay when) {
    var wish = climbed.wish();
    boolean safe =
        !NOTICED.contains(said.channel())
            || SafeTimes.include(climbed.person(), wish == null ? null : wish.callPart(), when);
    if (!safe && said.unsafeTimeReason() == null) {
      throw new InvalidInput("unsafeTimeReason", "conversation.form.unsafe.required");
    }
  }

  private static void checkWords(ContactSaid said) {
    if (DECLINED.equals(said.result()) && said.ownWords() == null) {
      throw new InvalidInput("ownWords", "conversation.form.ownWords.required");
    }
  }

  private ContactAttempt rung(Climbed climbed, ContactSaid said, String userId) {
    return new ContactAttempt(
        climbed.referral().referralId(),
        climbed.nextRung(),
        said.channel(),
        said.result(),
        said.note(),
        userId,
        clock.instant());
  }
}
