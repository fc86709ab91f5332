package org.fingerpost.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException;
import org.camunda.bpm.engine.task.Task;
import org.fingerpost.FingerpostTest;
import org.fingerpost.grants.AGroup;
import org.fingerpost.grants.GrantFund;
import org.fingerpost.grants.GrantOutcome;
import org.fingerpost.grants.GrantState;
import org.fingerpost.grants.Grants;
import org.fingerpost.grants.PayingGrant;
import org.fingerpost.grants.ReportingGrant;
import org.fingerpost.grants.ScoringGrant;
import org.fingerpost.grants.WithdrawingGrant;
import org.fingerpost.grants.WrittenReport;
import org.fingerpost.platform.Actor;
import org.fingerpost.platform.CurrentActor;
import org.fingerpost.platform.engine.AsUser;
import org.fingerpost.platform.engine.EngineClock;
import org.fingerpost.questionnaire.Applications;
import org.fingerpost.questionnaire.FillingIn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Groups apply for small grants: what the rules, the officer, the panel, the fund and time do about it. */
@FingerpostTest
class GrantJourneyTest {

  private static final String SCHEME = "east-lancashire";
  private static final String OFFICER = "nell";
  private static final String CONFIRM = "userTask_confirmGrantEligibility";
  private static final String SCORE = "userTask_scoreGrant";
  private static final String DECIDE = "userTask_decideGrant";
  @Autowired Journeys journeys;
  @Autowired Applications applications;
  @Autowired FillingIn fillingIn;
  @Autowired Grants grants;
  @Autowired GrantFund fund;
  @Autowired PayingGrant paying;
  @Autowired ReportingGrant reporting;
  @Autowired ScoringGrant scoring;
  @Autowired WithdrawingGrant withdrawing;
  @Autowired AsUser asUser;
  @Autowired CurrentActor currentActor;
  @Autowired TaskService tasks;
  @Autowired FormService forms;
  @Autowired JdbcClient database;
  @Autowired TransactionTemplate transaction;

  @AfterEach
  void nobody_is_in_the_engine() {
    journeys.nobodyIsInTheEngine(
        "Philippa", "philippa@example.org", "Bobbinwinders", "cobbled", "Hall hire", "well thought out", "my sister", "01632 960777");
  }

  // ---- stories

  @Test
  void a_grant_goes_from_application_to_closed_report() {
    long before = standing().balance();
    String grant = applies(group("Bobbinwinders One"));
    assertThat(grants.get(grant).state()).isEqualTo(GrantState.PANEL);
    assertThat(grants.get(grant).outcome()).as("plainly for the panel, so nobody has to confirm").isEqualTo(GrantOutcome.PANEL);

    panelScores(grant, 4);
    assertThat(standing().balance()).isEqualTo(before);
    var shown = journeys.shown(OFFICER, grant, DECIDE);
    assertThat(shown.get("average")).isEqualTo("4.0");
    assertThat(shown.get("proposal").toString()).startsWith("Award");
    assertThat(shown.get("scoresText").toString()).contains("well thought out");
    journeys.completes(OFFICER, grant, DECIDE, Map.of("decision", "AWARD", "amount", 4500, "reason", "Worth every penny"));
    assertThat(standing().balance()).isEqualTo(before - 450_000);

    assertThat(paying.answerTerms(link(grant), true)).isTrue();
    assertThat(paying.answerTerms(link(grant), true)).as("once is enough").isFalse();
    pays(grant);
    assertThat(grants.get(grant).state()).isEqualTo(GrantState.PAID);

    assertThat(reporting.send(link(grant), report())).isTrue();
    journeys.completes(OFFICER, grant, "userTask_judgeGrantReport", Map.of("verdict", "SATISFACTORY", "reason", "As promised"));

    assertThat(grants.get(grant).state()).isEqualTo(GrantState.COMPLETED);
    assertThat(journeys.isRunning(grant)).isFalse();
    assertThat(journeys.path(grant)).contains("endEvent_grantCompleted", "endEvent_reportSatisfactory", "endEvent_grantPaid");
    assertThat(standing().balance()).isEqualTo(before - 450_000);
    assertThat(journeys.acts(grant))
        .contains("grant.applied", "grant.proposed", "grant.scored", "grant.awarded", "grant.paid", "grant.reported", "grant.closed");
    assertThat(messages(grant))
        .contains("grant-received", "grant-awarded", "grant-paid", "grant-completed");
  }

