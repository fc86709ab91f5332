package org.fingerpost.grants.process;

import static org.fingerpost.grants.journey.MonitorGrant.REPORT_SATISFACTORY;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.fingerpost.grants.ReportingGrant;
import org.springframework.stereotype.Component;

/**
 * Closes the grant without a report.
 *
 * <p>Step {@code serviceTask_closeWithoutReport} in {@code monitor-grant}. Reads the business key.
 * Writes {@code reportSatisfactory}. Repeated only when everything it did was rolled back.
 */
@Component
class CloseWithoutReportDelegate implements JavaDelegate {

  private final ReportingGrant reporting;

  CloseWithoutReportDelegate(ReportingGrant reporting) {
    this.reporting = reporting;
  }

  @Override
  public void execute(DelegateExecution execution) {
    reporting.closeWithout(execution.getProcessBusinessKey());
    REPORT_SATISFACTORY.set(execution, false);
  }
}
