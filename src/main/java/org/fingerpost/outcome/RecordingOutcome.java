package org.fingerpost.outcome;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.Map;
import org.fingerpost.person.People;
import org.fingerpost.platform.AuditEvent;
import org.fingerpost.platform.AuditTrail;
import org.fingerpost.referral.ClosureReason;
import org.fingerpost.referral.Referrals;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Records how support ended and how the person is now. The journey closes the referral afterwards. */
@Component
public class RecordingOutcome {

  private final EntityManager entities;
  private final Measures measures;
  private final AgreedGoals goals;
  private final Referrals referrals;
  private final People people;
  private final AuditTrail audit;
  private final Clock clock;

  RecordingOutcome(
      EntityManager entities,
      Measures measures,
      AgreedGoals goals,
      Referrals referrals,
      People people,
      AuditTrail audit,
      Clock clock) {
    this.entities = entities;
    this.measures = measures;
    this.goals = goals;
    this.referrals = referrals;
    this.people = people;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Records an outcome, once to a referral.
   *
   * @param whatChanged in the person's words, or {@code null}
   * @param closing answers to ONS4 by item id; what was not asked is blank or not there
   * @param recordedBy user id
   * @throws org.fingerpost.platform.InvalidInput if an answer is off its scale
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void record(
      String referralId,
      String schemeId,
      ClosureReason reason,
      GoalsMet goalsMet,
      String whatChanged,
      Map<String, String> closing,
      String recordedBy) {
    var scores = measures.record(referralId, Occasion.CLOSING, closing, recordedBy);
    entities.persist(new RecordedOutcome(referralId, reason, goalsMet, whatChanged, recordedBy, clock.instant()));
    referrals.outcomeRecorded(referralId, reason);
    audit.record(
        AuditEvent.ofReferral(
            "outcome.recorded",
            referralId,
            schemeId,
            Map.of(
                "reason", reason.name(),
                "goalsMet", goalsMet.name(),
                "measure", Measures.ONS4,
                "scored", Integer.toString(scores.scored()))));
  }

  /** Whose journey it is and what they set out to do. */
  @Transactional(readOnly = true)
  public JourneySoFar soFar(String referralId) {
    var person = people.get(referrals.get(referralId).personId());
    return new JourneySoFar(person.fullName(), String.join("\n", goals.of(referralId)));
  }

  /**
   * @param personName given and family name
   * @param goals one to a line; empty if none were set
   */
  public record JourneySoFar(String personName, String goals) {

    @Override
    public String toString() {
      return "JourneySoFar";
    }
  }
}
