package org.fingerpost.outcome.process;

import static org.fingerpost.platform.engine.Texts.trimmed;

import java.util.Arrays;
import java.util.List;
import org.fingerpost.outcome.GoalsMet;
import org.fingerpost.outcome.MeasureFields;
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

  private static final List<String> REASONS = ClosureReason.ofOutcomes().stream().map(Enum::name).toList();
  private static final List<String> GOALS_MET = Arrays.stream(GoalsMet.values()).map(Enum::name).toList();
  private static final List<String> GOAL_MET = List.of("GOALS_MET", "PARTLY", "NOT_MET");
  private static final List<String> GOALS = List.of("goalOne", "goalTwo", "goalThree");

  private final RecordingOutcome recording;
  private final MeasureFields measures;
  private final Choices choices;

  RecordOutcomeTaskForm(RecordingOutcome recording, MeasureFields measures, Choices choices) {
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
    var soFar = recording.soFar(task.subjectId(), task.language());
    var shown =
        Shown.nothing()
            .text("personName", soFar.personName())
            .text("before", soFar.before())
            .options("reasons", choices.of(task.language(), "closure-reason.", REASONS))
            .options("goalsMetOptions", choices.of(task.language(), "outcome.goals-met.", GOALS_MET))
            .options("goalMetOptions", choices.of(task.language(), "outcome.goal-met.", GOAL_MET));
    for (int i = 0; i < GOALS.size(); i++) {
      shown.text(GOALS.get(i), i < soFar.goals().size() ? soFar.goals().get(i) : "");
    }
    return measures.on(shown, soFar.asked(), task.language());
  }

  @Override
  public Facts submit(TaskAtHand task, RecordOutcomeForm answers) {
    if (!REASONS.contains(answers.closureReason())) {
      throw new InvalidInput("closureReason", "outcome.form.closureReason.required");
    }
    recording.record(
        task.subjectId(),
        task.schemeId(),
        new RecordingOutcome.Told(
            ClosureReason.valueOf(answers.closureReason()),
            GoalsMet.valueOf(answers.goalsMet()),
            answers.goals(),
            trimmed(answers.whatChanged())),
        answers.closing(),
        task.userId());
    return Facts.none();
  }
}
