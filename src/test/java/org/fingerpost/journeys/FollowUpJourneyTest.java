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
import org.fingerpost.platform.engine.EngineClock;
import org.fingerpost.referral.AReferral;
import org.fingerpost.referral.ClosedState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Follow-up and outcome, told as what happens to people. */
@FingerpostTest
class FollowUpJourneyTest {

  private static final String CHECK_IN = "userTask_recordCheckIn";
  private static final String EXTENSION = "userTask_decideExtension";
  private static final String AFTER_MISSED = "userTask_decideAfterMissed";
  private static final String SUPERVISE = "userTask_superviseAfterMissed";
  private static final String OUTCOME = "userTask_recordOutcome";
  private static final Duration SIX_WEEKS = Duration.ofDays(50);
  private static final Duration A_FORTNIGHT = Duration.ofDays(14);

  /** Ten working days, even at Christmas. */
  private static final Duration TEN_WORKING_DAYS = Duration.ofDays(18);

  @Autowired Journeys journeys;
  @Autowired Consents consents;
  @Autowired TransactionTemplate transactions;
  @Autowired JdbcClient database;

  @AfterEach
  void nobody_is_in_the_engine() {
    journeys.nobodyIsInTheEngine(
        "Zebedee", "Wagstaffe", "curlews", "Loves the kiln", "bus was full", "door was dark", "nearly there", "Sings again");
  }

  private String introduced(AReferral request) {
    var referral = journeys.receives(request);
    journeys.completes(referral, "userTask_recordFirstContact", reached());
    journeys.completes(referral, "userTask_holdConversation", conversation("Hearing the curlews again"));
    journeys.completes(referral, "userTask_chooseActivity", journeys.firstOffer(referral));
    journeys.providerSays(referral, Answer.ACCEPTED);
    return referral;
  }

  private String atFirstCheckIn(String familyName) {
    var referral = introduced(someoneCalled(familyName));
    journeys.timePasses(SIX_WEEKS);
    return referral;
  }

  private static Map<String, Object> talked(String nextStep) {
    return Map.of("held", "HELD", "attendance", "ATTENDING", "howItGoes", "Loves the kiln", "nextStep", nextStep);
  }

  private static Map<String, Object> missed(String safety) {
    return Map.of("held", "MISSED", "safety", safety, "howItGoes", "The door was dark");
  }

  private static Map<String, Object> outcome(String reason) {
    var answers = new HashMap<String, Object>(wellbeing("7", "7", "8", "4"));
    answers.putAll(Map.of("closureReason", reason, "goalsMet", "PARTLY", "whatChanged", "Sings again"));
    return answers;
  }

  private Map<String, Object> shown(String referral, String step) {
    return journeys.shown(journeys.summary(referral).linkWorker(), referral, step);
  }

  private void consents(String referral, Consent.Purpose purpose, boolean yes) {
    var person = journeys.summary(referral).personId();
    transactions.executeWithoutResult(
        status ->
            consents.record(
                new Consent(
                    person, referral, purpose, yes, "PERSON", "TELEPHONE", today(), "follow-up-1", null, "lowri")));
  }

  private static LocalDate today() {
    return LocalDate.ofInstant(EngineClock.now(), EngineClock.LONDON);
  }

  private <T> T column(String referral, String expression, Class<T> type) {
    return database.sql("select " + expression + " where referral_id = ?").param(referral).query(type).single();
  }

  // ---- check-ins

