package org.fingerpost.referral.journey;

import java.time.Instant;
import org.fingerpost.platform.engine.ProcessVariable;

/** The contract with {@code bpmn/first-contact.bpmn}: in {@code linkWorker}, out {@code contactResult}. */
public final class FirstContact {

  public static final String PROCESS_ID = "first-contact";

  /** Decision that says when to try and when to stop trying. */
  public static final String DECISION_CONTACT_PLAN = "contact-plan";

  /** When the next attempt is due: the user task's due date. */
  public static final ProcessVariable<Instant> CONTACT_DUE_AT = ProcessVariable.instant("contactDueAt");

  /** {@code REACHED}, {@code DECLINED}, {@code TRY_AGAIN}, {@code OUT_OF_TRIES} or {@code NOT_REACHED}. */
  public static final ProcessVariable<String> CONTACT_RESULT = ProcessVariable.code("contactResult").passing();

  /** When to try again; set with {@code TRY_AGAIN} only. */
  public static final ProcessVariable<Instant> NEXT_CONTACT_AT = ProcessVariable.instant("nextContactAt").passing();

  public static final String REACHED = "REACHED";
  public static final String DECLINED = "DECLINED";
  public static final String TRY_AGAIN = "TRY_AGAIN";
  public static final String OUT_OF_TRIES = "OUT_OF_TRIES";
  public static final String NOT_REACHED = "NOT_REACHED";

  public static final String START_TO_CONTACT = "startEvent_toContact";
  public static final String PLAN_CONTACT = "serviceTask_planContact";
  public static final String RECORD_FIRST_CONTACT = "userTask_recordFirstContact";
  public static final String GATEWAY_CONTACT_RESULT = "gateway_contactResult";
  public static final String EVENT_NEXT_ATTEMPT = "event_nextAttempt";
  public static final String DECIDE_AFTER_NO_CONTACT = "userTask_decideAfterNoContact";
  public static final String END_CONTACT_MADE = "endEvent_contactMade";
  public static final String END_NOT_REACHED = "endEvent_notReached";

  private FirstContact() {}
}
