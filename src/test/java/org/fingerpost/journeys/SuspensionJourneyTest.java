package org.fingerpost.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fingerpost.journeys.Journeys.conversation;
import static org.fingerpost.journeys.Journeys.reached;
import static org.fingerpost.journeys.Journeys.someoneCalled;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.fingerpost.FingerpostTest;
import org.fingerpost.directory.Assurance;
import org.fingerpost.directory.NewOrganisation;
import org.fingerpost.directory.Organisations;
import org.fingerpost.introduction.Answer;
import org.fingerpost.introduction.AnsweringIntroduction;
import org.fingerpost.introduction.AskingQuestion;
import org.fingerpost.introduction.DeclineReason;
import org.fingerpost.introduction.IntroductionStatus;
import org.fingerpost.introduction.Introductions;
import org.fingerpost.introduction.OfferSeen;
import org.fingerpost.kitemark.AwardStatus;
import org.fingerpost.kitemark.Awards;
import org.fingerpost.kitemark.NewAward;
import org.fingerpost.kitemark.ReferralMode;
import org.fingerpost.kitemark.SuspendingMarks;
import org.fingerpost.kitemark.SuspensionReason;
import org.fingerpost.kitemark.Suspensions;
import org.fingerpost.person.Consent;
import org.fingerpost.platform.Actor;
import org.fingerpost.platform.InvalidInput;
import org.fingerpost.platform.Tokens;
import org.fingerpost.platform.engine.AsUser;
import org.fingerpost.platform.engine.EngineClock;
import org.fingerpost.referral.WithdrawingReferral;
import org.fingerpost.scheme.KiteMarkLevel;
import org.fingerpost.scheme.LegalForm;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What happens to people when an organisation loses its kite mark, for now or for good, told from both sides. */
@FingerpostTest
class SuspensionJourneyTest {

  private static final String SCHEME = "gloucestershire";
  private static final String CHOOSE = "userTask_chooseActivity";
  private static final String AWAIT = "userTask_awaitAnswer";
  private static final String CHASE = "userTask_chaseProvider";
  private static final String LOOK = "userTask_lookForPlace";
  private static final String PAUSED = "userTask_chooseForPaused";
  private static final String OVERDUE = "userTask_chooseOverduePaused";
  private static final String CONFIRM = "userTask_confirmSuspension";
  private static final String SETTLE = "userTask_settleSuspension";
  private static final String CONFIRM_END = "userTask_confirmEndOfMark";

  /** How the front door says no to an answer. */
  private static final String REFUSED = "FormFieldValidationException";

  private static int groups;

  @Autowired Journeys journeys;
  @Autowired Suspensions suspensions;
  @Autowired SuspendingMarks suspending;
  @Autowired Awards awards;
  @Autowired Assurance assurance;
  @Autowired Organisations organisations;
  @Autowired AnsweringIntroduction answering;
  @Autowired AskingQuestion asking;
  @Autowired Introductions introductions;
  @Autowired WithdrawingReferral withdrawing;
  @Autowired org.fingerpost.person.Consents consents;
  @Autowired TaskService tasks;
  @Autowired FormService forms;
  @Autowired RuntimeService runtime;
  @Autowired HistoryService history;
  @Autowired ManagementService management;
  @Autowired AsUser asUser;
  @Autowired JdbcClient database;
  @Autowired TransactionTemplate transaction;

  private String organisation;
  private String activity;
  private UUID mark;
  private String reference;

