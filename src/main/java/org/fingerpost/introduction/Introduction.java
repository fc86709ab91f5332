package org.fingerpost.introduction;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.fingerpost.platform.Tokens;

/**
 * One person offered to one activity.
 *
 * <p>Open from the offer until an answer. Answered once, by link or through the link worker; or given up for another
 * activity; or stopped because the referral was withdrawn, even after a yes. Nothing leads back: another try is another
 * introduction.
 */
@Entity
@Table(name = "introduction")
class Introduction {

  enum Status {
    OFFERED,
    ACCEPTED,
    WAITING_LIST,
    DECLINED,
    NO_ANSWER,
    STOPPED
  }

  enum Via {
    LINK,
    LINK_WORKER
  }

  /**
   * How long a reply link works after the day the answer was due. A late answer is welcome while somebody is chasing
   * it; two weeks is as long as a link for providers may live (security research 6.4), counted from the day they were
   * asked to answer by.
   */
  static final Duration LINK_OUTLIVES_DEADLINE = Duration.ofDays(14);

  /** Within this time the same answer again is a second click, not a second answer. */
  static final Duration DOUBLE_CLICK = Duration.ofMinutes(2);

  @Id private UUID introductionId;
  private String referralId;
  private String schemeId;
  private String activityId;

  @Enumerated(EnumType.STRING)
  private Status status;

  private boolean accompanied;
  private String note;
  private Instant offeredAt;
  private Instant answerDueAt;
  private Instant answeredAt;

  @Enumerated(EnumType.STRING)
  private Via answeredVia;

  private String answerNote;
  private String replyTokenHash;
  private String processInstanceId;
  @Version private int version;

  protected Introduction() {}

  /**
   * An introduction that was chosen and is about to be offered. Until {@link #offer} nobody holds the token behind its
   * hash.
   *
   * @param note what the organisation should know, as the person agreed to share it; or {@code null}
   */
  Introduction(
      String referralId,
      String schemeId,
      String activityId,
      boolean accompanied,
      String note,
      String processInstanceId,
      Instant now) {
    this.introductionId = UUID.randomUUID();
    this.referralId = referralId;
    this.schemeId = schemeId;
    this.activityId = activityId;
    this.status = Status.OFFERED;
    this.accompanied = accompanied;
    this.note = note;
    this.offeredAt = now;
    this.answerDueAt = now;
    this.replyTokenHash = Tokens.hash(Tokens.random());
    this.processInstanceId = processInstanceId;
  }

  /**
   * Makes the offer.
   *
   * @return the secret of the reply link; only its hash is kept, so a second offer makes the first link useless
   */
  String offer(Instant answerDueAt) {
    mustBeOpen();
    String token = Tokens.random();
    this.replyTokenHash = Tokens.hash(token);
    this.answerDueAt = answerDueAt;
    return token;
  }

  /** Whether the reply link works. */
  boolean answerable(Instant now) {
    return open() && !now.isAfter(answerDueAt.plus(LINK_OUTLIVES_DEADLINE));
  }

  /** Whether this answer was given by link a moment ago. */
  boolean justAnswered(Answer answer, Instant now) {
    return answeredVia == Via.LINK
        && status.name().equals(answer.name())
        && !now.isAfter(answeredAt.plus(DOUBLE_CLICK));
  }

  /**
   * @param note or {@code null}
   */
  void answer(Answer answer, Via via, String note, Instant now) {
    mustBeOpen();
    this.status = Status.valueOf(answer.name());
    this.answeredVia = via;
    this.answerNote = note;
    this.answeredAt = now;
  }

  /** Keeps waiting for the answer. */
  void waitUntil(Instant answerDueAt) {
    mustBeOpen();
    this.answerDueAt = answerDueAt;
  }

  /** Another activity is tried, because this organisation did not answer. */
  void giveUp() {
    mustBeOpen();
    this.status = Status.NO_ANSWER;
  }

  /** Whether the organisation may still be expecting the person, or an answer may still come. */
  boolean live() {
    return open() || status == Status.ACCEPTED || status == Status.WAITING_LIST;
  }

  /** The organisation has said yes. Somebody on a waiting list is not introduced yet. */
  boolean accepted() {
    return status == Status.ACCEPTED;
  }

  /** The referral was withdrawn. */
  void stop() {
    if (!live()) {
      throw new IllegalStateException("Introduction " + introductionId + " is " + status + " and cannot be stopped");
    }
    this.status = Status.STOPPED;
  }

  boolean open() {
    return status == Status.OFFERED;
  }

  private void mustBeOpen() {
    if (!open()) {
      throw new IllegalStateException(
          "Introduction " + introductionId + " is " + status + ", not waiting for an answer");
    }
  }

  UUID id() {
    return introductionId;
  }

  String referralId() {
    return referralId;
  }

  String schemeId() {
    return schemeId;
  }

  String activityId() {
    return activityId;
  }

  Status status() {
    return status;
  }

  boolean accompanied() {
    return accompanied;
  }

  String note() {
    return note;
  }

  Instant offeredAt() {
    return offeredAt;
  }

  Instant answerDueAt() {
    return answerDueAt;
  }

  /** What came with the answer, or {@code null}. */
  String answerNote() {
    return answerNote;
  }

  String processInstanceId() {
    return processInstanceId;
  }
}
