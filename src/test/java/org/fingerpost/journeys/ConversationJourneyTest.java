package org.fingerpost.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fingerpost.journeys.Journeys.conversation;
import static org.fingerpost.journeys.Journeys.reached;
import static org.fingerpost.journeys.Journeys.someoneCalled;
import static org.fingerpost.journeys.Journeys.wellbeing;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.fingerpost.FingerpostTest;
import org.fingerpost.identity.SignedIn;
import org.fingerpost.platform.Staff;
import org.fingerpost.platform.engine.EngineClock;
import org.fingerpost.referral.Stage;
import org.fingerpost.referral.ReferralRequest.ConsentToRefer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** The what-matters conversation, told as what happens between a person and their link worker. */
@FingerpostTest
class ConversationJourneyTest {

  private static final String HOLD = "userTask_holdConversation";

  @Autowired Journeys journeys;
  @Autowired JdbcClient database;
  @Autowired MockMvc web;
  @Autowired Staff staff;

  @AfterEach
  void nobody_is_in_the_engine() {
    journeys.nobodyIsInTheEngine(
        "Zebedee", "Quillfeather", "zebedee@example.org", "curlews", "every footpath", "Alsatian", "bass guitar", "her nan");
  }

  private static LocalDate inDays(int days) {
    return LocalDate.ofInstant(EngineClock.now(), EngineClock.LONDON).plusDays(days);
  }

  private String readyToTalk(String familyName) {
    var referral = journeys.receives(someoneCalled(familyName));
    journeys.completes(referral, "userTask_recordFirstContact", reached());
    return referral;
  }

  private static Map<String, Object> meetAgain(int days, Map<String, Object> answers) {
    var all = new HashMap<>(answers);
    all.put("meetAgain", true);
    all.put("nextMeetingOn", inDays(days).toString());
    return all;
  }

  private static Map<String, Object> wholePlan() {
    var answers = conversation("Hearing the curlews again");
    answers.put("peopleWhoMatter", "A neighbour with a dog");
    answers.put("goalOneActionWho", "PERSON");
    answers.put("goalOneActionBy", inDays(10).toString());
    answers.put("goalOneNext", "Go along once");
    answers.put("goalOneNextWho", "LINK_WORKER");
    answers.put("goalOneNextBy", inDays(20).toString());
    answers.put("goalTwo", "Cook for two on Sundays");
    answers.put("goalTwoImportance", 7);
    answers.put("goalThree", "Write to an old friend");
    answers.put("place", "COMMUNITY");
    answers.put("meetAgain", false);
    answers.put("agreedWith", "PERSON");
    answers.put("reviewOn", inDays(60).toString());
    return answers;
  }

  @Test
  void one_meeting_is_enough_for_somebody_who_knows_what_they_want() {
    var referral = readyToTalk("Quillfeather-Meeting");

    journeys.completes(referral, HOLD, wholePlan());

    assertThat(journeys.openSteps(referral)).containsExactly("userTask_chooseActivity");
    assertThat(journeys.summary(referral).stage()).isEqualTo(Stage.CONVERSATION);
    assertThat(journeys.acts(referral)).containsOnlyOnce("conversation.held");
    assertThat(
            database
                .sql(
                    """
                    select g.goal || ': ' || jsonb_array_length(g.actions) from goal g join conversation c using (conversation_id)
                    where c.referral_id = ? order by g.position""")
                .param(referral)
                .query(String.class)
                .list())
        .containsExactly("Walk with others once a week: 2", "Cook for two on Sundays: 0", "Write to an old friend: 0");
  }

  @Test
  void somebody_who_needs_time_meets_three_times_before_there_is_a_plan() {
    var referral = readyToTalk("Quillfeather-Thrice");

    journeys.completes(referral, HOLD, meetAgain(7, Map.of("strengths", "Knows every footpath in the valley")));
    assertThat(journeys.openSteps(referral)).containsExactly(HOLD);
    assertThat(journeys.task(referral, HOLD).getDueDate().toInstant().atZone(EngineClock.LONDON).toLocalDate())
        .isEqualTo(inDays(7));
    assertThat(journeys.summary(referral).nextDate()).isEqualTo(inDays(7));

    var second = journeys.shown(journeys.summary(referral).linkWorker(), referral, HOLD);
    assertThat(second.get("strengths")).isEqualTo("Knows every footpath in the valley");
    assertThat(second.get("meetingNote").toString()).startsWith("This is meeting 2;");
    assertThat(second.get("lifeSatisfactionAsked")).isEqualTo(true);
    var more = meetAgain(14, wellbeing("4", "5", "3", "7"));
    more.put("strengths", "Knows every footpath in the valley");
    more.put("goalOne", "Walk with others once a week");
    more.put("goalOneImportance", 9);
    more.put("goalOneAction", "Meet the walk leader first");
    more.put("goalOneActionBy", inDays(10).toString());
    journeys.completes(referral, HOLD, more);

    var third = journeys.shown(journeys.summary(referral).linkWorker(), referral, HOLD);
    assertThat(third.get("goalOne")).isEqualTo("Walk with others once a week");
    assertThat(third.get("goalOneImportance")).isEqualTo(9);
    assertThat(third.get("goalOneActionBy")).isEqualTo(inDays(10).toString());
    assertThat(third.get("lifeSatisfactionAsked")).as("taken at the second meeting").isEqualTo(false);
    var plan = wholePlan();
    wellbeing("", "", "", "").keySet().forEach(plan::remove);
    journeys.completes(referral, HOLD, plan);

    assertThat(journeys.openSteps(referral)).containsExactly("userTask_chooseActivity");
    assertThat(
            database
                .sql("select meeting from conversation where referral_id = ? order by 1")
                .param(referral)
                .query(Integer.class)
                .list())
        .containsExactly(1, 2, 3);
    assertThat(journeys.path(referral)).contains("gateway_anotherMeeting");
  }

