package org.fingerpost.safeguarding;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;

/** One concern about somebody's safety. Decided once; what was raised is never changed. */
@Entity
@Table(name = "safeguarding_concern")
class Concern {

  @Id private UUID concernId;
  private String referralId;
  private String schemeId;
  private String raisedBy;
  private Instant raisedAt;
  private boolean immediateDanger;
  private String seenOrSaid;
  private String whoAtRisk;
  private String alreadyTold;
  private Instant dueAt;
  private int reminders;

  @Enumerated(EnumType.STRING)
  private ConcernDecision decision;

  private String decisionReason;
  private String decidedBy;
  private Instant decidedAt;
  private Instant readAt;
  private String toldBy;
  private String processInstanceId;
  @Version private Integer version;

  protected Concern() {}

  Concern(String referralId, String schemeId, String raisedBy, RaisedConcern raised, Instant now) {
    this.concernId = UUID.randomUUID();
    this.referralId = referralId;
    this.schemeId = schemeId;
    this.raisedBy = raisedBy;
    this.raisedAt = now;
    this.immediateDanger = raised.immediateDanger();
    this.seenOrSaid = raised.seenOrSaid();
    this.whoAtRisk = raised.whoAtRisk();
    this.alreadyTold = raised.alreadyTold();
    // Until the table has said otherwise it is due at once.
    this.dueAt = now;
  }

  void started(String instanceId) {
    processInstanceId = instanceId;
  }

  void dueAt(Instant at) {
    dueAt = at;
  }

  /**
   * @return which reminder this is, counted from 1
   */
  int remind() {
    return ++reminders;
  }

  void decide(ConcernDecision made, String reason, String userId, Instant now) {
    if (decision != null) {
      throw new IllegalStateException("Concern " + concernId + " is decided already");
    }
    decision = made;
    decisionReason = reason;
    decidedBy = userId;
    decidedAt = now;
  }

  /** Whoever raised it has read the decision. */
  void read(Instant now) {
    readAt = now;
  }

  /** A team lead has told whoever raised it in person. */
  void told(String userId) {
    toldBy = userId;
  }

  boolean decided() {
    return decision != null;
  }

  UUID id() {
    return concernId;
  }

  String referralId() {
    return referralId;
  }

  String schemeId() {
    return schemeId;
  }

  String raisedBy() {
    return raisedBy;
  }

  Instant raisedAt() {
    return raisedAt;
  }

  boolean immediateDanger() {
    return immediateDanger;
  }

  Instant dueAt() {
    return dueAt;
  }

  ConcernSeen seen() {
    return new ConcernSeen(
        concernId,
        referralId,
        schemeId,
        raisedBy,
        raisedAt,
        immediateDanger,
        seenOrSaid,
        whoAtRisk,
        alreadyTold,
        dueAt,
        decision,
        decisionReason,
        decidedBy,
        decidedAt,
        readAt,
        reminders);
  }

  OverdueConcern overdue() {
    return new OverdueConcern(schemeId, dueAt, reminders);
  }
}
