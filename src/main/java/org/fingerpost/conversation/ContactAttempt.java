package org.fingerpost.conversation;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/**
 * One rung of the ladder: an attempt to reach a person, or a team lead's decision how to go on when the attempts ran
 * out (channel {@link #DECISION}), with the reason as its note. Rows are added, never changed.
 */
@Entity
@Table(name = "contact_attempt")
class ContactAttempt {

  /** The channel of a decision: nobody was contacted by it, so it is not counted as a try. */
  static final String DECISION = "DECISION";

  @Id private UUID contactAttemptId;
  private String referralId;
  private int attempt;
  private String channel;
  private String result;
  private String note;
  private String recordedBy;
  private Instant recordedAt;

  protected ContactAttempt() {}

  ContactAttempt(
      String referralId,
      int attempt,
      String channel,
      String result,
      String note,
      String recordedBy,
      Instant recordedAt) {
    this.contactAttemptId = UUID.randomUUID();
    this.referralId = referralId;
    this.attempt = attempt;
    this.channel = channel;
    this.result = result;
    this.note = note;
    this.recordedBy = recordedBy;
    this.recordedAt = recordedAt;
  }

  boolean isTry() {
    return !DECISION.equals(channel);
  }

  String channel() {
    return channel;
  }

  String result() {
    return result;
  }

  String note() {
    return note;
  }

  Instant recordedAt() {
    return recordedAt;
  }
}
