package org.fingerpost.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fingerpost.journeys.Journeys.conversation;
import static org.fingerpost.journeys.Journeys.reached;
import static org.fingerpost.journeys.Journeys.someoneCalled;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.fingerpost.FingerpostTest;
import org.fingerpost.directory.AnswersSoFar;
import org.fingerpost.directory.Assurance;
import org.fingerpost.introduction.Answer;
import org.fingerpost.introduction.AnsweringIntroduction;
import org.fingerpost.introduction.AskingQuestion;
import org.fingerpost.introduction.DeclineReason;
import org.fingerpost.introduction.IntroductionStatus;
import org.fingerpost.introduction.Introductions;
import org.fingerpost.introduction.ProviderAnswer;
import org.fingerpost.introduction.RecordingAttendance;
import org.fingerpost.introduction.WantingIntroduction;
import org.fingerpost.platform.Actor;
import org.fingerpost.platform.engine.AsUser;
import org.fingerpost.platform.engine.EngineClock;
import org.fingerpost.referral.AReferral;
import org.fingerpost.referral.ClosedState;
import org.fingerpost.referral.WithdrawingReferral;
import org.junit.jupiter.api.AfterEach;
import org.fingerpost.scheme.KiteMarkLevel;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Introductions, told as what happens to people and to those who welcome them. */
@FingerpostTest
class IntroductionJourneyTest {

  private static final String CHOOSE = "userTask_chooseActivity";
  private static final String AWAIT = "userTask_awaitAnswer";
  private static final String CHASE = "userTask_chaseProvider";
  private static final String LOOK = "userTask_lookForPlace";
  private static final String QUESTION = "userTask_answerProvidersQuestion";

  @Autowired Journeys journeys;
  @Autowired AnsweringIntroduction answering;
  @Autowired AskingQuestion asking;
  @Autowired RecordingAttendance attendances;
  @Autowired Introductions introductions;
  @Autowired WantingIntroduction wanting;
  @Autowired WithdrawingReferral withdrawing;
  @Autowired TaskService tasks;
  @Autowired FormService forms;
  @Autowired AsUser asUser;
  @Autowired JdbcClient database;
  @Autowired TransactionTemplate transaction;
  @Autowired Assurance assurance;
  @Autowired AnswersSoFar answersSoFar;

  @AfterEach
  void nobody_is_in_the_engine() {
    journeys.nobodyIsInTheEngine(
        "Zebedee", "Larkspur", "curlews", "Rosalind", "bring a mug", "Are the stairs", "every footpath", "01632 960222");
  }

  /** An activity of a group that has the kite mark for small groups: somebody goes along. */
  private static final String SMALL_GROUP = "dean-short-walks";

  @Test
  void three_introductions_at_once_each_go_their_own_way() {
    var referral = choosing(someoneCalled("Larkspur-One").livingAt("GL14 2AA"));

    var chosen = chooses(referral, "dean-short-walks", "tea-and-company", "befriending-at-home");
    assertThat(chosen).hasSize(3);
    assertThat(journeys.openSteps(referral)).containsExactly(AWAIT, AWAIT, AWAIT);

    says(referral, "dean-short-walks", Answer.ACCEPTED);
    says(referral, "tea-and-company", Answer.DECLINED);
    says(referral, "befriending-at-home", Answer.WAITING_LIST);

    assertThat(answersSoFar.since(today().minusDays(1)))
        .as("what the directory learns of it: which activity, when, yes or no")
        .contains(
            new AnswersSoFar.Answered("gloucestershire", "dean-short-walks", today(), today(), true),
            new AnswersSoFar.Answered("gloucestershire", "tea-and-company", today(), today(), false),
            new AnswersSoFar.Answered("gloucestershire", "befriending-at-home", today(), today(), true));
    assertThat(journeys.openSteps(referral)).containsExactly(CHOOSE, LOOK);
    assertThat(statuses(referral))
        .containsEntry("dean-short-walks", "ACCEPTED")
        .containsEntry("tea-and-company", "DECLINED")
        .containsEntry("befriending-at-home", "WAITING_LIST");
    completes(referral, task(referral, CHOOSE), Map.of("activity", "ENOUGH"));
    assertThat(journeys.openSteps(referral)).as("the wait for a place goes on by itself").containsExactly(LOOK);
    journeys.timePasses(Duration.ofDays(60));
    assertThat(journeys.openSteps(referral)).as("the journey has gone on").contains("userTask_recordCheckIn");
  }