  /** A group of its own for every story, so that nobody else's introductions pause. */
  @BeforeEach
  void a_group_with_a_kite_mark() {
    int number = ++groups;
    activity = "ripple-walks-" + number;
    organisation =
        transaction.execute(
            status ->
                organisations.register(
                    SCHEME,
                    new NewOrganisation(
                        "Ripple Ramblers " + number, LegalForm.CHARITY, "ripple" + number + "@example.org", null)));
    database
        .sql(
            """
            insert into activity (scheme_id, activity_id, organisation_id, name_en, name_cy, needs, areas, minimum_age,
              maximum_age, format, weekdays, places, kind, access, languages, capacity, waiting_list, waiting_weeks, interests, edited_at)
            select scheme_id, :id, :organisation, :name, :name, needs, areas, minimum_age, maximum_age, format, weekdays, null,
              kind, access, languages, null, true, 0, interests, now()
            from activity where scheme_id = 'gloucestershire' and activity_id = 'tea-and-company'
            """)
        .param("id", activity)
        .param("organisation", organisation)
        .param("name", "Ripple walks " + number)
        .update();
    award(KiteMarkLevel.FULL);
  }

  private void award(KiteMarkLevel level) {
    reference = Tokens.reference("KM");
    mark =
        transaction.execute(
            status ->
                awards.award(
                    new NewAward(
                        SCHEME, organisation, reference, level, ReferralMode.usually(level), null, 24, null, null, null,
                        "kezia", null, List.of())));
  }

  @AfterEach
  void nobody_is_in_the_engine() {
    // Nobody else's list of activities grows by these.
    database.sql("update activity set places = 0, waiting_list = false where activity_id = ?").param(activity).update();
    journeys.nobodyIsInTheEngine("Zebedee", "Ripplecroft", "curlews", "shouted at", "loves the walks");
  }

  // ---- the whole ripple

  @Test
  void suspending_a_mark_pauses_an_open_introduction_and_the_link_worker_sees_the_alternatives() {
    String person = introduced("Ripplecroft-One");

    raise(SuspensionReason.COMPLAINT, "kit");
    assertThat(level()).as("nothing has happened yet").isEqualTo(KiteMarkLevel.FULL);
    assertThat(journeys.openSteps(person)).containsExactly(AWAIT);
    confirm("kezia", "YES");

    assertThat(level()).as("register and matching know it at once").isEqualTo(KiteMarkLevel.SUSPENDED);
    assertThat(awards.get(mark).status()).isEqualTo(AwardStatus.SUSPENDED);
    assertThat(journeys.openSteps(person)).containsExactly(AWAIT, PAUSED);
    assertThat(journeys.task(person, PAUSED).getAssignee()).isEqualTo(journeys.summary(person).linkWorker());
    var shown = shown(journeys.summary(person).linkWorker(), journeys.task(person, PAUSED));
    assertThat(shown.get("organisationName").toString()).startsWith("Ripple Ramblers");
    assertThat(shown.get("because")).isEqualTo("A complaint is being looked into");
    assertThat(shown.get("alternatives").toString()).isNotBlank().doesNotContain("Ripple walks " + groups + " ");
    assertThat(shown.get("decisions").toString()).contains("OFFER_ANOTHER", "WAIT").doesNotContain("GO_ON");
    assertThat(count("pausedCount")).isEqualTo(1);
    assertThat(organisationHeard()).contains("mark-suspended");
    assertThat(shown("kit", task(SETTLE)).get("paused")).isEqualTo("1");
  }

  @Test
  void another_is_offered_and_the_suspended_organisation_cannot_be_chosen() {
    String person = introduced("Ripplecroft-Two");
    suspended();

    choosesForPaused(person, Map.of("decision", "OFFER_ANOTHER", "note", "Would like company soon"));

    assertThat(journeys.openSteps(person)).as("the journey comes back to the choice").containsExactly(CHOOSE);
    assertThat(status(person)).isEqualTo("STOPPED");
    assertThat(messages(person)).contains("introduction-stopped");
    var options = shown(journeys.summary(person).linkWorker(), journeys.task(person, CHOOSE)).get("activities").toString();
    assertThat(options).doesNotContain("\"" + activity + "\"");
    journeys.completes(person, CHOOSE, Map.of("activity", "tea-and-company", "agreesToShare", true));
    assertThat(journeys.openSteps(person)).containsExactly(AWAIT);
  }

