package org.fingerpost.outcome.process;

import static org.fingerpost.platform.engine.Texts.trimmed;

import java.util.Arrays;
import java.util.List;
import org.fingerpost.outcome.GoalsMet;
import org.fingerpost.outcome.Measures;
import org.fingerpost.outcome.RecordingOutcome;
import org.fingerpost.platform.InvalidInput;
import org.fingerpost.platform.engine.Choices;
import org.fingerpost.platform.engine.Facts;
import org.fingerpost.platform.engine.Shown;
import org.fingerpost.platform.engine.TaskAtHand;
import org.fingerpost.platform.engine.TaskForm;
import org.fingerpost.referral.ClosureReason;
import org.springframework.stereotype.Component;

/** Form {@code record-outcome} of {@code userTask_recordOutcome} in {@code referral-journey}. */
@Component
class RecordOutcomeTaskForm implements TaskForm<RecordOutcomeForm> {

  private static final List<String> REASONS = Arrays.stream(ClosureReason.values()).map(Enum::name).toList();
  private static final List<String> GOALS_MET = Arrays.stream(GoalsMet.values()).map(Enum::name).toList();

  private final RecordingOutcome recording;
  private final Measures measures;
  private final Choices choices;

  RecordOutcomeTaskForm(RecordingOutcome recording, Measures measures, Choices choices) {
    this.recording = recording;
    this.measures = measures;
    this.choices = choices;
  }

  @Override
  public String formId() {
    return "record-outcome";
  }

  @Override
  public Class<RecordOutcomeForm> answers() {
    return RecordOutcomeForm.class;
  }

  @Override
  public Shown show(TaskAtHand task) {
    var soFar = recording.soFar(task.subjectId());
    return Shown.nothing()
        .text("personName", soFar.personName())
        .text("goals", soFar.goals())
        .options("reasons", choices.of(task.language(), "closure-reason.", REASONS))
        .options("goalsMetOptions", choices.of(task.language(), "outcome.goals-met.", GOALS_MET))
        .options("scores", Shown.options(measures.choices(task.language())));
  }

  @Override
  public Facts submit(TaskAtHand task, RecordOutcomeForm answers) {
    if (!REASONS.contains(answers.closureReason())) {
      throw new InvalidInput("closureReason", "outcome.form.closureReason.required");
    }
    recording.record(
        task.subjectId(),
        task.schemeId(),
        ClosureReason.valueOf(answers.closureReason()),
        GoalsMet.valueOf(answers.goalsMet()),
        trimmed(answers.whatChanged()),
        answers.closing(),
        task.userId());
    return Facts.none();
  }
}
