package org.fingerpost.conversation;

import static org.fingerpost.referral.journey.FirstContact.DECLINED;
import static org.fingerpost.referral.journey.FirstContact.NOT_REACHED;
import static org.fingerpost.referral.journey.FirstContact.OUT_OF_TRIES;
import static org.fingerpost.referral.journey.FirstContact.REACHED;
import static org.fingerpost.referral.journey.FirstContact.TRY_AGAIN;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.fingerpost.platform.AuditEvent;
import org.fingerpost.platform.AuditTrail;
import org.fingerpost.platform.Language;
import org.fingerpost.platform.Words;
import org.fingerpost.platform.WrittenDate;
import org.fingerpost.referral.ReferralSummary;
import org.fingerpost.referral.Referrals;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The ladder of first contact: plan an attempt, record what came of it, and let a person decide when the attempts ran
 * out.
 */
@Component
public class ContactingPerson {

  private final EntityManager entities;
  private final ContactPlan plan;
  private final Referrals referrals;
  private final AuditTrail audit;
  private final Words words;
  private final Clock clock;

  ContactingPerson(
      EntityManager entities, ContactPlan plan, Referrals referrals, AuditTrail audit, Words words, Clock clock) {
    this.entities = entities;
    this.plan = plan;
    this.referrals = referrals;
    this.audit = audit;
    this.words = words;
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
    var first = plan.next(referral, 1);
    referrals.nextDate(referralId, first.day());
    audit.record(
        AuditEvent.ofReferral(
            "conversation.contact-planned",
            referralId,
            referral.schemeId(),
            Map.of(
                "attempt", "1",
                "workingDays", Integer.toString(first.workingDays()),
                "dueOn", first.day().toString(),
                "table", first.answer().definitionId(),
                "ruleId", String.join(", ", first.answer().ruleIds()))));
    return first.at();
  }

  /**
   * Records an attempt.
   *
   * @param channel code of how it was made
   * @param result {@code REACHED}, {@code DECLINED} or {@code NOT_REACHED}
   * @param note or {@code null}
   * @param userId who made it
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public ContactStep record(String referralId, String channel, String result, String note, String userId) {
    var referral = referrals.get(referralId);
    var before = attempts(referralId);
    int attempt = tries(before) + 1;
    add(referralId, before.size() + 1, channel, result, note, userId);
    var step = after(referral, attempt, result);
    if (result.equals(REACHED)) {
      referrals.talked(referralId);
    }
    referrals.nextDate(referralId, step.nextDay());
    audit.record(
        AuditEvent.ofReferral(
            "conversation.contact-recorded",
            referralId,
            referral.schemeId(),
            Map.of("attempt", Integer.toString(attempt), "channel", channel, "result", step.result())));
    return step;
  }

  private ContactStep after(ReferralSummary referral, int attempt, String result) {
    if (result.equals(REACHED) || result.equals(DECLINED)) {
      return ContactStep.ended(result);
    }
    return plan.isLast(referral, attempt)
        ? ContactStep.ended(OUT_OF_TRIES)
        : ContactStep.again(plan.next(referral, attempt + 1));
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
    var referral = referrals.get(referralId);
    var before = attempts(referralId);
    add(referralId, before.size() + 1, ContactAttempt.DECISION, decision, reason, userId);
    var step =
        decision.equals(TRY_AGAIN)
            ? ContactStep.again(plan.next(referral, tries(before) + 1))
            : ContactStep.ended(NOT_REACHED);
    referrals.nextDate(referralId, step.nextDay());
    audit.record(
        AuditEvent.ofReferral(
            "conversation.no-contact-decided",
            referralId,
            referral.schemeId(),
            Map.of("attempts", Integer.toString(tries(before)), "decision", decision)));
    return step;
  }

  private void add(String referralId, int rung, String channel, String result, String note, String userId) {
    entities.persist(new ContactAttempt(referralId, rung, channel, result, note, userId, clock.instant()));
  }

  /** The ladder so far, in words. */
  @Transactional(readOnly = true)
  public Ladder ladder(String referralId, Language language) {
    var rungs = attempts(referralId);
    var lines =
        rungs.stream()
            .map(
                rung ->
                    words.say(
                            language,
                            "conversation.rung",
                            WrittenDate.of(LocalDate.ofInstant(rung.recordedAt(), clock.getZone()), language),
                            words.say(language, "conversation.channel." + rung.channel()),
                            words.say(language, wordsOf(rung) + rung.result()))
                        + (rung.note() == null ? "" : "\n" + rung.note()))
            .toList();
    return new Ladder(tries(rungs) + 1, String.join("\n\n", lines));
  }

  private static String wordsOf(ContactAttempt rung) {
    return rung.isTry() ? "conversation.result." : "conversation.decision.";
  }

  private List<ContactAttempt> attempts(String referralId) {
    return entities
        .createQuery(
            "select a from ContactAttempt a where a.referralId = :referral order by a.attempt", ContactAttempt.class)
        .setParameter("referral", referralId)
        .getResultList();
  }

  private static int tries(List<ContactAttempt> rungs) {
    return (int) rungs.stream().filter(ContactAttempt::isTry).count();
  }

  /**
   * @param nextAttempt number of the attempt that comes next, from 1
   * @param rungs attempts and decisions so far, in order; empty if there are none
   */
  public record Ladder(int nextAttempt, String rungs) {

    @Override
    public String toString() {
      return "Ladder[" + nextAttempt + "]";
    }
  }
}
