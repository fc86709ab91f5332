package org.fingerpost.grants.process;

import static org.fingerpost.grants.journey.MonitorGrant.REPORT_SATISFACTORY;

import java.util.List;
import org.fingerpost.grants.Pounds;
import org.fingerpost.grants.ReportingGrant;
import org.fingerpost.platform.engine.Choices;
import org.fingerpost.platform.engine.Facts;
import org.fingerpost.platform.engine.Shown;
import org.fingerpost.platform.engine.TaskAtHand;
import org.fingerpost.platform.engine.TaskForm;
import org.springframework.stereotype.Component;

/** Form {@code judge-grant-report} of {@code userTask_judgeGrantReport} in {@code monitor-grant}. */
@Component
class JudgeGrantReportTaskForm implements TaskForm<JudgeGrantReportForm> {

  private final ReportingGrant reporting;
  private final GrantShown shown;
  private final Choices choices;

  JudgeGrantReportTaskForm(ReportingGrant reporting, GrantShown shown, Choices choices) {
    this.reporting = reporting;
    this.shown = shown;
    this.choices = choices;
  }

  @Override
  public String formId() {
    return "judge-grant-report";
  }

  @Override
  public Class<JudgeGrantReportForm> answers() {
    return JudgeGrantReportForm.class;
  }

  @Override
  public Shown show(TaskAtHand task) {
    var report = reporting.latest(task.subjectId());
    return shown
        .withProject(task)
        .text("done", report.done())
        .text("changed", report.changed())
        .text("learnt", report.learnt())
        .text("came", Integer.toString(report.people()))
        .text("spentText", Pounds.written(report.spent()))
        .options("verdicts", choices.of(task.language(), "grants.verdict.", List.of("SATISFACTORY", "MORE_NEEDED")));
  }

  @Override
  public Facts submit(TaskAtHand task, JudgeGrantReportForm answers) {
    boolean satisfactory = answers.verdict().equals("SATISFACTORY");
    reporting.judge(task.subjectId(), satisfactory, answers.reason().strip(), task.userId());
    return Facts.of(REPORT_SATISFACTORY, satisfactory);
  }
}
