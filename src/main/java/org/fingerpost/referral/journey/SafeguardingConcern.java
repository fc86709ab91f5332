package org.fingerpost.referral.journey;

import java.time.Instant;
import org.fingerpost.platform.engine.ProcessVariable;

/**
 * The contract with {@code bpmn/safeguarding-concern.bpmn}. An instance of its own: the business key is the referral's reference, but
 * nothing that happens to the referral ends it.
 */
public final class SafeguardingConcern {

  public static final String PROCESS_ID = "safeguarding-concern";

  /** Decision that says by when a concern is decided and how often it is brought up again. */
  public static final String DECISION_SAFEGUARDING_PLAN = "safeguarding-plan";

  public static final ProcessVariable<String> CONCERN_ID = ProcessVariable.code("concernId");

  /** User id of the member of staff who raised it. */
  public static final ProcessVariable<String> RAISED_BY = ProcessVariable.code("raisedBy");

  /** By when the team lead decides. */
  public static final ProcessVariable<Instant> CONCERN_DUE_AT = ProcessVariable.instant("concernDueAt");

  /** When an undecided concern is brought up, for the first time or again. */
  public static final ProcessVariable<Instant> ESCALATE_AT = ProcessVariable.instant("escalateAt");

  /** By when whoever raised it has read what was decided. */
  public static final ProcessVariable<Instant> FEEDBACK_DUE_AT = ProcessVariable.instant("feedbackDueAt");

  public static final String START_CONCERN_RAISED = "startEvent_concernRaised";
  public static final String PLAN_CONCERN = "serviceTask_planConcern";
  public static final String DECIDE_CONCERN = "userTask_decideConcern";
  public static final String EVENT_DECISION_OVERDUE = "event_decisionOverdue";
  public static final String ESCALATE_CONCERN = "serviceTask_escalateConcern";
  public static final String READ_DECISION = "userTask_readDecision";
  public static final String EVENT_UNREAD = "event_unread";
  public static final String TELL_WORKER = "userTask_tellWorker";
  public static final String END_WORKER_TOLD = "endEvent_workerTold";
  public static final String END_DECISION_READ = "endEvent_decisionRead";

  private SafeguardingConcern() {}
}