  @Test
  void whoever_waits_is_asked_about_again_when_the_mark_is_back() {
    String person = introduced("Ripplecroft-Three");
    suspended();
    choosesForPaused(person, Map.of("decision", "WAIT"));
    assertThat(journeys.openSteps(person)).as("the task stays, with a later day").containsExactly(AWAIT, PAUSED);

    settle("kit", "LIFT");

    assertThat(level()).isEqualTo(KiteMarkLevel.FULL);
    assertThat(journeys.openSteps(person)).containsExactly(AWAIT);
    assertThat(messages(person)).contains("introduction-resumed");
    assertThat(organisationHeard()).contains("mark-back");
    assertThat(count("resumedCount")).isEqualTo(1);
    assertThat(answering.answer(token(person), Answer.ACCEPTED, null)).as("the fresh link works").isTrue();
    assertThat(introductions.isIntroduced(person)).isTrue();
    assertThat(journeys.acts(person)).contains("introduction.paused", "introduction.pause-decided", "introduction.resumed");
  }

  @Test
  void somebody_who_goes_there_already_goes_on_for_a_named_reason() {
    String person = introduced("Ripplecroft-Four");
    answering.answer(token(person), Answer.ACCEPTED, null);
    suspended();
    assertThat(shown(journeys.summary(person).linkWorker(), journeys.task(person, PAUSED)).get("decisions").toString())
        .contains("GO_ON");

    assertThatThrownBy(() -> choosesForPaused(person, Map.of("decision", "GO_ON")))
        .as("the reason must be named")
        .hasStackTraceContaining("Choose why the person goes on");
    choosesForPaused(
        person, Map.of("decision", "GO_ON", "goOnReason", "PERSON_WISHES", "note", "Zebedee loves the walks"));

    assertThat(journeys.openSteps(person)).doesNotContain(PAUSED);
    assertThat(status(person)).isEqualTo("ACCEPTED");
    settle("kit", "LIFT");
    assertThat(messages(person)).as("nobody is asked again").doesNotContain("introduction-resumed");
  }

  @Test
  void somebody_who_goes_there_already_may_choose_something_else() {
    String person = introduced("Ripplecroft-Five");
    answering.answer(token(person), Answer.ACCEPTED, null);
    suspended();

    choosesForPaused(person, Map.of("decision", "OFFER_ANOTHER"));

    assertThat(status(person)).isEqualTo("STOPPED");
    assertThat(journeys.openSteps(person)).contains(CHOOSE);
  }

  @Test
  void somebody_on_a_waiting_list_waits_no_more_if_something_else_is_chosen() {
    String person = introduced("Ripplecroft-Six");
    answering.answer(token(person), Answer.WAITING_LIST, null);
    suspended();
    assertThat(journeys.openSteps(person)).contains(LOOK, PAUSED);
    journeys.timersFire(person);
    assertThat(messages(person)).as("nothing is asked while it is paused").doesNotContain("place-asked");

    journeys.completes("grace", person, OVERDUE, Map.of("decision", "OFFER_ANOTHER"));

    assertThat(journeys.openSteps(person)).contains(CHOOSE).doesNotContain(LOOK, PAUSED, OVERDUE);
    assertThat(status(person)).isEqualTo("NO_ANSWER");
  }

  // ---- while it is paused

  @Test
  void while_it_is_paused_nobody_is_reminded_or_chased_and_the_link_says_so_kindly() {
    String person = introduced("Ripplecroft-Seven");
    String link = token(person);
    suspended();

    fireTimersOf(person, "introduce-activity");
    fireTimersOf(person, "introduce-activity");
    assertThat(messages(person)).doesNotContain("provider-reminded");
    assertThat(journeys.openSteps(person)).containsExactly(AWAIT, PAUSED);
    assertThat(answering.look(link)).get().returns(true, OfferSeen::paused);
    assertThat(answering.answer(link, Answer.ACCEPTED, null)).isFalse();
    assertThat(asking.ask(link, "What now?")).isFalse();
  }