  @Test
  void when_a_provider_says_no_the_next_best_is_offered_and_the_form_says_who_declined_and_why() {
    var referral = choosing(someoneCalled("Larkspur-Two"));
    chooses(referral, "tea-and-company");

    answering.answer(
        token(referral, "tea-and-company"),
        new ProviderAnswer(Answer.DECLINED, "Rosalind is away", null, null, DeclineReason.NO_PLACES));

    var options = options(referral);
    assertThat(options).contains("No places").contains("Rosalind is away");
    chooses(referral, "befriending-at-home");
    says(referral, "befriending-at-home", Answer.ACCEPTED);
    assertThat(introductions.isIntroduced(referral)).isTrue();
  }

  @Test
  void a_silent_provider_is_reminded_then_chased_then_replaced() {
    var referral = choosing(someoneCalled("Larkspur-Three"));
    chooses(referral, "tea-and-company");
    var first = token(referral, "tea-and-company");

    journeys.timePasses(Duration.ofDays(8));
    assertThat(messages(referral)).contains("provider-reminded");
    assertThat(journeys.openSteps(referral)).containsExactly(AWAIT);
    assertThat(answering.look(first)).as("the first link still works").isPresent();

    journeys.timePasses(Duration.ofDays(8));
    assertThat(journeys.openSteps(referral)).containsExactly(CHASE);

    journeys.timePasses(Duration.ofDays(8));
    assertThat(journeys.openSteps(referral)).containsExactly(CHOOSE);
    assertThat(statuses(referral)).containsEntry("tea-and-company", "NO_ANSWER");
    assertThat(messages(referral)).contains("introduction-stopped");
    assertThat(answering.look(first)).isEmpty();
    assertThat(options(referral)).contains("did not answer before");
    chooses(referral, "befriending-at-home");
    says(referral, "befriending-at-home", Answer.ACCEPTED);
  }

  @Test
  void whoever_chases_can_try_another_or_note_that_they_said_no() {
    var referral = choosing(someoneCalled("Larkspur-Four"));
    chooses(referral, "tea-and-company");
    daysPassUntil(referral, CHASE);
    completes(referral, task(referral, CHASE), Map.of("decision", "TRY_ANOTHER"));
    assertThat(statuses(referral)).containsEntry("tea-and-company", "NO_ANSWER");
    chooses(referral, "befriending-at-home");
    daysPassUntil(referral, CHASE);
    completes(referral, task(referral, CHASE), Map.of("decision", "DECLINED", "reason", "NOT_RUNNING"));
    assertThat(statuses(referral)).containsEntry("befriending-at-home", "DECLINED");
    assertThat(journeys.openSteps(referral)).containsExactly(CHOOSE);
  }

  @Test
  void a_provider_asks_first_is_answered_and_then_says_yes() {
    var referral = choosing(someoneCalled("Larkspur-Five"));
    chooses(referral, "tea-and-company");
    assertThat(asking.ask(token(referral, "tea-and-company"), "Are the stairs a problem?")).isTrue();
    assertThat(asking.ask(token(referral, "tea-and-company"), "Anything else?")).as("one at a time").isFalse();
    assertThat(journeys.openSteps(referral)).containsExactly(QUESTION, AWAIT);

    journeys.timePasses(Duration.ofDays(8));
    assertThat(messages(referral)).as("nobody is reminded who waits for us").doesNotContain("provider-reminded");
    assertThat(journeys.openSteps(referral)).contains("userTask_answerOverdueQuestion", AWAIT);

    var overdue = task(referral, "userTask_answerOverdueQuestion");
    assertThat(shown("grace", overdue).get("question")).isEqualTo("Are the stairs a problem?");
    submits("grace", overdue, Map.of("answer", "Not at all, and they will bring a mug"));
    assertThat(messages(referral)).contains("question-answered");
    assertThat(answering.answer(token(referral, "tea-and-company"), Answer.ACCEPTED, null)).isTrue();
    assertThat(introductions.isIntroduced(referral)).isTrue();
  }

