package org.fingerpost.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fingerpost.journeys.Journeys.conversation;
import static org.fingerpost.journeys.Journeys.reached;
import static org.fingerpost.journeys.Journeys.someoneCalled;
import static org.fingerpost.journeys.Journeys.wellbeing;

import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fingerpost.FingerpostTest;
import org.fingerpost.introduction.Answer;
import org.fingerpost.person.Consent;
import org.fingerpost.person.Consents;
import org.fingerpost.platform.DailyRounds;
import org.fingerpost.platform.engine.EngineClock;
import org.fingerpost.referral.ClosedState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Months after support has ended: how are they now? The referral stays closed, and silence stays silence. */
@FingerpostTest
class LaterReviewJourneyTest {

  private static final String REVIEW = "userTask_holdLaterReview";
  private static final String OFFER = "userTask_offerNewReferral";
  private static final Duration A_QUARTER = Duration.ofDays(95);
  private static final Duration HALF_A_YEAR = Duration.ofDays(186);
  private static final Duration THREE_WEEKS = Duration.ofDays(21);

  @Autowired Journeys journeys;
  @Autowired DailyRounds rounds;
  @Autowired Consents consents;
  @Autowired TransactionTemplate transactions;
  @Autowired JdbcClient database;

  @AfterEach
  void nobody_is_in_the_engine() {
    journeys.nobodyIsInTheEngine("Zebedee", "Ravensworth", "curlews", "Still by the river", "Rather not, thank you");
  }

  /** Support that ended well; whether they may be asked later is their own answer. */
  private String ended(String familyName, boolean mayBeAsked) {
    var referral = journeys.receives(someoneCalled(familyName));
    journeys.completes(referral, "userTask_recordFirstContact", reached());
    journeys.completes(referral, "userTask_holdConversation", conversation("Hearing the curlews again"));
    journeys.completes(referral, "userTask_chooseActivity", journeys.firstOffer(referral));
    journeys.providerSays(referral, Answer.ACCEPTED);
    journeys.timePasses(Duration.ofDays(50));
    journeys.completes(referral, "userTask_recordCheckIn", Map.of("attendance", "ATTENDING", "nextStep", "END"));
    var outcome = new HashMap<String, Object>(wellbeing("7", "7", "8", "4"));
    outcome.putAll(Map.of("closureReason", "GOALS_MET", "goalsMet", "GOALS_MET"));
    journeys.completes(referral, "userTask_recordOutcome", outcome);
    if (mayBeAsked) {
      var person = journeys.summary(referral).personId();
      transactions.executeWithoutResult(
          status ->
              consents.record(
                  new Consent(
                      person,
                      referral,
                      Consent.Purpose.EVALUATION,
                      true,
                      "PERSON",
                      "IN_PERSON",
                      LocalDate.ofInstant(EngineClock.now(), EngineClock.LONDON),
                      "evaluation-1",
                      null,
                      "lowri")));
    }
    rounds.now();
    return referral;
  }

  private void later(Duration time) {
    journeys.timePasses(time);
    rounds.now();
  }

  private static Map<String, Object> talked(boolean needsHelp) {
    var answers = new HashMap<String, Object>(wellbeing("8", "7", "8", "PREFER_NOT_TO_SAY"));
    answers.putAll(
        Map.of(
            "channel", "PHONE",
            "result", "TALKED",
            "stillGoing", "YES",
            "howItIs", "Still by the river on Tuesdays",
            "needsHelp", needsHelp));
    return answers;
  }

  private static final Map<String, Object> NOT_REACHED = Map.of("channel", "PHONE", "result", "NOT_REACHED");

  private List<String> occasions(String referral) {
    return database
        .sql("select distinct occasion from measure_record where referral_id = ? order by 1")
        .param(referral)
        .query(String.class)
        .list();
  }

  private List<String> results(String referral) {
    return database
        .sql("select result || ' ' || attempts from later_review where referral_id = ? order by number")
        .param(referral)
        .query(String.class)
        .list();
  }

