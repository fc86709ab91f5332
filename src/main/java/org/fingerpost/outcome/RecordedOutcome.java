package org.fingerpost.outcome;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.fingerpost.referral.ClosureReason;

/** How one referral ended, in the link worker's words and as codes. One to a referral. */
@Entity
@Table(name = "outcome")
class RecordedOutcome {

  @Id private String referralId;

  @Enumerated(EnumType.STRING)
  private ClosureReason closureReason;

  @Enumerated(EnumType.STRING)
  private GoalsMet goalsMet;

  private String whatChanged;
  private String recordedBy;
  private Instant recordedAt;

  protected RecordedOutcome() {}

  RecordedOutcome(
      String referralId,
      ClosureReason closureReason,
      GoalsMet goalsMet,
      String whatChanged,
      String recordedBy,
      Instant recordedAt) {
    this.referralId = referralId;
    this.closureReason = closureReason;
    this.goalsMet = goalsMet;
    this.whatChanged = whatChanged;
    this.recordedBy = recordedBy;
    this.recordedAt = recordedAt;
  }
}
