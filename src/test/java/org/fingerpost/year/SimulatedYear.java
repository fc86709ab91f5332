package org.fingerpost.year;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException;
import org.camunda.bpm.engine.task.Task;
import org.fingerpost.introduction.Answer;
import org.fingerpost.introduction.AnsweringIntroduction;
import org.fingerpost.platform.Actor;
import org.fingerpost.platform.CurrentActor;
import org.fingerpost.platform.DailyRounds;
import org.fingerpost.platform.engine.AsUser;
import org.fingerpost.platform.engine.EngineClock;
import org.fingerpost.referral.Ending;
import org.fingerpost.referral.EndingReferral;
import org.fingerpost.referral.ReceivingReferral;
import org.fingerpost.year.Arrivals.Arrival;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Lives a year of one scheme, day by day, through the doors that people use: referrals arrive, timers fire, organisations answer by
 * their links, and staff fill the forms of their tasks. Only time is moved.
 */
@TestComponent
class SimulatedYear {

  private static final String SCHEME = "gloucestershire";
  private static final String TEAM_LEAD = "grace";
  private static final LocalTime MORNING = LocalTime.of(9, 5);

  private final ReceivingReferral receiving;
  private final EndingReferral ending;
  private final AnsweringIntroduction answering;
  private final CurrentActor currentActor;
  private final AsUser asUser;
  private final TaskService tasks;
  private final FormService forms;
  private final ManagementService management;
  private final DailyRounds rounds;
  private final JdbcClient database;
  private final ObjectMapper json;

  private final Habits habits = new Habits();
  private final Map<String, Arrival> lives = new HashMap<>();
  private final Map<String, LocalDate> toDoOn = new HashMap<>();
  private final Map<String, Integer> occurrences = new HashMap<>();
  /** Replies to come: day by reply link's token, in the order of the offers. */
  private final TreeMap<LocalDate, List<Reply>> replies = new TreeMap<>();
  private long lastOffer;
  private long seed;

  private record Reply(String referral, String token, Answer answer) {}

  SimulatedYear(
      ReceivingReferral receiving,
      EndingReferral ending,
      AnsweringIntroduction answering,
      CurrentActor currentActor,
      AsUser asUser,
      TaskService tasks,
      FormService forms,
      ManagementService management,
      DailyRounds rounds,
      JdbcClient database,
      ObjectMapper json) {
    this.receiving = receiving;
    this.ending = ending;
    this.answering = answering;
    this.currentActor = currentActor;
    this.asUser = asUser;
    this.tasks = tasks;
    this.forms = forms;
    this.management = management;
    this.rounds = rounds;
    this.database = database;
    this.json = json;
  }

  /** Lives the year that begins today, by the clock of the engine. */
  void live(long seed, int practices) {
    this.seed = seed;
    var today = today();
    var end = today.plusYears(1);
    var arrivals = new ArrayList<>(new Arrivals(seed, practices).of(today));
    for (var day = today; day.isBefore(end); day = day.plusDays(1)) {
      if (day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY) {
        continue;
      }
      wakeUpOn(day);
      while (!arrivals.isEmpty() && !arrivals.get(0).on().isAfter(day)) {
        arrives(arrivals.remove(0));
      }
      organisationsAnswer(day);
      staffWork(day);
    }
  }

  private static LocalDate today() {
    return LocalDate.ofInstant(EngineClock.now(), EngineClock.LONDON);
  }

  private void wakeUpOn(LocalDate day) {
    var wait = Duration.between(EngineClock.now(), day.atTime(MORNING).atZone(EngineClock.LONDON).toInstant());
    if (!wait.isNegative()) {
      EngineClock.moveBy(wait);
    }
    EngineClock.runDueJobs(management);
    rounds.now();
  }

  private void arrives(Arrival arrival) {
    var referral = arrival.referral();
    var received =
        currentActor.as(Actor.source(referral.scheme, referral.source), () -> receiving.receive(referral.request()));
    lives.put(received.referralId(), arrival);
  }

  private void organisationsAnswer(LocalDate day) {
    for (var due : new ArrayList<>(replies.headMap(day, true).values())) {
      for (var reply : due) {
        // The link may have ended meanwhile: the person withdrew, or another organisation was asked.
        answering.answer(reply.token(), reply.answer(), null);
      }
    }
    replies.headMap(day, true).clear();
  }

