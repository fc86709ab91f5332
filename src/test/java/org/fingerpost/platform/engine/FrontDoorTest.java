package org.fingerpost.platform.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.fingerpost.journeys.Journeys.conversation;
import static org.fingerpost.journeys.Journeys.reached;
import static org.fingerpost.journeys.Journeys.someoneCalled;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.Variables;
import org.fingerpost.FingerpostTest;
import org.fingerpost.journeys.Journeys;
import org.fingerpost.platform.Actor;
import org.fingerpost.platform.Language;
import org.fingerpost.platform.Words;
import org.fingerpost.referral.AReferral;
import org.fingerpost.referral.Stage;
import org.fingerpost.referral.WithdrawingReferral;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The door between a task's form and the domain: what goes through it, what does not, and what those who are refused hear. */
@FingerpostTest
class FrontDoorTest {

  private static final String FIRST_CONTACT = "userTask_recordFirstContact";
  private static final String CONVERSATION = "userTask_holdConversation";
  private static final String CONFIRM = "userTask_confirmRoute";

  @Autowired Journeys journeys;
  @Autowired FormService forms;
  @Autowired TaskService tasks;
  @Autowired RuntimeService runtime;
  @Autowired RepositoryService repository;
  @Autowired AsUser asUser;
  @Autowired Words words;
  @Autowired JdbcClient database;
  @Autowired TransactionTemplate transaction;
  @Autowired WithdrawingReferral withdrawing;

  private final List<String> referred = new ArrayList<>();

  /** Link workers have a limit, and other tests need them too. */
  @AfterEach
  void nobody_is_kept_waiting() {
    referred.stream()
        .filter(referral -> journeys.summary(referral).open())
        .forEach(referral -> withdrawing.withdraw(referral, "OTHER", Actor.staff("grace")));
  }

  private String receives(AReferral request) {
    referred.add(journeys.receives(request));
    return referred.get(referred.size() - 1);
  }

  @AfterEach
  void english_again() {
    LocaleContextHolder.resetLocaleContext();
  }

  private static void speaking(Language language) {
    LocaleContextHolder.setLocale(language.locale());
  }

  private String referred(String name) {
    return receives(someoneCalled("Frontdoor-" + name));
  }

  /** Waits for a team lead of Gloucestershire. */
  private String outOfArea(String name) {
    var request = someoneCalled("Frontdoor-" + name);
    request.livingAt("SW1A 1AA");
    return receives(request);
  }

  private String worker(String referral) {
    return journeys.summary(referral).linkWorker();
  }

  private static Map<String, Object> with(Map<String, Object> answers, String key, Object value) {
    var changed = new HashMap<>(answers);
    changed.put(key, value);
    return changed;
  }

  /** What Tasklist shows to whoever sends these answers. */
  private String sentence(String user, Task task, Map<String, Object> answers) {
    var refused =
        catchThrowableOfType(
            FormFieldValidationException.class,
            () -> asUser.run(user, () -> forms.submitTaskForm(task.getId(), new HashMap<>(answers))));
    assertThat(refused).as("refused with a sentence").isNotNull();
    assertThat(refused.getMessage()).doesNotStartWith("platform.").doesNotContain("Exception", "org.", "ENGINE-");
    return refused.getMessage();
  }

  private String sentence(String referral, String step, Map<String, Object> answers) {
    var heard = sentence(worker(referral), journeys.task(referral, step), answers);
    assertThat(journeys.openSteps(referral)).as("the task stays open").containsExactly(step);
    return heard;
  }

  private String said(String key, Object... args) {
    return words.say(Language.EN, key, args);
  }

  private int attempts(String referral) {
    return database
        .sql("select count(*) from contact_attempt where referral_id = ?")
        .param(referral)
        .query(Integer.class)
        .single();
  }

  // ---- what the form shows