  @Test
  void a_provider_that_is_being_chased_is_left_in_peace() {
    String person = introduced("Ripplecroft-Eight");
    fireTimersOf(person, "introduce-activity");
    fireTimersOf(person, "introduce-activity");
    assertThat(journeys.openSteps(person)).containsExactly(CHASE);

    suspended();

    assertThat(journeys.openSteps(person)).containsExactly(AWAIT, PAUSED);
  }

  @Test
  void a_no_that_reaches_the_link_worker_is_a_no_and_a_yes_is_not_taken() {
    String person = introduced("Ripplecroft-Nine");
    suspended();

    assertThatThrownBy(() -> journeys.completes(person, AWAIT, Map.of("answer", "ACCEPTED")))
        .hasStackTraceContaining(REFUSED);
    journeys.completes(person, AWAIT, Map.of("answer", "DECLINED", "reason", DeclineReason.NOT_RUNNING.name()));

    assertThat(journeys.openSteps(person)).containsExactly(CHOOSE);
    assertThat(status(person)).isEqualTo("DECLINED");
  }

  @Test
  void whoever_withdraws_waits_for_nothing() {
    String person = introduced("Ripplecroft-Ten");
    suspended();

    withdrawing.withdraw(person, "CHANGED_MIND", Actor.staff("lowri"));

    assertThat(journeys.isRunning(person)).isFalse();
    assertThat(status(person)).isEqualTo("STOPPED");
    settle("kit", "LIFT");
    assertThat(count("resumedCount")).isZero();
  }

  @Test
  void whoever_takes_back_their_consent_is_paused_no_more() {
    String person = introduced("Ripplecroft-Eleven");
    suspended();

    transaction.executeWithoutResult(
        status ->
            consents.record(
                new Consent(
                    journeys.summary(person).personId(), person, Consent.Purpose.TELL_PROVIDER, false, "PERSON",
                    "TOLD_LINK_WORKER", today(), "tell-provider-1", activity, "lowri")));

    assertThat(journeys.openSteps(person)).doesNotContain(PAUSED, AWAIT).contains(CHOOSE);
  }

  // ---- silence

  @Test
  void silence_of_the_link_worker_escalates_to_the_team_lead_and_a_long_wait_is_asked_about_again() {
    String person = introduced("Ripplecroft-Twelve");
    suspended();
    choosesForPaused(person, Map.of("decision", "WAIT"));

    fireTimersOf(person, "paused-introduction");
    assertThat(journeys.openSteps(person)).as("the wait was long enough: asked again").containsExactly(AWAIT, PAUSED);
    fireTimersOf(person, "paused-introduction");
    assertThat(journeys.openSteps(person)).containsExactly(AWAIT, OVERDUE);
    assertThat(journeys.acts(person)).contains("introduction.pause-escalated");

    journeys.completes("grace", person, OVERDUE, Map.of("decision", "WAIT"));
    assertThat(journeys.openSteps(person)).containsExactly(AWAIT, PAUSED);
  }

  @Test
  void silence_of_the_assessors_is_brought_up_again_and_again() {
    raise(SuspensionReason.VISIT, "kit");
    assertThat(staffHeard()).contains("suspension-waits");

    fireTimersOf(reference, "suspend-mark");
    assertThat(task(CONFIRM).getAssignee()).isNull();
    assertThat(staffHeard()).contains("suspension-overdue");
    confirm("kezia", "YES");
    fireTimersOf(reference, "suspend-mark");
    fireTimersOf(reference, "suspend-mark");
    assertThat(suspensions.ofAward(mark).get(0).reminders()).isEqualTo(3);
    assertThat(task(SETTLE)).isNotNull();
    settle("kezia", "LIFT");
  }

  // ---- two people

