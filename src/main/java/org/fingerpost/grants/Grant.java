package org.fingerpost.grants;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** One application for a small grant, and what became of it. */
@Entity
@Table(name = "project_grant")
class Grant {

  enum Money {
    NONE,
    RESERVED,
    SPENT,
    RELEASED
  }

  @Id private String reference;
  private String schemeId;
  private String organisationId;
  private String organisationName;
  private String title;
  private long askedPence;

  @JdbcTypeCode(SqlTypes.ARRAY)
  private List<String> areas;

  @JdbcTypeCode(SqlTypes.ARRAY)
  private List<String> themes;

  @Enumerated(EnumType.STRING)
  private GrantState state;

  private Instant appliedAt;

  @Enumerated(EnumType.STRING)
  private GrantOutcome proposedOutcome;

  private String proposedReason;
  private int panelRank;

  @Enumerated(EnumType.STRING)
  private GrantOutcome outcome;

  private String outcomeReason;
  private String outcomeBy;
  private LocalDate answerBy;

  @Enumerated(EnumType.STRING)
  private GrantDecision decision;

  private String decisionReason;
  private String decidedBy;
  private Instant decidedAt;
  private Long awardedPence;
  private Integer fundYear;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false)
  private Money money = Money.NONE;

  private Instant acceptedAt;
  private LocalDate paidOn;
  private String paymentReference;
  private String paidBy;
  private LocalDate reportDueOn;
  private int reminders;
  private Instant closedAt;
  private String processInstanceId;
  @Version private Integer version;

  protected Grant() {}

  Grant(String reference, String schemeId, Instant now) {
    this.reference = reference;
    this.schemeId = schemeId;
    this.appliedAt = now;
    this.state = GrantState.APPLIED;
  }

  /** What the application says by now. */
  void says(String organisation, String name, String project, long asked, List<String> itsAreas, List<String> itsThemes) {
    organisationId = organisation;
    organisationName = name;
    title = project;
    askedPence = asked;
    areas = List.copyOf(itsAreas);
    themes = List.copyOf(itsThemes);
  }

  void started(String instanceId) {
    processInstanceId = instanceId;
  }

  void propose(GrantOutcome proposed, String reason, int rank) {
    state = GrantState.APPLIED;
    proposedOutcome = proposed;
    proposedReason = reason;
    panelRank = rank;
    outcome = null;
    outcomeReason = null;
    outcomeBy = null;
    answerBy = null;
    if (proposed == GrantOutcome.PANEL) {
      outcome = proposed;
    }
  }

  void confirm(GrantOutcome confirmed, String reason, String userId) {
    outcome = confirmed;
    outcomeReason = reason;
    outcomeBy = userId;
    if (confirmed.toPanel() && panelRank == 0) {
      // The table would not have sent it there, so it has no place; it comes after those that have.
      panelRank = 2;
    }
  }

  void ask(LocalDate by) {
    state = GrantState.ASKED;
    answerBy = by;
  }

  void toPanel() {
    state = GrantState.PANEL;
    answerBy = null;
  }

  void award(long pence, int year, String reason, String userId, Instant now) {
    decide(GrantDecision.AWARD, reason, userId, now);
    awardedPence = pence;
    fundYear = year;
    money = Money.RESERVED;
    state = GrantState.AWARDED;
  }

  void decide(GrantDecision made, String reason, String userId, Instant now) {
    if (decision != null) {
      throw new IllegalStateException("Grant " + reference + " is decided already");
    }
    decision = made;
    decisionReason = reason;
    decidedBy = userId;
    decidedAt = now;
  }

  void answerBy(LocalDate by) {
    answerBy = by;
  }

  void accept(Instant now) {
    state = GrantState.ACCEPTED;
    acceptedAt = now;
    answerBy = null;
  }

  void paid(LocalDate on, String paymentsReference, String userId) {
    money = Money.SPENT;
    state = GrantState.PAID;
    paidOn = on;
    paymentReference = paymentsReference;
    paidBy = userId;
  }

  void moneyReleased() {
    money = Money.RELEASED;
  }

  void reportDue(LocalDate on) {
    state = GrantState.PAID;
    reportDueOn = on;
    reminders = 0;
    closedAt = null;
  }

  int remind() {
    return ++reminders;
  }

  void reported() {
    state = GrantState.REPORTED;
    closedAt = null;
  }

  void close(GrantState as, Instant now) {
    state = as;
    closedAt = now;
    answerBy = null;
  }

  String reference() {
    return reference;
  }

  String schemeId() {
    return schemeId;
  }

  String organisationId() {
    return organisationId;
  }

  String organisationName() {
    return organisationName;
  }

  String title() {
    return title;
  }

  long asked() {
    return askedPence;
  }

  GrantState state() {
    return state;
  }

  GrantOutcome proposedOutcome() {
    return proposedOutcome;
  }

  String proposedReason() {
    return proposedReason;
  }

  GrantOutcome outcome() {
    return outcome;
  }

  String outcomeReason() {
    return outcomeReason;
  }

  LocalDate answerBy() {
    return answerBy;
  }

  GrantDecision decision() {
    return decision;
  }

  String decisionReason() {
    return decisionReason;
  }

  String decidedBy() {
    return decidedBy;
  }

  Instant decidedAt() {
    return decidedAt;
  }

  Long awarded() {
    return awardedPence;
  }

  Integer fundYear() {
    return fundYear;
  }

  boolean reserved() {
    return money == Money.RESERVED;
  }

  LocalDate paidOn() {
    return paidOn;
  }

  LocalDate reportDueOn() {
    return reportDueOn;
  }

  String processInstanceId() {
    return processInstanceId;
  }

  GrantSeen seen() {
    return new GrantSeen(
        reference,
        schemeId,
        organisationName,
        title,
        areas,
        themes,
        askedPence,
        state,
        appliedAt,
        proposedOutcome,
        proposedReason,
        panelRank,
        outcome,
        outcomeReason,
        outcomeBy,
        answerBy,
        decision,
        decisionReason,
        decidedBy,
        decidedAt,
        awardedPence,
        fundYear,
        paidOn,
        reportDueOn,
        closedAt);
  }
}
