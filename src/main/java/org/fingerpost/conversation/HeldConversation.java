package org.fingerpost.conversation;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** What was said in one what-matters conversation; its goals are {@link AgreedGoal}s. */
@Entity
@Table(name = "conversation")
class HeldConversation {

  @Id private UUID conversationId;
  private String referralId;
  private LocalDate heldOn;
  private String whatMatters;
  private String strengths;
  private String recordedBy;
  private Instant recordedAt;

  protected HeldConversation() {}

  HeldConversation(String referralId, LocalDate heldOn, PersonalPlan plan, String recordedBy, Instant recordedAt) {
    this.conversationId = UUID.randomUUID();
    this.referralId = referralId;
    this.heldOn = heldOn;
    this.whatMatters = plan.whatMatters();
    this.strengths = plan.strengths();
    this.recordedBy = recordedBy;
    this.recordedAt = recordedAt;
  }

  UUID id() {
    return conversationId;
  }

  String whatMatters() {
    return whatMatters;
  }

  String strengths() {
    return strengths;
  }
}
