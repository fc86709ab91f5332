package org.fingerpost.followup;

import static org.fingerpost.referral.journey.FollowUpCycle.ASK_EXTENSION;
import static org.fingerpost.referral.journey.FollowUpCycle.CONTINUE;
import static org.fingerpost.referral.journey.FollowUpCycle.END;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fingerpost.introduction.Introductions;
import org.fingerpost.outcome.AppointmentsMissed;
import org.fingerpost.person.People;
import org.fingerpost.platform.AuditEvent;
import org.fingerpost.platform.AuditTrail;
import org.fingerpost.platform.InvalidInput;
import org.fingerpost.platform.Language;
import org.fingerpost.platform.WrittenDate;
import org.fingerpost.referral.AnotherIntroduction;
import org.fingerpost.referral.AttendanceTold;
import org.fingerpost.referral.ReferralSummary;
import org.fingerpost.referral.Referrals;
import org.fingerpost.referral.Stage;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Planning check-ins and recording them, held or missed. */
@Component
public class CheckingIn implements AppointmentsMissed {

  /** A next step that begins another introduction and then goes on as {@code CONTINUE}. */
  public static final String ANOTHER_ACTIVITY = "ANOTHER_ACTIVITY";

  /** The plan of an ending reaches so far ahead. */
  private static final int WEEKS_TO_PLAN = 12;

  private final EntityManager entities;
  private final FollowUpPlan plan;
  private final SupportLimit limits;
  private final MissedAppointments missedAppointments;
  private final Referrals referrals;
  private final People people;
  private final Introductions introductions;
  private final ObjectProvider<AnotherIntroduction> another;
  private final ObjectProvider<AttendanceTold> attendance;
  private final AuditTrail audit;
  private final Clock clock;

