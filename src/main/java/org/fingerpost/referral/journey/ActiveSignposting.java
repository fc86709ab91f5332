package org.fingerpost.referral.journey;

import java.time.Instant;
import org.fingerpost.platform.engine.ProcessVariable;

/** The contract with {@code bpmn/active-signposting.bpmn}: nothing in but the business key, nothing out. */
public final class ActiveSignposting {

  public static final String PROCESS_ID = "active-signposting";

  /** Decision that says whether and when to ask how it went. */
  public static final String DECISION_SIGNPOSTING_PLAN = "signposting-plan";

  /** Message of a person's answer by link, correlated to the instance that sent the places. */
  public static final String MESSAGE_ANSWERED = "signpost.answered";

  /** Whether the person is asked how it went. */
  public static final ProcessVariable<Boolean> TO_ASK = ProcessVariable.flag("toAsk").passing();

  /** When the person is asked. */
  public static final ProcessVariable<Instant> ASK_AT = ProcessVariable.instant("askAt").passing();

  /** When nothing more is waited for. */
  public static final ProcessVariable<Instant> SIGNPOST_OVER_AT = ProcessVariable.instant("signpostOverAt");

  /** {@code GOT_THERE}, {@code NOT_YET} or {@code LINK_WORKER}. */
  public static final ProcessVariable<String> SIGNPOST_ANSWER = ProcessVariable.code("signpostAnswer").passing();

  /** By when a team lead decides about somebody who asked for a link worker. */
  public static final ProcessVariable<Instant> DECISION_DUE_AT = ProcessVariable.instant("decisionDueAt").passing();

  public static final ProcessVariable<Boolean> LINK_WORKER_GIVEN = ProcessVariable.flag("linkWorkerGiven").passing();

  public static final String START_TO_SIGNPOST = "startEvent_toSignpost";
  public static final String SEND_SIGNPOSTS = "serviceTask_sendSignposts";
  public static final String GATEWAY_TO_ASK = "gateway_toAsk";
  public static final String EVENT_TIME_TO_ASK = "event_timeToAsk";
  public static final String ASK_HOW_IT_WENT = "serviceTask_askHowItWent";
  public static final String EVENT_NOTHING_HEARD = "event_nothingHeard";
  public static final String CLOSE_UNANSWERED = "serviceTask_closeUnanswered";
  public static final String END_NO_ANSWER = "endEvent_noAnswer";
  public static final String EVENT_SUB_PROCESS_ANSWER = "eventSubProcess_answer";
  public static final String START_PERSON_ANSWERED = "startEvent_personAnswered";
  public static final String GATEWAY_LINK_WORKER_WANTED = "gateway_linkWorkerWanted";
  public static final String DECIDE_LINK_WORKER = "userTask_decideLinkWorker";
  public static final String GATEWAY_LINK_WORKER_GIVEN = "gateway_linkWorkerGiven";
  public static final String GIVE_LINK_WORKER = "serviceTask_giveLinkWorker";
  public static final String END_LINK_WORKER_GIVEN = "endEvent_linkWorkerGiven";
  public static final String CLOSE_ANSWERED = "serviceTask_closeAnswered";
  public static final String END_ANSWERED = "endEvent_answered";

  private ActiveSignposting() {}
}
