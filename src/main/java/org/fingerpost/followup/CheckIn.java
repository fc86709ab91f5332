package org.fingerpost.followup;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** One check-in, held or missed, in the link worker's words and as codes; and what a team lead decided because of it. */
@Entity
@Table(name = "check_in")
class CheckIn {

  @Id private UUID checkInId;
  private String referralId;
  private int number;
  private LocalDate heldOn;
  private boolean held;

  @Enumerated(EnumType.STRING)
  private Attendance attendance;

  private String howItGoes;

  @Enumerated(EnumType.STRING)
  private Safety safety;

  @JdbcTypeCode(SqlTypes.ARRAY)
  private String[] barriers;

  private LocalDate endingPlannedOn;
  private String nextStep;
  private String recordedBy;
  private Instant recordedAt;

  @Enumerated(EnumType.STRING)
  private LeadDecision leadDecision;

  private String leadReason;
  private String leadUserId;
  private Instant leadDecidedAt;

  protected CheckIn() {}

  private CheckIn(
      String referralId, int number, boolean held, List<Barrier> barriers, String nextStep, String userId, Moment now) {
    this.checkInId = UUID.randomUUID();
    this.referralId = referralId;
    this.number = number;
    this.heldOn = now.day();
    this.held = held;
    this.barriers = barriers.stream().map(Enum::name).toArray(String[]::new);
    this.nextStep = nextStep;
    this.recordedBy = userId;
    this.recordedAt = now.at();
  }

  static CheckIn held(String referralId, int number, CheckingIn.Held told, String userId, Moment now) {
    var row = new CheckIn(referralId, number, true, told.barriers(), told.nextStep(), userId, now);
    row.attendance = told.attendance();
    row.howItGoes = told.howItGoes();
    row.endingPlannedOn = told.endingOn();
    return row;
  }

  static CheckIn missed(
      String referralId, int number, CheckingIn.Missed told, String nextStep, String userId, Moment now) {
    var row = new CheckIn(referralId, number, false, told.barriers(), nextStep, userId, now);
    row.safety = told.safety();
    row.howItGoes = told.note();
    return row;
  }

  /** Keeps what a team lead decided because of this check-in. */
  void decided(LeadDecision decision, String reason, String userId, Instant at) {
    leadDecision = decision;
    leadReason = reason;
    leadUserId = userId;
    leadDecidedAt = at;
  }

  /** What is known of the person's safety now, found out since. */
  void nowKnown(Safety found) {
    safety = found;
  }

  boolean held() {
    return held;
  }

  LocalDate on() {
    return heldOn;
  }

  Safety safety() {
    return safety;
  }

  List<String> barriers() {
    return List.of(barriers);
  }

  LocalDate endingPlannedOn() {
    return endingPlannedOn;
  }

  LeadDecision leadDecision() {
    return leadDecision;
  }

  /**
   * @param day in Europe/London
   */
  record Moment(LocalDate day, Instant at) {}
}
