package org.fingerpost.eligibility;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** What was found out about the consent of somebody under 18. The latest row counts. */
@Entity
@Immutable
@Table(name = "young_person_consent")
class YoungPersonConsent {

  @Id private UUID youngPersonConsentId;
  private String referralId;

  @Enumerated(EnumType.STRING)
  private AgeBand ageBand;

  private boolean given;
  private String givenBy;
  private String competence;
  private String competenceJudgedBy;
  private boolean assent;
  private String note;
  private String recordedBy;
  private Instant recordedAt;

  protected YoungPersonConsent() {}

  YoungPersonConsent(String referralId, AgeBand ageBand, RecordedConsent answer, String recordedBy, Instant now) {
    this.youngPersonConsentId = UUID.randomUUID();
    this.referralId = referralId;
    this.ageBand = ageBand;
    this.given = answer.given();
    this.givenBy = answer.givenBy();
    this.competence = answer.competence();
    this.competenceJudgedBy = answer.judgedBy();
    this.assent = answer.assent();
    this.note = answer.note();
    this.recordedBy = recordedBy;
    this.recordedAt = now;
  }

  /** The same, about the referral that goes on from this one; when and by whom it was recorded stays true. */
  YoungPersonConsent of(String otherReferralId) {
    return new YoungPersonConsent(otherReferralId, ageBand, answer(), recordedBy, recordedAt);
  }

  RecordedConsent answer() {
    return new RecordedConsent(given, givenBy, null, assent, competence, competenceJudgedBy, note);
  }
}
