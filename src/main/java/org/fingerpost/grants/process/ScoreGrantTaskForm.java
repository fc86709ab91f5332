package org.fingerpost.grants.process;

import static org.fingerpost.grants.journey.ScoreGrant.SCORED;
import static org.fingerpost.grants.journey.ScoreGrant.SCORE_ID;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.AuthorizationException;
import org.fingerpost.grants.Criterion;
import org.fingerpost.grants.ScoringGrant;
import org.fingerpost.platform.InvalidInput;
import org.fingerpost.platform.engine.Choices;
import org.fingerpost.platform.engine.Facts;
import org.fingerpost.platform.engine.Shown;
import org.fingerpost.platform.engine.TaskAtHand;
import org.fingerpost.platform.engine.TaskForm;
import org.fingerpost.platform.engine.Texts;
import org.springframework.stereotype.Component;

/** Form {@code score-grant} of {@code userTask_scoreGrant} in {@code score-grant}. */
@Component
class ScoreGrantTaskForm implements TaskForm<ScoreGrantForm> {

  private final ScoringGrant scoring;
  private final GrantShown shown;
  private final Choices choices;

  ScoreGrantTaskForm(ScoringGrant scoring, GrantShown shown, Choices choices) {
    this.scoring = scoring;
    this.shown = shown;
    this.choices = choices;
  }

  @Override
  public String formId() {
    return "score-grant";
  }

  @Override
  public Class<ScoreGrantForm> answers() {
    return ScoreGrantForm.class;
  }

  @Override
  public Shown show(TaskAtHand task) {
    // A colleague on the panel holds the task's role too, and must not read what is being typed here.
    if (!scoring.isAskedOf(UUID.fromString(task.variable(SCORE_ID)), task.userId())) {
      throw new AuthorizationException(shown.say(task, "grants.form.score.notYours"));
    }
    return shown
        .withProject(task)
        .options("stands", choices.of(task.language(), "grants.stand.", List.of("SCORE", "CONFLICT", "NO_TIME")))
        .options("points", choices.of(task.language(), "grants.points.", List.of("1", "2", "3", "4", "5")));
  }

  @Override
  public Facts submit(TaskAtHand task, ScoreGrantForm answers) {
    var scoreId = UUID.fromString(task.variable(SCORE_ID));
    String comment = Texts.trimmed(answers.comment());
    boolean scores = answers.stand().equals("SCORE");
    if (scores) {
      if (comment == null) {
        throw new InvalidInput("comment", "grants.form.comment.required");
      }
      scoring.score(scoreId, points(answers), comment, task.userId());
    } else {
      scoring.stepBack(scoreId, answers.stand().equals("CONFLICT"), comment, task.userId());
    }
    return Facts.of(SCORED, scores);
  }

  private static Map<Criterion, Integer> points(ScoreGrantForm answers) {
    var points = new EnumMap<Criterion, Integer>(Criterion.class);
    points.put(Criterion.NEED, point("need", answers.need()));
    points.put(Criterion.PEOPLE, point("reach", answers.reach()));
    points.put(Criterion.DELIVERY, point("delivery", answers.delivery()));
    points.put(Criterion.VALUE, point("value", answers.value()));
    points.put(Criterion.LASTING, point("lasting", answers.lasting()));
    return points;
  }

  private static Integer point(String field, String typed) {
    if (typed == null) {
      throw new InvalidInput(field, "grants.form.points.required");
    }
    return Integer.valueOf(typed);
  }
}