  @Test
  void someone_who_goes_every_week_agrees_an_ending_and_support_ends_as_planned() {
    var referral = atFirstCheckIn("Wagstaffe-One");
    var answers = new HashMap<>(talked("CONTINUE"));
    var ending = today().plusWeeks(3);
    answers.put("endingOn", ending.toString());
    journeys.completes(referral, CHECK_IN, answers);

    assertThat(journeys.summary(referral).nextDate()).as("sooner than in six weeks").isEqualTo(ending);
    journeys.timePasses(Duration.ofDays(22));
    assertThat(shown(referral, CHECK_IN).get("endingAgreed")).asString().contains(Integer.toString(ending.getYear()));
    journeys.completes(referral, CHECK_IN, talked("END"));
    journeys.completes(referral, OUTCOME, outcome("GOALS_PARTLY_MET"));

    assertThat(journeys.summary(referral).closedState()).isEqualTo(ClosedState.COMPLETED);
    assertThat(journeys.path(referral)).contains("endEvent_supportEnded").doesNotContain(EXTENSION, AFTER_MISSED);
    assertThat(column(referral, "contacts from referral", Integer.class))
        .as("first contact, conversation and two check-ins")
        .isEqualTo(4);
  }

  @Test
  void another_activity_may_be_wanted_at_a_check_in_and_support_goes_on_meanwhile() {
    var referral = atFirstCheckIn("Wagstaffe-Two");

    assertThat(shown(referral, CHECK_IN).get("nextSteps").toString()).contains("CONTINUE", "ANOTHER_ACTIVITY", "END");
    journeys.completes(referral, CHECK_IN, talked("ANOTHER_ACTIVITY"));

    assertThat(journeys.openSteps(referral)).containsExactly("userTask_chooseActivity");
    assertThat(journeys.acts(referral)).contains("introduction.wanted");
    journeys.timersFire(referral);
    assertThat(journeys.openSteps(referral)).containsExactlyInAnyOrder("userTask_chooseActivity", CHECK_IN);
  }

  // ---- missed appointments

  @Test
  void someone_who_misses_an_appointment_gets_another_and_tells_how_it_goes() {
    var referral = atFirstCheckIn("Wagstaffe-Three");

    journeys.completes(referral, CHECK_IN, missed("SAFE"));

    assertThat(journeys.openSteps(referral)).as("a new appointment, in some days").isEmpty();
    journeys.timePasses(A_FORTNIGHT);
    assertThat(shown(referral, CHECK_IN)).containsEntry("missedBefore", 1).containsEntry("number", 1);
    journeys.completes(referral, CHECK_IN, talked("CONTINUE"));
    assertThat(journeys.acts(referral)).containsSubsequence("checkin.missed", "checkin.recorded", "checkin.planned");
  }

  @Test
  void who_missed_two_appointments_is_asked_what_is_in_the_way() {
    var referral = atFirstCheckIn("Wagstaffe-Four");
    for (int missed = 1; missed <= 2; missed++) {
      journeys.completes(referral, CHECK_IN, missed("NOT_KNOWN"));
      journeys.timePasses(A_FORTNIGHT);
    }

    assertThatThrownBy(() -> journeys.completes(referral, CHECK_IN, talked("CONTINUE")))
        .hasMessageContaining("in the way");
    var answers = new HashMap<>(talked("CONTINUE"));
    answers.put("barriers", List.of("TRAVEL", "STIGMA"));
    answers.put("howItGoes", "The bus was full");
    journeys.completes(referral, CHECK_IN, answers);

    assertThat(
            database
                .sql("select array_to_string(barriers, ' ') from check_in where referral_id = ? order by number desc limit 1")
                .param(referral)
                .query(String.class)
                .single())
        .isEqualTo("TRAVEL STIGMA");
  }

  private String missedThreeTimes(AReferral request) {
    var referral = introduced(request);
    journeys.timePasses(SIX_WEEKS);
    for (int missed = 1; missed <= 3; missed++) {
      journeys.completes(referral, CHECK_IN, missed("NOT_KNOWN"));
      if (missed < 3) {
        journeys.timePasses(A_FORTNIGHT);
      }
    }
    return referral;
  }

