package org.fingerpost.grants.process;

import static org.fingerpost.grants.journey.MonitorGrant.MORE_TIME;
import static org.fingerpost.grants.journey.MonitorGrant.REPORT_CHASE_AT;
import static org.fingerpost.grants.journey.MonitorGrant.REPORT_DUE_AT;

import java.util.List;
import org.fingerpost.grants.ReportingGrant;
import org.fingerpost.platform.engine.Choices;
import org.fingerpost.platform.engine.Facts;
import org.fingerpost.platform.engine.Shown;
import org.fingerpost.platform.engine.TaskAtHand;
import org.fingerpost.platform.engine.TaskForm;
import org.springframework.stereotype.Component;

/** Form {@code decide-overdue-report} of {@code userTask_decideOverdueReport} in {@code monitor-grant}. */
@Component
class DecideOverdueReportTaskForm implements TaskForm<DecideOverdueReportForm> {

  private final ReportingGrant reporting;
  private final GrantShown shown;
  private final Choices choices;

  DecideOverdueReportTaskForm(ReportingGrant reporting, GrantShown shown, Choices choices) {
    this.reporting = reporting;
    this.shown = shown;
    this.choices = choices;
  }

  @Override
  public String formId() {
    return "decide-overdue-report";
  }

  @Override
  public Class<DecideOverdueReportForm> answers() {
    return DecideOverdueReportForm.class;
  }

  @Override
  public Shown show(TaskAtHand task) {
    return shown
        .of(task)
        .options("overdueSteps", choices.of(task.language(), "grants.overdue-step.", List.of("MORE_TIME", "CLOSE")));
  }

  @Override
  public Facts submit(TaskAtHand task, DecideOverdueReportForm answers) {
    if (answers.decision().equals("CLOSE")) {
      return Facts.of(MORE_TIME, false);
    }
    var wanted = reporting.moreTime(task.subjectId());
    return Facts.of(MORE_TIME, true).and(REPORT_CHASE_AT, wanted.chaseAt()).and(REPORT_DUE_AT, wanted.dueAt());
  }
}
