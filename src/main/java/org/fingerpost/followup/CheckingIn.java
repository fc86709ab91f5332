package org.fingerpost.followup;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.fingerpost.introduction.Introductions;
import org.fingerpost.person.People;
import org.fingerpost.platform.AuditEvent;
import org.fingerpost.platform.AuditTrail;
import org.fingerpost.platform.Language;
import org.fingerpost.referral.Referrals;
import org.fingerpost.referral.Stage;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Planning check-ins and recording them. */
@Component
public class CheckingIn {

  private final EntityManager entities;
  private final FollowUpPlan plan;
  private final Referrals referrals;
  private final People people;
  private final Introductions introductions;
  private final AuditTrail audit;
  private final Clock clock;

  CheckingIn(
      EntityManager entities,
      FollowUpPlan plan,
      Referrals referrals,
      People people,
      Introductions introductions,
      AuditTrail audit,
      Clock clock) {
    this.entities = entities;
    this.plan = plan;
    this.referrals = referrals;
    this.people = people;
    this.introductions = introductions;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Plans the next check-in, shows its day as the referral's next date and moves the referral on to {@link
   * Stage#FOLLOW_UP}. Safe to repeat: the plan is simply made again.
   *
   * @return when the check-in is due
   */
  @Transactional
  public Instant plan(String referralId) {
    String schemeId = referrals.get(referralId).schemeId();
    int number = next(referralId);
    var planned = plan.next(schemeId, introductions.isIntroduced(referralId), number);
    referrals.stage(referralId, Stage.FOLLOW_UP);
    referrals.nextDate(referralId, planned.day());
    audit.record(
        AuditEvent.ofReferral(
            "checkin.planned",
            referralId,
            schemeId,
            Map.of(
                "number", Integer.toString(number),
                "dueOn", planned.day().toString(),
                "table", planned.answer().definitionId(),
                "ruleId", String.join(", ", planned.answer().ruleIds()))));
    return planned.at();
  }

  /**
   * Records a check-in held today.
   *
   * @param howItGoes in the person's words, or {@code null}
   * @param nextStep {@code CONTINUE} or {@code END}
   * @param userId who held it
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void record(
      String referralId, String schemeId, Attendance attendance, String howItGoes, String nextStep, String userId) {
    int number = next(referralId);
    entities.persist(
        new CheckIn(
            referralId,
            number,
            LocalDate.now(clock),
            attendance,
            howItGoes,
            nextStep,
            userId,
            clock.instant()));
    referrals.nextDate(referralId, null);
    audit.record(
        AuditEvent.ofReferral(
            "checkin.recorded",
            referralId,
            schemeId,
            Map.of("number", Integer.toString(number), "attendance", attendance.name(), "nextStep", nextStep)));
  }

  /** What whoever checks in should know. */
  @Transactional(readOnly = true)
  public Due due(String referralId, Language language) {
    var person = people.get(referrals.get(referralId).personId());
    var welcome = introductions.welcomeOf(referralId);
    return new Due(
        person.fullName(),
        welcome.map(w -> w.activityName().in(language)).orElse(""),
        welcome.map(w -> w.note()).orElse(null),
        next(referralId));
  }

  private int next(String referralId) {
    return entities
            .createQuery("select count(c) from CheckIn c where c.referralId = :referral", Long.class)
            .setParameter("referral", referralId)
            .getSingleResult()
            .intValue()
        + 1;
  }

  /**
   * @param activityName empty if the person has none to go to
   * @param providerNote what the organisation wrote with its yes, or {@code null}
   * @param number of the check-in that is due, from 1
   */
  public record Due(String personName, String activityName, String providerNote, int number) {

    @Override
    public String toString() {
      return "Due[" + number + "]";
    }
  }
}