  @Test
  void a_question_that_is_answered_in_time_stays_with_the_link_worker() {
    var referral = choosing(someoneCalled("Larkspur-Six"));
    chooses(referral, "tea-and-company");
    asking.ask(token(referral, "tea-and-company"), "Are the stairs a problem?");

    completes(referral, task(referral, QUESTION), Map.of("answer", "Not at all"));

    assertThat(journeys.openSteps(referral)).containsExactly(AWAIT);
    says(referral, "tea-and-company", Answer.ACCEPTED);
  }

  @Test
  void somebody_on_a_waiting_list_gets_a_place_when_the_day_has_come() {
    var referral = choosing(someoneCalled("Larkspur-Seven"));
    chooses(referral, "tea-and-company");
    var day = today().plusDays(20);
    answering.answer(
        token(referral, "tea-and-company"), new ProviderAnswer(Answer.WAITING_LIST, null, null, day, null));
    assertThat(introductions.ofReferral(referral).get(0).lookAgainOn()).isEqualTo(day);

    journeys.timePasses(Duration.ofDays(22));
    assertThat(messages(referral)).contains("place-asked");
    var first = today().plusDays(5);
    assertThat(
            answering.answer(
                token(referral, "tea-and-company"), new ProviderAnswer(Answer.ACCEPTED, null, first, null, null)))
        .isTrue();

    assertThat(introductions.ofReferral(referral).get(0))
        .returns("ACCEPTED", IntroductionStatus::status)
        .returns(first, IntroductionStatus::firstOn);
    assertThat(journeys.openSteps(referral)).doesNotContain(LOOK);
  }

  @Test
  void the_link_worker_hears_of_a_place_or_of_more_waiting_on_the_telephone() {
    var referral = choosing(someoneCalled("Larkspur-Eight"));
    chooses(referral, "tea-and-company");
    completes(referral, task(referral, AWAIT), Map.of("answer", "WAITING_LIST", "lookAgainOn", "31/12/2026"));
    completes(referral, task(referral, LOOK), Map.of("result", "STILL_WAITING"));
    assertThat(journeys.openSteps(referral)).contains(LOOK);
    completes(referral, task(referral, LOOK), Map.of("result", "PLACE_FOUND"));
    assertThat(introductions.isIntroduced(referral)).isTrue();
  }

  @Test
  void a_provider_that_goes_silent_about_a_place_is_asked_twice_and_then_something_else_is_looked_for() {
    var referral = choosing(someoneCalled("Larkspur-Nine"));
    chooses(referral, "tea-and-company");
    says(referral, "tea-and-company", Answer.WAITING_LIST);

    for (int months = 0; months < 4; months++) {
      journeys.timePasses(Duration.ofDays(30));
    }

    assertThat(messages(referral)).filteredOn("place-asked"::equals).hasSize(2);
    assertThat(statuses(referral)).containsEntry("tea-and-company", "NO_ANSWER");
    assertThat(journeys.openSteps(referral)).contains(CHOOSE).doesNotContain(LOOK);
  }

