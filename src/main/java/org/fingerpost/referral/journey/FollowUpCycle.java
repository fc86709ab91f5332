package org.fingerpost.referral.journey;

import java.time.Instant;
import org.fingerpost.platform.engine.ProcessVariable;

/** The contract with {@code bpmn/follow-up-cycle.bpmn}: in {@code linkWorker} and {@code introduced}, nothing out. */
public final class FollowUpCycle {

  public static final String PROCESS_ID = "follow-up-cycle";

  /** Decision that says when the next check-in is. */
  public static final String DECISION_FOLLOW_UP_PLAN = "follow-up-plan";

  /** When the next check-in is due: the timer's date. */
  public static final ProcessVariable<Instant> CHECK_IN_DUE_AT = ProcessVariable.instant("checkInDueAt");

  /** {@code CONTINUE} or {@code END}. */
  public static final ProcessVariable<String> NEXT_STEP = ProcessVariable.code("nextStep").passing();


  public static final String CONTINUE = "CONTINUE";
  public static final String END = "END";

  public static final String START_TO_FOLLOW_UP = "startEvent_toFollowUp";
  public static final String PLAN_CHECK_IN = "serviceTask_planCheckIn";
  public static final String EVENT_CHECK_IN_DUE = "event_checkInDue";
  public static final String RECORD_CHECK_IN = "userTask_recordCheckIn";
  public static final String GATEWAY_SUPPORT_CONTINUES = "gateway_supportContinues";
  public static final String END_SUPPORT_ENDED = "endEvent_supportEnded";

  private FollowUpCycle() {}
}
