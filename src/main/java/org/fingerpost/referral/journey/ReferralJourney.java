package org.fingerpost.referral.journey;

import java.time.Instant;
import org.fingerpost.platform.engine.MayBeEmpty;
import org.fingerpost.platform.engine.ProcessVariable;

/** The contract with {@code bpmn/referral-journey.bpmn}. The business key is the referral's reference, in called processes too. */
public final class ReferralJourney {

  public static final String PROCESS_ID = "referral-journey";

  /** Decision that proposes a route. */
  public static final String DECISION_ROUTE = "referral-route";

  /** Message that ends the journey at any time, correlated by business key; carries {@link #ENDING}. */
  public static final String MESSAGE_ENDED = "referral.ended";

  /** How it ends: {@code WITHDRAWN}, {@code MOVED_AWAY} or {@code DIED}. */
  public static final ProcessVariable<String> ENDING = ProcessVariable.code("ending").passing();

  public static final String DIED = "DIED";

  /** Decision that says how urgent a referral is, asked together with the route. */
  public static final String DECISION_PRIORITY = "referral-priority";

  /** Code of the route taken: see {@code org.fingerpost.eligibility.Route}. Written by decideRoute, and by {@link SettleRoute}. */
  public static final ProcessVariable<String> ROUTE = ProcessVariable.code("route").passing();

  /** Whether a team lead must confirm or change the proposed route. */
  public static final ProcessVariable<Boolean> ROUTE_TO_CONFIRM = ProcessVariable.flag("routeToConfirm").passing();

  /** Whether the scheme goes on with the person: with a link worker, or by signposting. */
  public static final ProcessVariable<Boolean> TAKEN_ON = ProcessVariable.flag("takenOn").passing();

  public static final ProcessVariable<Boolean> LINK_WORKER_FOUND = ProcessVariable.flag("linkWorkerFound").passing();

  /** User id of the link worker. */
  public static final ProcessVariable<String> LINK_WORKER = ProcessVariable.code("linkWorker");

  /** What first contact came to; see {@link FirstContact}. */
  public static final ProcessVariable<String> CONTACT_RESULT = FirstContact.CONTACT_RESULT;

  /** Whether they meet again before an activity is chosen. */
  public static final ProcessVariable<Boolean> ANOTHER_MEETING = ProcessVariable.flag("anotherMeeting").passing();

  /** When they meet again: the due date of the task; set with {@link #ANOTHER_MEETING} only. */
  @MayBeEmpty("The day of the first meeting is not agreed through the form")
  public static final ProcessVariable<Instant> NEXT_MEETING_AT = ProcessVariable.instant("nextMeetingAt").passing();

  public static final String START_REFERRAL_RECEIVED = "startEvent_referralReceived";
  public static final String DECIDE_ROUTE = "businessRuleTask_decideRoute";
  public static final String GATEWAY_CONFIRMATION_NEEDED = "gateway_confirmationNeeded";
  public static final String SETTLE_ROUTE = "callActivity_settleRoute";
  public static final String GATEWAY_ROUTE = "gateway_route";
  public static final String FLOW_LINK_WORKER = "flow_linkWorker";
  public static final String FLOW_SIGNPOST = "flow_signpost";
  public static final String FLOW_NOT_TAKEN_ON = "flow_notTakenOn";
  public static final String ACTIVE_SIGNPOSTING = "callActivity_activeSignposting";
  public static final String END_SIGNPOSTED = "endEvent_signposted";
  public static final String CLOSE_UNTAKEN = "serviceTask_closeUntaken";
  public static final String END_NOT_TAKEN_ON = "endEvent_notTakenOn";
  public static final String ASSIGN_LINK_WORKER = "serviceTask_assignLinkWorker";
  public static final String GATEWAY_LINK_WORKER_FOUND = "gateway_linkWorkerFound";
  public static final String WAIT_FOR_LINK_WORKER = "callActivity_waitForLinkWorker";
  public static final String FIRST_CONTACT = "callActivity_firstContact";
  public static final String GATEWAY_REACHED = "gateway_reached";
  public static final String CLOSE_UNMET = "serviceTask_closeUnmet";
  public static final String END_NO_CONVERSATION = "endEvent_noConversation";
  public static final String HOLD_CONVERSATION = "userTask_holdConversation";
  public static final String GATEWAY_ANOTHER_MEETING = "gateway_anotherMeeting";
  public static final String INTRODUCE_ACTIVITY = "callActivity_introduceActivity";
  public static final String FOLLOW_UP_CYCLE = "callActivity_followUpCycle";
  public static final String RECORD_OUTCOME = "userTask_recordOutcome";
  public static final String CLOSE_REFERRAL = "serviceTask_closeReferral";
  public static final String END_OUTCOME_RECORDED = "endEvent_outcomeRecorded";
  public static final String EVENT_SUB_PROCESS_ENDING = "eventSubProcess_ending";
  public static final String START_REFERRAL_ENDED = "startEvent_referralEnded";
  public static final String STOP_WORK = "serviceTask_stopWork";
  public static final String CLOSE_ENDED = "serviceTask_closeEnded";
  public static final String END_REFERRAL_ENDED = "endEvent_referralEnded";

  private ReferralJourney() {}
}
