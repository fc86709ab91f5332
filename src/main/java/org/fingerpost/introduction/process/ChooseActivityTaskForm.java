package org.fingerpost.introduction.process;

import static org.fingerpost.referral.journey.IntroduceActivity.ACTIVITY_CHOSEN;
import static org.fingerpost.referral.journey.IntroduceActivity.INTRODUCTION_ID;
import static org.fingerpost.referral.journey.IntroduceActivity.LOOK_AGAIN;

import java.time.DayOfWeek;
import java.util.List;
import java.util.Set;
import org.fingerpost.introduction.AccompaniedBy;
import org.fingerpost.introduction.ChoosingActivity;
import org.fingerpost.introduction.Missing;
import org.fingerpost.platform.InvalidInput;
import org.fingerpost.platform.engine.Choices;
import org.fingerpost.platform.engine.Facts;
import org.fingerpost.platform.engine.Shown;
import org.fingerpost.platform.engine.TaskAtHand;
import org.fingerpost.platform.engine.TaskForm;
import org.fingerpost.scheme.AccessNeed;
import org.fingerpost.scheme.Interest;
import org.springframework.stereotype.Component;

/** Form {@code choose-activity} of {@code userTask_chooseActivity} in {@code introduce-activity}. */
@Component
class ChooseActivityTaskForm implements TaskForm<ChooseActivityForm> {

  private static final Set<String> NO_ACTIVITIES =
      Set.of(ChoosingActivity.NONE, ChoosingActivity.LOOK_AGAIN, ChoosingActivity.ENOUGH);

  private final ChoosingActivity choosing;
  private final Choices choices;

  ChooseActivityTaskForm(ChoosingActivity choosing, Choices choices) {
    this.choosing = choosing;
    this.choices = choices;
  }

  @Override
  public String formId() {
    return "choose-activity";
  }

  @Override
  public Class<ChooseActivityForm> answers() {
    return ChooseActivityForm.class;
  }

  @Override
  public Shown show(TaskAtHand task) {
    var choice = choosing.choice(task.subjectId(), task.language());
    var language = task.language();
    return Shown.nothing()
        .text("personName", choice.personName())
        .text("whatMatters", choice.whatMatters())
        .text("goals", choice.goals())
        .text("wishes", choice.wishes())
        .text("leftOut", choice.leftOut())
        .options("activities", Shown.options(choice.options()))
        .options("furtherActivities", Shown.options(choice.activities()))
        .options("companions", choices.of(language, "introduction.accompanied-by.", TypedChoice.names(AccompaniedBy.values())))
        .options("missingReasons", choices.of(language, "introduction.missing.", TypedChoice.asked(Missing.values())))
        .options("accessNeedOptions", choices.of(language, "access-need.", TypedChoice.names(AccessNeed.values())))
        .options("weekdayOptions", choices.of(language, "weekday.", TypedChoice.names(DayOfWeek.values())))
        .options("interestOptions", choices.of(language, "interest.", TypedChoice.names(Interest.values())));
  }

  @Override
  public Facts submit(TaskAtHand task, ChooseActivityForm answers) {
    choosing.note(
        task.subjectId(),
        TypedChoice.codes(answers.accessNeeds(), AccessNeed.class),
        TypedChoice.codes(answers.weekdays(), DayOfWeek.class),
        TypedChoice.codes(answers.interests(), Interest.class),
        task.userId());
    var further = TypedChoice.further(answers);
    if (NO_ACTIVITIES.contains(answers.activity())) {
      if (!further.isEmpty()) {
        throw new InvalidInput("secondActivity", "introduction.form.activity.first");
      }
      return withoutActivity(task, answers);
    }
    var first = TypedChoice.first(answers);
    TypedChoice.distinct(first, further);
    var introductionId =
        choosing.choose(task.subjectId(), task.schemeId(), first, task.processInstanceId(), task.userId());
    for (var one : further) {
      choosing.chooseFurther(task.subjectId(), task.schemeId(), one, task.userId());
    }
    return chosen(true, false).and(INTRODUCTION_ID, introductionId.toString());
  }

  private Facts withoutActivity(TaskAtHand task, ChooseActivityForm answers) {
    if (answers.activity().equals(ChoosingActivity.LOOK_AGAIN)) {
      return chosen(false, true);
    }
    if (answers.activity().equals(ChoosingActivity.ENOUGH)) {
      choosing.chooseNoFurther(task.subjectId(), task.schemeId());
    } else {
      boolean said = answers.missing() != null && !answers.missing().isBlank();
      choosing.chooseNone(
          task.subjectId(), task.schemeId(), said ? TypedChoice.one(answers.missing(), Missing.class) : Missing.NOT_SAID);
    }
    return chosen(false, false);
  }

  private static Facts chosen(boolean chosen, boolean lookAgain) {
    return Facts.of(ACTIVITY_CHOSEN, chosen).and(LOOK_AGAIN, lookAgain);
  }
}
