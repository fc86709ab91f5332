package org.fingerpost.conversation;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** A goal as it was agreed. Kept apart from its conversation so that a later conversation can look at it again. */
@Entity
@Table(name = "goal")
class AgreedGoal {

  @Id private UUID goalId;
  private UUID conversationId;
  private int position;
  private String goal;
  private Integer importance;
  private Integer confidence;
  private String action;

  protected AgreedGoal() {}

  AgreedGoal(UUID conversationId, int position, PersonalPlan.Goal goal) {
    this.goalId = UUID.randomUUID();
    this.conversationId = conversationId;
    this.position = position;
    this.goal = goal.goal();
    this.importance = goal.importance();
    this.confidence = goal.confidence();
    this.action = goal.action();
  }

  PersonalPlan.Goal asAgreed() {
    return new PersonalPlan.Goal(goal, importance, confidence, action);
  }
}
