package org.fingerpost.introduction.process;

import static org.fingerpost.platform.engine.Texts.trimmed;
import static org.fingerpost.referral.journey.IntroduceActivity.ACTIVITY_CHOSEN;
import static org.fingerpost.referral.journey.IntroduceActivity.INTRODUCTION_ID;
import static org.fingerpost.referral.journey.IntroduceActivity.LOOK_AGAIN;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.fingerpost.introduction.AccompaniedBy;
import org.fingerpost.introduction.ChoosingActivity;
import org.fingerpost.introduction.ChoosingActivity.Chosen;
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
        .options("companions", choices.of(language, "introduction.accompanied-by.", names(AccompaniedBy.values())))
        .options("missingReasons", choices.of(language, "introduction.missing.", asked(Missing.values())))
        .options("accessNeedOptions", choices.of(language, "access-need.", names(AccessNeed.values())))
        .options("weekdayOptions", choices.of(language, "weekday.", names(DayOfWeek.values())))
        .options("interestOptions", choices.of(language, "interest.", names(Interest.values())));
  }

  private static List<String> names(Enum<?>... codes) {
    return Stream.of(codes).map(Enum::name).toList();
  }

  private static List<String> asked(Missing... codes) {
    return names(codes).stream().filter(code -> !code.equals(Missing.NOT_SAID.name())).toList();
  }

  @Override
  public Facts submit(TaskAtHand task, ChooseActivityForm answers) {
    choosing.note(
        task.subjectId(),
        codes(answers.accessNeeds(), AccessNeed.class),
        codes(answers.weekdays(), DayOfWeek.class),
        codes(answers.interests(), Interest.class),
        task.userId());
    var further = further(answers);
    if (NO_ACTIVITIES.contains(answers.activity())) {
      if (!further.isEmpty()) {
        throw new InvalidInput("secondActivity", "introduction.form.activity.first");
      }
      return withoutActivity(task, answers);
    }
    agreed(answers.agreesToShare());
    var first = new Chosen(answers.activity(), companion(answers), trimmed(answers.note()));
    distinct(first, further);
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
          task.subjectId(), task.schemeId(), said ? one(answers.missing(), Missing.class) : Missing.NOT_SAID);
    }
    return chosen(false, false);
  }

  private static Facts chosen(boolean chosen, boolean lookAgain) {
    return Facts.of(ACTIVITY_CHOSEN, chosen).and(LOOK_AGAIN, lookAgain);
  }

  private static List<Chosen> further(ChooseActivityForm answers) {
    var further = new ArrayList<Chosen>();
    if (named(answers.secondActivity())) {
      agreed(answers.secondAgreesToShare());
      further.add(further(answers.secondActivity(), answers.secondAccompaniedBy(), answers.secondNote()));
    }
    if (named(answers.thirdActivity())) {
      agreed(answers.thirdAgreesToShare());
      further.add(further(answers.thirdActivity(), answers.thirdAccompaniedBy(), answers.thirdNote()));
    }
    return further;
  }

  private static Chosen further(String activity, String accompaniedBy, String note) {
    return new Chosen(
        activity, named(accompaniedBy) ? one(accompaniedBy, AccompaniedBy.class) : null, trimmed(note));
  }

  private static AccompaniedBy companion(ChooseActivityForm answers) {
    if (!Boolean.TRUE.equals(answers.accompanied())) {
      return null;
    }
    return named(answers.accompaniedBy())
        ? one(answers.accompaniedBy(), AccompaniedBy.class)
        : AccompaniedBy.LINK_WORKER;
  }

  private static void agreed(Boolean agrees) {
    if (!Boolean.TRUE.equals(agrees)) {
      throw new InvalidInput("agreesToShare", "introduction.form.agreesToShare.required");
    }
  }

  private static void distinct(Chosen first, List<Chosen> further) {
    var ids = new HashSet<>(Set.of(first.activityId()));
    for (var one : further) {
      if (!ids.add(one.activityId())) {
        throw new InvalidInput("secondActivity", "introduction.form.activity.twice");
      }
    }
  }

  private static boolean named(String code) {
    return code != null && !code.isBlank();
  }

  private static <E extends Enum<E>> List<E> codes(List<String> codes, Class<E> type) {
    return codes == null ? List.of() : codes.stream().map(code -> one(code, type)).toList();
  }

  private static <E extends Enum<E>> E one(String code, Class<E> type) {
    try {
      return Enum.valueOf(type, code);
    } catch (IllegalArgumentException e) {
      throw new InvalidInput("activity", "introduction.form.code.unknown");
    }
  }
}
