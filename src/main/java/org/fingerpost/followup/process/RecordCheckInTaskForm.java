package org.fingerpost.followup.process;

import static org.fingerpost.platform.engine.Texts.trimmed;
import static org.fingerpost.referral.journey.FollowUpCycle.CONTINUE;
import static org.fingerpost.referral.journey.FollowUpCycle.END;
import static org.fingerpost.referral.journey.FollowUpCycle.NEXT_STEP;

import java.util.Arrays;
import java.util.List;
import org.fingerpost.followup.Attendance;
import org.fingerpost.followup.CheckingIn;
import org.fingerpost.platform.engine.Choices;
import org.fingerpost.platform.engine.Facts;
import org.fingerpost.platform.engine.Shown;
import org.fingerpost.platform.engine.TaskAtHand;
import org.fingerpost.platform.engine.TaskForm;
import org.springframework.stereotype.Component;

/** Form {@code record-check-in} of {@code userTask_recordCheckIn} in {@code follow-up-cycle}. */
@Component
class RecordCheckInTaskForm implements TaskForm<RecordCheckInForm> {

  private static final List<String> ATTENDANCES = Arrays.stream(Attendance.values()).map(Enum::name).toList();
  private static final List<String> NEXT_STEPS = List.of(CONTINUE, END);

  private final CheckingIn checkingIn;
  private final Choices choices;

  RecordCheckInTaskForm(CheckingIn checkingIn, Choices choices) {
    this.checkingIn = checkingIn;
    this.choices = choices;
  }

  @Override
  public String formId() {
    return "record-check-in";
  }

  @Override
  public Class<RecordCheckInForm> answers() {
    return RecordCheckInForm.class;
  }

  @Override
  public Shown show(TaskAtHand task) {
    var due = checkingIn.due(task.subjectId(), task.language());
    return Shown.nothing()
        .text("personName", due.personName())
        .text("activityName", due.activityName())
        .text("providerNote", due.providerNote())
        .number("number", due.number())
        .options("attendances", choices.of(task.language(), "followup.attendance.", ATTENDANCES))
        .options("nextSteps", choices.of(task.language(), "followup.next-step.", NEXT_STEPS));
  }

  @Override
  public Facts submit(TaskAtHand task, RecordCheckInForm answers) {
    checkingIn.record(
        task.subjectId(),
        task.schemeId(),
        Attendance.valueOf(answers.attendance()),
        trimmed(answers.howItGoes()),
        answers.nextStep(),
        task.userId());
    return Facts.of(NEXT_STEP, answers.nextStep());
  }
}
