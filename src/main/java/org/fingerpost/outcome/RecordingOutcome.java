package org.fingerpost.outcome;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.fingerpost.person.People;
import org.fingerpost.platform.AuditEvent;
import org.fingerpost.platform.AuditTrail;
import org.fingerpost.platform.InvalidInput;
import org.fingerpost.platform.Language;
import org.fingerpost.referral.ClosureReason;
import org.fingerpost.referral.ReferralSummary;
import org.fingerpost.referral.Referrals;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Records how support ended and how the person is now. The journey closes the referral afterwards. */
@Component
public class RecordingOutcome {

  private final EntityManager entities;
  private final Measures measures;
  private final PairedScores pairs;
  private final AgreedGoals goals;
  private final AppointmentsMissed appointmentsMissed;
  private final Referrals referrals;
  private final People people;
  private final AuditTrail audit;
  private final Clock clock;

  RecordingOutcome(
      EntityManager entities,
      Measures measures,
      PairedScores pairs,
      AgreedGoals goals,
      AppointmentsMissed appointmentsMissed,
      Referrals referrals,
      People people,
      AuditTrail audit,
      Clock clock) {
    this.entities = entities;
    this.measures = measures;
    this.pairs = pairs;
    this.goals = goals;
    this.appointmentsMissed = appointmentsMissed;
    this.referrals = referrals;
    this.people = people;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Records an outcome, once to a referral.
   *
   * @param closing answers to the scheme's measures by item id; what was not asked is blank or not there
   * @param recordedBy user id
   * @throws InvalidInput if an answer is off its scale, or if the reason says of the person what they did not say or do
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void record(String referralId, String schemeId, Told told, Map<String, String> closing, String recordedBy) {
    check(referralId, told);
    var scores =
        measures.record(referralId, Occasion.CLOSING, asked(referrals.get(referralId)), closing, recordedBy);
    var codes = SnomedCode.certainFor(told.reason().closes(), true);
    entities.persist(new RecordedOutcome(referralId, told, codes, recordedBy, clock.instant()));
    referrals.outcomeRecorded(referralId, told.reason());
    audit.record(
        AuditEvent.ofReferral(
            "outcome.recorded",
            referralId,
            schemeId,
            Map.of(
                "reason", told.reason().name(),
                "goalsMet", told.goalsMet().name(),
                "measure", String.join(", ", scores.keySet()),
                "scored", Integer.toString(scores.values().stream().mapToInt(Scores::scored).sum()),
                "codes", String.join(", ", codes.stream().map(SnomedCode::id).toList()))));
  }

  /** Nobody is said to have declined, stopped coming or reached a goal who did not. */
  private void check(String referralId, Told told) {
    if (!ClosureReason.ofOutcomes().contains(told.reason())) {
      throw new InvalidInput("closureReason", "outcome.form.closureReason.required");
    }
    if (told.reason() == ClosureReason.DID_NOT_ENGAGE && !appointmentsMissed.any(referralId)) {
      throw new InvalidInput("closureReason", "outcome.form.closureReason.notMissed");
    }
    if (told.reason() == ClosureReason.CHOSE_TO_STOP && told.whatChanged() == null) {
      throw new InvalidInput("whatChanged", "outcome.form.whatChanged.personsWord");
    }
    boolean someNot = told.goals().stream().anyMatch(goal -> goal == GoalsMet.NOT_MET || goal == GoalsMet.PARTLY);
    boolean someMet = told.goals().stream().anyMatch(goal -> goal == GoalsMet.GOALS_MET || goal == GoalsMet.PARTLY);
    if (told.goalsMet() == GoalsMet.GOALS_MET && someNot || told.goalsMet() == GoalsMet.NOT_MET && someMet) {
      throw new InvalidInput("goalsMet", "outcome.form.goalsMet.disagree");
    }
  }

  private MeasureSet asked(ReferralSummary referral) {
    return measures.askedIn(
        referral.schemeId(), () -> people.get(referral.personId()).ageOn(LocalDate.now(clock)));
  }

  /** Whose journey it is, what they set out to do, how they were, and what they are asked now. */
  @Transactional(readOnly = true)
  public JourneySoFar soFar(String referralId, Language language) {
    var referral = referrals.get(referralId);
    var person = people.get(referral.personId());
    var baseline = measures.of(referralId).getOrDefault(Occasion.BASELINE, Map.of());
    return new JourneySoFar(
        person.fullName(), goals.of(referralId), pairs.lines(baseline, language), asked(referral));
  }

  /**
   * How support ended.
   *
   * @param goals whether each goal was met, in the order of the goals; empty if they were not gone through one by one
   * @param whatChanged in the person's words, or {@code null}
   */
  public record Told(ClosureReason reason, GoalsMet goalsMet, List<GoalsMet> goals, String whatChanged) {

    public Told {
      goals = List.copyOf(goals);
    }

    @Override
    public String toString() {
      return "Told[" + reason + "]";
    }
  }

  /**
   * @param personName given and family name
   * @param goals in the person's order; empty if none were set
   * @param before the scores at the beginning, one to a line; empty if nothing was asked
   * @param asked what is asked now
   */
  public record JourneySoFar(String personName, List<String> goals, String before, MeasureSet asked) {

    @Override
    public String toString() {
      return "JourneySoFar";
    }
  }
}
