package org.fingerpost.introduction.process;

import static org.fingerpost.referral.journey.WaitForPlace.GIVEN_UP;
import static org.fingerpost.referral.journey.WaitForPlace.LOOK_AGAIN_AT;
import static org.fingerpost.referral.journey.WaitForPlace.PLACE_FOUND;
import static org.fingerpost.referral.journey.WaitForPlace.PLACE_RESULT;
import static org.fingerpost.referral.journey.WaitForPlace.STILL_WAITING;

import java.util.List;
import org.fingerpost.introduction.Answer;
import org.fingerpost.introduction.AnsweringIntroduction;
import org.fingerpost.introduction.Introductions;
import org.fingerpost.platform.engine.Choices;
import org.fingerpost.platform.engine.Facts;
import org.fingerpost.platform.engine.Shown;
import org.fingerpost.platform.engine.TaskAtHand;
import org.fingerpost.platform.engine.TaskForm;
import org.springframework.stereotype.Component;

/** Form {@code look-for-place} of {@code userTask_lookForPlace} in {@code wait-for-place}. */
@Component
class LookForPlaceTaskForm implements TaskForm<LookForPlaceForm> {

  private static final List<String> RESULTS = List.of(PLACE_FOUND, STILL_WAITING, GIVEN_UP);

  private final AnsweringIntroduction answering;
  private final Introductions introductions;
  private final Choices choices;

  LookForPlaceTaskForm(AnsweringIntroduction answering, Introductions introductions, Choices choices) {
    this.answering = answering;
    this.introductions = introductions;
    this.choices = choices;
  }

  @Override
  public String formId() {
    return "look-for-place";
  }

  @Override
  public Class<LookForPlaceForm> answers() {
    return LookForPlaceForm.class;
  }

  @Override
  public Shown show(TaskAtHand task) {
    return WaitingShown.of(task, introductions)
        .options("results", choices.of(task.language(), "introduction.place.", RESULTS));
  }

  @Override
  public Facts submit(TaskAtHand task, LookForPlaceForm answers) {
    var facts = Facts.of(PLACE_RESULT, answers.result());
    if (answers.result().equals(GIVEN_UP)) {
      // The model's next step gives the place up, as it does after silence.
      return facts;
    }
    var answer = answers.result().equals(PLACE_FOUND) ? Answer.ACCEPTED : Answer.WAITING_LIST;
    var lookAgainAt =
        answering.placeToLinkWorker(
            WaitingShown.introductionOf(task),
            ProviderSaid.of(answer, answers.note(), answers.firstOn(), answers.lookAgainOn(), null));
    return lookAgainAt == null ? facts : facts.and(LOOK_AGAIN_AT, lookAgainAt);
  }
}
