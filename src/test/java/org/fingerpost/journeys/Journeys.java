package org.fingerpost.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.task.Task;
import org.fingerpost.NoPersonInTheEngine;
import org.fingerpost.introduction.Answer;
import org.fingerpost.introduction.AnsweringIntroduction;
import org.fingerpost.platform.Actor;
import org.fingerpost.platform.CurrentActor;
import org.fingerpost.platform.engine.AsUser;
import org.fingerpost.platform.engine.EngineClock;
import org.fingerpost.referral.AReferral;
import org.fingerpost.referral.ReceivedReferral;
import org.fingerpost.referral.ReceivingReferral;
import org.fingerpost.referral.ReferralRequest;
import org.fingerpost.referral.ReferralSummary;
import org.fingerpost.referral.Referrals;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Plays everybody in a journey, through the same doors they use: referrer, link worker, team lead, provider, and time. */
@TestComponent
public class Journeys {

  private final ReceivingReferral receiving;
  private final Referrals referrals;
  private final AnsweringIntroduction answering;
  private final AsUser asUser;
  private final CurrentActor currentActor;
  private final TaskService tasks;
  private final FormService forms;
  private final RuntimeService runtime;
  private final HistoryService history;
  private final ManagementService management;
  private final JdbcClient database;

  Journeys(
      ReceivingReferral receiving,
      Referrals referrals,
      AnsweringIntroduction answering,
      AsUser asUser,
      CurrentActor currentActor,
      TaskService tasks,
      FormService forms,
      RuntimeService runtime,
      HistoryService history,
      ManagementService management,
      JdbcClient database) {
    this.receiving = receiving;
    this.referrals = referrals;
    this.answering = answering;
    this.asUser = asUser;
    this.currentActor = currentActor;
    this.tasks = tasks;
    this.forms = forms;
    this.runtime = runtime;
    this.history = history;
    this.management = management;
    this.database = database;
  }

  /** So many people are referred in all the tests together that nobody would have room; who tests room sets it. */
  @EventListener(ApplicationReadyEvent.class)
  void everybody_has_room() {
    database.sql("update link_worker set capacity = 100000").update();
  }

  /** Marks from before Fingerpost last as long as the tests, however far these move the clock: else nobody could be introduced. */
  @EventListener(ApplicationReadyEvent.class)
  void marks_from_before_do_not_expire() {
    database.sql("update kitemark_award set valid_until = valid_until + 36500 where confirmed_by is null").update();
  }

  /** A referral of an invented person nobody else in the tests has: the family name decides the day of birth too. */
  public static AReferral someoneCalled(String familyName) {
    var referral = AReferral.forZebedee().named("Zebedee", familyName);
    referral.consent(
        new ReferralRequest.ConsentToRefer(
            true, "PERSON", "IN_PERSON", LocalDate.ofInstant(EngineClock.now(), EngineClock.LONDON)));
    referral.born(LocalDate.of(1950, 1, 1).plusDays(Math.floorMod(familyName.hashCode(), 5000)));
    return referral;
  }

  public ReceivedReferral received(AReferral referral) {
    return currentActor.as(
        Actor.source(referral.scheme, referral.source), () -> receiving.receive(referral.request()));
  }

  public String receives(AReferral referral) {
    return received(referral).referralId();
  }

  public ReferralSummary summary(String reference) {
    return referrals.get(reference);
  }

  /** The open task of this step, whoever it belongs to. */
  public Task task(String reference, String step) {
    var task = tasks.createTaskQuery().processInstanceBusinessKey(reference).taskDefinitionKey(step).singleResult();
    assertThat(task).as("%s of %s; open are %s", step, reference, openSteps(reference)).isNotNull();
    return task;
  }

  public List<String> openSteps(String reference) {
    return tasks.createTaskQuery().processInstanceBusinessKey(reference).list().stream()
        .map(Task::getTaskDefinitionKey)
        .sorted()
        .toList();
  }

  public Map<String, Object> shown(String user, String reference, String step) {
    var id = task(reference, step).getId();
    return asUser.run(user, () -> forms.getTaskFormVariables(id));
  }

  /** Takes the task if nobody has it, opens its form, fills it in, completes it. */
  public void completes(String user, String reference, String step, Map<String, Object> answers) {
    var task = task(reference, step);
    asUser.run(
        user,
        () -> {
          if (task.getAssignee() == null) {
            tasks.claim(task.getId(), user);
          }
          forms.getTaskFormVariables(task.getId());
          forms.submitTaskForm(task.getId(), new HashMap<>(answers));
        });
  }