  @Test
  void a_second_assessor_is_needed_and_it_is_never_the_first() {
    raise(SuspensionReason.COMPLAINT, "kit");

    assertThatThrownBy(() -> confirm("kit", "YES")).hasStackTraceContaining("second person");
    tasks.setAssignee(task(CONFIRM).getId(), null);
    assertThat(level()).isEqualTo(KiteMarkLevel.FULL);
    confirm("kezia", "NO");

    assertThat(level()).isEqualTo(KiteMarkLevel.FULL);
    assertThat(suspensions.openOf(mark)).isEmpty();
    assertThat(suspensions.ofAward(mark).get(0).outcome()).isEqualTo("NOT_CONFIRMED");
  }

  @Test
  void ending_a_mark_takes_two_and_whoever_waited_chooses_again() {
    String waiting = introduced("Ripplecroft-Thirteen");
    suspended();
    choosesForPaused(waiting, Map.of("decision", "WAIT"));

    settle("kit", "END");
    assertThatThrownBy(() -> confirmEnd("kit", "YES")).hasStackTraceContaining("second person");
    tasks.setAssignee(task(CONFIRM_END).getId(), null);
    confirmEnd("kezia", "NO");
    settle("kezia", "END");
    fireTimersOf(reference, "suspend-mark");
    assertThat(task(SETTLE)).as("an end that nobody confirms is settled again").isNotNull();
    settle("kezia", "END");
    confirmEnd("kit", "YES");

    assertThat(awards.get(mark).status()).isEqualTo(AwardStatus.ENDED);
    assertThat(organisationHeard()).contains("mark-ended");
    assertThat(count("releasedCount")).isEqualTo(1);
    var shown = shown(journeys.summary(waiting).linkWorker(), journeys.task(waiting, PAUSED));
    assertThat(shown.get("decisions").toString()).contains("OFFER_ANOTHER").doesNotContain("WAIT");
    assertThatThrownBy(() -> choosesForPaused(waiting, Map.of("decision", "WAIT"))).hasStackTraceContaining(REFUSED);
    choosesForPaused(waiting, Map.of("decision", "OFFER_ANOTHER"));
    assertThat(journeys.openSteps(waiting)).containsExactly(CHOOSE);
  }

  // ---- dates

  @Test
  void lapsed_insurance_suspends_at_once() {
    String person = introduced("Ripplecroft-Fourteen");

    transaction.executeWithoutResult(status -> suspending.suspend(mark, "INSURANCE_RUN_OUT", SuspendingMarks.FINGERPOST));

    assertThat(level()).isEqualTo(KiteMarkLevel.SUSPENDED);
    assertThat(journeys.openSteps(person)).containsExactly(AWAIT, PAUSED);
    assertThat(task(SETTLE)).as("and an assessor looks at it afterwards").isNotNull();
    suspending.suspend(mark, "DBS_RUN_OUT", SuspendingMarks.FINGERPOST);
    assertThat(suspensions.ofAward(mark)).as("once is enough").hasSize(1);
    assertThatThrownBy(() -> raise(SuspensionReason.COMPLAINT, "kit")).isInstanceOf(InvalidInput.class);
  }

  @Test
  void a_mark_that_runs_out_ripples_too_and_a_new_one_puts_an_end_to_it() {
    String person = introduced("Ripplecroft-Fifteen");
    database
        .sql("update kitemark_award set valid_until = ? where award_id = ?")
        .params(today().minusDays(1), mark)
        .update();

    transaction.executeWithoutResult(status -> awards.status(mark, AwardStatus.EXPIRED, "VALIDITY_OVER"));

    assertThat(awards.get(mark).status()).as("run out is run out").isEqualTo(AwardStatus.EXPIRED);
    assertThat(journeys.openSteps(person)).containsExactly(AWAIT, PAUSED);
    assertThatThrownBy(() -> settle("kit", "LIFT")).as("the way back is a renewal").hasStackTraceContaining(REFUSED);
    UUID old = mark;
    String oldReference = reference;
    award(KiteMarkLevel.CONDITIONAL);

    assertThat(journeys.openSteps(person)).containsExactly(AWAIT);
    assertThat(messages(person)).contains("introduction-resumed");
    assertThat(suspensions.ofAward(old).get(0).outcome()).isEqualTo("NEW_MARK");
    assertThat(journeys.isRunning(oldReference)).isFalse();
  }