  @Test
  void no_suitable_activity_is_an_unmet_need_in_codes() {
    var referral = choosing(someoneCalled("Larkspur-Ten"));

    completes(referral, task(referral, CHOOSE), Map.of("activity", "NONE", "missing", "WRONG_TIMES"));

    assertThat(
            database
                .sql("select reason || ' ' || area_code || ' ' || needs::text from unmet_need where referral_id = ?")
                .param(referral)
                .query(String.class)
                .single())
        .isEqualTo("WRONG_TIMES GLOUCESTER {LONELINESS,NATURE}");
  }

  @Test
  void where_the_kite_mark_is_asked_its_level_is_shown_and_its_lack_is_a_warning() {
    var referral = choosing(someoneCalled("Larkspur-Eleven"));
    assertThat(options(referral)).contains("kite mark").contains("go along the first time");
    database.sql("update organisation set mark_level = 'NONE' where organisation_id = 'severn-good-company'").update();
    try {
      org.awaitility.Awaitility.await()
          .atMost(Duration.ofSeconds(12))
          .untilAsserted(() -> assertThat(options(referral)).contains("no kite mark: ask your team lead first"));
    } finally {
      database.sql("update organisation set mark_level = 'FULL' where organisation_id = 'severn-good-company'").update();
    }
  }

  @Test
  void to_a_small_group_nobody_goes_alone_the_first_time() {
    var referral = choosing(someoneCalled("Larkspur-Forty").livingAt("GL14 2AA"));
    var alone = Map.<String, Object>of("activity", SMALL_GROUP, "agreesToShare", true, "accompanied", false);
    org.assertj.core.api.Assertions.assertThatThrownBy(() -> completes(referral, task(referral, CHOOSE), alone))
        .hasMessageContaining("say who goes along the first time");

    completes(
        referral,
        task(referral, CHOOSE),
        Map.of("activity", SMALL_GROUP, "agreesToShare", true, "accompanied", true, "accompaniedBy", "VOLUNTEER"));
    assertThat(journeys.openSteps(referral)).containsExactly(AWAIT);
  }

  @Test
  void a_mark_that_is_suspended_changes_the_list_at_once_and_an_old_list_is_of_no_use() {
    var referral = choosing(someoneCalled("Larkspur-Twenty"));
    assertThat(options(referral)).contains("bereavement-walk-and-talk");
    try {
      transaction.executeWithoutResult(
          status -> assurance.set("gloucestershire", "lantern-bereavement", KiteMarkLevel.SUSPENDED, null));

      assertThat(options(referral)).doesNotContain("bereavement-walk-and-talk");
      var form = shown(journeys.summary(referral).linkWorker(), task(referral, CHOOSE));
      assertThat(String.valueOf(form.get("leftOut"))).contains("Walk and talk after a loss").contains("kite mark suspended");
      var chosen = Map.<String, Object>of("activity", "bereavement-walk-and-talk", "agreesToShare", true);
      org.assertj.core.api.Assertions.assertThatThrownBy(() -> completes(referral, task(referral, CHOOSE), chosen))
          .hasMessageContaining("cannot be offered any more");
    } finally {
      transaction.executeWithoutResult(
          status -> assurance.set("gloucestershire", "lantern-bereavement", KiteMarkLevel.FULL, null));
    }
    assertThat(options(referral)).contains("bereavement-walk-and-talk");
  }

  @Test
  void what_cannot_be_chosen_is_shown_with_the_reason() {
    var request = someoneCalled("Larkspur-Twelve").livingAt("GL20 5AA");
    request.needs = List.of("PHYSICAL_ACTIVITY");
    var referral = choosing(request);
    var form = shown(journeys.summary(referral).linkWorker(), task(referral, CHOOSE));
    assertThat(String.valueOf(form.get("leftOut"))).contains("Gentle swimming").contains("full, and no waiting list");
    assertThat(form.get("activities").toString()).doesNotContain("gentle-swimming");
  }