  @Test
  void the_form_is_filled_from_the_domain_and_not_from_the_engine() {
    String referral = referred("Filled");

    var shown = journeys.shown(worker(referral), referral, FIRST_CONTACT);

    assertThat(shown).containsEntry("reference", referral).containsEntry("lang", "en").containsEntry("phone", "01632 960222");
    assertThat(shown.get("personName").toString()).contains("Zebedee", "Frontdoor-Filled");
    assertThat(shown).doesNotContainKey("linkWorker").doesNotContainKey("contactDueAt");
    journeys.nobodyIsInTheEngine("Frontdoor-Filled", "01632 960222");
  }

  @Test
  void the_form_speaks_the_readers_language() {
    String referral = referred("Welsh");
    speaking(Language.CY);

    assertThat(journeys.shown(worker(referral), referral, FIRST_CONTACT)).containsEntry("lang", "cy");
  }

  @Test
  void only_the_fields_that_are_asked_for_are_shown() {
    String referral = referred("Some");
    var task = journeys.task(referral, FIRST_CONTACT);

    var shown = asUser.run(worker(referral), () -> forms.getTaskFormVariables(task.getId(), List.of("phone", "secret"), false));

    assertThat(shown).containsOnlyKeys("phone");
  }

  // ---- answers

  @Test
  void an_answer_that_the_form_does_not_ask_for_is_refused() {
    String referral = referred("Unknown");

    assertThat(sentence(referral, FIRST_CONTACT, with(reached(), "linkWorker", "tom"))).isEqualTo(said("platform.answer.unknown", "linkWorker"));
    assertThat(sentence(referral, FIRST_CONTACT, with(reached(), "<script>alert(1)</script>", "x"))).doesNotContain("script");
    assertThat(attempts(referral)).isZero();
  }

  @Test
  void a_missing_answer_is_asked_for_in_english_and_in_welsh() {
    String referral = referred("Missing");
    var withoutChannel = Map.<String, Object>of("result", "REACHED");

    speaking(Language.EN);
    assertThat(sentence(referral, FIRST_CONTACT, withoutChannel)).isEqualTo("Choose how you tried");
    assertThat(sentence(referral, FIRST_CONTACT, Map.of())).contains("Choose how you tried").contains("Choose what came of it");
    speaking(Language.CY);
    assertThat(sentence(referral, FIRST_CONTACT, withoutChannel)).isNotBlank().isNotEqualTo("Choose how you tried").doesNotContain("{");
    assertThat(sentence(referral, FIRST_CONTACT, with(withoutChannel, "channel", null))).doesNotContain("Choose");
    assertThat(attempts(referral)).isZero();
  }

  @Test
  void an_answer_that_was_never_offered_is_refused() {
    String referral = referred("Offered");

    assertThat(sentence(referral, FIRST_CONTACT, Map.of("channel", "PIGEON", "result", "REACHED"))).isEqualTo("Choose how you tried");
    assertThat(sentence(referral, FIRST_CONTACT, Map.of("channel", "PHONE", "result", "OUT_OF_TRIES")))
        .isEqualTo("Choose what came of it");
  }