  @Test
  void a_group_that_is_not_constituted_and_works_with_us_goes_to_the_panel_as_a_pilot() {
    var group = group("Bobbinwinders Pilot");
    group.put("legalForm", "UNCONSTITUTED_GROUP");
    group.put("setUpSupport", true);
    String grant = applies(group);

    assertThat(journeys.shown(OFFICER, grant, CONFIRM).get("proposal").toString()).contains("pilot");
    confirms(grant, GrantOutcome.PANEL_PILOT);

    assertThat(grants.get(grant).state()).isEqualTo(GrantState.PANEL);
    String member = scorer(grant).get(0).getAssignee();
    assertThat(shownToScorer(grant, member).get("place").toString()).contains("pilot");
    withdrawing.byOfficer(grant);
  }

  @Test
  void a_group_that_is_not_constituted_and_not_with_us_gets_help_first() {
    var group = group("Bobbinwinders Unset");
    group.put("legalForm", "UNCONSTITUTED_GROUP");
    group.put("setUpSupport", false);
    String grant = applies(group);

    confirms(grant, GrantOutcome.SUPPORT_FIRST);

    assertThat(grants.get(grant).state()).isEqualTo(GrantState.REFUSED);
    assertThat(letter(grant, "grant-refused")).contains("help with setting up");
    assertThat(supported("Bobbinwinders Unset")).as("its case with the community officers").isEqualTo(1);
    assertThat(journeys.path(grant)).contains("endEvent_grantRefused");
  }

  @Test
  void a_group_that_asks_for_too_much_is_asked_to_reduce_and_sends_again() {
    var group = group("Bobbinwinders Six");
    group.put("amountAsked", new BigDecimal("6000"));
    String grant = applies(group);
    confirms(grant, GrantOutcome.ASK_TO_REDUCE);
    assertThat(grants.get(grant).state()).isEqualTo(GrantState.ASKED);
    journeys.completes(OFFICER, grant, "userTask_awaitGrantAnswer", Map.of("decision", "KEEP_WAITING"));
    assertThat(journeys.openSteps(grant)).containsExactly("userTask_awaitGrantAnswer");

    changes(grant, Map.of("amountAsked", "4000", "budget", "Hall hire, £4000"));

    assertThat(grants.get(grant).asked()).isEqualTo(400_000);
    assertThat(grants.get(grant).state()).isEqualTo(GrantState.PANEL);
    assertThat(journeys.path(grant)).contains("event_grantAnswered");
    withdrawing.byOfficer(grant);
  }

  @Test
  void a_group_that_does_not_answer_in_time_is_closed_and_one_that_is_given_up_too() {
    var group = group("Bobbinwinders Silent");
    group.put("amountAsked", new BigDecimal("9000"));
    String silent = applies(group);
    confirms(silent, GrantOutcome.ASK_TO_REDUCE);
    journeys.timersFire(silent);
    assertThat(grants.get(silent).state()).isEqualTo(GrantState.UNANSWERED);
    assertThat(letter(silent, "grant-refused")).contains("have not heard from you");

    group.put("organisationName", "Bobbinwinders Given Up");
    String givenUp = applies(group);
    confirms(givenUp, GrantOutcome.ASK_TO_REDUCE);
    journeys.completes(OFFICER, givenUp, "userTask_awaitGrantAnswer", Map.of("decision", "GIVE_UP"));
    assertThat(grants.get(givenUp).state()).isEqualTo(GrantState.UNANSWERED);
    assertThat(journeys.isRunning(givenUp)).isFalse();
  }

  @Test
  void a_group_that_has_not_shown_how_it_is_governed_is_asked_for_it() {
    var group = group("Bobbinwinders Paperless");
    group.put("committee", 2);
    String grant = applies(group);

    confirms(grant, GrantOutcome.MORE_INFORMATION);

    assertThat(applications.get(grant).askedFor()).contains("committee", "governingDocument");
    withdrawing.byOfficer(grant);
  }

  @Test
  void a_group_from_another_borough_is_told_kindly_whom_to_ask() {
    var group = group("Bobbinwinders of Hyndburn");
    group.put("boroughs", List.of("HYNDBURN"));
    String grant = applies(group);

    confirms(grant, GrantOutcome.REFER_ON);

    assertThat(grants.get(grant).state()).isEqualTo(GrantState.REFUSED);
    assertThat(letter(grant, "grant-refused")).contains("Hyndburn and Ribble Valley").contains("01632 960510");
    assertThat(applications.get(grant).status()).isEqualTo(org.fingerpost.questionnaire.Application.Status.CLOSED);
  }