  // ---- what people do

  private String introduced(String familyName) {
    var referral = journeys.receives(someoneCalled(familyName));
    journeys.completes(referral, "userTask_recordFirstContact", reached());
    journeys.completes(referral, "userTask_holdConversation", conversation("Hearing the curlews again"));
    journeys.completes(referral, CHOOSE, Map.of("activity", activity, "agreesToShare", true));
    return referral;
  }

  private void raise(SuspensionReason reason, String user) {
    asUser.run(
        user,
        () -> {
          suspensions.raise(mark, reason, "Somebody was shouted at", user);
          return null;
        });
  }

  private void suspended() {
    raise(SuspensionReason.NOT_AS_STATED, "kit");
    confirm("kezia", "YES");
  }

  private void confirm(String user, String answer) {
    journeys.completes(user, reference, CONFIRM, Map.of("confirmed", answer, "reason", "I have read it"));
  }

  private void settle(String user, String settlement) {
    journeys.completes(user, reference, SETTLE, Map.of("settlement", settlement, "reason", "The papers were shown"));
  }

  private void confirmEnd(String user, String answer) {
    journeys.completes(user, reference, CONFIRM_END, Map.of("confirmed", answer, "reason", "I have read it"));
  }

  private void choosesForPaused(String person, Map<String, Object> answers) {
    journeys.completes(person, PAUSED, answers);
  }

  private Task task(String step) {
    return journeys.task(reference, step);
  }

  private Map<String, Object> shown(String user, Task task) {
    return asUser.run(user, () -> new HashMap<>(forms.getTaskFormVariables(task.getId())));
  }

  private void fireTimersOf(String businessKey, String process) {
    for (var instance :
        runtime.createProcessInstanceQuery().processInstanceBusinessKey(businessKey).list()) {
      if (instance.getProcessDefinitionId().startsWith(process + ":")) {
        management.createJobQuery().processInstanceId(instance.getId()).timers().list()
            .forEach(job -> management.executeJob(job.getId()));
      }
    }
  }

  private KiteMarkLevel level() {
    return assurance.of(SCHEME, organisation).orElseThrow().level();
  }

  private int count(String variable) {
    return ((Number)
            history
                .createHistoricVariableInstanceQuery()
                .processInstanceId(suspensions.ofAward(mark).get(0).processInstanceId())
                .variableName(variable)
                .singleResult()
                .getValue())
        .intValue();
  }

  private String status(String person) {
    return introductions.ofReferral(person).stream()
        .filter(i -> i.activityId().equals(activity))
        .map(IntroductionStatus::status)
        .findFirst()
        .orElseThrow();
  }

  private List<String> messages(String person) {
    return database
        .sql("select purpose from outbox_message where referral_id = ? order by created_at")
        .param(person)
        .query(String.class)
        .list();
  }

  private List<String> organisationHeard() {
    return database
        .sql("select purpose from outbox_message where referral_id is null and to_address = ?")
        .param("ripple" + groups + "@example.org")
        .query(String.class)
        .list();
  }

  private List<String> staffHeard() {
    return database
        .sql("select purpose from outbox_message where params->>'reference' = ? and recipient = 'STAFF'")
        .param(reference)
        .query(String.class)
        .list();
  }

  private String token(String person) {
    return database
        .sql(
            """
            select regexp_replace(params->>'replyLink', '.*/', '') from outbox_message
            where referral_id = ? and params->>'replyLink' is not null order by created_at desc limit 1""")
        .param(person)
        .query(String.class)
        .single();
  }

  private static LocalDate today() {
    return LocalDate.ofInstant(EngineClock.now(), EngineClock.LONDON);
  }
}
