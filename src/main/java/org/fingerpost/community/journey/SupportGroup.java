package org.fingerpost.community.journey;

import java.time.Instant;
import org.fingerpost.platform.engine.ProcessVariable;

/** The contract with {@code bpmn/support-group.bpmn}. The business key is the SG-reference of the request. */
public final class SupportGroup {

  public static final String PROCESS_ID = "support-group";

  /** Decision that proposes help for each check. */
  public static final String DECISION_SUPPORT_NEED = "group-support-need";

  /** Decision that says by when each step is due and how often it is tried. */
  public static final String DECISION_GROUP_PLAN = "group-plan";

  /** Message that whatever is done for the group ends. */
  public static final String MESSAGE_GROUP_STOPPED = "community.groupStopped";

  /** User id of the officer who looks after the group. */
  public static final ProcessVariable<String> OFFICER = NameOfficer.OFFICER;

  /** By when the step that comes next is due. */
  public static final ProcessVariable<Instant> STEP_DUE_AT = NameOfficer.STEP_DUE_AT;

  /** Whether the officer was at the group. */
  public static final ProcessVariable<Boolean> VISITED = ProcessVariable.flag("visited").passing();

  /** Whether a group that was not visited is left in peace. */
  public static final ProcessVariable<Boolean> OVER = ProcessVariable.flag("over").passing();

  /** Whether open actions were chased often enough. */
  public static final ProcessVariable<Boolean> CHASED_OUT = ProcessVariable.flag("chasedOut").passing();

  /** How the group stands after the second visit: a {@code ReviewResult}. */
  public static final ProcessVariable<String> REVIEW = ProcessVariable.code("review").passing();

  public static final String START_SUPPORT_ASKED = "startEvent_supportAsked";
  public static final String NAME_OFFICER = "callActivity_nameOfficer";
  public static final String VISIT_GROUP = "userTask_visitGroup";
  public static final String EVENT_VISIT_OVERDUE = "event_visitOverdue";
  public static final String FOLLOW_SILENCE = "serviceTask_followSilence";
  public static final String PROPOSE_HELP = "businessRuleTask_proposeHelp";
  public static final String AGREE_HELP = "userTask_agreeHelp";
  public static final String EVENT_AGREEMENT_OVERDUE = "event_agreementOverdue";
  public static final String FOLLOW_ACTIONS = "userTask_followActions";
  public static final String EVENT_ACTION_DUE = "event_actionDue";
  public static final String CHASE_ACTIONS = "serviceTask_chaseActions";
  public static final String REVIEW_GROUP = "userTask_reviewGroup";
  public static final String EVENT_REVIEW_OVERDUE = "event_reviewOverdue";
  public static final String CLOSE_KINDLY = "serviceTask_closeKindly";
  public static final String END_SUPPORTED = "endEvent_supported";
  public static final String END_STILL_NEEDS = "endEvent_stillNeeds";
  public static final String END_CLOSED_KINDLY = "endEvent_closedKindly";
  public static final String STOPPING = "eventSubProcess_stopping";
  public static final String START_GROUP_STOPPED = "startEvent_groupStopped";
  public static final String CLOSE_STOPPED = "serviceTask_closeStopped";
  public static final String END_STOPPED = "endEvent_stopped";

  private SupportGroup() {}
}