  @Test
  void after_three_missed_appointments_the_lead_decides_on_a_letter_and_the_end() {
    var referral = missedThreeTimes(someoneCalled("Wagstaffe-Five"));
    assertThat(journeys.openSteps(referral)).containsExactly(AFTER_MISSED);
    assertThat(journeys.task(referral, AFTER_MISSED).getDueDate()).isNotNull();
    assertThat(journeys.shown("grace", referral, AFTER_MISSED).get("story").toString().lines()).hasSize(3);

    journeys.completes(
        "grace", referral, AFTER_MISSED, Map.of("decision", "END", "reason", "Neighbours see them shopping"));

    assertThat(journeys.openSteps(referral)).containsExactly(OUTCOME);
    assertThat(column(referral, "count(*) from outbox_message", Integer.class, "support-ended-letter")).isEqualTo(1);
    journeys.completes(referral, OUTCOME, outcome("DID_NOT_ENGAGE"));
    assertThat(journeys.summary(referral).closureReason()).isEqualTo("DID_NOT_ENGAGE");
  }

  private <T> T column(String referral, String expression, Class<T> type, String purpose) {
    return database
        .sql("select " + expression + " where referral_id = ? and purpose = ?")
        .params(referral, purpose)
        .query(type)
        .single();
  }

  @Test
  void after_three_missed_appointments_the_lead_may_ask_for_one_more_try() {
    var referral = missedThreeTimes(someoneCalled("Wagstaffe-Six"));

    journeys.completes(
        "grace", referral, AFTER_MISSED, Map.of("decision", "TRY_AGAIN", "reason", "In the evening, perhaps"));

    assertThat(journeys.openSteps(referral)).isEmpty();
    journeys.timePasses(A_FORTNIGHT);
    assertThat(journeys.openSteps(referral)).containsExactly(CHECK_IN);
    journeys.completes(referral, CHECK_IN, missed("NOT_KNOWN"));
    assertThat(journeys.openSteps(referral)).as("a person decides again").containsExactly(AFTER_MISSED);
  }

  @Test
  void a_vulnerable_person_who_misses_three_appointments_goes_to_the_supervisor_and_gets_no_letter() {
    var referral = missedThreeTimes(someoneCalled("Wagstaffe-Seven").risks("FALLS"));
    assertThat(journeys.openSteps(referral)).containsExactly(SUPERVISE);
    assertThat(journeys.task(referral, SUPERVISE).getPriority()).isGreaterThan(50);

    assertThatThrownBy(
            () ->
                journeys.completes(
                    "grace", referral, SUPERVISE, Map.of("safety", "NOT_KNOWN", "decision", "END", "reason", "No answer")))
        .hasMessageContaining("safe");
    journeys.completes(
        "grace", referral, SUPERVISE, Map.of("safety", "NOT_KNOWN", "decision", "VISIT", "reason", "Lives alone"));
    journeys.timePasses(A_FORTNIGHT);
    journeys.completes(referral, CHECK_IN, missed("SAFE"));
    journeys.completes(
        "grace", referral, SUPERVISE, Map.of("safety", "SAFE", "decision", "END", "reason", "Moved in with a sister"));

    assertThat(journeys.openSteps(referral)).containsExactly(OUTCOME);
    assertThat(column(referral, "count(*) from outbox_message", Integer.class, "support-ended-letter")).isZero();
  }

  @Test
  void nobody_is_said_to_have_stopped_coming_who_missed_nothing() {
    var referral = atFirstCheckIn("Wagstaffe-Eight");
    journeys.completes(referral, CHECK_IN, talked("END"));

    assertThatThrownBy(() -> journeys.completes(referral, OUTCOME, outcome("DID_NOT_ENGAGE")))
        .hasMessageContaining("No appointment was missed");
    var withoutWords = new HashMap<>(outcome("CHOSE_TO_STOP"));
    withoutWords.remove("whatChanged");
    assertThatThrownBy(() -> journeys.completes(referral, OUTCOME, withoutWords)).hasMessageContaining("own word");
    assertThat(journeys.openSteps(referral)).containsExactly(OUTCOME);
  }

  // ---- limits

