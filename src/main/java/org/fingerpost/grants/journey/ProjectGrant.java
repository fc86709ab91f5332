package org.fingerpost.grants.journey;

import java.time.Instant;
import org.fingerpost.platform.engine.MayBeEmpty;
import org.fingerpost.platform.engine.ProcessVariable;

/** The contract with {@code bpmn/project-grant.bpmn}. The business key of this and of everything it calls is the application's reference, {@code GR-…}. */
public final class ProjectGrant {

  public static final String PROCESS_ID = "project-grant";

  /** What the panel is proposed to decide. */
  public static final String DECISION_GRANT_AWARD = "grant-award";

  /** How long each step may take. */
  public static final String DECISION_GRANT_PLAN = "grant-plan";

  public static final String MESSAGE_PANEL_SCORED = "grant.panelScored";
  public static final String MESSAGE_WITHDRAWN = "grant.withdrawn";

  /** Whether the application goes to the panel. */
  public static final ProcessVariable<Boolean> TO_PANEL = ProcessVariable.flag("toPanel");

  /** Whether the grant was awarded. */
  public static final ProcessVariable<Boolean> GRANT_AWARDED = ProcessVariable.flag("grantAwarded");

  /** By when the panel decides. */
  public static final ProcessVariable<Instant> DECIDE_DUE_AT = ProcessVariable.instant("decideDueAt");

  /** Whether the money was paid. */
  public static final ProcessVariable<Boolean> GRANT_PAID = ProcessVariable.flag("grantPaid");

  /** Whether the report has come before it was asked for. */
  @MayBeEmpty("Written with every payment, and only what was paid is monitored")
  public static final ProcessVariable<Boolean> REPORT_IN = ProcessVariable.flag("reportIn");

  /** Whether an officer found the report satisfactory. */
  public static final ProcessVariable<Boolean> REPORT_SATISFACTORY = ProcessVariable.flag("reportSatisfactory");

  public static final String START_GRANT_APPLIED = "startEvent_grantApplied";
  public static final String CALL_CHECK_GRANT = "callActivity_checkGrant";
  public static final String REFUSE_GRANT = "serviceTask_refuseGrant";
  public static final String END_GRANT_REFUSED = "endEvent_grantRefused";
  public static final String ASK_PANEL = "serviceTask_askPanel";
  public static final String EVENT_PANEL_SCORED = "event_panelScored";
  public static final String DECIDE_GRANT = "userTask_decideGrant";
  public static final String DECLINE_GRANT = "serviceTask_declineGrant";
  public static final String END_GRANT_DECLINED = "endEvent_grantDeclined";
  public static final String CALL_PAY_GRANT = "callActivity_payGrant";
  public static final String END_GRANT_RELEASED = "endEvent_grantReleased";
  public static final String CALL_MONITOR_GRANT = "callActivity_monitorGrant";
  public static final String END_GRANT_OVERDUE = "endEvent_grantOverdue";
  public static final String END_GRANT_COMPLETED = "endEvent_grantCompleted";
  public static final String EVENT_SUB_PROCESS_WITHDRAWAL = "eventSubProcess_withdrawal";
  public static final String START_GRANT_WITHDRAWN = "startEvent_grantWithdrawn";
  public static final String WITHDRAW_GRANT = "serviceTask_withdrawGrant";
  public static final String END_GRANT_WITHDRAWN = "endEvent_grantWithdrawn";

  private ProjectGrant() {}
}
