package org.fingerpost.outcome.process;

import static org.fingerpost.platform.engine.Texts.trimmed;
import static org.fingerpost.referral.journey.LaterReview.NEXT_REVIEW_AT;
import static org.fingerpost.referral.journey.LaterReview.REVIEW_DUE_AT;
import static org.fingerpost.referral.journey.LaterReview.REVIEW_RESULT;

import java.util.Arrays;
import java.util.List;
import org.fingerpost.outcome.LaterReviews;
import org.fingerpost.outcome.LaterReviews.ReviewStep;
import org.fingerpost.outcome.LaterReviews.StillGoing;
import org.fingerpost.outcome.MeasureFields;
import org.fingerpost.platform.InvalidInput;
import org.fingerpost.platform.engine.Choices;
import org.fingerpost.platform.engine.Facts;
import org.fingerpost.platform.engine.Shown;
import org.fingerpost.platform.engine.TaskAtHand;
import org.fingerpost.platform.engine.TaskForm;
import org.springframework.stereotype.Component;

/** Form {@code hold-later-review} of {@code userTask_holdLaterReview} in {@code later-review}. */
@Component
class HoldLaterReviewTaskForm implements TaskForm<HoldLaterReviewForm> {

  private static final List<String> CHANNELS = List.of("PHONE", "TEXT", "EMAIL", "LETTER", "VIDEO", "IN_PERSON");
  private static final List<String> RESULTS = List.of("TALKED", "NOT_REACHED", "DECLINED");
  private static final List<String> STILL_GOING = Arrays.stream(StillGoing.values()).map(Enum::name).toList();

  private final LaterReviews reviews;
  private final MeasureFields measures;
  private final Choices choices;

  HoldLaterReviewTaskForm(LaterReviews reviews, MeasureFields measures, Choices choices) {
    this.reviews = reviews;
    this.measures = measures;
    this.choices = choices;
  }

  @Override
  public String formId() {
    return "hold-later-review";
  }

  @Override
  public Class<HoldLaterReviewForm> answers() {
    return HoldLaterReviewForm.class;
  }

  @Override
  public Shown show(TaskAtHand task) {
    var sheet = reviews.sheet(task.subjectId(), task.language());
    var shown =
        Shown.nothing()
            .text("personName", sheet.personName())
            .text("phone", sheet.phone())
            .text("email", sheet.email())
            .text("safeTime", sheet.safeTime())
            .number("review", sheet.review())
            .number("attempt", sheet.attempt())
            .number("attempts", sheet.attempts())
            .text("ending", sheet.ending())
            .text("before", sheet.scores())
            .options("channels", choices.of(task.language(), "conversation.channel.", CHANNELS))
            .options("results", choices.of(task.language(), "outcome.review-result.", RESULTS))
            .options("goings", choices.of(task.language(), "outcome.still-going.", STILL_GOING));
    return measures.on(shown, sheet.asked(), task.language());
  }

  @Override
  public Facts submit(TaskAtHand task, HoldLaterReviewForm answers) {
    return facts(
        switch (answers.result()) {
          case "TALKED" ->
              reviews.talked(
                  task.subjectId(),
                  answers.channel(),
                  stillGoing(answers),
                  trimmed(answers.howItIs()),
                  answers.answers(),
                  Boolean.TRUE.equals(answers.needsHelp()),
                  task.userId());
          case "DECLINED" ->
              reviews.declined(task.subjectId(), answers.channel(), trimmed(answers.howItIs()), task.userId());
          default ->
              reviews.notReached(task.subjectId(), answers.channel(), trimmed(answers.howItIs()), task.userId());
        });
  }

  private static StillGoing stillGoing(HoldLaterReviewForm answers) {
    if (answers.stillGoing() == null) {
      throw new InvalidInput("stillGoing", "outcome.form.stillGoing.required");
    }
    return StillGoing.valueOf(answers.stillGoing());
  }

  private static Facts facts(ReviewStep step) {
    var facts = Facts.of(REVIEW_RESULT, step.result());
    if (step.nextAt() != null) {
      facts.and(NEXT_REVIEW_AT, step.nextAt());
    }
    if (step.dueAt() != null) {
      facts.and(REVIEW_DUE_AT, step.dueAt());
    }
    return facts;
  }
}
