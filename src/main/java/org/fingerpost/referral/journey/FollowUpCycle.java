package org.fingerpost.referral.journey;

import java.time.Instant;
import org.fingerpost.platform.engine.ProcessVariable;

/** The contract with {@code bpmn/follow-up-cycle.bpmn}: in {@code linkWorker} and {@code introduced}, nothing out. */
public final class FollowUpCycle {

  public static final String PROCESS_ID = "follow-up-cycle";

  /** Decision that says when the next check-in is. */
  public static final String DECISION_FOLLOW_UP_PLAN = "follow-up-plan";

  /** Decision that says what is done when an appointment is missed. */
  public static final String DECISION_MISSED_APPOINTMENT = "missed-appointment";

  /** Decision that says how many contacts and weeks are planned for before a team lead is asked. */
  public static final String DECISION_SUPPORT_LIMIT = "support-limit";

  /** When the next check-in is due: the timer's date. */
  public static final ProcessVariable<Instant> CHECK_IN_DUE_AT = ProcessVariable.instant("checkInDueAt");

  /** {@code CONTINUE}, {@code END}, {@code MISSED}, {@code ASK_LEAD}, {@code ASK_SUPERVISOR} or {@code ASK_EXTENSION}. */
  public static final ProcessVariable<String> NEXT_STEP = ProcessVariable.code("nextStep").passing();

  /** By when the team lead should decide: the due date of their tasks; set with a step that asks them only. */
  public static final ProcessVariable<Instant> DECISION_DUE_AT = ProcessVariable.instant("decisionDueAt").passing();

  public static final String CONTINUE = "CONTINUE";
  public static final String END = "END";
  public static final String MISSED = "MISSED";
  public static final String ASK_LEAD = "ASK_LEAD";
  public static final String ASK_SUPERVISOR = "ASK_SUPERVISOR";
  public static final String ASK_EXTENSION = "ASK_EXTENSION";

  public static final String START_TO_FOLLOW_UP = "startEvent_toFollowUp";
  public static final String PLAN_CHECK_IN = "serviceTask_planCheckIn";
  public static final String EVENT_CHECK_IN_DUE = "event_checkInDue";
  public static final String RECORD_CHECK_IN = "userTask_recordCheckIn";
  public static final String GATEWAY_SUPPORT_CONTINUES = "gateway_supportContinues";
  public static final String END_SUPPORT_ENDED = "endEvent_supportEnded";
  public static final String DECIDE_EXTENSION = "userTask_decideExtension";
  public static final String GATEWAY_EXTENDED = "gateway_extended";
  public static final String END_NOT_EXTENDED = "endEvent_notExtended";
  public static final String DECIDE_AFTER_MISSED = "userTask_decideAfterMissed";
  public static final String SUPERVISE_AFTER_MISSED = "userTask_superviseAfterMissed";
  public static final String GATEWAY_TRIED_AGAIN = "gateway_triedAgain";
  public static final String END_ENDED_AFTER_MISSED = "endEvent_endedAfterMissed";

  private FollowUpCycle() {}
}
