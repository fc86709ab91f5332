package org.fingerpost.year;

import java.util.HashMap;
import java.util.Map;
import java.util.function.BiFunction;

/**
 * How link workers and team leads fill each form of Tasklist, given what will happen to the person: one habit per form. A form without a
 * habit stops the year with its name, so that a new form cannot be forgotten here.
 */
final class Habits {

  /** Time that passes between a task appearing and somebody doing it, in days. */
  record Lag(double median, double p90) {}

  private record Habit(Lag lag, BiFunction<Moment, Life, Map<String, Object>> answers) {}

  /**
   * A task in front of somebody.
   *
   * @param occurrence how many tasks of this form the referral has had before, from 0
   * @param options the first option of each list that the form offers, by the list's name
   */
  record Moment(String formId, int occurrence, Draw draw, java.time.LocalDate today, Map<String, java.util.List<String>> options) {

    String option(String list, int place) {
      var offered = options.getOrDefault(list, java.util.List.of());
      return offered.isEmpty() ? null : offered.get(Math.min(place, offered.size() - 1));
    }
  }

  /** Nothing to hand in: the task is left until something else moves it on. */
  static final Map<String, Object> LEAVE_IT = Map.of();

  private final Map<String, Habit> habits = new HashMap<>();

  Habits() {
    leads();
    contact();
    conversation();
    introduction();
    support();
  }

  Lag lag(String formId) {
    return of(formId).lag();
  }

  Map<String, Object> answers(Moment moment, Life life) {
    return of(moment.formId()).answers().apply(moment, life);
  }

  private Habit of(String formId) {
    var habit = habits.get(formId);
    if (habit == null) {
      throw new AssertionError("Nobody in the simulated year knows how to fill the form " + formId + "; add a habit to " + Habits.class);
    }
    return habit;
  }

  private void on(String formId, double median, double p90, BiFunction<Moment, Life, Map<String, Object>> answers) {
    habits.put(formId, new Habit(new Lag(median, p90), answers));
  }

  private void leads() {
    on("confirm-route", 1, 2, (moment, life) -> Map.of("route", moment.option("routes", 0), "reason", "As the table proposes."));
    on("find-link-worker", 4, 9, (moment, life) -> Map.of("linkWorker", moment.option("linkWorkers", 0)));
    on("decide-after-no-contact", 1, 3, (moment, life) -> Map.of("decision", "NOT_REACHED", "reason", "Tried in every way we have."));
  }

  private void contact() {
    on(
        "record-first-contact",
        4,
        9,
        (moment, life) -> {
          var channel = moment.occurrence() % 2 == 0 ? "PHONE" : "TEXT";
          if (life.callsUntilReached() == 0 || moment.occurrence() + 1 < life.callsUntilReached()) {
            return Map.of("channel", channel, "result", "NOT_REACHED");
          }
          return life.declines()
              ? Map.of("channel", "PHONE", "result", "DECLINED", "note", "Has company enough, and thanks us for calling.")
              : Map.of("channel", "PHONE", "result", "REACHED", "note", "Glad of the call.");
        });
  }

  private void conversation() {
    on(
        "hold-conversation",
        9,
        24,
        (moment, life) -> {
          var answers = new HashMap<String, Object>();
          answers.put("whatMatters", "To be among people again.");
          answers.put("strengths", "Good with names, and patient.");
          answers.put("goalOne", "Go out once a week");
          answers.put("goalOneImportance", moment.draw().between(6, 10));
          answers.put("goalOneConfidence", moment.draw().between(3, 8));
          answers.put("goalOneAction", "Visit together the first time");
          measures(answers, life.lifeSatisfaction(), life.anxious(), moment.draw());
          return answers;
        });
  }

  private void introduction() {
    on(
        "choose-activity",
        2,
        7,
        (moment, life) ->
            life.makesPlan() && life.findsActivity() && moment.occurrence() < 3
                ? Map.of("activity", moment.option("activities", moment.occurrence()), "agreesToShare", true, "accompanied", moment.draw().chance(0.3))
                : Map.of("activity", "NONE"));
    on("await-answer", 0, 0.1, (moment, life) -> LEAVE_IT);
    on("chase-provider", 1, 3, (moment, life) -> Map.of("decision", moment.draw().chance(0.5) ? "ACCEPTED" : "TRY_ANOTHER"));
  }

  private void support() {
    on(
        "record-check-in",
        1,
        4,
        (moment, life) -> {
          var attendance = !life.attends() ? "NOT_ATTENDED" : life.stays() ? "ATTENDING" : "ATTENDED_ONCE";
          var next = moment.occurrence() < (life.stays() ? 2 : 1) ? "CONTINUE" : "END";
          return Map.of("attendance", attendance, "howItGoes", "Told us how it goes.", "nextStep", next);
        });
    on(
        "record-outcome",
        2,
        6,
        (moment, life) -> {
          var answers = new HashMap<String, Object>();
          answers.put("closureReason", life.stays() ? "GOALS_MET" : life.attends() ? "GOALS_PARTLY_MET" : "CHOSE_TO_STOP");
          answers.put("goalsMet", life.stays() ? "GOALS_MET" : life.attends() ? "PARTLY" : "NOT_MET");
          answers.put("whatChanged", "Knows some faces now.");
          if (life.stays() && life.measuredAgain()) {
            int change = life.better() ? moment.draw().between(1, 3) : moment.draw().between(-1, 0);
            measures(answers, life.lifeSatisfaction() + change, life.anxious() - change, moment.draw());
          }
          return answers;
        });
  }

  private static void measures(Map<String, Object> answers, int lifeSatisfaction, int anxious, Draw draw) {
    answers.put("lifeSatisfaction", score(lifeSatisfaction));
    answers.put("worthwhile", score(lifeSatisfaction + draw.between(-1, 1)));
    answers.put("happyYesterday", draw.chance(0.04) ? "PREFER_NOT_TO_SAY" : score(lifeSatisfaction + draw.between(-2, 2)));
    answers.put("anxiousYesterday", score(anxious));
  }

  private static String score(int score) {
    return Integer.toString(Math.max(0, Math.min(10, score)));
  }
}