  @Test
  void an_officer_may_decide_otherwise_than_the_table_and_the_group_reads_why() {
    var group = group("Bobbinwinders Funded");
    group.put("directFunding", true);
    String grant = applies(group);
    assertThat(grants.get(grant).proposedOutcome()).isEqualTo(GrantOutcome.INELIGIBLE);
    assertThatThrownBy(() -> journeys.completes(OFFICER, grant, CONFIRM, Map.of("outcome", "PANEL")))
        .hasMessageContaining("Say why");

    journeys.completes(OFFICER, grant, CONFIRM, Map.of("outcome", "PANEL", "reason", "The contract ended in March"));

    assertThat(grants.get(grant).state()).isEqualTo(GrantState.PANEL);
    assertThat(grants.get(grant).outcomeBy()).isEqualTo(OFFICER);
    withdrawing.byOfficer(grant);
  }

  @Test
  void whoever_has_a_conflict_of_interest_neither_scores_nor_decides_and_a_further_member_is_asked() {
    String grant = applies(group("Bobbinwinders Sister"));
    String related = scorer(grant).get(0).getAssignee();
    String other = scorer(grant).get(1).getAssignee();

    stepsBack(grant, related, "CONFLICT");

    var asked = scorer(grant).stream().map(Task::getAssignee).toList();
    assertThat(asked).hasSize(2).contains(other).doesNotContain(related);
    scores(grant, other, 5);
    assertThat(scoring.scores(grant, asked.stream().filter(one -> !one.equals(other)).findFirst().orElseThrow()))
        .as("nobody sees a score before they have given theirs")
        .isEmpty();
    assertThat(scoring.scores(grant, OFFICER)).as("not even the officer").isEmpty();
    assertThat(scoring.scores(grant, other)).isNotEmpty();
    assertThat(journeys.openSteps(grant)).as("one score is not enough").doesNotContain(DECIDE);
    scores(grant, scorer(grant).get(0).getAssignee(), 4);

    assertThatThrownBy(() -> journeys.completes(related, grant, DECIDE, award(1000)))
        .hasMessageContaining("conflict of interest");
    assertThat(journeys.openSteps(grant)).containsExactly(DECIDE);
    withdrawing.byOfficer(grant);
  }

  @Test
  void a_colleague_does_not_open_a_score_that_is_asked_of_another() {
    String grant = applies(group("Bobbinwinders Private"));
    var first = scorer(grant).get(0);
    var second = scorer(grant).get(1).getAssignee();

    assertThatThrownBy(() -> asUser.run(second, () -> forms.getTaskFormVariables(first.getId())))
        .isInstanceOf(AuthorizationException.class);
    withdrawing.byOfficer(grant);
  }

  @Test
  void when_everybody_on_the_panel_was_asked_an_officer_finds_somebody() {
    String grant = applies(group("Bobbinwinders Alone"));
    String first = scorer(grant).get(0).getAssignee();
    stepsBack(grant, first, "NO_TIME");
    String next = scorer(grant).get(1).getAssignee();
    stepsBack(grant, next, "CONFLICT");

    assertThat(journeys.openSteps(grant)).containsExactly("userTask_findPanelMember", SCORE);
    String shown = journeys.shown(OFFICER, grant, "userTask_findPanelMember").get("members").toString();
    assertThat(shown).contains(first).doesNotContain(next);
    assertThatThrownBy(() -> journeys.completes(OFFICER, grant, "userTask_findPanelMember", Map.of("member", next)))
        .hasMessageContaining("cannot score");
    journeys.completes(OFFICER, grant, "userTask_findPanelMember", Map.of("member", first));

    panelScores(grant, 3);
    assertThat(journeys.openSteps(grant)).containsExactly(DECIDE);
    withdrawing.byOfficer(grant);
  }

  @Test
  void whoever_does_not_score_in_time_is_replaced() {
    String grant = applies(group("Bobbinwinders Late"));
    var asked = scorer(grant).stream().map(Task::getAssignee).toList();

    journeys.timersFire(grant);

    assertThat(journeys.path(grant)).contains("event_scoreLate");
    assertThat(scorer(grant)).extracting(Task::getAssignee).doesNotContainAnyElementsOf(asked);
    assertThat(journeys.acts(grant)).contains("grant.score-late");
    withdrawing.byOfficer(grant);
    assertThat(journeys.isRunning(grant)).isFalse();
  }

