package org.fingerpost.followup;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** One check-in, in the link worker's words and as codes. */
@Entity
@Table(name = "check_in")
class CheckIn {

  @Id private UUID checkInId;
  private String referralId;
  private int number;
  private LocalDate heldOn;

  @Enumerated(EnumType.STRING)
  private Attendance attendance;

  private String howItGoes;
  private String nextStep;
  private String recordedBy;
  private Instant recordedAt;

  protected CheckIn() {}

  CheckIn(
      String referralId,
      int number,
      LocalDate heldOn,
      Attendance attendance,
      String howItGoes,
      String nextStep,
      String recordedBy,
      Instant recordedAt) {
    this.checkInId = UUID.randomUUID();
    this.referralId = referralId;
    this.number = number;
    this.heldOn = heldOn;
    this.attendance = attendance;
    this.howItGoes = howItGoes;
    this.nextStep = nextStep;
    this.recordedBy = recordedBy;
    this.recordedAt = recordedAt;
  }
}
