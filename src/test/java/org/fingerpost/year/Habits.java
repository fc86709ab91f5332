package org.fingerpost.year;

import static java.util.Locale.ROOT;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
  record Moment(String formId, int occurrence, Draw draw, LocalDate today, Map<String, List<String>> options) {

    String option(String list, int place) {
      var offered = options.getOrDefault(list, List.of());
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
    on(
        "confirm-route",
        1,
        2,
        (moment, life) -> Map.of("route", moment.option("routes", 0), "reason", "As the table proposes."));
    on(
        "arrange-transfer",
        2,
        6,
        (moment, life) ->
            moment.draw().chance(0.8)
                ? Map.of("agreed", "YES", "receiver", moment.option("receivers", 0), "givenBy", "PERSON", "how", "TELEPHONE")
                : Map.of("agreed", "NO", "givenBy", "PERSON", "how", "TELEPHONE"));
    on(
        "record-young-person-consent",
        3,
        8,
        (moment, life) ->
            Map.of("given", "YES", "givenBy", "PERSON", "how", "TELEPHONE", "assent", true, "competence", "COMPETENT", "judgedBy", "Team lead"));
    on("find-link-worker", 4, 9, (moment, life) -> Map.of("linkWorker", moment.option("linkWorkers", 0)));
    on("decide-after-no-contact", 1, 3, (moment, life) -> Map.of("decision", "NOT_REACHED", "reason", "Tried in every way we have."));
    on("decide-extension", 1, 3, (moment, life) -> Map.of("decision", "DO_NOT_EXTEND", "reason", "Goes there by themself now."));
    on("decide-after-missed", 1, 3, (moment, life) -> Map.of("decision", "END", "reason", "Missed three times and is well."));
    on(
        "supervise-after-missed",
        1,
        3,
        (moment, life) -> Map.of("safety", "SAFE", "decision", "END", "reason", "Seen at home, and well."));
    on("answer-overdue-question", 1, 2, (moment, life) -> Map.of("answer", "Yes, there is a ramp at the side door."));
    on(
        "decide-link-worker",
        1,
        3,
        (moment, life) -> Map.of("decision", "SPOKE_TO_PERSON", "reason", "Only wanted to know the bus."));
  }

  private void contact() {
    on(
        "record-first-contact",
        4,
        9,
        (moment, life) -> {
          if (life.wrongNumber() && moment.occurrence() == 0) {
            return Map.of("channel", "PHONE", "result", "WRONG_NUMBER", "note", "Somebody else answered.");
          }
          if (life.callLater() && life.callsUntilReached() > 0 && moment.occurrence() == 0) {
            return Map.of("channel", "PHONE", "result", "CALL_LATER", "callOn", moment.option("callDays", 6), "callPart", "MORNING");
          }
          if (life.callsUntilReached() == 0 || moment.occurrence() + 1 < life.callsUntilReached()) {
            return Map.of("channel", List.of("PHONE", "PHONE", "TEXT", "EMAIL").get(Math.min(moment.occurrence(), 3)), "result", "NOT_REACHED");
          }
          return life.declines()
              ? Map.of("channel", "PHONE", "result", "DECLINED", "ownWords", "I have company enough, thank you.", "note", "A friendly no.")
              : Map.of("channel", "PHONE", "result", "REACHED", "note", "Glad of the call.");
        });
    on(
        "find-right-contact-details",
        2,
        5,
        (moment, life) ->
            life.callsUntilReached() == 0
                ? Map.of("found", "NOT_FOUND", "note", "The surgery has the same number.")
                : Map.of("found", "FOUND", "phone", "01632 960999", "note", "From the surgery."));
    on("await-letter-answer", 30, 60, (moment, life) -> Map.of("result", "LETTER_RETURNED"));
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
          if (moment.occurrence() == 0) {
            measures(answers, life.lifeSatisfaction(), life.anxious(), moment.draw());
          }
          if (moment.occurrence() + 1 < life.meetings()) {
            answers.put("meetAgain", true);
            answers.put("nextMeetingOn", moment.today().plusDays(14).toString());
          }
          return answers;
        });
  }

  /** Activities of groups with the kite mark for small groups: nobody is introduced there alone. */
  private static final Set<String> SMALL_GROUPS = Set.of("dean-short-walks", "singing-for-breath");

  private void introduction() {
    on(
        "choose-activity",
        2,
        7,
        (moment, life) -> {
          var offered = moment.options().getOrDefault("activities", List.of()).stream().filter(id -> id.equals(id.toLowerCase(ROOT))).toList();
          if (!life.makesPlan() || !life.findsActivity() || moment.occurrence() >= Math.min(3, offered.size())) {
            return Map.of("activity", "NONE", "missing", "NOTHING_FOR_NEED");
          }
          var answers = new HashMap<String, Object>();
          answers.put("activity", offered.get(moment.occurrence()));
          answers.put("agreesToShare", true);
          if (moment.draw().chance(0.3) || SMALL_GROUPS.contains(offered.get(moment.occurrence()))) {
            answers.put("accompanied", true);
            answers.put("accompaniedBy", "LINK_WORKER");
          }
          if (life.introductions() > 1 && moment.occurrence() == 0 && offered.size() > 1) {
            answers.put("secondActivity", offered.get(offered.size() - 1));
            answers.put("secondAgreesToShare", true);
            if (SMALL_GROUPS.contains(offered.get(offered.size() - 1))) {
              answers.put("secondAccompaniedBy", "VOLUNTEER");
            }
          }
          return answers;
        });
    on("await-answer", 0, 0.1, (moment, life) -> LEAVE_IT);
    on(
        "chase-provider",
        1,
        3,
        (moment, life) ->
            moment.draw().chance(0.5)
                ? Map.of("decision", "ACCEPTED")
                : Map.of("decision", "TRY_ANOTHER"));
    on("answer-providers-question", 1, 2, (moment, life) -> Map.of("answer", "Yes, there is a ramp at the side door."));
    on(
        "look-for-place",
        1,
        3,
        (moment, life) -> moment.draw().chance(0.5) ? Map.of("result", "PLACE_FOUND") : Map.of("result", "GIVEN_UP"));
  }

  private void support() {
    on(
        "record-check-in",
        1,
        4,
        (moment, life) -> {
          if (moment.draw().chance(0.14)) {
            return Map.of("held", "MISSED", "safety", "SAFE", "barriers", List.of("TIME"), "howItGoes", "Not there; rang, and well.");
          }
          var attendance = !life.attends() ? "NOT_ATTENDED" : life.stays() ? "ATTENDING" : "ATTENDED_ONCE";
          var next = moment.occurrence() < (life.stays() ? 2 : 1) ? "CONTINUE" : "END";
          return Map.of(
              "held", "HELD", "attendance", attendance, "barriers", List.of("NOT_KNOWN"), "howItGoes", "Told us how it goes.", "nextStep", next);
        });
    on(
        "record-outcome",
        2,
        6,
        (moment, life) -> {
          var answers = new HashMap<String, Object>();
          answers.put("closureReason", life.stays() ? "GOALS_MET" : life.attends() ? "GOALS_PARTLY_MET" : "CHOSE_TO_STOP");
          answers.put("goalsMet", life.stays() ? "GOALS_MET" : life.attends() ? "PARTLY" : "NOT_MET");
          answers.put("goalOneMet", life.stays() ? "GOALS_MET" : life.attends() ? "PARTLY" : "NOT_MET");
          answers.put("whatChanged", "Knows some faces now.");
          if (life.stays() && life.measuredAgain()) {
            int change = life.better() ? moment.draw().between(1, 3) : moment.draw().between(-1, 0);
            measures(answers, life.lifeSatisfaction() + change, life.anxious() - change, moment.draw());
          }
          return answers;
        });
    on(
        "hold-later-review",
        2,
        6,
        (moment, life) -> {
          if (!life.measuredAgain()) {
            return Map.of("channel", List.of("PHONE", "TEXT", "EMAIL").get(moment.occurrence() % 3), "result", "NOT_REACHED");
          }
          var answers = new HashMap<String, Object>();
          answers.put("channel", "PHONE");
          answers.put("result", "TALKED");
          answers.put("stillGoing", life.stays() ? "YES" : "NO");
          answers.put("howItIs", "Told us how it is.");
          answers.put("needsHelp", false);
          measures(answers, life.lifeSatisfaction() + (life.better() ? 2 : 0), life.anxious(), moment.draw());
          return answers;
        });
    on("offer-new-referral", 1, 3, (moment, life) -> Map.of("newReferral", "NOT_NOW"));
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
