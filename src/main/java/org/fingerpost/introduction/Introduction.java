package org.fingerpost.introduction;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
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

  /** A link is for a provider's mailbox, not for a notice board (security research 6.4). */
  static final int MOST_LINK_USES = 20;

  /** Questions for a place that may stay unanswered before another activity is looked for. */
  static final int MOST_PLACE_QUESTIONS = 2;

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
  private String earlierTokenHash;
  private int linkUses;
  private String processInstanceId;
  private boolean ownInstance;

  @Enumerated(EnumType.STRING)
  private AccompaniedBy accompaniedBy;

  private Instant nudgedAt;
  private LocalDate firstOn;
  private LocalDate lookAgainOn;
  private int placeAsked;

  @Enumerated(EnumType.STRING)
  private DeclineReason declineReason;

  private String question;
  private String questionAnswer;
  private String questionInstance;
  private LocalDate regularSince;
  private Instant pausedAt;
  private String pausedBecause;
  private String pauseInstance;

  @Enumerated(EnumType.STRING)
  private PauseStep pauseStep;

  private boolean pauseFinal;

  @Enumerated(EnumType.STRING)
  private PauseDecision pauseDecision;

  @Enumerated(EnumType.STRING)
  private GoOnReason goOnReason;

  private String pauseNote;
  private String pauseDecidedBy;
  private Instant pauseDecidedAt;
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

  /** Another link for a further message. The one sent before still works, any earlier one does not. */
  String freshLink() {
    String token = Tokens.random();
    this.earlierTokenHash = replyTokenHash;
    this.replyTokenHash = Tokens.hash(token);
    return token;
  }

  /** Whether the reply link works: for an offer, and for somebody on the waiting list once a place was asked for. */
  boolean answerable(Instant now) {
    boolean asked = open() || waiting() && placeAsked > 0;
    return asked && linkUses < MOST_LINK_USES && !now.isAfter(answerDueAt.plus(LINK_OUTLIVES_DEADLINE));
  }

  /** Whether the organisation can tell by its link who came: for two weeks after it last heard from us or said yes. */
  boolean attendable(Instant now, ZoneId zone) {
    if (status != Status.ACCEPTED || linkUses >= MOST_LINK_USES) {
      return false;
    }
    Instant from = answeredAt.isAfter(answerDueAt) ? answeredAt : answerDueAt;
    Instant first = firstOn == null ? from : firstOn.atStartOfDay(zone).toInstant();
    return !now.isAfter((first.isAfter(from) ? first : from).plus(LINK_OUTLIVES_DEADLINE));
  }

  /** The link was used for something. */
  void linkUsed() {
    linkUses++;
  }

  /** On the waiting list. */
  boolean waiting() {
    return status == Status.WAITING_LIST;
  }

  /** The organisation was reminded, or need not be, because it waits for us. */
  void nudge(Instant now) {
    mustBeOpen();
    this.nudgedAt = now;
  }

  boolean nudged() {
    return nudgedAt != null;
  }

  /** Runs as this instance, beside the journey. */
  void runsBeside(String instanceId) {
    this.processInstanceId = instanceId;
    this.ownInstance = true;
  }

  void accompaniedBy(AccompaniedBy who) {
    this.accompaniedBy = who;
  }

  /** What came with a yes, a place on the waiting list, or a no; each {@code null} if it was not said. */
  void details(LocalDate firstOn, LocalDate lookAgainOn, DeclineReason reason) {
    this.firstOn = firstOn;
    this.lookAgainOn = lookAgainOn;
    this.declineReason = reason;
  }

  /** The organisation is asked whether there is a place now. */
  String askForPlace(Instant until) {
    mustWait();
    placeAsked++;
    answerDueAt = until;
    lookAgainOn = null;
    return freshLink();
  }

  /** What the organisation says of a place. */
  void placeTold(Answer answer, Via via, String note, Instant now) {
    mustWait();
    status = Status.valueOf(answer.name());
    answeredVia = via;
    answeredAt = now;
    placeAsked = 0;
    if (note != null) {
      answerNote = note;
    }
  }

  /** No place came, and none is waited for any more. */
  void giveUpPlace() {
    mustWait();
    status = Status.NO_ANSWER;
  }

  /**
   * The organisation asks something before it answers.
   *
   * @param instanceId the instance that waits for our answer
   */
  void ask(String question, String instanceId) {
    mustBeOpen();
    this.question = question;
    this.questionAnswer = null;
    this.questionInstance = instanceId;
  }

  boolean questionOpen() {
    return questionInstance != null;
  }

  void answerQuestion(String answer) {
    this.questionAnswer = answer;
    this.questionInstance = null;
  }

  /** Nobody need answer it any more. Returns the instance that waited, or {@code null}. */
  String dropQuestion() {
    String instance = questionInstance;
    questionInstance = null;
    return instance;
  }

  /** Going there has become a habit; the first day on which that was so is kept. */
  boolean regularSince(LocalDate day) {
    if (regularSince != null) {
      return false;
    }
    regularSince = day;
    return true;
  }

  /** The organisation will be asked who came. */
  String askAttendance(Instant now) {
    if (!accepted()) {
      throw new IllegalStateException("Introduction " + introductionId + " is " + status + ": nobody can have come");
    }
    answerDueAt = now;
    return freshLink();
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
    this.nudgedAt = null;
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

  /** Where a pause stands; nobody has been asked yet while there is none. */
  enum PauseStep {
    ASKED,
    WAIT_CHOSEN,
    WAITING,
    TEAM
  }

  /** Nothing more is asked of the organisation for now, because its kite mark is suspended. What it was told before still stands. */
  void pause(PausedBecause because, Instant now) {
    if (!live() || paused()) {
      throw new IllegalStateException("Introduction " + introductionId + " is " + status + " and cannot be paused");
    }
    pausedAt = now;
    pausedBecause = because.name();
    pauseStep = null;
    pauseFinal = false;
    pauseDecision = null;
    goOnReason = null;
    pauseNote = null;
    pauseDecidedBy = null;
    pauseDecidedAt = null;
  }

  boolean paused() {
    return pausedAt != null;
  }

  void pausedIn(String instanceId) {
    pauseInstance = instanceId;
  }

  void pauseStep(PauseStep step) {
    pauseStep = step;
  }

  /** The mark does not come back: whoever waits for it chooses again. */
  void pauseFinal() {
    pauseFinal = true;
    pauseStep = null;
  }

  void pauseDecided(PauseDecision decision, GoOnReason reason, String note, String userId, Instant now) {
    mustBePaused();
    pauseDecision = decision;
    goOnReason = reason;
    pauseNote = note;
    pauseDecidedBy = userId;
    pauseDecidedAt = now;
    if (decision == PauseDecision.WAIT) {
      pauseStep = PauseStep.WAIT_CHOSEN;
    }
  }

  /** The pause is over; what was decided in it is kept. Returns the instance in which it ran, or {@code null}. */
  String unpause() {
    String instance = pauseInstance;
    pausedAt = null;
    pauseInstance = null;
    pauseStep = null;
    return instance;
  }

  private void mustBePaused() {
    if (!paused()) {
      throw new IllegalStateException("Introduction " + introductionId + " is not paused");
    }
  }

  private void mustWait() {
    if (!waiting()) {
      throw new IllegalStateException("Introduction " + introductionId + " is " + status + ", not on a waiting list");
    }
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

  boolean ownInstance() {
    return ownInstance;
  }

  Instant answeredAt() {
    return answeredAt;
  }

  AccompaniedBy accompaniedBy() {
    return accompaniedBy;
  }

  LocalDate firstOn() {
    return firstOn;
  }

  LocalDate lookAgainOn() {
    return lookAgainOn;
  }

  int placeAsked() {
    return placeAsked;
  }

  DeclineReason declineReason() {
    return declineReason;
  }

  String question() {
    return question;
  }

  String questionAnswer() {
    return questionAnswer;
  }

  LocalDate regularSince() {
    return regularSince;
  }

  String processInstanceId() {
    return processInstanceId;
  }

  /** Since when it is paused, or {@code null}. */
  Instant pausedAt() {
    return pausedAt;
  }

  PausedBecause pausedBecause() {
    return pausedBecause == null ? null : PausedBecause.valueOf(pausedBecause);
  }

  String pauseInstance() {
    return pauseInstance;
  }

  PauseStep pauseStep() {
    return pauseStep;
  }

  boolean isPauseFinal() {
    return pauseFinal;
  }

  PauseDecision pauseDecision() {
    return pauseDecision;
  }

  GoOnReason goOnReason() {
    return goOnReason;
  }
}