  @Test
  void a_grant_is_declined_with_the_panels_own_words() {
    String grant = applies(group("Bobbinwinders Declined"));
    panelScores(grant, 2);
    assertThat(journeys.shown(OFFICER, grant, DECIDE).get("proposal").toString()).startsWith("Decline");

    journeys.completes("gwen", grant, DECIDE, Map.of("decision", "DECLINE", "reason", "The need is met next door already"));

    assertThat(grants.get(grant).state()).isEqualTo(GrantState.DECLINED);
    assertThat(letter(grant, "grant-declined")).contains("The need is met next door already");
    assertThat(journeys.path(grant)).contains("endEvent_grantDeclined");
  }

  @Test
  void a_group_takes_its_application_back_and_what_was_reserved_goes_back_into_the_fund() {
    String early = applies(group("Bobbinwinders Early"));
    assertThat(withdrawing.byLink(link(early))).isTrue();
    assertThat(grants.get(early).state()).isEqualTo(GrantState.WITHDRAWN);
    assertThat(journeys.isRunning(early)).as("nobody is asked to score any more").isFalse();

    long before = standing().balance();
    String late = applies(group("Bobbinwinders Late Withdrawn"));
    awarded(late, 2000);
    assertThat(standing().balance()).isEqualTo(before - 200_000);
    assertThat(withdrawing.byLink(link(late))).isTrue();
    assertThat(standing().balance()).isEqualTo(before);
    assertThat(withdrawing.byLink(link(late))).as("once").isFalse();
    assertThat(messages(late)).contains("grant-withdrawn");
  }

  @Test
  void a_grant_that_is_not_accepted_in_time_goes_back_into_the_fund() {
    long before = standing().balance();
    String grant = applies(group("Bobbinwinders Forgetful"));
    awarded(grant, 3000);

    journeys.timersFire(grant);

    assertThat(grants.get(grant).state()).isEqualTo(GrantState.RELEASED);
    assertThat(standing().balance()).isEqualTo(before);
    assertThat(journeys.path(grant)).contains("event_notAccepted", "endEvent_grantNotAccepted", "endEvent_grantReleased");
    assertThat(messages(grant)).contains("grant-released");
  }

  @Test
  void a_group_that_says_no_to_the_terms_and_one_that_cannot_be_paid_leave_the_money_in_the_fund() {
    long before = standing().balance();
    String no = applies(group("Bobbinwinders No"));
    awarded(no, 1000);
    paying.answerTerms(link(no), false);
    assertThat(grants.get(no).state()).isEqualTo(GrantState.RELEASED);

    String unpayable = applies(group("Bobbinwinders Unpayable"));
    awarded(unpayable, 1000);
    journeys.completes(OFFICER, unpayable, "userTask_awaitAcceptance", Map.of("answer", "ACCEPTED"));
    journeys.completes(OFFICER, unpayable, "userTask_recordPayment", Map.of("result", "NOT_PAYABLE"));
    assertThat(grants.get(unpayable).state()).isEqualTo(GrantState.RELEASED);
    assertThat(standing().balance()).isEqualTo(before);
  }

  @Test
  void a_report_that_is_overdue_is_chased_closed_and_blocks_the_next_grant_until_a_satisfactory_one_comes() {
    String grant = applies(group("Bobbinwinders Overdue"));
    awarded(grant, 500);
    paying.answerTerms(link(grant), true);
    pays(grant);
    for (int reminder = 1; reminder <= 4; reminder++) {
      journeys.timersFire(grant);
    }
    assertThat(messages(grant).stream().filter("grant-report-reminded"::equals)).hasSize(4);
    journeys.completes(OFFICER, grant, "userTask_decideOverdueReport", Map.of("decision", "MORE_TIME"));
    assertThat(journeys.openSteps(grant)).containsExactly("userTask_awaitGrantReport");
    for (int reminder = 1; reminder <= 4; reminder++) {
      journeys.timersFire(grant);
    }
    journeys.completes(OFFICER, grant, "userTask_decideOverdueReport", Map.of("decision", "CLOSE"));
    assertThat(grants.get(grant).state()).isEqualTo(GrantState.OVERDUE);
    assertThat(journeys.path(grant)).contains("endEvent_reportOverdue", "endEvent_grantOverdue");

    String next = applies(group("Bobbinwinders Overdue"));
    assertThat(grants.get(next).proposedOutcome()).isEqualTo(GrantOutcome.INELIGIBLE_UNTIL_REPORT);
    confirms(next, GrantOutcome.INELIGIBLE_UNTIL_REPORT);
    assertThat(letter(next, "grant-refused")).contains("report on your earlier grant");

    assertThat(reporting.send(link(grant), report())).as("a late report is welcome").isTrue();
    journeys.completes(
        OFFICER, grant, "userTask_judgeGrantReport", Map.of("verdict", "MORE_NEEDED", "reason", "How many came?"));
    assertThat(letter(grant, "grant-report-returned")).contains("How many came?");
    journeys.completes(
        OFFICER,
        grant,
        "userTask_awaitGrantReport",
        Map.of("done", "We wove", "changed", "People met", "people", 14, "spent", 500));
    journeys.completes(OFFICER, grant, "userTask_judgeGrantReport", Map.of("verdict", "SATISFACTORY", "reason", "Now it is clear"));
    assertThat(grants.get(grant).state()).isEqualTo(GrantState.COMPLETED);

    String again = applies(group("Bobbinwinders Overdue"));
    assertThat(grants.get(again).proposedOutcome()).isEqualTo(GrantOutcome.PANEL);
    withdrawing.byOfficer(again);
  }