  CheckingIn(
      EntityManager entities,
      FollowUpPlan plan,
      SupportLimit limits,
      MissedAppointments missedAppointments,
      Referrals referrals,
      People people,
      Introductions introductions,
      ObjectProvider<AnotherIntroduction> another,
      ObjectProvider<AttendanceTold> attendance,
      AuditTrail audit,
      Clock clock) {
    this.entities = entities;
    this.plan = plan;
    this.limits = limits;
    this.missedAppointments = missedAppointments;
    this.referrals = referrals;
    this.people = people;
    this.introductions = introductions;
    this.another = another;
    this.attendance = attendance;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Plans the next check-in, no later than the ending that was agreed, shows its day as the referral's next date and moves the
   * referral on to {@link Stage#FOLLOW_UP}. Safe to repeat: the plan is simply made again.
   *
   * @return when the check-in is due
   */
  @Transactional
  public Instant plan(String referralId) {
    var referral = referrals.get(referralId);
    String schemeId = referral.schemeId();
    // Before that stage nobody has checked in yet, so there is nothing to look up.
    var before = referral.stage() == Stage.FOLLOW_UP ? of(referralId) : new CheckIns(List.of());
    int number = before.nextInPlan();
    var table = plan.next(schemeId, introductions.isIntroduced(referralId), number);
    var planned = before.agreedEnding().map(day -> plan.notAfter(day, schemeId, table)).orElse(table);
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
   * Records a check-in held today. When support goes on beyond what the scheme plans for, a team lead is asked.
   *
   * @param userId who held it
   * @throws InvalidInput if the agreed ending is not a day to come, if nobody said what stood in the way of two missed appointments,
   *     or if another activity is wanted where none can be introduced
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public NextStep record(String referralId, String schemeId, Held told, String userId) {
    var before = of(referralId);
    check(told, before);
    entities.persist(CheckIn.held(referralId, before.nextNumber(), told, userId, now()));
    referrals.talked(referralId);
    referrals.nextDate(referralId, null);
    if (told.attendance() != Attendance.NOT_INTRODUCED) {
      attendance.ifAvailable(keeper -> keeper.told(referralId, told.attendance().name(), userId));
    }
    var step = afterHeld(referralId, schemeId, told, before);
    var details = new LinkedHashMap<String, String>();
    details.put("number", Integer.toString(before.nextNumber()));
    details.put("attendance", told.attendance().name());
    details.put("nextStep", told.nextStep());
    if (told.endingOn() != null) {
      details.put("endingOn", told.endingOn().toString());
    }
    if (step.code().equals(ASK_EXTENSION)) {
      details.put("askedOfLead", "true");
    }
    audit.record(AuditEvent.ofReferral("checkin.recorded", referralId, schemeId, details));
    return step;
  }

  private void check(Held told, CheckIns before) {
    if (told.endingOn() != null && !told.endingOn().isAfter(LocalDate.now(clock))) {
      throw new InvalidInput("endingOn", "followup.form.endingOn.future");
    }
    if (before.missedInARow() > 1 && told.barriers().isEmpty()) {
      throw new InvalidInput("barriers", "followup.form.barriers.required");
    }
    if (told.nextStep().equals(ANOTHER_ACTIVITY) && another.getIfAvailable() == null) {
      throw new InvalidInput("nextStep", "followup.form.nextStep.required");
    }
  }

  private NextStep afterHeld(String referralId, String schemeId, Held told, CheckIns before) {
    if (told.nextStep().equals(END)) {
      return NextStep.of(END);
    }
    if (told.nextStep().equals(ANOTHER_ACTIVITY)) {
      another.getObject().want(referralId, schemeId, referrals.get(referralId).linkWorker());
    }
    var limit = limits.of(schemeId, before.extended());
    return limit.reached(referrals.support(referralId), LocalDate.now(clock))
        ? new NextStep(ASK_EXTENSION, null, plan.within(schemeId, limit.decideWorkingDays()))
        : NextStep.of(CONTINUE);
  }

  /**
   * Records that the person did not come or answer, and proposes what to do. Nothing ends by it.
   *
   * @param userId who waited
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public NextStep missed(String referralId, String schemeId, Missed told, String userId) {
    var before = of(referralId);
    int inARow = before.missedInARow() + 1;
    var proposed = missedAppointments.propose(schemeId, inARow, worrying(referralId, told.safety()));
    entities.persist(CheckIn.missed(referralId, before.nextNumber(), told, proposed.step(), userId, now()));
    referrals.nextDate(referralId, proposed.day());
    audit.record(
        AuditEvent.ofReferral(
            "checkin.missed",
            referralId,
            schemeId,
            Map.of(
                "number", Integer.toString(before.nextNumber()),
                "missed", Integer.toString(inARow),
                "safety", told.safety().name(),
                "missedStep", proposed.step(),
                "dueOn", proposed.day().toString(),
                "table", proposed.answer().definitionId(),
                "ruleId", String.join(", ", proposed.answer().ruleIds()))));
    return proposed.nextStep();
  }

  private boolean worrying(String referralId, Safety safety) {
    return safety == Safety.WORRIED || MissedAppointments.vulnerable(referrals.get(referralId).risks());
  }

  /** The check-ins so far. */
  CheckIns of(String referralId) {
    return new CheckIns(
        entities
            .createQuery("select c from CheckIn c where c.referralId = :referral order by c.number", CheckIn.class)
            .setParameter("referral", referralId)
            .getResultList());
  }

  @Override
  @Transactional(readOnly = true)
  public boolean any(String referralId) {
    return of(referralId).anyMissed();
  }

  private CheckIn.Moment now() {
    return new CheckIn.Moment(LocalDate.now(clock), clock.instant());
  }

  /** What whoever checks in should know. */
  @Transactional(readOnly = true)
  public Due due(String referralId, Language language) {
    var referral = referrals.get(referralId);
    var person = people.get(referral.personId());
    var welcome = introductions.welcomeOf(referralId);
    var before = of(referralId);
    var limit = limits.of(referral.schemeId(), before.extended());
    var support = referrals.support(referralId);
    return new Due(
        person.fullName(),
        welcome.map(w -> w.activityName().in(language)).orElse(""),
        welcome.map(w -> w.note()).orElse(null),
        before.nextInPlan(),
        before.missedInARow(),
        support.contacts(),
        limit.mostContacts(),
        limit.near(support) || limit.outOfWeeks(support, LocalDate.now(clock)),
        plan.earlySupport(referral.schemeId(), welcome.isPresent(), before.nextInPlan()),
        before.agreedEnding().map(day -> WrittenDate.of(day, language)).orElse(""),
        endings(referral, language),
        another.getIfAvailable() != null);
  }

  private Map<String, String> endings(ReferralSummary referral, Language language) {
    var days = new LinkedHashMap<String, String>();
    plan.endings(referral.schemeId(), WEEKS_TO_PLAN)
        .forEach(day -> days.put(day.toString(), WrittenDate.of(day, language)));
    return days;
  }

  /**
   * A check-in that was held.
   *
   * @param howItGoes in the person's words, or {@code null}
   * @param barriers what stood in the way, if appointments were missed before
   * @param endingOn the day on which support ends, as agreed with the person, or {@code null}
   * @param nextStep {@code CONTINUE}, {@code END} or {@link #ANOTHER_ACTIVITY}
   */
  public record Held(
      Attendance attendance, String howItGoes, List<Barrier> barriers, LocalDate endingOn, String nextStep) {

    @Override
    public String toString() {
      return "Held[" + attendance + ", " + nextStep + "]";
    }
  }

  /**
   * An appointment the person did not come to or answer.
   *
   * @param barriers what is known to stand in the way; may be empty
   * @param note or {@code null}
   */
  public record Missed(Safety safety, List<Barrier> barriers, String note) {

    @Override
    public String toString() {
      return "Missed[" + safety + "]";
    }
  }

  /**
   * @param activityName empty if the person has none to go to
   * @param providerNote what the organisation wrote with its yes, or {@code null}
   * @param number of the check-in that is due, from 1
   * @param missed appointments in a row before this one
   * @param contacts so far
   * @param mostContacts at which a team lead is asked
   * @param nearLimit whether it is time to think of an ending
   * @param earlySupport whether this check-in belongs to the closer support of the first weeks
   * @param endingAgreed a written date, or empty
   * @param endings written dates by ISO date
   * @param anotherPossible whether another activity can be introduced from here
   */
  public record Due(
      String personName,
      String activityName,
      String providerNote,
      int number,
      int missed,
      int contacts,
      int mostContacts,
      boolean nearLimit,
      boolean earlySupport,
      String endingAgreed,
      Map<String, String> endings,
      boolean anotherPossible) {

    @Override
    public String toString() {
      return "Due[" + number + "]";
    }
  }
}
