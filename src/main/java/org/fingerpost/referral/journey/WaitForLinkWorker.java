package org.fingerpost.referral.journey;

import java.time.Instant;
import org.fingerpost.platform.engine.ProcessVariable;

/** The contract with {@code bpmn/wait-for-link-worker.bpmn}: nothing in, out {@code linkWorker}. */
public final class WaitForLinkWorker {

  public static final String PROCESS_ID = "wait-for-link-worker";

  /** Decision that says when the team leads are told that somebody waits too long. */
  public static final String DECISION_WAITING_LIST_PLAN = "waiting-list-plan";

  /** Message that a link worker has room for this referral and has it now; brings {@code linkWorker}. */
  public static final String MESSAGE_CAPACITY = "caseload.capacity";

  /** When the team leads are told, or told again. */
  public static final ProcessVariable<Instant> ESCALATE_AT = ProcessVariable.instant("escalateAt");

  /** How much the team leads' task weighs until then, 0 to 100. */
  public static final ProcessVariable<Integer> WAITING_PRIORITY = ProcessVariable.count("waitingPriority");

  public static final String START_NO_ROOM = "startEvent_noRoom";
  public static final String JOIN_WAITING_LIST = "serviceTask_joinWaitingList";
  public static final String FIND_LINK_WORKER = "userTask_findLinkWorker";
  public static final String EVENT_CAPACITY_APPEARED = "event_capacityAppeared";
  public static final String EVENT_WAITED_TOO_LONG = "event_waitedTooLong";
  public static final String ESCALATE_WAITING = "serviceTask_escalateWaiting";
  public static final String END_LINK_WORKER_CHOSEN = "endEvent_linkWorkerChosen";
  public static final String END_PLACE_FOUND = "endEvent_placeFound";

  private WaitForLinkWorker() {}
}
