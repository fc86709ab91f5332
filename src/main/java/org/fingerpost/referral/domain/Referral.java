package org.fingerpost.referral.domain;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.fingerpost.platform.Language;
import org.fingerpost.referral.ClosedState;
import org.fingerpost.referral.ClosureReason;
import org.fingerpost.referral.ReferralRequest;
import org.fingerpost.referral.ReferralSummary;
import org.fingerpost.referral.ReferrerKind;
import org.fingerpost.referral.Stage;
import org.fingerpost.referral.SupportSoFar;
import org.fingerpost.referral.WithdrawalReason;
import org.fingerpost.referral.WorkerAsked;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * One referral of one person to one scheme: what the referrer said, and where it stands. It refuses what its state does not allow
 * with an {@link IllegalStateException}, because only a wrong model or a defect would ask for it.
 *
 * <p>Stages only go forward and may be skipped; an ended referral never changes again.
 */
@Entity
@Table(name = "referral")
public class Referral {

  /** In these stages alone a referral may end in these states; the states left out may end it in any stage. */
  private static final Set<ClosedState> BEFORE_A_LINK_WORKER =
      EnumSet.of(ClosedState.SIGNPOSTED, ClosedState.NOT_ELIGIBLE, ClosedState.DUPLICATE);

  private static final Set<ClosedState> BEFORE_THE_CONVERSATION =
      EnumSet.of(ClosedState.DECLINED, ClosedState.NOT_REACHED);

  @Id private String referralId;
  private String schemeId;
  private UUID personId;
  private Instant receivedAt;

  @Enumerated(EnumType.STRING)
  private ReferralRequest.Channel channel;

  private String sourceCode;

  @Enumerated(EnumType.STRING)
  private ReferrerKind referrerKind;

  private String referrerName;
  private String referrerRole;
  private String referrerOrganisation;
  private String referrerEmail;
  private String referrerPhone;
  private String relationToPerson;
  private String referrerLanguage;

  @JdbcTypeCode(SqlTypes.ARRAY)
  private String[] needs;

  private String reason;
  private String tried;

  @JdbcTypeCode(SqlTypes.ARRAY)
  private String[] risks;

  private String riskNote;
  private boolean wantsInformationOnly;
  private boolean statutoryRequestOnly;
  private String practiceCode;

  @JdbcTypeCode(SqlTypes.ARRAY)
  private String[] groups;

  @JdbcTypeCode(SqlTypes.ARRAY)
  private String[] circumstances;

  @Enumerated(EnumType.STRING)
  private WorkerAsked workerAsked;

  private boolean urgent;
  private String transferredFrom;
  private String mergedInto;
  private boolean watched;
  private String areaCode;

  @Enumerated(EnumType.STRING)
  private Stage stage;

  @Enumerated(EnumType.STRING)
  private ClosedState closedState;

  private String closureReason;
  private String route;
  private String linkWorker;

  @JdbcTypeCode(SqlTypes.ARRAY)
  private String[] assignedBecause = {};

  private String processInstanceId;
  private String trackingTokenHash;
  private LocalDate nextDate;
  private boolean sideIntroductions;
  private Instant changedAt;
  private int contacts;
  private LocalDate supportSince;

  /** {@code null} until it is kept, which is how a new referral is told from a known one. */
  @Version private Integer version;

  protected Referral() {}

  /**
   * A new referral.
   *
   * @param request tidied and without problems
   * @param areaCode the area the person lives in, if it is live on the day of receipt; otherwise {@code null}
   */
  public Referral(
      String referralId,
      ReferralRequest request,
      UUID personId,
      String areaCode,
      String trackingTokenHash,
      Instant receivedAt) {
    var referrer = request.referrer();
    this.referralId = referralId;
    this.schemeId = request.schemeId();
    this.personId = personId;
    this.receivedAt = receivedAt;
    this.channel = request.channel();
    this.sourceCode = request.sourceCode();
    this.referrerKind = ReferrerKind.valueOf(referrer.kind());
    this.referrerName = referrer.name();
    this.referrerRole = referrer.role();
    this.referrerOrganisation = referrer.organisation();
    this.referrerEmail = referrer.email();
    this.referrerPhone = referrer.phone();
    this.relationToPerson = referrer.relation();
    this.referrerLanguage = referrer.language().code();
    this.needs = request.needs().toArray(String[]::new);
    this.reason = request.reason();
    this.tried = request.tried();
    this.risks = request.risks().toArray(String[]::new);
    this.riskNote = request.riskNote();
    this.wantsInformationOnly = request.wantsInformationOnly();
    this.statutoryRequestOnly = request.statutoryRequestOnly();
    this.practiceCode = request.practiceCode();
    this.groups = request.groups().toArray(String[]::new);
    this.circumstances = request.circumstances().toArray(String[]::new);
    this.workerAsked = request.workerAsked() == null ? null : WorkerAsked.valueOf(request.workerAsked());
    this.areaCode = areaCode;
    this.stage = Stage.RECEIVED;
    this.trackingTokenHash = trackingTokenHash;
    this.changedAt = receivedAt;
  }

  /** Notes that introductions run beside the journey from now on. */
  public void introducedBeside() {
    sideIntroductions = true;
  }

  public boolean hasSideIntroductions() {
    return sideIntroductions;
  }

  /** Notes the process instance that carries the journey. */
  public void journeyStarted(String instanceId) {
    processInstanceId = instanceId;
  }

  /** Goes on to a stage; the stage it is in already changes nothing. */
  public void goOnTo(Stage next, Instant now) {
    mustBeOpen();
    if (next.compareTo(stage) < 0) {
      throw new IllegalStateException(referralId + " cannot go back from " + stage + " to " + next);
    }
    stage = next;
    changedAt = now;
  }