  @Test
  void someone_who_agreed_is_asked_after_three_six_and_twelve_months_and_the_referral_stays_closed() {
    var referral = ended("Ravensworth-One", true);
    assertThat(journeys.isRunning(referral)).as("nothing waits in the engine meanwhile").isFalse();

    later(A_QUARTER);
    assertThat(journeys.openSteps(referral)).containsExactly(REVIEW);
    var linkWorker = journeys.summary(referral).linkWorker();
    assertThat(journeys.task(referral, REVIEW).getAssignee()).isEqualTo(linkWorker);
    assertThat(journeys.task(referral, REVIEW).getDueDate()).isNotNull();
    assertThat(journeys.shown(linkWorker, referral, REVIEW).get("before").toString()).contains("nowadays?: 4, then 7");
    journeys.completes(referral, REVIEW, talked(false));
    assertThat(occasions(referral)).containsExactly("BASELINE", "CLOSING", "REVIEW_3");

    rounds.now();
    assertThat(journeys.isRunning(referral)).as("the next is months away").isFalse();
    later(A_QUARTER);
    journeys.completes(referral, REVIEW, talked(false));
    rounds.now();
    later(HALF_A_YEAR);
    journeys.completes(referral, REVIEW, talked(false));
    assertThat(occasions(referral)).containsExactly("BASELINE", "CLOSING", "REVIEW_12", "REVIEW_3", "REVIEW_6");
    rounds.now();
    later(HALF_A_YEAR);

    assertThat(journeys.openSteps(referral)).as("after a year nobody asks any more").isEmpty();
    assertThat(results(referral)).containsExactly("HELD 1", "HELD 1", "HELD 1");
    assertThat(journeys.summary(referral).closedState()).isEqualTo(ClosedState.COMPLETED);
    assertThat(journeys.acts(referral)).contains("review.begun", "review.held");
  }

  @Test
  void someone_who_did_not_agree_is_not_asked() {
    var referral = ended("Ravensworth-Two", false);

    later(A_QUARTER);

    assertThat(journeys.openSteps(referral)).isEmpty();
    assertThat(results(referral)).isEmpty();
    assertThat(journeys.acts(referral)).endsWith("review.not-asked");
  }

  @Test
  void someone_who_cannot_be_reached_is_recorded_as_not_reached_and_nothing_is_made_up() {
    var referral = ended("Ravensworth-Three", true);
    later(A_QUARTER);
    for (int attempt = 1; attempt <= 3; attempt++) {
      assertThat(journeys.openSteps(referral)).as("attempt %d", attempt).containsExactly(REVIEW);
      journeys.completes(referral, REVIEW, NOT_REACHED);
      if (attempt < 3) {
        assertThat(journeys.openSteps(referral)).as("between two attempts").isEmpty();
        journeys.timePasses(THREE_WEEKS);
      }
    }

    assertThat(journeys.isRunning(referral)).isFalse();
    assertThat(results(referral)).containsExactly("NOT_REACHED 3");
    assertThat(occasions(referral)).as("no score is carried over").containsExactly("BASELINE", "CLOSING");
    assertThat(journeys.path(referral)).contains("endEvent_reviewNotReached");
    later(A_QUARTER);
    assertThat(journeys.openSteps(referral)).as("the next review is tried all the same").containsExactly(REVIEW);
  }

  @Test
  void someone_who_would_rather_not_be_asked_has_said_so_and_is_not_asked_again() {
    var referral = ended("Ravensworth-Four", true);
    later(A_QUARTER);

    journeys.completes(
        referral, REVIEW, Map.of("channel", "PHONE", "result", "DECLINED", "howItIs", "Rather not, thank you"));

    assertThat(results(referral)).containsExactly("DECLINED 1");
    assertThat(journeys.acts(referral)).endsWith("review.declined");
    later(A_QUARTER);
    assertThat(journeys.openSteps(referral)).isEmpty();
  }

  @Test
  void someone_who_needs_help_again_is_offered_a_new_referral_and_nothing_is_referred_by_itself() {
    var referral = ended("Ravensworth-Five", true);
    later(A_QUARTER);
    journeys.completes(referral, REVIEW, talked(true));

    assertThat(journeys.openSteps(referral)).containsExactly(OFFER);
    var linkWorker = journeys.summary(referral).linkWorker();
    assertThat(journeys.shown(linkWorker, referral, OFFER)).containsEntry("referLink", "/refer/gloucestershire");
    journeys.completes(referral, OFFER, Map.of("newReferral", "PERSON_REFERS"));

    assertThat(results(referral)).containsExactly("HELP_WANTED 1");
    assertThat(journeys.isRunning(referral)).isFalse();
    assertThat(journeys.summary(referral).closedState()).isEqualTo(ClosedState.COMPLETED);
    assertThat(journeys.acts(referral)).endsWith("review.held", "review.new-referral-offered");
  }

  @Test
  void a_talk_says_whether_they_still_go() {
    var referral = ended("Ravensworth-Six", true);
    later(A_QUARTER);
    var answers = new HashMap<>(talked(false));
    answers.remove("stillGoing");

    assertThatThrownBy(() -> journeys.completes(referral, REVIEW, answers)).hasMessageContaining("still go");
  }

  @Test
  void a_review_begins_once_however_often_the_day_is_begun() {
    var referral = ended("Ravensworth-Seven", true);
    later(A_QUARTER);
    rounds.now();
    rounds.now();

    assertThat(journeys.openSteps(referral)).containsExactly(REVIEW);
    assertThat(results(referral)).containsExactly("OPEN 0");
  }
}
