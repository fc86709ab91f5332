package org.fingerpost.grants.process;

import static org.fingerpost.grants.journey.MonitorGrant.JUDGE_DUE_AT;

import org.fingerpost.grants.ReportingGrant;
import org.fingerpost.grants.WrittenReport;
import org.fingerpost.platform.engine.Facts;
import org.fingerpost.platform.engine.Shown;
import org.fingerpost.platform.engine.TaskAtHand;
import org.fingerpost.platform.engine.TaskForm;
import org.fingerpost.platform.engine.Texts;
import org.springframework.stereotype.Component;

/** Form {@code await-grant-report} of {@code userTask_awaitGrantReport} in {@code monitor-grant}. */
@Component
class AwaitGrantReportTaskForm implements TaskForm<AwaitGrantReportForm> {

  private final ReportingGrant reporting;
  private final GrantShown shown;

  AwaitGrantReportTaskForm(ReportingGrant reporting, GrantShown shown) {
    this.reporting = reporting;
    this.shown = shown;
  }

  @Override
  public String formId() {
    return "await-grant-report";
  }

  @Override
  public Class<AwaitGrantReportForm> answers() {
    return AwaitGrantReportForm.class;
  }

  @Override
  public Shown show(TaskAtHand task) {
    return shown.of(task);
  }

  @Override
  public Facts submit(TaskAtHand task, AwaitGrantReportForm answers) {
    var report =
        new WrittenReport(
            answers.done().strip(),
            answers.changed().strip(),
            Texts.trimmed(answers.learnt()),
            answers.people(),
            answers.spent() * 100L);
    return Facts.of(JUDGE_DUE_AT, reporting.typeIn(task.subjectId(), report, task.userId()));
  }
}
