package org.fingerpost.kitemark.journey;

import java.time.Instant;
import org.fingerpost.platform.engine.ProcessVariable;

/**
 * The contract with {@code bpmn/suspend-mark.bpmn}. The business key is the reference of the mark's application, KM-…; what was found
 * and who decided is in the domain.
 */
public final class SuspendMark {

  public static final String PROCESS_ID = "suspend-mark";

  /** Decision that says whether a second assessor must confirm it, and how long each step may take. */
  public static final String DECISION_SUSPENSION_PLAN = "suspension-plan";

  /** The organisation has been given a new mark. */
  public static final String MESSAGE_NEW_MARK_AWARDED = "kitemark.newMarkAwarded";

  public static final ProcessVariable<String> SUSPENSION_ID = ProcessVariable.code("suspensionId");

  /** Id in the scheme's directory. */
  public static final ProcessVariable<String> ORGANISATION_ID = ProcessVariable.code("organisationId");

  /** Code of why. */
  public static final ProcessVariable<String> REASON_CODE = ProcessVariable.code("reasonCode");

  /** Whether a second assessor must confirm it. */
  public static final ProcessVariable<Boolean> TO_CONFIRM = ProcessVariable.flag("toConfirm").passing();

  public static final ProcessVariable<Instant> CONFIRM_DUE_AT = ProcessVariable.instant("confirmDueAt");

  public static final ProcessVariable<Boolean> SUSPENSION_CONFIRMED =
      ProcessVariable.flag("suspensionConfirmed").passing();

  /** How many introductions were paused. */
  public static final ProcessVariable<Integer> PAUSED_COUNT = ProcessVariable.count("pausedCount");

  public static final ProcessVariable<Instant> SETTLE_DUE_AT = ProcessVariable.instant("settleDueAt");

  /** {@code LIFT} or {@code END}. */
  public static final ProcessVariable<String> SETTLEMENT = ProcessVariable.code("settlement").passing();

  public static final ProcessVariable<Instant> END_DUE_AT = ProcessVariable.instant("endDueAt");

  public static final ProcessVariable<Boolean> END_CONFIRMED = ProcessVariable.flag("endConfirmed").passing();

  /** How many introductions went on. */
  public static final ProcessVariable<Integer> RESUMED_COUNT = ProcessVariable.count("resumedCount");

  /** How many introductions waited when the mark ended. */
  public static final ProcessVariable<Integer> RELEASED_COUNT = ProcessVariable.count("releasedCount");

  public static final String LIFT = "LIFT";
  public static final String END = "END";

  public static final String START_SUSPENSION_RAISED = "startEvent_suspensionRaised";
  public static final String PLAN_SUSPENSION = "serviceTask_planSuspension";
  public static final String CONFIRM_SUSPENSION = "userTask_confirmSuspension";
  public static final String EVENT_CONFIRM_OVERDUE = "event_confirmOverdue";
  public static final String BRING_UP_SUSPENSION = "serviceTask_bringUpSuspension";
  public static final String END_NOT_SUSPENDED = "endEvent_notSuspended";
  public static final String SUSPEND_MARK = "serviceTask_suspendMark";
  public static final String PAUSE_INTRODUCTIONS = "serviceTask_pauseIntroductions";
  public static final String SETTLE_SUSPENSION = "userTask_settleSuspension";
  public static final String EVENT_SETTLE_OVERDUE = "event_settleOverdue";
  public static final String BRING_UP_SETTLING = "serviceTask_bringUpSettling";
  public static final String LIFT_SUSPENSION = "serviceTask_liftSuspension";
  public static final String RESUME_INTRODUCTIONS = "serviceTask_resumeIntroductions";
  public static final String END_MARK_BACK = "endEvent_markBack";
  public static final String CONFIRM_END_OF_MARK = "userTask_confirmEndOfMark";
  public static final String EVENT_END_OVERDUE = "event_endOverdue";
  public static final String END_MARK = "serviceTask_endMark";
  public static final String RELEASE_INTRODUCTIONS = "serviceTask_releaseIntroductions";
  public static final String END_MARK_ENDED = "endEvent_markEnded";
  public static final String EVENT_SUB_PROCESS_NEW_MARK = "eventSubProcess_newMark";
  public static final String START_NEW_MARK_AWARDED = "startEvent_newMarkAwarded";
  public static final String RESUME_FOR_NEW_MARK = "serviceTask_resumeForNewMark";
  public static final String END_NEW_MARK = "endEvent_newMark";

  private SuspendMark() {}
}