  @Test
  void a_foodbank_and_benefits_advice_go_beside_a_walking_group() {
    var request = someoneCalled("Larkspur-Thirteen").to("east-lancashire").livingAt("BB9 5AA");
    request.needs = List.of("MONEY", "FOOD_FUEL", "PHYSICAL_ACTIVITY");
    var referral = choosing(request);
    assertThat(options(referral)).contains("advice or practical help");

    chooses(referral, "hill-foot-walks", "foodbank", "benefits-and-debt-advice");

    journeys.timePasses(Duration.ofDays(3));
    assertThat(messages(referral)).as("food cannot wait").contains("provider-reminded");
    says(referral, "foodbank", Answer.ACCEPTED);
    says(referral, "benefits-and-debt-advice", Answer.ACCEPTED);
    says(referral, "hill-foot-walks", Answer.ACCEPTED);
    assertThat(statuses(referral).values()).containsOnly("ACCEPTED");
  }

  @Test
  void a_friend_goes_along_the_first_time_and_the_provider_knows() {
    var referral = choosing(someoneCalled("Larkspur-Fourteen"));
    completes(
        referral,
        task(referral, CHOOSE),
        Map.of(
            "activity", "tea-and-company", "agreesToShare", true, "accompanied", true, "accompaniedBy",
            "FAMILY_OR_FRIEND"));
    assertThat(
            database
                .sql("select params->>'companion' from outbox_message where referral_id = ? and purpose = 'provider-offer'")
                .param(referral)
                .query(String.class)
                .single())
        .isEqualTo("Somebody of the family, or a friend");
  }

  @Test
  void what_the_link_worker_notes_changes_the_order_of_the_list() {
    var referral = choosing(someoneCalled("Larkspur-Fifteen"));
    int before = values(options(referral)).indexOf("allotment-mornings");
    completes(
        referral,
        task(referral, CHOOSE),
        Map.of(
            "activity", "LOOK_AGAIN", "interests", List.of("GARDENING"), "accessNeeds", List.of("QUIET", "STEP_FREE"),
            "weekdays", List.of("FRIDAY")));

    assertThat(journeys.openSteps(referral)).containsExactly(CHOOSE);
    var form = shown(journeys.summary(referral).linkWorker(), task(referral, CHOOSE));
    assertThat(form.get("wishes").toString()).contains("Gardening").contains("Quiet").contains("Friday");
    assertThat(values(form.get("activities").toString()).indexOf("allotment-mornings")).isLessThan(before);
  }

  @Test
  void a_withdrawal_stops_all_open_introductions_and_tells_the_organisations() {
    var referral = choosing(someoneCalled("Larkspur-Sixteen"));
    chooses(referral, "tea-and-company", "befriending-at-home", "bereavement-walk-and-talk");
    says(referral, "befriending-at-home", Answer.WAITING_LIST);
    asking.ask(token(referral, "bereavement-walk-and-talk"), "Are the stairs a problem?");

    withdrawing.withdraw(referral, "CHANGED_MIND", Actor.staff("lowri"));

    assertThat(statuses(referral).values()).containsOnly("STOPPED");
    assertThat(messages(referral)).filteredOn("introduction-stopped"::equals).hasSize(3);
    assertThat(journeys.isRunning(referral)).isFalse();
    assertThat(journeys.summary(referral).closedState()).isEqualTo(ClosedState.WITHDRAWN);
  }

  @Test
  void another_activity_can_be_wanted_at_any_time_later() {
    var referral = choosing(someoneCalled("Larkspur-Seventeen"));
    chooses(referral, "tea-and-company");
    says(referral, "tea-and-company", Answer.ACCEPTED);

    transaction.executeWithoutResult(status -> wanting.want(referral));

    assertThat(journeys.openSteps(referral)).containsExactly(CHOOSE);
    chooses(referral, "befriending-at-home");
    says(referral, "befriending-at-home", Answer.ACCEPTED);
    assertThat(statuses(referral).values()).containsOnly("ACCEPTED");
  }