  @Test
  void somebody_who_would_rather_not_say_is_not_counted_as_a_zero() {
    var referral = readyToTalk("Quillfeather-Discreet");
    var answers = wholePlan();
    answers.put("anxiousYesterday", "PREFER_NOT_TO_SAY");
    answers.remove("worthwhile");

    journeys.completes(referral, HOLD, answers);

    assertThat(
            database
                .sql("select scores::text from measure_record where referral_id = ?")
                .param(referral)
                .query(String.class)
                .single())
        .contains("\"anxiousYesterday\": \"PREFER_NOT_TO_SAY\"", "\"lifeSatisfaction\": 4")
        .doesNotContain("worthwhile");
  }

  @Test
  void nobody_visits_a_home_without_having_asked_what_is_there() {
    var referral = readyToTalk("Quillfeather-Visited");
    var first = meetAgain(5, Map.of("strengths", "Knows every footpath in the valley"));
    first.put("place", "PHONE");
    first.put("nextPlace", "HOME");

    assertThatThrownBy(() -> journeys.completes(referral, HOLD, first)).hasMessageContaining("answer all six questions");
    first.putAll(
        Map.of(
            "pets", "YES", "otherPeople", "NO", "weaponsOrViolence", "NOT_KNOWN", "access", "NO", "parking", "NO", "smoke",
            "YES", "homeNote", "An Alsatian, kept in the kitchen"));
    journeys.completes(referral, HOLD, first);

    var next = journeys.shown(journeys.summary(referral).linkWorker(), referral, HOLD);
    assertThat(next.get("notices").toString())
        .contains("pets (Yes)", "weapons or violence (Not known)", "smoke (Yes)", "An Alsatian")
        .doesNotContain("parking");
    assertThat(next.get("place")).isEqualTo("HOME");
    assertThat(next.get("pets")).isEqualTo("YES");
    var plan = wholePlan();
    plan.put("pets", "NO");
    assertThatThrownBy(() -> journeys.completes(referral, HOLD, plan)).hasMessageContaining("meetings at home only");
  }

  @Test
  void a_young_person_of_Arts_on_Prescription_tells_likes_and_wants_first_and_is_asked_the_three_outcomes() {
    var referral =
        journeys.receives(
            someoneCalled("Quillfeather-Young")
                .to("arts-on-prescription")
                .needs("LONG_TERM_CONDITION", "ARTS_CULTURE")
                .born(inDays(-14 * 365))
                .consent(new ConsentToRefer(true, "PARENT", "IN_PERSON", inDays(0))));
    journeys.completes(referral, "userTask_recordFirstContact", reached());
    var worker = journeys.summary(referral).linkWorker();

    var shown = journeys.shown(worker, referral, HOLD);
    assertThat(shown.get("likesFirst")).isEqualTo(true);
    assertThat(shown.get("copingConfidenceAsked")).isEqualTo(true);
    assertThat(shown.get("happyYesterdayAsked")).isEqualTo(true);
    assertThat(shown.get("anxiousYesterdayAsked")).as("children are not asked about anxiety").isEqualTo(false);

    var answers = wholePlan();
    answers.put("likesAndWants", "Playing bass guitar with others who have diabetes");
    assertThatThrownBy(() -> journeys.completes(referral, HOLD, answers)).hasMessageContaining("is not asked");
    answers.remove("anxiousYesterday");
    answers.putAll(Map.of("copingConfidence", "3", "connection", "1", "selfManagement", "6"));
    journeys.completes(referral, HOLD, answers);

    assertThat(
            database
                .sql("select measure from measure_record where referral_id = ? and occasion = 'BASELINE' order by 1")
                .param(referral)
                .query(String.class)
                .list())
        .containsExactly("arts-on-prescription", "ons4");
    assertThat(journeys.openSteps(referral)).containsExactly("userTask_chooseActivity");
  }

  @Test
  void an_older_scheme_does_not_ask_for_likes_first_and_asks_what_its_own_data_say() {
    var referral = readyToTalk("Quillfeather-Usual");

    var shown = journeys.shown(journeys.summary(referral).linkWorker(), referral, HOLD);

    assertThat(shown.get("likesFirst")).isEqualTo(false);
    assertThat(shown.get("copingConfidenceAsked")).isEqualTo(false);
    assertThat(shown.get("lackCompanionshipAsked")).isEqualTo(false);
    assertThat(shown.get("anxiousYesterdayAsked")).isEqualTo(true);
  }

  @Test
  void a_plan_is_shared_with_the_person_in_welsh() throws Exception {
    var referral = readyToTalk("Quillfeather-Cymraes");
    journeys.completes(referral, HOLD, wholePlan());
    var worker = new SignedIn(staff.find(journeys.summary(referral).linkWorker()).orElseThrow());

    web.perform(
            post("/plan/" + referral + "/share").param("language", "cy").param("wanted", "true").with(user(worker)).with(csrf()))
        .andExpect(redirectedUrl("/plan/" + referral));

    String link =
        database
            .sql("select params->>'planLink' from outbox_message where referral_id = ? and purpose = 'plan-shared'")
            .param(referral)
            .query(String.class)
            .single();
    assertThat(link).endsWith("?lang=cy");
    web.perform(get(link.replace("http://localhost", "")))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("Beth sy&#39;n bwysig i mi")))
        .andExpect(content().string(containsString("Hearing the curlews again")));
    assertThat(journeys.acts(referral)).contains("conversation.plan-shared", "conversation.plan-opened");
  }
}
