package org.fingerpost.grants.process;

import static org.fingerpost.grants.journey.MonitorGrant.REPORT_CHASE_AT;
import static org.fingerpost.grants.journey.MonitorGrant.REPORT_DUE_AT;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.fingerpost.grants.ReportingGrant;
import org.springframework.stereotype.Component;

/**
 * Sets by when the report is due, and tells the group.
 *
 * <p>Step {@code serviceTask_planReport} in {@code monitor-grant}. Reads the business key.
 * Writes {@code reportChaseAt} and {@code reportDueAt}. Repeated only when everything it did was rolled back.
 */
@Component
class PlanReportDelegate implements JavaDelegate {

  private final ReportingGrant reporting;

  PlanReportDelegate(ReportingGrant reporting) {
    this.reporting = reporting;
  }

  @Override
  public void execute(DelegateExecution execution) {
    var wanted = reporting.plan(execution.getProcessBusinessKey());
    REPORT_CHASE_AT.set(execution, wanted.chaseAt());
    REPORT_DUE_AT.set(execution, wanted.dueAt());
  }
}
