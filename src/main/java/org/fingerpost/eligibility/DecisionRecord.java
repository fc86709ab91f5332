package org.fingerpost.eligibility;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fingerpost.platform.Decisions;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** What a table was asked and said about one referral, and what a person made of it. */
@Entity
@Table(name = "decision_record")
class DecisionRecord {

  @Id private UUID decisionRecordId;
  private String referralId;
  private String schemeId;
  private String decisionKey;
  private String definitionId;
  private int definitionVersion;
  private boolean ownTable;

  @JdbcTypeCode(SqlTypes.ARRAY)
  private String[] ruleIds;

  @JdbcTypeCode(SqlTypes.JSON)
  private Map<String, Object> facts;

  @JdbcTypeCode(SqlTypes.JSON)
  private Map<String, Object> outputs;

  private Instant decidedAt;
  private String confirmedRoute;
  private String confirmedBy;
  private String confirmedReason;
  private String confirmedCode;
  private Instant confirmedAt;

  protected DecisionRecord() {}

  DecisionRecord(
      String referralId, String schemeId, Map<String, Object> facts, Decisions.Answer answer, Instant now) {
    this.decisionRecordId = UUID.randomUUID();
    this.referralId = referralId;
    this.schemeId = schemeId;
    this.decisionKey = answer.decisionKey();
    this.definitionId = answer.definitionId();
    this.definitionVersion = answer.version();
    this.ownTable = answer.ownTable();
    this.ruleIds = answer.ruleIds().toArray(String[]::new);
    this.facts = facts;
    this.outputs = answer.outputs();
    this.decidedAt = now;
  }

  RouteProposal proposal() {
    var route = Route.valueOf((String) outputs.get("route"));
    return new RouteProposal(
        route,
        (String) outputs.get("reasonCode"),
        List.of(ruleIds),
        definitionVersion,
        !route.takenOn());
  }

  /** @param code of the reason that the referrer is told; {@code null} if the scheme goes on with the person */
  void confirm(Route route, String code, String reason, String userId, Instant now) {
    confirmedCode = code;
    confirmedRoute = route.name();
    confirmedReason = reason;
    confirmedBy = userId;
    confirmedAt = now;
  }

  /** What came of arranging the confirmed route: another one, or another reason. The lead's words on the first choice stay. */
  void settle(Route route, String code, String userId, Instant now) {
    confirm(route, code, confirmedReason, userId, now);
  }

  String confirmedCode() {
    return confirmedCode;
  }

  boolean confirmedAs(String route) {
    return confirmedBy != null && route.equals(confirmedRoute);
  }

  String decisionKey() {
    return decisionKey;
  }

  String schemeId() {
    return schemeId;
  }

  boolean ownTable() {
    return ownTable;
  }
}
