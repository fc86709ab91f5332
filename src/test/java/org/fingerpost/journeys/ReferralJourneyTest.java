package org.fingerpost.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fingerpost.journeys.Journeys.conversation;
import static org.fingerpost.journeys.Journeys.notReached;
import static org.fingerpost.journeys.Journeys.reached;
import static org.fingerpost.journeys.Journeys.someoneCalled;
import static org.fingerpost.journeys.Journeys.wellbeing;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fingerpost.FingerpostTest;
import org.fingerpost.introduction.Answer;
import org.fingerpost.referral.AReferral;
import org.fingerpost.referral.ClosedState;
import org.fingerpost.referral.Stage;
import org.fingerpost.referral.WithdrawingReferral;
import org.fingerpost.platform.Actor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The journey, told as what happens to people. Real engine, real domain, real PostgreSQL; only time is moved. */
@FingerpostTest
class ReferralJourneyTest {

  private static final String WHAT_MATTERS = "Hearing the curlews again";

  @Autowired Journeys journeys;
  @Autowired WithdrawingReferral withdrawing;
  @Autowired JdbcClient database;

  @AfterEach
  void nobody_is_in_the_engine() {
    journeys.nobodyIsInTheEngine(
        "Zebedee", "Quillfeather", "01632 960222", "zebedee@example.org", "curlews", "Severn Surgery", "Widowed in the spring",
        "every footpath", "Glad of the call", "Rosalind", "Goes every week");
  }

  private String atTheConversation(String familyName) {
    var referral = journeys.receives(someoneCalled(familyName));
    journeys.completes(referral, "userTask_recordFirstContact", reached());
    return referral;
  }

  private String waitingForAProvider(String familyName) {
    var referral = atTheConversation(familyName);
    journeys.completes(referral, "userTask_holdConversation", conversation(WHAT_MATTERS));
    journeys.completes(referral, "userTask_chooseActivity", journeys.firstOffer(referral));
    return referral;
  }

  private void supportEndsWell(String referral) {
    journeys.timePasses(Duration.ofDays(60));
    journeys.completes(
        referral,
        "userTask_recordCheckIn",
        Map.of("attendance", "ATTENDING", "howItGoes", "Goes every week", "nextStep", "END"));
    var outcome = new HashMap<String, Object>(wellbeing("7", "7", "8", "PREFER_NOT_TO_SAY"));
    outcome.putAll(Map.of("closureReason", "GOALS_MET", "goalsMet", "GOALS_MET", "whatChanged", "Walks on Tuesdays now"));
    journeys.completes(referral, "userTask_recordOutcome", outcome);
  }

  @Test
  void a_widower_is_introduced_to_a_walking_group_and_feels_better() {
    var referral = waitingForAProvider("Quillfeather-One");
    assertThat(journeys.summary(referral).stage()).isEqualTo(Stage.INTRODUCED);

    journeys.providerSays(referral, Answer.ACCEPTED);
    supportEndsWell(referral);

    var end = journeys.summary(referral);
    assertThat(end.stage()).isEqualTo(Stage.OUTCOME_RECORDED);
    assertThat(end.closedState()).isEqualTo(ClosedState.COMPLETED);
    assertThat(journeys.isRunning(referral)).isFalse();
    assertThat(journeys.path(referral))
        .contains(
            "businessRuleTask_decideRoute", "serviceTask_assignLinkWorker", "userTask_recordFirstContact",
            "userTask_holdConversation", "userTask_chooseActivity", "event_providerAnswered", "event_checkInDue",
            "userTask_recordCheckIn", "userTask_recordOutcome", "endEvent_outcomeRecorded");
    assertThat(journeys.acts(referral))
        .startsWith("referral.received")
        .contains("route.proposed", "linkworker.assigned", "conversation.held", "introduction.answered", "outcome.recorded")
        .endsWith("referral.closed");
  }

  @Test
  void well_being_before_and_after_is_kept_with_what_the_person_would_not_say() {
    var referral = waitingForAProvider("Quillfeather-Two");
    journeys.providerSays(referral, Answer.ACCEPTED);
    supportEndsWell(referral);

    assertThat(
            database
                .sql("select occasion || ' ' || (scores->>'anxiousYesterday') from measure_record where referral_id = ? order by 1")
                .param(referral)
                .query(String.class)
                .list())
        .containsExactly("BASELINE 7", "CLOSING PREFER_NOT_TO_SAY");
  }