  @Test
  void somebody_who_says_at_a_check_in_that_they_keep_going_has_reached_the_milestone() {
    var referral = choosing(someoneCalled("Larkspur-Twenty-One"));
    chooses(referral, "tea-and-company");
    says(referral, "tea-and-company", Answer.ACCEPTED);
    journeys.timersFire(referral);

    journeys.completes(
        referral, "userTask_recordCheckIn", Map.of("attendance", "ATTENDING", "howItGoes", "Every Tuesday", "nextStep", "CONTINUE"));

    assertThat(introductions.ofReferral(referral).get(0)).returns(today(), IntroductionStatus::regularSince);
    assertThat(journeys.acts(referral)).containsOnlyOnce("introduction.regular");
  }

  @Test
  void once_is_not_a_habit() {
    var referral = choosing(someoneCalled("Larkspur-Twenty-Two"));
    chooses(referral, "tea-and-company");
    says(referral, "tea-and-company", Answer.ACCEPTED);
    journeys.timersFire(referral);

    journeys.completes(
        referral, "userTask_recordCheckIn", Map.of("attendance", "ATTENDED_ONCE", "howItGoes", "It was loud", "nextStep", "CONTINUE"));

    assertThat(introductions.ofReferral(referral).get(0)).returns(null, IntroductionStatus::regularSince);
  }

  @Test
  void the_provider_says_she_came_and_coming_regularly_is_a_milestone() {
    var referral = choosing(someoneCalled("Larkspur-Eighteen"));
    chooses(referral, "tea-and-company");
    var link = token(referral, "tea-and-company");
    says(referral, "tea-and-company", Answer.ACCEPTED);
    var introduction = introductions.ofReferral(referral).get(0).introductionId();

    for (int week = 1; week <= 4; week++) {
      journeys.timePasses(Duration.ofDays(7));
      if (week <= 2) {
        assertThat(attendances.byLink(link, today(), true)).as("week %d", week).isTrue();
      } else {
        attended(introduction);
      }
    }

    assertThat(introductions.ofReferral(referral).get(0))
        .returns(4, IntroductionStatus::timesAttended)
        .returns(today(), IntroductionStatus::regularSince);
    assertThat(journeys.acts(referral)).contains("introduction.attendance-recorded", "introduction.regular");
    assertThat(
            database
                .sql("select distinct source from attendance where referral_id = ? order by 1")
                .param(referral)
                .query(String.class)
                .list())
        .containsExactly("LINK_WORKER", "PROVIDER");
  }

  @Test
  void a_link_that_is_used_too_often_or_too_late_opens_nothing() {
    var referral = choosing(someoneCalled("Larkspur-Nineteen"));
    chooses(referral, "tea-and-company", "befriending-at-home");
    var worn = token(referral, "tea-and-company");
    for (int use = 1; use <= 22; use++) {
      answering.look(worn);
    }
    assertThat(answering.look(worn)).isEmpty();
    assertThat(answering.answer(worn, Answer.ACCEPTED, null)).isFalse();

    var late = token(referral, "befriending-at-home");
    says(referral, "befriending-at-home", Answer.ACCEPTED);
    journeys.timePasses(Duration.ofDays(40));
    assertThat(attendances.byLink(late, today(), true)).isFalse();
    transaction.executeWithoutResult(
        status ->
            attendances.ask(
                introductions.ofReferral(referral).stream()
                    .filter(i -> i.activityId().equals("befriending-at-home"))
                    .findFirst()
                    .orElseThrow()
                    .introductionId()));
    assertThat(attendances.byLink(link(referral, "attendance-asked", "attendedLink"), today(), true)).isTrue();
  }

  // ---- what people do

  /** How many days that takes depends on the bank holidays between. */
  private void daysPassUntil(String referral, String step) {
    for (int day = 0; day < 40 && !journeys.openSteps(referral).contains(step); day++) {
      journeys.timePasses(Duration.ofDays(1));
    }
  }

  private String choosing(AReferral request) {
    var referral = journeys.receives(request);
    journeys.completes(referral, "userTask_recordFirstContact", reached());
    journeys.completes(referral, "userTask_holdConversation", conversation("Hearing the curlews again"));
    return referral;
  }