  @Test
  void contacts_are_warned_of_and_limited_and_the_lead_extends() {
    var referral = atFirstCheckIn("Wagstaffe-Nine");
    database.sql("update referral set contacts = 7 where referral_id = ?").param(referral).update();
    assertThat(shown(referral, CHECK_IN)).containsEntry("nearLimit", false);
    database.sql("update referral set contacts = 11 where referral_id = ?").param(referral).update();
    assertThat(shown(referral, CHECK_IN)).containsEntry("nearLimit", true).containsEntry("mostContacts", 12);

    journeys.completes(referral, CHECK_IN, talked("CONTINUE"));

    assertThat(journeys.openSteps(referral)).containsExactly(EXTENSION);
    assertThat(journeys.shown("grace", referral, EXTENSION)).containsEntry("contacts", 12);
    journeys.completes("grace", referral, EXTENSION, Map.of("decision", "EXTEND", "reason", "They are nearly there"));
    journeys.timePasses(SIX_WEEKS);
    assertThat(shown(referral, CHECK_IN)).containsEntry("mostContacts", 24).containsEntry("nearLimit", false);
    assertThat(journeys.acts(referral)).contains("support.extension-decided");
  }

  @Test
  void twelve_weeks_are_limited_and_the_lead_does_not_extend() {
    var referral = atFirstCheckIn("Wagstaffe-Ten");
    journeys.completes(referral, CHECK_IN, talked("CONTINUE"));
    journeys.timePasses(SIX_WEEKS);
    journeys.completes(referral, CHECK_IN, talked("CONTINUE"));
    assertThat(journeys.openSteps(referral)).containsExactly(EXTENSION);

    journeys.completes(
        "grace", referral, EXTENSION, Map.of("decision", "DO_NOT_EXTEND", "reason", "Settled, and others wait"));

    assertThat(journeys.openSteps(referral)).containsExactly(OUTCOME);
    assertThat(journeys.path(referral)).contains("endEvent_notExtended");
  }

  @Test
  void support_is_not_extended_beyond_the_longest_that_the_scheme_allows() {
    var referral = atFirstCheckIn("Wagstaffe-Eleven");
    database
        .sql("update referral set support_since = support_since - 200 where referral_id = ?")
        .param(referral)
        .update();
    journeys.completes(referral, CHECK_IN, talked("CONTINUE"));

    assertThat(journeys.shown("grace", referral, EXTENSION).get("decisions").toString()).doesNotContain("\"EXTEND\"");
    assertThatThrownBy(
            () -> journeys.completes("grace", referral, EXTENSION, Map.of("decision", "EXTEND", "reason", "More")))
        .hasMessageContaining("cannot be extended");
  }

  @Test
  void north_staffordshire_stays_close_in_the_first_weeks_after_an_introduction() {
    var referral =
        introduced(someoneCalled("Wagstaffe-Twelve").to("north-staffordshire").livingAt("ST3 5AA").needs("MONEY"));
    for (int contact = 1; contact <= 4; contact++) {
      journeys.timePasses(TEN_WORKING_DAYS);
      assertThat(shown(referral, CHECK_IN)).as("contact %d", contact).containsEntry("earlySupport", true);
      journeys.completes(referral, CHECK_IN, talked("CONTINUE"));
    }
    journeys.timePasses(TEN_WORKING_DAYS);
    assertThat(journeys.openSteps(referral)).as("then every six weeks, as elsewhere").isEmpty();
  }

  // ---- outcome

  @Test
  void an_outcome_shows_the_scores_of_the_beginning_and_keeps_the_pair() {
    var referral = atFirstCheckIn("Wagstaffe-Thirteen");
    journeys.completes(referral, CHECK_IN, talked("END"));
    assertThat(shown(referral, OUTCOME).get("before").toString()).contains("nowadays?: 4").contains("yesterday?: 7");

    var answers = outcome("GOALS_PARTLY_MET");
    answers.put("goalOneMet", "PARTLY");
    journeys.completes(referral, OUTCOME, answers);

    assertThat(
            database
                .sql(
                    """
                    select occasion || ' ' || (scores->>'lifeSatisfaction') from measure_record
                    where referral_id = ? and measure = 'ons4' order by 1""")
                .param(referral)
                .query(String.class)
                .list())
        .containsExactly("BASELINE 4", "CLOSING 7");
    assertThat(column(referral, "array_to_string(goals, ' ') from outcome", String.class)).isEqualTo("PARTLY");
    assertThat(column(referral, "array_to_string(snomed_codes, ' ') from outcome", String.class))
        .isEqualTo("871731000000106");
  }

