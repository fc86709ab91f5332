package org.fingerpost.grants.process;

import static org.fingerpost.grants.journey.MonitorGrant.CHASED_ENOUGH;
import static org.fingerpost.grants.journey.MonitorGrant.OVERDUE_DUE_AT;
import static org.fingerpost.grants.journey.MonitorGrant.REPORT_CHASE_AT;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.fingerpost.grants.ReportingGrant;
import org.springframework.stereotype.Component;

/**
 * Reminds the group of its report.
 *
 * <p>Step {@code serviceTask_chaseReport} in {@code monitor-grant}. Reads the business key.
 * Writes {@code reportChaseAt}, {@code chasedEnough} and
 * {@code overdueDueAt}. Repeated only when everything it did was rolled back.
 */
@Component
class ChaseReportDelegate implements JavaDelegate {

  private final ReportingGrant reporting;

  ChaseReportDelegate(ReportingGrant reporting) {
    this.reporting = reporting;
  }

  @Override
  public void execute(DelegateExecution execution) {
    var chased = reporting.chase(execution.getProcessBusinessKey());
    REPORT_CHASE_AT.set(execution, chased.nextAt());
    CHASED_ENOUGH.set(execution, chased.enough());
    OVERDUE_DUE_AT.set(execution, chased.decideBy());
  }
}
