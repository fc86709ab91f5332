package org.fingerpost.conversation.process;

import static org.fingerpost.platform.engine.Texts.trimmed;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.fingerpost.conversation.HomeVisit;
import org.fingerpost.conversation.Meeting;
import org.fingerpost.conversation.MeetingPlace;
import org.fingerpost.conversation.PersonalPlan;
import org.fingerpost.conversation.PersonalPlan.Action;
import org.fingerpost.conversation.PersonalPlan.AgreedWith;
import org.fingerpost.conversation.PersonalPlan.Goal;
import org.fingerpost.conversation.PersonalPlan.Who;
import org.fingerpost.platform.InvalidInput;
import org.fingerpost.platform.engine.Shown;

/** The flat fields of the form {@code hold-conversation} as a meeting, and back. */
final class MeetingAnswers {

  private static final List<String> GOALS = List.of("goalOne", "goalTwo", "goalThree");
  private static final List<String> STEPS = List.of("Action", "Next");
  private static final Map<HomeVisit.Question, String> HOME_FIELDS =
      new EnumMap<>(
          Map.of(
              HomeVisit.Question.PETS, "pets",
              HomeVisit.Question.OTHER_PEOPLE, "otherPeople",
              HomeVisit.Question.WEAPONS_OR_VIOLENCE, "weaponsOrViolence",
              HomeVisit.Question.ACCESS, "access",
              HomeVisit.Question.PARKING, "parking",
              HomeVisit.Question.SMOKE, "smoke"));

  private MeetingAnswers() {}

  static Meeting read(HoldConversationForm form) {
    boolean again = Boolean.TRUE.equals(form.meetAgain());
    if (again && trimmed(form.nextMeetingOn()) == null) {
      throw new InvalidInput("nextMeetingOn", "conversation.form.nextMeetingOn.required");
    }
    return new Meeting(
        0,
        null,
        new PersonalPlan(
            trimmed(form.likesAndWants()),
            trimmed(form.peopleWhoMatter()),
            trimmed(form.whatMatters()),
            trimmed(form.strengths()),
            goals(form),
            again ? null : code(AgreedWith.class, "agreedWith", form.agreedWith()),
            again ? null : day("reviewOn", form.reviewOn())),
        code(MeetingPlace.class, "place", form.place()),
        homeVisit(form),
        again ? day("nextMeetingOn", form.nextMeetingOn()) : null,
        again ? code(MeetingPlace.class, "nextPlace", form.nextPlace()) : null);
  }

  private static List<Goal> goals(HoldConversationForm form) {
    var goals = new ArrayList<Goal>();
    add(
        goals,
        "goalOne",
        form.goalOne(),
        form.goalOneImportance(),
        form.goalOneConfidence(),
        step("goalOneAction", form.goalOneAction(), form.goalOneActionWho(), form.goalOneActionBy()),
        step("goalOneNext", form.goalOneNext(), form.goalOneNextWho(), form.goalOneNextBy()));
    add(
        goals,
        "goalTwo",
        form.goalTwo(),
        form.goalTwoImportance(),
        form.goalTwoConfidence(),
        step("goalTwoAction", form.goalTwoAction(), form.goalTwoActionWho(), form.goalTwoActionBy()),
        step("goalTwoNext", form.goalTwoNext(), form.goalTwoNextWho(), form.goalTwoNextBy()));
    add(
        goals,
        "goalThree",
        form.goalThree(),
        form.goalThreeImportance(),
        form.goalThreeConfidence(),
        step("goalThreeAction", form.goalThreeAction(), form.goalThreeActionWho(), form.goalThreeActionBy()),
        step("goalThreeNext", form.goalThreeNext(), form.goalThreeNextWho(), form.goalThreeNextBy()));
    return goals;
  }

  private static void add(
      List<Goal> goals, String field, String goal, Integer importance, Integer confidence, Action first, Action second) {
    var actions = new ArrayList<Action>();
    for (var action : new Action[] {first, second}) {
      if (action != null) {
        actions.add(action);
      }
    }
    if (trimmed(goal) != null) {
      goals.add(new Goal(trimmed(goal), importance, confidence, actions));
    } else if (importance != null || confidence != null || !actions.isEmpty()) {
      throw new InvalidInput(field, "conversation.form." + field + ".required");
    }
  }

  private static Action step(String field, String what, String who, String by) {
    var taker = code(Who.class, field + "Who", who);
    var day = day(field + "By", by);
    if (trimmed(what) == null) {
      if (taker != null || day != null) {
        throw new InvalidInput(field, "conversation.form.step.required");
      }
      return null;
    }
    return new Action(trimmed(what), taker, day);
  }

  private static HomeVisit homeVisit(HoldConversationForm form) {
    var given =
        Map.of(
            "pets", text(form.pets()),
            "otherPeople", text(form.otherPeople()),
            "weaponsOrViolence", text(form.weaponsOrViolence()),
            "access", text(form.access()),
            "parking", text(form.parking()),
            "smoke", text(form.smoke()));
    var answers = new EnumMap<HomeVisit.Question, HomeVisit.Answer>(HomeVisit.Question.class);
    HOME_FIELDS.forEach(
        (question, field) -> {
          var answer = code(HomeVisit.Answer.class, field, given.get(field));
          if (answer != null) {
            answers.put(question, answer);
          }
        });
    var visit = new HomeVisit(answers, trimmed(form.homeNote()));
    return visit.saysNothing() ? null : visit;
  }

  private static String text(String answer) {
    return answer == null ? "" : answer;
  }

  private static <E extends Enum<E>> E code(Class<E> type, String field, String code) {
    if (code == null || code.isBlank()) {
      return null;
    }
    try {
      return Enum.valueOf(type, code);
    } catch (IllegalArgumentException e) {
      throw new InvalidInput(field, "conversation.form.choice");
    }
  }

  private static LocalDate day(String field, String day) {
    try {
      return day == null || day.isBlank() ? null : LocalDate.parse(day);
    } catch (DateTimeException e) {
      throw new InvalidInput(field, "conversation.form.day");
    }
  }

  /** Fills the next meeting's form with what was agreed so far; where they met is asked afresh. */
  static void show(Shown shown, Meeting last) {
    var plan = last.plan();
    shown
        .text("likesAndWants", plan.likesAndWants())
        .text("peopleWhoMatter", plan.peopleWhoMatter())
        .text("whatMatters", plan.whatMatters())
        .text("strengths", plan.strengths());
    for (int g = 0; g < plan.goals().size(); g++) {
      var goal = plan.goals().get(g);
      String field = GOALS.get(g);
      shown.text(field, goal.goal());
      if (goal.importance() != null) {
        shown.number(field + "Importance", goal.importance());
      }
      if (goal.confidence() != null) {
        shown.number(field + "Confidence", goal.confidence());
      }
      for (int s = 0; s < goal.actions().size(); s++) {
        var action = goal.actions().get(s);
        shown.text(field + STEPS.get(s), action.what());
        if (action.who() != null) {
          shown.text(field + STEPS.get(s) + "Who", action.who().name());
        }
        if (action.by() != null) {
          shown.text(field + STEPS.get(s) + "By", action.by().toString());
        }
      }
    }
    if (last.nextPlace() != null) {
      shown.text("place", last.nextPlace().name());
    }
    if (last.homeVisit() != null) {
      last.homeVisit().answers().forEach((question, answer) -> shown.text(HOME_FIELDS.get(question), answer.name()));
      shown.text("homeNote", last.homeVisit().note());
    }
  }
}