  private void staffWork(LocalDate day) {
    for (int round = 0; round < 5; round++) {
      boolean worked = false;
      for (Task task : tasks.createTaskQuery().tenantIdIn(SCHEME).active().initializeFormKeys().orderByTaskCreateTime().asc().list()) {
        worked |= work(task, day);
      }
      newOffers(day);
      if (!worked) {
        return;
      }
    }
  }

  private boolean work(Task task, LocalDate day) {
    var form = task.getCamundaFormRef().getKey();
    var reference = referenceOf(task);
    var arrival = lives.get(reference);
    if (arrival == null) {
      return false;
    }
    int occurrence = occurrences.getOrDefault(reference + form, 0);
    var draw = new Draw(seed, 3, arrival.number(), form.hashCode(), occurrence);
    var lag = habits.lag(form);
    var when = toDoOn.computeIfAbsent(task.getId(), id -> day.plusDays(Math.round(draw.days(lag.median(), lag.p90()))));
    if (when.isAfter(day)) {
      return false;
    }
    if (leaves(form, arrival.life())) {
      toDoOn.remove(task.getId());
      currentActor.as(Actor.staff(TEAM_LEAD), () -> ending.end(reference, Ending.valueOf(arrival.life().leaves()), Actor.staff(TEAM_LEAD)));
      return true;
    }
    var user = task.getAssignee() == null ? TEAM_LEAD : task.getAssignee();
    return asUser.run(
        user,
        () -> {
          if (task.getAssignee() == null) {
            tasks.claim(task.getId(), user);
          }
          var shown = forms.getTaskFormVariables(task.getId());
          var moment = new Habits.Moment(form, occurrence, draw, day, options(shown));
          var answers = habits.answers(moment, arrival.life());
          if (answers.equals(Habits.LEAVE_IT)) {
            return false;
          }
          try {
            forms.submitTaskForm(task.getId(), new HashMap<>(answers));
          } catch (FormFieldValidationException e) {
            throw new AssertionError(
                "On %s the form %s (time %d, options %s) was refused with %s: %s".formatted(day, form, occurrence, options(shown), answers, e.getMessage()), e);
          }
          occurrences.merge(reference + form, 1, Integer::sum);
          toDoOn.remove(task.getId());
          return true;
        });
  }

  private static boolean leaves(String form, Life life) {
    return form.equals("hold-conversation") && !life.comes();
  }

  private String referenceOf(Task task) {
    return database
        .sql("select business_key_ from act_hi_procinst where proc_inst_id_ = ?")
        .param(task.getProcessInstanceId())
        .query(String.class)
        .single();
  }

  /** The values of each list of options that a form was given. */
  private Map<String, List<String>> options(Map<String, Object> shown) {
    var options = new HashMap<String, List<String>>();
    shown.forEach(
        (name, value) -> {
          var text = String.valueOf(value);
          if (text.startsWith("[{\"label\"")) {
            options.put(name, values(text));
          }
        });
    return options;
  }

  private List<String> values(String list) {
    var values = new ArrayList<String>();
    try {
      for (JsonNode option : json.readTree(list)) {
        values.add(option.path("value").asText());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return values;
  }

  /** Each new offer is answered after some days by its link, or never. */
  private void newOffers(LocalDate day) {
    var offers =
        database
            .sql(
                """
                select row_number() over (order by created_at, message_id) as place, referral_id,
                       regexp_replace(params->>'replyLink', '.*/', '') as token
                from outbox_message where purpose = 'provider-offer' order by created_at, message_id""")
            .query((row, number) -> new Offer(row.getLong("place"), row.getString("referral_id"), row.getString("token")))
            .list();
    for (var offer : offers.subList((int) Math.min(lastOffer, offers.size()), offers.size())) {
      var arrival = lives.get(offer.referral());
      var draw = new Draw(seed, 4, arrival.number(), occurrences.merge(offer.referral() + "offer", 1, Integer::sum));
      if (!draw.chance(0.06)) {
        var answer = Answer.values()[draw.weighted(86, 8, 6)];
        var when = day.plusDays(Math.max(1, Math.round(draw.days(3, 8))));
        replies.computeIfAbsent(when, any -> new ArrayList<>()).add(new Reply(offer.referral(), offer.token(), answer));
      }
    }
    lastOffer = offers.size();
  }

  private record Offer(long place, String referral, String token) {}
}