  public void completes(String reference, String step, Map<String, Object> answers) {
    completes(summary(reference).linkWorker(), reference, step, answers);
  }

  public static Map<String, Object> reached() {
    return Map.of("channel", "PHONE", "result", "REACHED", "note", "Glad of the call, likes mornings");
  }

  public static Map<String, Object> notReached() {
    return Map.of("channel", "PHONE", "result", "NOT_REACHED");
  }

  public static Map<String, Object> notReached(String channel) {
    return Map.of("channel", channel, "result", "NOT_REACHED");
  }

  public static Map<String, Object> conversation(String whatMatters) {
    var answers = new HashMap<String, Object>();
    answers.put("whatMatters", whatMatters);
    answers.put("strengths", "Knows every footpath in the valley");
    answers.put("goalOne", "Walk with others once a week");
    answers.put("goalOneImportance", 9);
    answers.put("goalOneConfidence", 5);
    answers.put("goalOneAction", "Meet the walk leader first");
    answers.putAll(wellbeing("4", "5", "3", "7"));
    return answers;
  }

  public static Map<String, Object> wellbeing(
      String lifeSatisfaction, String worthwhile, String happy, String anxious) {
    return Map.of(
        "lifeSatisfaction", lifeSatisfaction,
        "worthwhile", worthwhile,
        "happyYesterday", happy,
        "anxiousYesterday", anxious);
  }

  /** The activity that the form offers first. */
  public Map<String, Object> firstOffer(String reference) {
    return offer(reference, 0);
  }

  public Map<String, Object> offer(String reference, int place) {
    var options = shown(summary(reference).linkWorker(), reference, "userTask_chooseActivity").get("activities").toString();
    var values = new java.util.ArrayList<String>();
    var matcher = java.util.regex.Pattern.compile("\"value\":\"([^\"]+)\"").matcher(options);
    while (matcher.find()) {
      values.add(matcher.group(1));
    }
    return Map.of(
        "activity", values.get(place), "agreesToShare", true, "accompanied", true, "note", "Would like to meet someone first");
  }

  /** The token in the link that the latest message of this purpose carries. */
  public String token(String reference, String purpose) {
    return database
        .sql(
            """
            select regexp_replace(coalesce(params->>'replyLink', params->>'trackingLink'), '.*/', '')
            from outbox_message where referral_id = ? and purpose = ? order by created_at desc, message_id limit 1""")
        .params(reference, purpose)
        .query(String.class)
        .single();
  }

  public void providerSays(String reference, Answer answer) {
    var token = token(reference, "provider-offer");
    assertThat(answering.answer(token, answer, "Rosalind will be at the gate")).as("the link still works").isTrue();
  }

  /** Moves the clock and runs what is due then. */
  public void timePasses(Duration time) {
    EngineClock.moveBy(time);
    EngineClock.runDueJobs(management);
  }

  /** Runs the timers that this one referral waits for, whatever the clock says, and nobody else's. */
  public void timersFire(String reference) {
    for (var instance : runtime.createProcessInstanceQuery().processInstanceBusinessKey(reference).list()) {
      for (var job : management.createJobQuery().processInstanceId(instance.getId()).timers().list()) {
        management.executeJob(job.getId());
      }
    }
  }

  public boolean isRunning(String reference) {
    return runtime.createProcessInstanceQuery().processInstanceBusinessKey(reference).count() > 0;
  }

  /** Elements that the journey and its called processes have passed, in order. */
  public List<String> path(String reference) {
    var instances =
        history.createHistoricProcessInstanceQuery().processInstanceBusinessKey(reference).list().stream()
            .map(instance -> instance.getId())
            .toList();
    return instances.stream()
        .flatMap(
            id ->
                history
                    .createHistoricActivityInstanceQuery()
                    .processInstanceId(id)
                    .orderByHistoricActivityInstanceStartTime()
                    .asc()
                    .list()
                    .stream())
        .map(HistoricActivityInstance::getActivityId)
        .toList();
  }

  public void nobodyIsInTheEngine(String... words) {
    assertThat(new NoPersonInTheEngine(database).placesOf(words)).as("personal words in the engine's tables").isEmpty();
  }

  /** References of all who were moved to another version of their process: part of their way is that of the version before. */
  public List<String> moved() {
    return database.sql("select distinct subject_id from audit_entry where act = 'journey.moved'").query(String.class).list();
  }

  public List<String> acts(String reference) {
    return database
        .sql("select act from audit_entry where subject_id = ? order by audit_id")
        .param(reference)
        .query(String.class)
        .list();
  }
}