  /** Goes on from a referral in another scheme. */
  public void comesFrom(String otherReferralId) {
    transferredFrom = otherReferralId;
  }

  /** Is as urgent as the table found. */
  public void prioritise(boolean asUrgent) {
    mustBeOpen();
    urgent = asUrgent;
  }

  /** Is joined to the open referral of the same person. */
  public void joinTo(Referral first) {
    mustBeOpen();
    first.mustBeOpen();
    mergedInto = first.referralId;
    first.watched = true;
  }

  /** Takes a route. */
  public void take(String routeCode, Instant now) {
    mustBeOpen();
    route = routeCode;
    changedAt = now;
  }

  /**
   * Gets a link worker, the first or another one.
   *
   * @param because codes of why this one, chief reason first
   */
  public void assignTo(String userId, List<String> because, Instant now) {
    mustBeOpen();
    linkWorker = userId;
    assignedBecause = because.toArray(String[]::new);
    if (stage == Stage.RECEIVED) {
      stage = Stage.ASSIGNED;
    }
    changedAt = now;
  }

  /** Says when something is next due; {@code null} when nothing is. */
  public void nextOn(LocalDate day, Instant now) {
    mustBeOpen();
    nextDate = day;
    changedAt = now;
  }

  /** Counts that a link worker talked with the person; support counts from the first time on. */
  public void talkedOn(LocalDate day, Instant now) {
    mustBeOpen();
    contacts++;
    if (supportSince == null) {
      supportSince = day;
    }
    changedAt = now;
  }

  /** How much support there was. */
  public SupportSoFar support() {
    return new SupportSoFar(contacts, supportSince);
  }

  /** Notes why it is withdrawn. The journey stops open work first and closes it then. */
  public void askToWithdraw(WithdrawalReason reason, Instant now) {
    mustBeOpen();
    closureReason = reason.name();
    changedAt = now;
  }

  /** The person would like a link worker after all. */
  public void wantMoreThanInformation(Instant now) {
    mustBeOpen();
    wantsInformationOnly = false;
    statutoryRequestOnly = false;
    changedAt = now;
  }

  /** Notes why support ended. */
  public void recordOutcome(ClosureReason reason, Instant now) {
    goOnTo(Stage.OUTCOME_RECORDED, now);
    closureReason = reason.name();
    nextDate = null;
  }

  /**
   * Ends the referral.
   *
   * @param reasonCode why, or {@code null} to keep the reason noted before
   * @return whether it was open until now; {@code false} if it had ended in this very state
   */
  public boolean close(ClosedState state, String reasonCode, Instant now) {
    if (closedState == state) {
      return false;
    }
    mustBeOpen();
    boolean allowed =
        BEFORE_A_LINK_WORKER.contains(state)
            ? stage == Stage.RECEIVED
            : BEFORE_THE_CONVERSATION.contains(state)
                ? stage == Stage.ASSIGNED
                : state != ClosedState.COMPLETED || stage == Stage.OUTCOME_RECORDED;
    if (!allowed) {
      throw new IllegalStateException(referralId + " cannot end as " + state + " in stage " + stage);
    }
    closedState = state;
    if (reasonCode != null) {
      closureReason = reasonCode;
    }
    nextDate = null;
    changedAt = now;
    return true;
  }

  public boolean open() {
    return closedState == null;
  }

  public String referralId() {
    return referralId;
  }

  public UUID personId() {
    return personId;
  }

  public String schemeId() {
    return schemeId;
  }

  public ClosedState closedState() {
    return closedState;
  }

  public String closureReason() {
    return closureReason;
  }

  /** The same request to another scheme: all that was written, so that nobody types it again. */
  public ReferralRequest handedOverTo(
      String otherScheme,
      ReferralRequest.Person person,
      ReferralRequest.ConsentToRefer consent,
      boolean mayTellReferrer) {
    return new ReferralRequest(
        otherScheme,
        ReferralRequest.Channel.TRANSFER,
        sourceCode,
        practiceCode,
        new ReferralRequest.Referrer(
            referrerKind.name(),
            referrerName,
            referrerRole,
            referrerOrganisation,
            referrerEmail,
            referrerPhone,
            relationToPerson,
            Language.of(referrerLanguage)),
        person,
        List.of(needs),
        List.of(groups),
        List.of(circumstances),
        reason,
        tried,
        List.of(risks),
        riskNote,
        workerAsked == null ? null : workerAsked.name(),
        wantsInformationOnly,
        statutoryRequestOnly,
        consent,
        mayTellReferrer);
  }

  /** What other modules may know of it. */
  public ReferralSummary summary() {
    return new ReferralSummary(
        referralId,
        schemeId,
        personId,
        receivedAt,
        sourceCode,
        referrerKind,
        referrerName,
        referrerRole,
        referrerOrganisation,
        referrerEmail,
        referrerPhone,
        Language.of(referrerLanguage),
        List.of(needs),
        reason,
        tried,
        List.of(risks),
        riskNote,
        areaCode,
        stage,
        closedState,
        closureReason,
        route,
        linkWorker,
        nextDate,
        wantsInformationOnly,
        statutoryRequestOnly,
        practiceCode,
        List.of(groups),
        List.of(circumstances),
        workerAsked,
        urgent,
        transferredFrom,
        mergedInto,
        watched);
  }

  private void mustBeOpen() {
    if (closedState != null) {
      throw new IllegalStateException(referralId + " has ended as " + closedState);
    }
  }
}
