package org.fingerpost.grants.process;

import static org.fingerpost.grants.journey.MonitorGrant.REPORT_CHASE_AT;
import static org.fingerpost.grants.journey.MonitorGrant.REPORT_DUE_AT;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.fingerpost.grants.ReportingGrant;
import org.springframework.stereotype.Component;

/**
 * Tells the group what is missing in its report.
 *
 * <p>Step {@code serviceTask_askReportAgain} in {@code monitor-grant}. Reads the business key.
 * Writes {@code reportChaseAt} and {@code reportDueAt}. Repeated only when everything it did was rolled back.
 */
@Component
class AskReportAgainDelegate implements JavaDelegate {

  private final ReportingGrant reporting;

  AskReportAgainDelegate(ReportingGrant reporting) {
    this.reporting = reporting;
  }

  @Override
  public void execute(DelegateExecution execution) {
    var wanted = reporting.askAgain(execution.getProcessBusinessKey());
    REPORT_CHASE_AT.set(execution, wanted.chaseAt());
    REPORT_DUE_AT.set(execution, wanted.dueAt());
  }
}