  @Test
  void a_provider_that_says_no_is_followed_by_the_next_choice() {
    var referral = waitingForAProvider("Quillfeather-Three");

    journeys.providerSays(referral, Answer.DECLINED);

    assertThat(journeys.openSteps(referral)).containsExactly("userTask_chooseActivity");
    journeys.completes(referral, "userTask_chooseActivity", journeys.offer(referral, 1));
    journeys.providerSays(referral, Answer.WAITING_LIST);
    supportEndsWell(referral);
    assertThat(journeys.summary(referral).closedState()).isEqualTo(ClosedState.COMPLETED);
  }

  @Test
  void a_provider_that_stays_silent_is_chased_by_the_link_worker() {
    var referral = waitingForAProvider("Quillfeather-Four");
    assertThat(journeys.openSteps(referral)).containsExactly("userTask_awaitAnswer");

    journeys.timePasses(Duration.ofDays(21));

    assertThat(journeys.openSteps(referral)).containsExactly("userTask_chaseProvider");
    journeys.completes(referral, "userTask_chaseProvider", Map.of("decision", "KEEP_WAITING", "note", "They are on holiday"));
    journeys.completes(referral, "userTask_awaitAnswer", Map.of("answer", "ACCEPTED", "note", "They rang back"));
    supportEndsWell(referral);
    assertThat(journeys.summary(referral).closedState()).isEqualTo(ClosedState.COMPLETED);
  }

  @Test
  void a_late_answer_by_link_still_counts_while_the_provider_is_being_chased() {
    var referral = waitingForAProvider("Quillfeather-Five");
    journeys.timePasses(Duration.ofDays(21));

    journeys.providerSays(referral, Answer.ACCEPTED);

    assertThat(journeys.openSteps(referral)).doesNotContain("userTask_chaseProvider", "userTask_awaitAnswer");
    supportEndsWell(referral);
    assertThat(journeys.summary(referral).closedState()).isEqualTo(ClosedState.COMPLETED);
  }

  @Test
  void when_nothing_suits_the_support_goes_on_without_an_introduction() {
    var referral = atTheConversation("Quillfeather-Six");
    journeys.completes(referral, "userTask_holdConversation", conversation(WHAT_MATTERS));

    journeys.completes(referral, "userTask_chooseActivity", Map.of("activity", "NONE"));

    journeys.timePasses(Duration.ofDays(60));
    assertThat(journeys.openSteps(referral)).containsExactly("userTask_recordCheckIn");
  }

  @Test
  void someone_who_cannot_be_reached_is_not_given_up_without_a_person_deciding() {
    var referral = journeys.receives(someoneCalled("Quillfeather-Seven"));
    for (int attempt = 1; attempt <= 3; attempt++) {
      journeys.completes(referral, "userTask_recordFirstContact", attempt < 3 ? notReached() : notReached("EMAIL"));
      if (attempt < 3) {
        assertThat(journeys.openSteps(referral)).as("between two attempts nothing is open").isEmpty();
        journeys.timePasses(Duration.ofDays(14));
      }
    }

    assertThat(journeys.openSteps(referral)).containsExactly("userTask_awaitLetterAnswer");
    journeys.timePasses(Duration.ofDays(21));
    assertThat(journeys.openSteps(referral)).containsExactly("userTask_decideAfterNoContact");
    assertThat(journeys.summary(referral).closedState()).isNull();
    journeys.completes(
        "grace", referral, "userTask_decideAfterNoContact", Map.of("decision", "NOT_REACHED", "reason", "Letter came back"));
    assertThat(journeys.summary(referral).closedState()).isEqualTo(ClosedState.NOT_REACHED);
    assertThat(journeys.isRunning(referral)).isFalse();
  }

  @Test
  void someone_who_says_no_thank_you_has_declined() {
    var referral = journeys.receives(someoneCalled("Quillfeather-Eight"));

    journeys.completes(
        referral, "userTask_recordFirstContact", Map.of("channel", "PHONE", "result", "DECLINED", "note", "Not for me"));

    assertThat(journeys.summary(referral).closedState()).isEqualTo(ClosedState.DECLINED);
  }

