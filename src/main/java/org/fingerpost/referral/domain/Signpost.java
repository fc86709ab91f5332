package org.fingerpost.referral.domain;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.fingerpost.platform.Tokens;
import org.fingerpost.referral.SignpostAnswer;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * Places that one person was told about. Answered once, by the person or by time; two links open it, the one that came with the places
 * and the one that came with the question.
 */
@Entity
@Table(name = "signpost")
public class Signpost {

  /** How the places reach the person. Words are in the bundles under {@code signpost-reach.<CODE>}. */
  public enum Reach {
    /** By e-mail to the person. */
    EMAIL,
    /** By e-mail to the referrer, to hand over. */
    REFERRER,
    /** Printed, or read out. */
    PRINT
  }

  @Id private UUID signpostId;
  private String referralId;
  private String schemeId;

  @Enumerated(EnumType.STRING)
  private Reach reach;

  @JdbcTypeCode(SqlTypes.ARRAY)
  private String[] activityIds;

  private String tokenHash;
  private String askTokenHash;
  private Instant sentAt;
  private LocalDate validUntil;
  private Instant askedAt;

  @Enumerated(EnumType.STRING)
  private SignpostAnswer answer;

  private Instant answeredAt;
  private Boolean linkWorkerGiven;
  private String decisionReason;
  private String decidedBy;
  private String processInstanceId;
  @Version private Integer version;

  protected Signpost() {}

  /**
   * @param token opens the page; only its hash is kept
   * @param validUntil the last day on which the links work
   */
  public Signpost(
      String referralId,
      String schemeId,
      Reach reach,
      List<String> activityIds,
      String token,
      LocalDate validUntil,
      String processInstanceId,
      Instant now) {
    this.signpostId = UUID.randomUUID();
    this.referralId = referralId;
    this.schemeId = schemeId;
    this.reach = reach;
    this.activityIds = activityIds.toArray(String[]::new);
    this.tokenHash = Tokens.hash(token);
    this.validUntil = validUntil;
    this.processInstanceId = processInstanceId;
    this.sentAt = now;
  }

  /** Asks whether they got there; the question brings a link of its own. */
  public void ask(String token, Instant now) {
    askTokenHash = Tokens.hash(token);
    askedAt = now;
  }

  /** Keeps the first answer; nothing changes it. */
  public void answer(SignpostAnswer given, Instant now) {
    if (answer != null) {
      throw new IllegalStateException("Signpost " + signpostId + " is answered as " + answer);
    }
    answer = given;
    answeredAt = now;
  }

  /** Keeps what was decided about somebody who asked for a link worker. */
  public void decide(boolean give, String reason, String userId) {
    linkWorkerGiven = give;
    decisionReason = reason;
    decidedBy = userId;
  }

  public boolean worksOn(LocalDate day) {
    return !day.isAfter(validUntil);
  }

  public UUID id() {
    return signpostId;
  }

  public String referralId() {
    return referralId;
  }

  public String schemeId() {
    return schemeId;
  }

  public Reach reach() {
    return reach;
  }

  public List<String> activityIds() {
    return List.of(activityIds);
  }

  public LocalDate validUntil() {
    return validUntil;
  }

  /** What was answered, or {@code null}. */
  public SignpostAnswer answer() {
    return answer;
  }

  public String processInstanceId() {
    return processInstanceId;
  }
}
