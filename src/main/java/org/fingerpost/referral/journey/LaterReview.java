package org.fingerpost.referral.journey;

import java.time.Instant;
import org.fingerpost.platform.engine.Given;
import org.fingerpost.platform.engine.ProcessVariable;

/**
 * The contract with {@code bpmn/later-review.bpmn}, an instance of its own after the journey has ended: in {@code
 * linkWorker} and {@code reviewDueAt}, nothing out.
 */
public final class LaterReview {

  public static final String PROCESS_ID = "later-review";

  /** Decision that says when the later reviews are and how often to try. */
  public static final String DECISION_LATER_REVIEW_PLAN = "later-review-plan";

  /** By when the review should be held: the due date of the tasks. */
  @Given
  public static final ProcessVariable<Instant> REVIEW_DUE_AT = ProcessVariable.instant("reviewDueAt");

  /** {@code HELD}, {@code HELP_WANTED}, {@code DECLINED}, {@code TRY_AGAIN} or {@code NOT_REACHED}. */
  public static final ProcessVariable<String> REVIEW_RESULT = ProcessVariable.code("reviewResult").passing();

  /** When to try again; set with {@code TRY_AGAIN} only. */
  public static final ProcessVariable<Instant> NEXT_REVIEW_AT = ProcessVariable.instant("nextReviewAt").passing();

  public static final String HELD = "HELD";
  public static final String HELP_WANTED = "HELP_WANTED";
  public static final String DECLINED = "DECLINED";
  public static final String TRY_AGAIN = "TRY_AGAIN";
  public static final String NOT_REACHED = "NOT_REACHED";

  public static final String START_REVIEW_DUE = "startEvent_reviewDue";
  public static final String HOLD_LATER_REVIEW = "userTask_holdLaterReview";
  public static final String GATEWAY_REVIEW_RESULT = "gateway_reviewResult";
  public static final String EVENT_NEXT_REVIEW_ATTEMPT = "event_nextReviewAttempt";
  public static final String OFFER_NEW_REFERRAL = "userTask_offerNewReferral";
  public static final String END_REVIEW_HELD = "endEvent_reviewHeld";
  public static final String END_REVIEW_DECLINED = "endEvent_reviewDeclined";
  public static final String END_REVIEW_NOT_REACHED = "endEvent_reviewNotReached";
  public static final String END_NEW_REFERRAL_OFFERED = "endEvent_newReferralOffered";

  private LaterReview() {}
}
