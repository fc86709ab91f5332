package org.fingerpost.workbench.journey;

import java.time.Instant;
import org.fingerpost.platform.engine.ProcessVariable;

/** The contract with {@code bpmn/change-model.bpmn}. Its business key is the change's reference. */
public final class ChangeModel {

  public static final String PROCESS_ID = "change-model";

  /** How long each step of a change may take. */
  public static final String DECISION_CHANGE_PLAN = "change-plan";

  public static final String MESSAGE_WITHDRAWN = "change.withdrawn";

  /** User id of whoever proposed the change, to whom it comes back. */
  public static final ProcessVariable<String> AUTHOR = ProcessVariable.code("author");

  /** By when a colleague decides. */
  public static final ProcessVariable<Instant> APPROVE_DUE_AT = ProcessVariable.instant("approveDueAt");

  /** By when the author has revised it. */
  public static final ProcessVariable<Instant> REVISE_DUE_AT = ProcessVariable.instant("reviseDueAt");

  /** When a proposal that nobody decided, or revised, is closed. */
  public static final ProcessVariable<Instant> LAPSES_AT = ProcessVariable.instant("lapsesAt");

  /** From when on the change is to be in force. */
  public static final ProcessVariable<Instant> EFFECTIVE_AT = ProcessVariable.instant("effectiveAt");

  /** What the second manager decided: {@code APPROVED}, {@code SENT_BACK} or {@code REFUSED}. */
  public static final ProcessVariable<String> CHANGE_DECISION = ProcessVariable.code("changeDecision");

  /** Whether the change could be carried out. */
  public static final ProcessVariable<Boolean> CHANGE_CARRIED_OUT = ProcessVariable.flag("changeCarriedOut");

  public static final String START_CHANGE_PROPOSED = "startEvent_changeProposed";
  public static final String PLAN_CHANGE = "businessRuleTask_planChange";
  public static final String APPROVE_CHANGE = "userTask_approveChange";
  public static final String EVENT_APPROVAL_OVERDUE = "event_approvalOverdue";
  public static final String REMIND_MANAGERS = "serviceTask_remindManagers";
  public static final String END_MANAGERS_REMINDED = "endEvent_managersReminded";
  public static final String EVENT_PROPOSAL_LAPSED = "event_proposalLapsed";
  public static final String LAPSE_CHANGE = "serviceTask_lapseChange";
  public static final String END_CHANGE_LAPSED = "endEvent_changeLapsed";
  public static final String END_CHANGE_REFUSED = "endEvent_changeRefused";
  public static final String EVENT_EFFECTIVE_FROM = "event_effectiveFrom";
  public static final String CARRY_OUT_CHANGE = "serviceTask_carryOutChange";
  public static final String END_CHANGE_IN_FORCE = "endEvent_changeInForce";
  public static final String REVISE_CHANGE = "userTask_reviseChange";
  public static final String EVENT_REVISION_LAPSED = "event_revisionLapsed";
  public static final String EVENT_SUB_PROCESS_WITHDRAWN = "eventSubProcess_changeWithdrawn";
  public static final String START_CHANGE_WITHDRAWN = "startEvent_changeWithdrawn";
  public static final String END_CHANGE_WITHDRAWN = "endEvent_changeWithdrawn";

  private ChangeModel() {}
}