  @Test
  void an_answer_that_is_too_long_is_refused() {
    String referral = referred("Long");

    assertThat(sentence(referral, FIRST_CONTACT, with(reached(), "note", "a".repeat(2001)))).contains("2,000");
    assertThat(sentence(referral, FIRST_CONTACT, with(reached(), "note", "a".repeat(4001)))).isEqualTo(said("platform.answer.too-long", 4000));
    assertThat(sentence(referral, FIRST_CONTACT, with(reached(), "note", "a".repeat(1_000_000)))).isEqualTo(said("platform.answer.too-long", 4000));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\u0000b", "a\u001bb", "a\bb", "a\u007fb", "a\u0085b"})
  void an_answer_with_control_characters_is_refused(String note) {
    String referral = referred("Control-" + note.codePointAt(1));

    assertThat(sentence(referral, FIRST_CONTACT, with(reached(), "note", note))).isEqualTo(said("platform.answer.unreadable"));
    assertThat(attempts(referral)).isZero();
  }

  @Test
  void an_answer_of_the_wrong_kind_is_refused() {
    String referral = referred("Kind");
    journeys.completes(referral, FIRST_CONTACT, reached());
    var answers = conversation("Curlews");

    for (Object wrong : List.of("many", 2.5, 99_999_999_999L, Map.of("a", 1), List.of(1), 0, 11)) {
      assertThat(wrong).satisfies(value -> assertThat(sentence(referral, CONVERSATION, with(answers, "goalOneImportance", value))).isNotBlank());
    }
    assertThat(sentence(referral, CONVERSATION, with(answers, "whatMatters", List.of("a", "b")))).isNotBlank();
    assertThat(sentence(referral, CONVERSATION, with(answers, "whatMatters", Variables.objectValue(new HashMap<>(Map.of("a", "b"))).create())))
        .isNotBlank();
    assertThat(sentence(referral, CONVERSATION, with(answers, "whatMatters", new OptionsValue("{not json")))).isNotBlank();
    assertThat(journeys.summary(referral).stage()).isNotEqualTo(Stage.CONVERSATION);
  }

  @Test
  void accents_line_breaks_and_signs_of_all_kinds_are_welcome() {
    String referral = referred("Accents");
    String note = "Siân said:\r\n\t\"Dwi'n iawn\" <b>&amp;</b> ${x} — 🐦";

    journeys.completes(referral, FIRST_CONTACT, with(reached(), "note", note));

    assertThat(
            database.sql("select note from contact_attempt where referral_id = ?").param(referral).query(String.class).single())
        .isEqualTo(note);
  }

  @Test
  void only_facts_reach_the_engine() {
    String referral = referred("Facts");

    journeys.completes(referral, FIRST_CONTACT, with(reached(), "note", "Frightened of the stairs"));

    var process = journeys.task(referral, CONVERSATION).getProcessInstanceId();
    assertThat(runtime.getVariables(process)).containsEntry("linkWorker", worker(referral)).doesNotContainKeys("channel", "result", "note");
    assertThat(
            database
                .sql("select count(*) from act_hi_varinst where name_ in ('channel', 'result', 'note', 'phone', 'personName')")
                .query(Integer.class)
                .single())
        .isZero();
    journeys.nobodyIsInTheEngine("Frontdoor-Facts", "Frightened of the stairs", "01632 960222");
  }

  // ---- whose task it is

  @Test
  void a_task_of_another_role_cannot_be_read_taken_or_finished() {
    String referral = outOfArea("Role");
    var task = journeys.task(referral, CONFIRM);

    closedTo("lowri", task, Map.of("route", "LINK_WORKER", "reason", "Because I can"));
    closedTo("kit", task, Map.of("route", "LINK_WORKER", "reason", "Because I can"));
    for (String nobody : List.of("priya", "amir", "ada")) {
      closedTo(nobody, task, Map.of("route", "LINK_WORKER", "reason", "Because I can"));
      assertThat(asUser.run(nobody, () -> tasks.createTaskQuery().count())).as("tasks that %s sees", nobody).isZero();
    }

    assertThat(journeys.task(referral, CONFIRM).getAssignee()).isNull();
    assertThat(journeys.shown("grace", referral, CONFIRM)).containsKey("proposal");
  }

  @Test
  void a_team_lead_does_not_finish_a_link_workers_task() {
    String referral = referred("Lead");
    closedTo("grace", journeys.task(referral, FIRST_CONTACT), reached());
    assertThat(attempts(referral)).isZero();
  }

  @Test
  void a_task_of_another_scheme_cannot_be_seen_read_taken_or_finished() {
    String referral = referred("Scheme");
    var task = journeys.task(referral, FIRST_CONTACT);

    for (String stranger : List.of("bronwen", "dev", "nasreen")) {
      closedTo(stranger, task, reached());
      asUser.run(
          stranger,
          () -> {
            assertThat(tasks.createTaskQuery().taskId(task.getId()).count()).isZero();
            assertThat(tasks.createTaskQuery().processInstanceBusinessKey(referral).listPage(0, 5)).isEmpty();
            assertThat(runtime.createProcessInstanceQuery().processInstanceBusinessKey(referral).count()).isZero();
          });
    }
    assertThat(attempts(referral)).isZero();
  }

  @Test
  void what_is_said_to_those_whose_task_it_is_not_names_nothing() {
    String referral = outOfArea("Nothing");
    var task = journeys.task(referral, CONFIRM);

    var toAnotherScheme = catchThrowable(() -> asUser.run("bronwen", () -> forms.getTaskFormVariables(task.getId())));
    var toAnotherRole = catchThrowable(() -> asUser.run("lowri", () -> forms.getTaskFormVariables(task.getId())));

    assertThat(toAnotherScheme).hasMessage(said("platform.task.not-yours"));
    assertThat(toAnotherRole).hasMessage(said("platform.task.not-yours"));
  }

  private void closedTo(String user, Task task, Map<String, Object> answers) {
    asUser.run(
        user,
        () -> {
          refusedRights(() -> forms.getTaskFormVariables(task.getId()));
          refusedRights(() -> tasks.claim(task.getId(), user));
          refusedRights(() -> tasks.setAssignee(task.getId(), user));
          refusedRights(() -> tasks.addCandidateUser(task.getId(), user));
          refusedRights(() -> forms.submitTaskForm(task.getId(), new HashMap<>(answers)));
          refusedRights(() -> tasks.complete(task.getId()));
          refusedRights(() -> tasks.getVariables(task.getId()));
          refusedRights(() -> tasks.setVariable(task.getId(), "route", "LINK_WORKER"));
          refusedRights(() -> tasks.createComment(task.getId(), null, "Seen"));
          refusedRights(() -> tasks.deleteTask(task.getId()));
        });
  }

  private static void refusedRights(Runnable attempt) {
    assertThat(catchThrowable(attempt::run)).isInstanceOfAny(AuthorizationException.class, ProcessEngineException.class);
  }

  // ---- past the door

  @Test
  void a_task_is_not_finished_past_its_form() {
    String referral = referred("Past");
    var task = journeys.task(referral, FIRST_CONTACT);
    var facts = Map.<String, Object>of("contactResult", "REACHED");
    String worker = worker(referral);

    for (String user : new String[] {worker, null}) {
      for (Runnable way :
          List.<Runnable>of(
              () -> tasks.complete(task.getId()),
              () -> tasks.complete(task.getId(), facts),
              () -> tasks.completeWithVariablesInReturn(task.getId(), facts, false),
              () -> tasks.resolveTask(task.getId()),
              () -> tasks.resolveTask(task.getId(), facts),
              () -> tasks.delegateTask(task.getId(), "tom"),
              () -> tasks.handleBpmnError(task.getId(), "ANY"),
              () -> tasks.handleBpmnError(task.getId(), "ANY", "message", facts),
              () -> tasks.createComment(task.getId(), null, "Frightened of the stairs"),
              () -> tasks.createAttachment("text", task.getId(), null, "letter", "Dear", "https://example.org"),
              () -> tasks.handleEscalation(task.getId(), "ANY"),
              () -> tasks.handleEscalation(task.getId(), "ANY", facts))) {
        Runnable attempt = user == null ? way : () -> asUser.run(user, way);
        assertThatExceptionOfType(ProcessEngineException.class).isThrownBy(attempt::run);
      }
    }
    asUser.run(
        worker,
        () -> {
          for (Runnable way :
              List.<Runnable>of(
                  () -> tasks.setVariable(task.getId(), "contactResult", "REACHED"),
                  () -> tasks.setVariableLocal(task.getId(), "contactResult", "REACHED"),
                  () -> tasks.removeVariable(task.getId(), "linkWorker"),
                  () -> runtime.setVariable(task.getProcessInstanceId(), "contactResult", "REACHED"),
                  () -> runtime.deleteProcessInstance(task.getProcessInstanceId(), "no reason"),
                  () -> runtime.suspendProcessInstanceById(task.getProcessInstanceId()),
                  () -> runtime.createProcessInstanceModification(task.getProcessInstanceId()).cancelAllForActivity(FIRST_CONTACT).execute(),
                  () -> runtime.createMessageCorrelation("referral.withdrawn").processInstanceBusinessKey(referral).correlate())) {
            assertThatExceptionOfType(ProcessEngineException.class).isThrownBy(way::run);
          }
        });

    assertThat(journeys.openSteps(referral)).containsExactly(FIRST_CONTACT);
    assertThat(journeys.task(referral, FIRST_CONTACT).getAssignee()).isEqualTo(worker);
    assertThat(journeys.task(referral, FIRST_CONTACT).getDelegationState()).isNull();
    assertThat(runtime.getVariables(task.getProcessInstanceId())).doesNotContainKey("contactResult");
    assertThat(attempts(referral)).isZero();
  }

  @Test
  void a_journey_does_not_start_from_tasklist() {
    var definition =
        repository.createProcessDefinitionQuery().processDefinitionKey("referral-journey").latestVersion().listPage(0, 1).get(0);
    assertThatExceptionOfType(BadUserRequestException.class)
        .isThrownBy(() -> forms.submitStartForm(definition.getId(), Map.of()));
    assertThatExceptionOfType(BadUserRequestException.class)
        .isThrownBy(() -> forms.submitStartForm(definition.getId(), "FP-0000-0000", Map.of()));
    assertThatExceptionOfType(BadUserRequestException.class).isThrownBy(() -> startOldWay(definition.getId()));
  }

  @SuppressWarnings("deprecation")
  private void startOldWay(String definition) {
    SchemeScope.in("wales", () -> forms.submitStartFormData(definition, "FP-0000-0000", Map.of()));
  }

  // ---- taking and finishing

  @Test
  void finishing_needs_taking() {
    String referral = outOfArea("Taking");
    var task = journeys.task(referral, CONFIRM);
    var answers = Map.<String, Object>of("route", "RETURN", "reason", "Lives in London");

    assertThat(sentence("grace", task, answers)).isEqualTo(said("platform.task.take-first"));

    asUser.run("grace", () -> tasks.claim(task.getId(), "grace"));
    asUser.run("grace", () -> forms.submitTaskForm(task.getId(), new HashMap<>(answers)));
    assertThat(journeys.isRunning(referral)).isFalse();
  }

  @Test
  void a_colleagues_task_is_not_finished_and_not_taken_away_unseen() {
    String referral = referred("Colleague");
    var task = journeys.task(referral, FIRST_CONTACT);
    String colleague = worker(referral).equals("lowri") ? "tom" : "lowri";

    assertThat(sentence(colleague, task, reached())).isEqualTo(said("platform.task.take-first"));
    asUser.run(colleague, () -> refusedRights(() -> tasks.claim(task.getId(), colleague)));

    assertThat(journeys.task(referral, FIRST_CONTACT).getAssignee()).isEqualTo(worker(referral));
    assertThat(attempts(referral)).isZero();
  }

  @Test
  void a_task_that_is_finished_already_says_so() {
    String referral = referred("Already");
    var task = journeys.task(referral, FIRST_CONTACT);
    journeys.completes(referral, FIRST_CONTACT, reached());

    assertThat(sentence(worker(referral), task, reached())).isEqualTo(said("platform.task.gone"));
    var reading = catchThrowable(() -> asUser.run("tom", () -> forms.getTaskFormVariables(task.getId())));
    assertThat(reading).isInstanceOf(BadUserRequestException.class).hasMessage(said("platform.task.gone"));
    assertThat(attempts(referral)).isEqualTo(1);
  }

  @Test
  void when_two_finish_the_same_task_one_wins_and_the_other_gets_a_sentence() throws Exception {
    String referral = referred("Two");
    String worker = worker(referral);
    var task = journeys.task(referral, FIRST_CONTACT);
    var firstHasWritten = new CountDownLatch(1);

    var first =
        CompletableFuture.runAsync(
            () ->
                transaction.executeWithoutResult(
                    status -> {
                      asUser.run(worker, () -> forms.submitTaskForm(task.getId(), new HashMap<>(reached())));
                      firstHasWritten.countDown();
                      untilSomebodyWaits();
                    }));
    assertThat(firstHasWritten.await(20, TimeUnit.SECONDS)).isTrue();
    var heard = sentence(worker, task, with(reached(), "note", "The second to arrive"));
    first.get(30, TimeUnit.SECONDS);

    assertThat(heard).isEqualTo(said("platform.task.changed-meanwhile"));
    assertThat(attempts(referral)).isEqualTo(1);
    assertThat(journeys.openSteps(referral)).containsExactly(CONVERSATION);
    assertThat(
            database
                .sql("select note from contact_attempt where referral_id = ?")
                .param(referral)
                .query(String.class)
                .single())
        .isEqualTo(reached().get("note"));
  }

  /** Returns when another transaction waits for what this one has written, or after two seconds. */
  private void untilSomebodyWaits() {
    long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(2);
    while (System.nanoTime() < until
        && database.sql("select count(*) from pg_locks where not granted").query(Integer.class).single() == 0) {
      try {
        Thread.sleep(50);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  // ---- all or nothing

  @Test
  void when_the_domain_cannot_keep_it_nothing_is_left_behind() {
    String referral = referred("Domain");
    // The next attempt's number is taken, so that the use case fails on its last write.
    database
        .sql(
            """
            insert into contact_attempt (contact_attempt_id, referral_id, attempt, channel, result, recorded_by, recorded_at)
            values (gen_random_uuid(), ?, 2, 'PHONE', 'NOT_REACHED', 'lowri', now())""")
        .param(referral)
        .update();
    var acts = journeys.acts(referral);

    assertThat(sentence(referral, FIRST_CONTACT, reached())).isEqualTo(said("platform.task.not-saved"));

    assertThat(attempts(referral)).isEqualTo(1);
    assertThat(journeys.acts(referral)).isEqualTo(acts);
    assertThat(runtime.getVariables(journeys.task(referral, FIRST_CONTACT).getProcessInstanceId())).doesNotContainKey("contactResult");
  }

  @Test
  void when_the_engine_cannot_go_on_nothing_is_left_behind_either() {
    String referral = referred("Engine");
    var acts = journeys.acts(referral);
    database
        .sql("alter table act_ru_task add constraint canary check (task_def_key_ <> 'userTask_holdConversation') not valid")
        .update();
    try {
      assertThat(sentence(referral, FIRST_CONTACT, reached())).isEqualTo(said("platform.task.not-saved"));
    } finally {
      database.sql("alter table act_ru_task drop constraint canary").update();
    }

    assertThat(attempts(referral)).isZero();
    assertThat(journeys.acts(referral)).isEqualTo(acts);
    journeys.completes(referral, FIRST_CONTACT, reached());
    assertThat(journeys.openSteps(referral)).containsExactly(CONVERSATION);
  }

  @Test
  void answers_that_do_not_fit_together_change_nothing() {
    String referral = referred("Fit");
    journeys.completes(referral, FIRST_CONTACT, reached());

    assertThat(sentence(referral, CONVERSATION, with(conversation("Curlews"), "goalTwoImportance", 5))).contains("second goal");

    assertThat(
            database
                .sql("select count(*) from measure_record where referral_id = ?")
                .param(referral)
                .query(Integer.class)
                .single())
        .isZero();
  }
}
