package org.fingerpost.followup.process;

import static org.fingerpost.referral.journey.FollowUpCycle.CONTINUE;
import static org.fingerpost.referral.journey.FollowUpCycle.END;

import java.util.Arrays;
import java.util.List;
import org.fingerpost.followup.Attendance;
import org.fingerpost.followup.Barrier;
import org.fingerpost.followup.CheckingIn;
import org.fingerpost.followup.Safety;
import org.fingerpost.platform.engine.Choices;
import org.fingerpost.platform.engine.Facts;
import org.fingerpost.platform.engine.Shown;
import org.fingerpost.platform.engine.TaskAtHand;
import org.fingerpost.platform.engine.TaskForm;
import org.springframework.stereotype.Component;

/** Form {@code record-check-in} of {@code userTask_recordCheckIn} in {@code follow-up-cycle}. */
@Component
class RecordCheckInTaskForm implements TaskForm<RecordCheckInForm> {

  private static final List<String> HELD = List.of("HELD", "MISSED");
  private static final List<String> ATTENDANCES = codes(Attendance.values());
  private static final List<String> SAFETIES = codes(Safety.values());
  private static final List<String> BARRIERS = codes(Barrier.values());
  private static final List<String> NEXT_STEPS = List.of(CONTINUE, CheckingIn.ANOTHER_ACTIVITY, END);

  private final CheckingIn checkingIn;
  private final Choices choices;

  RecordCheckInTaskForm(CheckingIn checkingIn, Choices choices) {
    this.checkingIn = checkingIn;
    this.choices = choices;
  }

  private static List<String> codes(Enum<?>... values) {
    return Arrays.stream(values).map(Enum::name).toList();
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
    var language = task.language();
    var nextSteps =
        NEXT_STEPS.stream().filter(s -> due.anotherPossible() || !s.equals(CheckingIn.ANOTHER_ACTIVITY)).toList();
    return Shown.nothing()
        .text("personName", due.personName())
        .text("activityName", due.activityName())
        .text("providerNote", due.providerNote())
        .number("number", due.number())
        .number("contacts", due.contacts())
        .number("mostContacts", due.mostContacts())
        .number("missedBefore", due.missed())
        .flag("nearLimit", due.nearLimit())
        .flag("earlySupport", due.earlySupport())
        .text("endingAgreed", due.endingAgreed())
        .options("heldOptions", choices.of(language, "followup.held.", HELD))
        .options("attendances", choices.of(language, "followup.attendance.", ATTENDANCES))
        .options("safeties", choices.of(language, "followup.safety.", SAFETIES))
        .options("barrierOptions", choices.of(language, "followup.barrier.", BARRIERS))
        .options("endings", Shown.options(due.endings()))
        .options("nextSteps", choices.of(language, "followup.next-step.", nextSteps));
  }

  @Override
  public Facts submit(TaskAtHand task, RecordCheckInForm answers) {
    return FollowUpFacts.of(
        answers.isMissed()
            ? checkingIn.missed(task.subjectId(), task.schemeId(), answers.asMissed(), task.userId())
            : checkingIn.record(task.subjectId(), task.schemeId(), answers.asHeld(), task.userId()));
  }
}