  @Test
  void two_panels_that_decide_at_once_cannot_spend_the_same_pound_and_the_later_hears_it_clearly() throws Exception {
    String one = applies(group("Bobbinwinders Race One"));
    String two = applies(group("Bobbinwinders Race Two"));
    panelScores(one, 5);
    panelScores(two, 5);
    int year = fund.thisYear();
    long total = standing().total();
    long balance = standing().balance();
    // Exactly one of two grants of three thousand pounds fits.
    database.sql("update grant_fund set total_pence = total_pence - ? where scheme_id = ? and year = ?").params(balance - 400_000, SCHEME, year).update();
    try {
      var start = new CyclicBarrier(2);
      var threads = Executors.newFixedThreadPool(2);
      Future<String> first = threads.submit(decides(start, "gemma", one));
      Future<String> second = threads.submit(decides(start, OFFICER, two));
      var said = Arrays.asList(first.get(), second.get());
      threads.shutdown();

      assertThat(said).as("one is awarded, and one is told why not").containsOnlyOnce("AWARDED");
      assertThat(said).anyMatch(sentence -> sentence.contains("The fund does not hold that much any more: £1,000 is left"));
      assertThat(standing().balance()).isEqualTo(100_000).isNotNegative();
      String loser = said.get(0).equals("AWARDED") ? two : one;
      assertThat(journeys.openSteps(loser)).as("the task stays").containsExactly(DECIDE);
      assertThat(journeys.shown(OFFICER, loser, DECIDE).get("proposal").toString()).startsWith("Award what the fund still holds");
      assertThatThrownBy(
              () ->
                  database
                      .sql("update grant_fund set reserved_pence = reserved_pence + 200000 where scheme_id = ? and year = ?")
                      .params(SCHEME, year)
                      .update())
          .as("the row itself refuses to go below zero")
          .hasMessageContaining("grant_fund_never_below_zero");
    } finally {
      withdrawing.byOfficer(one);
      withdrawing.byOfficer(two);
      database.sql("update grant_fund set total_pence = ? where scheme_id = ? and year = ?").params(total, SCHEME, year).update();
    }
  }

  @Test
  void nobody_awards_more_than_was_asked_for_or_than_one_project_can_get() {
    String grant = applies(group("Bobbinwinders Greedy"));
    panelScores(grant, 5);
    assertThatThrownBy(() -> journeys.completes(OFFICER, grant, DECIDE, award(4501))).hasMessageContaining("At most £4,500");
    assertThatThrownBy(() -> journeys.completes(OFFICER, grant, DECIDE, Map.of("decision", "AWARD", "reason", "Good")))
        .hasMessageContaining("whole pounds");
    withdrawing.byOfficer(grant);
  }

  // ---- players

  private static Map<String, Object> group(String name) {
    return AGroup.called(name);
  }

  private String applies(Map<String, Object> answers) {
    return currentActor.as(Actor.PUBLIC, () -> AGroup.applies(answers, applications, fillingIn, transaction));
  }

  private void changes(String grant, Map<String, String> typed) {
    currentActor.as(
        Actor.PUBLIC,
        () -> {
          var shown = new HashMap<String, String>();
          typed
              .keySet()
              .forEach(
                  key ->
                      shown.put(
                          key,
                          FillingIn.trace(
                              database
                                  .sql("select unnest(typed) from application_answer where reference = ? and question = ?")
                                  .params(grant, key)
                                  .query(String.class)
                                  .list())));
          var lists = new HashMap<String, List<String>>();
          typed.forEach((key, words) -> lists.put(key, List.of(words)));
          fillingIn.save(grant, lists, shown, Map.of(), null);
          fillingIn.send(grant, null);
        });
  }