  @Test
  void a_referral_from_outside_the_area_waits_for_a_team_lead_and_no_table_ends_it() {
    var request = someoneCalled("Quillfeather-Nine");
    request.livingAt("SW1A 1AA");
    var referral = journeys.receives(request);

    assertThat(journeys.openSteps(referral)).containsExactly("userTask_confirmRoute");
    assertThat(journeys.summary(referral).closedState()).isNull();
    var shown = journeys.shown("grace", referral, "userTask_confirmRoute");
    assertThat(shown.get("ruleId")).isEqualTo("rule_outOfArea");

    journeys.completes("grace", referral, "userTask_confirmRoute", Map.of("route", "TRANSFER", "reason", "Lives in London"));
    journeys.completes(
        "grace",
        referral,
        "userTask_arrangeTransfer",
        Map.of("agreed", "YES", "receiver", "OTHER_SERVICE", "givenBy", "PERSON", "how", "TELEPHONE"));

    assertThat(journeys.summary(referral).closedState()).isEqualTo(ClosedState.TRANSFERRED);
    assertThat(
            database
                .sql("select confirmed_by || ' ' || confirmed_route from decision_record where referral_id = ? and decision_key = 'referral-route'")
                .param(referral)
                .query(String.class)
                .single())
        .isEqualTo("grace TRANSFER");
  }

  @Test
  void a_team_lead_may_take_on_what_the_table_would_not() {
    var request = someoneCalled("Quillfeather-Ten");
    request.livingAt("SW1A 1AA");
    var referral = journeys.receives(request);

    journeys.completes("grace", referral, "userTask_confirmRoute", Map.of("route", "LINK_WORKER", "reason", "Moves here next week"));

    assertThat(journeys.openSteps(referral)).containsExactly("userTask_recordFirstContact");
    assertThat(journeys.summary(referral).linkWorker()).isIn("lowri", "tom");
  }

  @Test
  void when_nobody_has_room_a_team_lead_finds_a_link_worker() {
    database.sql("update link_worker set capacity = 0 where scheme_id = 'east-lancashire'").update();
    var request = someoneCalled("Quillfeather-Fifteen").to("east-lancashire").livingAt("BB11 1AA");

    var referral = journeys.receives(request);

    assertThat(journeys.openSteps(referral)).containsExactly("userTask_findLinkWorker");
    journeys.completes("nasreen", referral, "userTask_findLinkWorker", Map.of("linkWorker", "nasreen"));
    assertThat(journeys.summary(referral).linkWorker()).isEqualTo("nasreen");
    assertThat(journeys.openSteps(referral)).containsExactly("userTask_recordFirstContact");
    database.sql("update link_worker set capacity = 100000 where scheme_id = 'east-lancashire'").update();
  }

  @Test
  void a_second_referral_of_the_same_person_is_seen_as_one() {
    journeys.receives(someoneCalled("Quillfeather-Eleven"));

    var second = journeys.receives(someoneCalled("Quillfeather-Eleven"));

    var shown = journeys.shown("grace", second, "userTask_confirmRoute");
    assertThat(shown.get("ruleId")).isEqualTo("rule_openCase");
  }

  @Test
  void someone_who_only_wants_information_is_signposted() {
    AReferral request = someoneCalled("Quillfeather-Twelve");
    request.wantsInformationOnly();

    var referral = journeys.receives(request);
    journeys.timePasses(Duration.ofDays(60));

    assertThat(journeys.summary(referral).closedState()).isEqualTo(ClosedState.SIGNPOSTED);
    assertThat(journeys.isRunning(referral)).isFalse();
  }

  @Test
  void a_withdrawal_stops_the_introduction_and_keeps_the_record() {
    var referral = waitingForAProvider("Quillfeather-Thirteen");
    var link = journeys.token(referral, "provider-offer");

    withdrawing.withdraw(referral, "CHANGED_MIND", Actor.staff("lowri"));

    assertThat(journeys.summary(referral).closedState()).isEqualTo(ClosedState.WITHDRAWN);
    assertThat(journeys.isRunning(referral)).isFalse();
    assertThat(
            database
                .sql("select status from introduction where referral_id = ?")
                .param(referral)
                .query(String.class)
                .list())
        .isEqualTo(List.of("STOPPED"));
    assertThat(journeys.acts(referral)).contains("referral.received", "introduction.offered", "introduction.stopped", "referral.withdrawn");
    assertThat(link).isNotBlank();
  }

  @Test
  void a_referral_can_be_withdrawn_between_two_attempts_when_no_task_is_open() {
    var referral = journeys.receives(someoneCalled("Quillfeather-Fourteen"));
    journeys.completes(referral, "userTask_recordFirstContact", notReached());

    withdrawing.withdraw(referral, "NEEDS_MET_ELSEWHERE", Actor.PUBLIC);

    assertThat(journeys.summary(referral).closedState()).isEqualTo(ClosedState.WITHDRAWN);
    assertThat(journeys.isRunning(referral)).isFalse();
  }
}
