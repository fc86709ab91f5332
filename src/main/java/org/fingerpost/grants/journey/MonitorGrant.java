package org.fingerpost.grants.journey;

import java.time.Instant;
import org.fingerpost.platform.engine.MayBeEmpty;
import org.fingerpost.platform.engine.ProcessVariable;

/** The contract with {@code bpmn/monitor-grant.bpmn}. Called by {@code project-grant}, and an instance of its own for a report that comes after the grant was closed. */
public final class MonitorGrant {

  public static final String PROCESS_ID = "monitor-grant";

  /** How long each step may take. */
  public static final String DECISION_GRANT_PLAN = "grant-plan";

  public static final String MESSAGE_REPORT_SENT = "grant.reportSent";

  /** Whether the report has come before it was asked for. */
  public static final ProcessVariable<Boolean> REPORT_IN = ProcessVariable.flag("reportIn");

  /** Whether an officer found the report satisfactory. */
  public static final ProcessVariable<Boolean> REPORT_SATISFACTORY = ProcessVariable.flag("reportSatisfactory");

  /** When the group is reminded of its report next. */
  public static final ProcessVariable<Instant> REPORT_CHASE_AT = ProcessVariable.instant("reportChaseAt");

  /** By when the report is due. */
  public static final ProcessVariable<Instant> REPORT_DUE_AT = ProcessVariable.instant("reportDueAt");

  /** By when the report is judged. */
  @MayBeEmpty("A report that is in already brings it; nobody calls this process with one")
  public static final ProcessVariable<Instant> JUDGE_DUE_AT = ProcessVariable.instant("judgeDueAt");

  /** Whether the report was chased as often as the table allows. */
  public static final ProcessVariable<Boolean> CHASED_ENOUGH = ProcessVariable.flag("chasedEnough");

  /** By when an officer decides about the missing report. */
  public static final ProcessVariable<Instant> OVERDUE_DUE_AT = ProcessVariable.instant("overdueDueAt");

  /** Whether the group was given more time. */
  public static final ProcessVariable<Boolean> MORE_TIME = ProcessVariable.flag("moreTime");

  public static final String START_GRANT_TO_MONITOR = "startEvent_grantToMonitor";
  public static final String PLAN_REPORT = "serviceTask_planReport";
  public static final String AWAIT_GRANT_REPORT = "userTask_awaitGrantReport";
  public static final String EVENT_GRANT_REPORT_SENT = "event_grantReportSent";
  public static final String EVENT_TIME_TO_CHASE_REPORT = "event_timeToChaseReport";
  public static final String JUDGE_GRANT_REPORT = "userTask_judgeGrantReport";
  public static final String END_REPORT_SATISFACTORY = "endEvent_reportSatisfactory";
  public static final String ASK_REPORT_AGAIN = "serviceTask_askReportAgain";
  public static final String CHASE_REPORT = "serviceTask_chaseReport";
  public static final String DECIDE_OVERDUE_REPORT = "userTask_decideOverdueReport";
  public static final String CLOSE_WITHOUT_REPORT = "serviceTask_closeWithoutReport";
  public static final String END_REPORT_OVERDUE = "endEvent_reportOverdue";

  private MonitorGrant() {}
}