  private void confirms(String grant, GrantOutcome outcome) {
    assertThat(grants.get(grant).proposedOutcome()).isEqualTo(outcome);
    journeys.completes(OFFICER, grant, CONFIRM, Map.of("outcome", outcome.name(), "reason", "As the table says"));
  }

  private List<Task> scorer(String grant) {
    return tasks.createTaskQuery().processInstanceBusinessKey(grant).taskDefinitionKey(SCORE).orderByTaskAssignee().asc().list();
  }

  private Map<String, Object> shownToScorer(String grant, String member) {
    var task = scorer(grant).stream().filter(one -> one.getAssignee().equals(member)).findFirst().orElseThrow();
    return asUser.run(member, () -> forms.getTaskFormVariables(task.getId()));
  }

  private void answersScore(String grant, String member, Map<String, Object> answers) {
    var task = scorer(grant).stream().filter(one -> one.getAssignee().equals(member)).findFirst().orElseThrow();
    asUser.run(
        member,
        () -> {
          forms.getTaskFormVariables(task.getId());
          forms.submitTaskForm(task.getId(), new HashMap<>(answers));
        });
  }

  private void scores(String grant, String member, int points) {
    var answers = new HashMap<String, Object>();
    answers.put("stand", "SCORE");
    List.of("need", "reach", "delivery", "value", "lasting").forEach(key -> answers.put(key, Integer.toString(points)));
    answers.put("comment", "It is well thought out");
    answersScore(grant, member, answers);
  }

  private void stepsBack(String grant, String member, String stand) {
    answersScore(grant, member, Map.of("stand", stand, "comment", "It is my sister who runs it"));
  }

  private void panelScores(String grant, int points) {
    scorer(grant).forEach(task -> scores(grant, task.getAssignee(), points));
  }

  private static Map<String, Object> award(int pounds) {
    return Map.of("decision", "AWARD", "amount", pounds, "reason", "Worth every penny");
  }

  private void awarded(String grant, int pounds) {
    panelScores(grant, 4);
    journeys.completes(OFFICER, grant, DECIDE, award(pounds));
  }

  private Callable<String> decides(CyclicBarrier start, String user, String grant) {
    var task = journeys.task(grant, DECIDE);
    return () ->
        asUser.run(
            user,
            () -> {
              tasks.claim(task.getId(), user);
              try {
                start.await();
                forms.submitTaskForm(task.getId(), new HashMap<>(award(3000)));
                return "AWARDED";
              } catch (FormFieldValidationException refused) {
                return refused.getMessage();
              } catch (Exception e) {
                return e.toString();
              }
            });
  }

  private void pays(String grant) {
    journeys.completes(
        OFFICER,
        grant,
        "userTask_recordPayment",
        Map.of("result", "PAID", "paidOn", today().toString(), "paymentReference", "BACS 77"));
  }

  private static WrittenReport report() {
    return new WrittenReport("We wove on sixteen Tuesdays", "People look out for each other", null, 21, 45_000);
  }

  // ---- looking

  private GrantFund.Standing standing() {
    return fund.of(SCHEME, fund.thisYear());
  }

  private List<String> messages(String grant) {
    return database
        .sql("select purpose from outbox_message where params->>'reference' = ? order by created_at")
        .param(grant)
        .query(String.class)
        .list();
  }

  private String letter(String grant, String purpose) {
    return database
        .sql("select params::text from outbox_message where params->>'reference' = ? and purpose = ? order by created_at desc limit 1")
        .params(grant, purpose)
        .query(String.class)
        .single();
  }

  /** The secret in the group's latest link. */
  private String link(String grant) {
    return database
        .sql(
            """
            select regexp_replace(regexp_replace(params->>'grantLink', '.*/mine/', ''), '[?].*', '') from outbox_message
            where params->>'reference' = ? and params->>'grantLink' is not null order by created_at desc limit 1
            """)
        .param(grant)
        .query(String.class)
        .single();
  }

  private static LocalDate today() {
    return LocalDate.ofInstant(EngineClock.now(), EngineClock.LONDON);
  }

  private int supported(String groupName) {
    return database
        .sql("select count(*) from community_group where scheme_id = ? and group_name = ? and asked_by = 'GRANT'")
        .params(SCHEME, groupName)
        .query(Integer.class)
        .single();
  }
}
