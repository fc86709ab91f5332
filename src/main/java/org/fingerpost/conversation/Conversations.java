package org.fingerpost.conversation;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.fingerpost.outcome.AgreedGoals;
import org.fingerpost.outcome.Measures;
import org.fingerpost.outcome.Occasion;
import org.fingerpost.platform.AuditEvent;
import org.fingerpost.platform.AuditTrail;
import org.fingerpost.referral.Referrals;
import org.fingerpost.referral.Stage;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What-matters conversations and the plans that came of them. */
@Component
public class Conversations implements AgreedGoals {

  private final EntityManager entities;
  private final Measures measures;
  private final Referrals referrals;
  private final AuditTrail audit;
  private final Clock clock;

  Conversations(
      EntityManager entities, Measures measures, Referrals referrals, AuditTrail audit, Clock clock) {
    this.entities = entities;
    this.measures = measures;
    this.referrals = referrals;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Keeps a conversation held today, its goals and the baseline of ONS4, and moves the referral on to {@link
   * Stage#CONVERSATION}.
   *
   * @param baseline answers by item id; what was not asked is blank or not there
   * @param heldBy user id
   * @throws org.fingerpost.platform.InvalidInput if an answer is off its scale
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void hold(String referralId, String schemeId, PersonalPlan plan, Map<String, String> baseline, String heldBy) {
    var scores = measures.record(referralId, Occasion.BASELINE, baseline, heldBy);
    var conversation =
        new HeldConversation(referralId, LocalDate.now(clock), plan, heldBy, clock.instant());
    entities.persist(conversation);
    for (int i = 0; i < plan.goals().size(); i++) {
      entities.persist(new AgreedGoal(conversation.id(), i + 1, plan.goals().get(i)));
    }
    referrals.stage(referralId, Stage.CONVERSATION);
    referrals.talked(referralId);
    audit.record(
        AuditEvent.ofReferral(
            "conversation.held",
            referralId,
            schemeId,
            Map.of(
                "goals", Integer.toString(plan.goals().size()),
                "measure", Measures.ONS4,
                "scored", Integer.toString(scores.scored()))));
  }

  /** The plan of the latest conversation. */
  @Transactional(readOnly = true)
  public Optional<PersonalPlan> latest(String referralId) {
    List<Tuple> rows =
        entities
            .createQuery(
                """
                select c as held, g as goal from HeldConversation c
                left join AgreedGoal g on g.conversationId = c.conversationId
                where c.referralId = :referral order by c.recordedAt desc, g.position
                """,
                Tuple.class)
            .setParameter("referral", referralId)
            .getResultList();
    if (rows.isEmpty()) {
      return Optional.empty();
    }
    var held = rows.get(0).get("held", HeldConversation.class);
    var goals =
        rows.stream()
            .filter(row -> row.get("held", HeldConversation.class) == held)
            .map(row -> row.get("goal", AgreedGoal.class))
            .filter(Objects::nonNull)
            .map(AgreedGoal::asAgreed)
            .toList();
    return Optional.of(new PersonalPlan(held.whatMatters(), held.strengths(), goals));
  }

  @Override
  @Transactional(readOnly = true)
  public List<String> of(String referralId) {
    return latest(referralId).map(PersonalPlan::goalTexts).orElse(List.of());
  }
}
