package org.fingerpost.outcome;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import org.fingerpost.referral.ClosureReason;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * How one referral ended, in the link worker's words and as codes. One to a referral. Its later reviews are begun by {@link
 * BeginningLaterReviews}, which keeps its own columns of the row.
 */
@Entity
@Table(name = "outcome")
class RecordedOutcome {

  @Id private String referralId;

  @Enumerated(EnumType.STRING)
  private ClosureReason closureReason;

  @Enumerated(EnumType.STRING)
  private GoalsMet goalsMet;

  @JdbcTypeCode(SqlTypes.ARRAY)
  private String[] goals;

  @JdbcTypeCode(SqlTypes.ARRAY)
  private String[] snomedCodes;

  private String whatChanged;
  private String recordedBy;
  private Instant recordedAt;

  protected RecordedOutcome() {}

  RecordedOutcome(
      String referralId,
      RecordingOutcome.Told told,
      List<SnomedCode> codes,
      String recordedBy,
      Instant recordedAt) {
    this.referralId = referralId;
    this.closureReason = told.reason();
    this.goalsMet = told.goalsMet();
    this.goals = told.goals().stream().map(Enum::name).toArray(String[]::new);
    this.snomedCodes = codes.stream().map(SnomedCode::id).toArray(String[]::new);
    this.whatChanged = told.whatChanged();
    this.recordedBy = recordedBy;
    this.recordedAt = recordedAt;
  }
}