  @Test
  void who_would_rather_not_say_has_an_outcome_all_the_same() {
    var referral = atFirstCheckIn("Wagstaffe-Fourteen");
    journeys.completes(referral, CHECK_IN, talked("END"));
    var answers = outcome("GOALS_PARTLY_MET");
    answers.put("lifeSatisfaction", "PREFER_NOT_TO_SAY");
    answers.remove("anxiousYesterday");

    journeys.completes(referral, OUTCOME, answers);

    assertThat(
            database
                .sql("select scores::text from measure_record where referral_id = ? and occasion = 'CLOSING'")
                .param(referral)
                .query(String.class)
                .single())
        .contains("PREFER_NOT_TO_SAY")
        .doesNotContain("anxiousYesterday");
  }

  @Test
  void goals_that_do_not_fit_together_are_asked_again() {
    var referral = atFirstCheckIn("Wagstaffe-Fifteen");
    journeys.completes(referral, CHECK_IN, talked("END"));
    var answers = outcome("GOALS_MET");
    answers.put("goalsMet", "GOALS_MET");
    answers.put("goalOneMet", "NOT_MET");

    assertThatThrownBy(() -> journeys.completes(referral, OUTCOME, answers)).hasMessageContaining("do not fit together");
  }

  private String endedAtPractice(String familyName, String practice, Boolean agreed) {
    var referral = introduced(someoneCalled(familyName).practice(practice));
    if (agreed != null) {
      consents(referral, Consent.Purpose.TELL_GP, agreed);
    }
    journeys.timePasses(SIX_WEEKS);
    journeys.completes(referral, CHECK_IN, talked("END"));
    journeys.completes(referral, OUTCOME, outcome("GOALS_PARTLY_MET"));
    return referral;
  }

  private List<String> toPractice(String referral) {
    return database
        .sql("select to_address || ' ' || params::text from outbox_message where referral_id = ? and purpose = ?")
        .params(referral, "referral-closed-gp")
        .query(String.class)
        .list();
  }

  @Test
  void the_practice_is_told_how_it_ended_where_the_person_agreed() {
    var referral = endedAtPractice("Wagstaffe-Sixteen", "Y99001", true);

    assertThat(toPractice(referral))
        .singleElement()
        .asString()
        .startsWith("severn-surgery@example.org")
        .contains("871731000000106", "nowadays?: 4, then 7")
        .doesNotContain("Loves the kiln", "Sings again", "871711000000103");
    assertThat(journeys.acts(referral)).contains("outcome.practice-told");
  }

  @Test
  void the_practice_is_not_told_where_the_person_said_no_or_was_not_asked() {
    assertThat(toPractice(endedAtPractice("Wagstaffe-Seventeen", "Y99001", false))).isEmpty();
    assertThat(toPractice(endedAtPractice("Wagstaffe-Eighteen", "Y99001", null))).isEmpty();
  }

  @Test
  void a_practice_whose_address_nobody_knows_is_not_written_to() {
    assertThat(toPractice(endedAtPractice("Wagstaffe-Nineteen", "Y12345", true))).isEmpty();
  }

  @Test
  void a_practice_hears_that_somebody_declined_with_the_code_for_it_and_no_other() {
    var referral = journeys.receives(someoneCalled("Wagstaffe-Twenty").practice("Y99001"));
    consents(referral, Consent.Purpose.TELL_GP, true);

    journeys.completes(
        referral, "userTask_recordFirstContact", Map.of("channel", "PHONE", "result", "DECLINED", "note", "Not for me"));

    assertThat(toPractice(referral)).singleElement().asString().contains("871711000000103").doesNotContain("871731");
  }
}
