package org.fingerpost.person;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** One line of the consent ledger. */
@Entity
@Immutable
@Table(name = "consent_grant")
class ConsentGrant {

  @Id private UUID consentId;
  private UUID personId;
  private String referralId;

  @Enumerated(EnumType.STRING)
  private Consent.Purpose purpose;

  private boolean granted;
  private String givenBy;
  private String givenHow;
  private LocalDate givenOn;
  private String wordingVersion;
  private String activityId;
  private String recordedBy;
  private Instant recordedAt;

  protected ConsentGrant() {}

  ConsentGrant(Consent consent, Instant now) {
    consentId = UUID.randomUUID();
    personId = consent.personId();
    referralId = consent.referralId();
    purpose = consent.purpose();
    granted = consent.granted();
    givenBy = consent.givenBy();
    givenHow = consent.how();
    givenOn = consent.on();
    wordingVersion = consent.wordingVersion();
    activityId = consent.activityId();
    recordedBy = consent.recordedBy();
    recordedAt = now;
  }

  Consent consent() {
    return new Consent(
        personId, referralId, purpose, granted, givenBy, givenHow, givenOn, wordingVersion, activityId, recordedBy);
  }

  Consent.Purpose purpose() {
    return purpose;
  }

  boolean granted() {
    return granted;
  }

  LocalDate givenOn() {
    return givenOn;
  }
}