  /** Chooses up to three activities and returns them. */
  private List<String> chooses(String referral, String... activities) {
    var answers =
        new HashMap<String, Object>(
            Map.of("activity", activities[0], "agreesToShare", true, "accompanied", activities[0].equals(SMALL_GROUP)));
    if (activities.length > 1) {
      answers.putAll(Map.of("secondActivity", activities[1], "secondAgreesToShare", true));
    }
    if (activities.length > 2) {
      answers.putAll(
          Map.of("thirdActivity", activities[2], "thirdAgreesToShare", true, "thirdAccompaniedBy", "VOLUNTEER"));
    }
    completes(referral, task(referral, CHOOSE), answers);
    return introductions.ofReferral(referral).stream().map(IntroductionStatus::activityId).toList();
  }

  private void says(String referral, String activity, Answer answer) {
    assertThat(answering.answer(token(referral, activity), answer, null)).as("the link of %s works", activity).isTrue();
  }

  private void attended(UUID introduction) {
    transaction.executeWithoutResult(
        status -> introductions.attendance(introduction, today(), true, "lowri"));
  }

  private Task task(String referral, String step) {
    var open = tasks.createTaskQuery().processInstanceBusinessKey(referral).taskDefinitionKey(step).list();
    assertThat(open).as("%s of %s; open are %s", step, referral, journeys.openSteps(referral)).hasSize(1);
    return open.get(0);
  }

  private void completes(String referral, Task task, Map<String, Object> answers) {
    submits(journeys.summary(referral).linkWorker(), task, answers);
  }

  private void submits(String user, Task task, Map<String, Object> answers) {
    asUser.run(
        user,
        () -> {
          if (!user.equals(task.getAssignee())) {
            tasks.claim(task.getId(), user);
          }
          forms.getTaskFormVariables(task.getId());
          forms.submitTaskForm(task.getId(), new HashMap<>(answers));
        });
  }

  private Map<String, Object> shown(String user, Task task) {
    return asUser.run(user, () -> forms.getTaskFormVariables(task.getId()));
  }

  private String options(String referral) {
    return shown(journeys.summary(referral).linkWorker(), task(referral, CHOOSE)).get("activities").toString();
  }

  private static List<String> values(String options) {
    var values = new ArrayList<String>();
    var matcher = Pattern.compile("\"value\":\"([^\"]+)\"").matcher(options);
    while (matcher.find()) {
      values.add(matcher.group(1));
    }
    return values;
  }

  private Map<String, String> statuses(String referral) {
    var statuses = new HashMap<String, String>();
    introductions.ofReferral(referral).forEach(i -> statuses.putIfAbsent(i.activityId(), i.status()));
    return statuses;
  }

  private List<String> messages(String referral) {
    return database
        .sql("select purpose from outbox_message where referral_id = ? order by created_at")
        .param(referral)
        .query(String.class)
        .list();
  }

  /** The token of the latest link that this activity's organisation was sent. */
  private String token(String referral, String activity) {
    return database
        .sql(
            """
            select regexp_replace(m.params->>'replyLink', '.*/', '')
            from outbox_message m
            join activity a on a.name_en = m.params->>'activityName' and a.scheme_id = m.scheme_id
            where m.referral_id = ? and a.activity_id = ? and m.params->>'replyLink' is not null
            order by m.created_at desc limit 1""")
        .params(referral, activity)
        .query(String.class)
        .single();
  }

  private String link(String referral, String purpose, String param) {
    return database
        .sql(
            """
            select regexp_replace(params->>cast(? as text), '.*/', '') from outbox_message
            where referral_id = ? and purpose = ? order by created_at desc limit 1""")
        .params(param, referral, purpose)
        .query(String.class)
        .single();
  }

  private static LocalDate today() {
    return LocalDate.ofInstant(EngineClock.now(), EngineClock.LONDON);
  }
}
