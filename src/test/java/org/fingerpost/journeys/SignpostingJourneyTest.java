package org.fingerpost.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fingerpost.journeys.Journeys.someoneCalled;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.fingerpost.FingerpostTest;
import org.fingerpost.referral.AReferral;
import org.fingerpost.referral.ClosedState;
import org.fingerpost.referral.SignpostAnswer;
import org.fingerpost.referral.Signposting;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** The light touch: places to go to, one question, and a link worker for whoever wants one after all. */
@FingerpostTest
class SignpostingJourneyTest {

  @Autowired Journeys journeys;
  @Autowired Signposting signposting;
  @Autowired JdbcClient database;
  @Autowired MockMvc web;

  @AfterEach
  void nobody_is_in_the_engine() {
    journeys.nobodyIsInTheEngine("Zebedee", "Toadflax", "zebedee@example.org", "She would like company");
  }

  private static AReferral confident(String familyName) {
    return someoneCalled(familyName).wantsInformationOnly();
  }

  private String link(String referral, String purpose) {
    return database
        .sql("select regexp_replace(params->>'signpostLink', '.*/', '') from outbox_message where referral_id = ? and purpose = ?")
        .params(referral, purpose)
        .query(String.class)
        .single();
  }

  private List<String> messages(String referral) {
    return database.sql("select purpose from outbox_message where referral_id = ?").param(referral).query(String.class).list();
  }

  private String answer(String referral) {
    return database.sql("select answer from signpost where referral_id = ?").param(referral).query(String.class).list().get(0);
  }

  @Test
  void who_got_there_says_so_with_one_tap_and_is_left_in_peace() {
    var referral = journeys.receives(confident("Toadflax-One"));
    assertThat(messages(referral)).contains("referral-signposted").doesNotContain("signpost-asked");
    assertThat(journeys.openSteps(referral)).as("no link worker is needed").isEmpty();
    assertThat(journeys.summary(referral).linkWorker()).isNull();

    journeys.timePasses(Duration.ofDays(21));
    assertThat(messages(referral)).contains("signpost-asked");
    assertThat(signposting.answer(link(referral, "signpost-asked"), SignpostAnswer.GOT_THERE))
        .contains(SignpostAnswer.GOT_THERE);

    assertThat(answer(referral)).isEqualTo("GOT_THERE");
    assertThat(journeys.summary(referral).closedState()).isEqualTo(ClosedState.SIGNPOSTED);
    assertThat(journeys.isRunning(referral)).isFalse();
    assertThat(signposting.answer(link(referral, "signpost-asked"), SignpostAnswer.LINK_WORKER))
        .as("the first answer stays")
        .contains(SignpostAnswer.GOT_THERE);
  }

  @Test
  void who_has_not_been_yet_says_so() {
    var referral = journeys.receives(confident("Toadflax-Two"));
    signposting.answer(link(referral, "referral-signposted"), SignpostAnswer.NOT_YET);
    assertThat(answer(referral)).isEqualTo("NOT_YET");
    assertThat(journeys.summary(referral).closedState()).isEqualTo(ClosedState.SIGNPOSTED);
  }

  @Test
  void who_says_nothing_is_recorded_as_just_that_and_asked_no_more() {
    var referral = journeys.receives(confident("Toadflax-Three"));

    journeys.timePasses(Duration.ofDays(21));
    journeys.timePasses(Duration.ofDays(30));

    assertThat(answer(referral)).isEqualTo("NO_ANSWER");
    assertThat(journeys.summary(referral).closedState()).isEqualTo(ClosedState.SIGNPOSTED);
    assertThat(journeys.path(referral)).contains("endEvent_noAnswer", "endEvent_signposted");
    assertThat(messages(referral)).filteredOn("signpost-asked"::equals).hasSize(1);
  }

  @Test
  void who_wants_a_link_worker_after_all_gets_one_without_telling_their_story_twice() {
    var referral = journeys.receives(confident("Toadflax-Four"));

    signposting.answer(link(referral, "referral-signposted"), SignpostAnswer.LINK_WORKER);
    assertThat(journeys.openSteps(referral)).containsExactly("userTask_decideLinkWorker");
    assertThat(journeys.task(referral, "userTask_decideLinkWorker").getDueDate()).isNotNull();
    journeys.completes(
        "grace",
        referral,
        "userTask_decideLinkWorker",
        Map.of("decision", "GIVE_LINK_WORKER", "reason", "She would like company on the first visit"));

    assertThat(journeys.openSteps(referral)).containsExactly("userTask_recordFirstContact");
    assertThat(journeys.summary(referral).open()).isTrue();
    assertThat(journeys.summary(referral).linkWorker()).isIn("lowri", "tom");
    assertThat(journeys.path(referral)).contains("endEvent_linkWorkerGiven");
  }

  @Test
  void a_team_lead_who_spoke_with_the_person_may_leave_it_at_that() {
    var referral = journeys.receives(confident("Toadflax-Five"));
    signposting.answer(link(referral, "referral-signposted"), SignpostAnswer.LINK_WORKER);

    journeys.completes(
        "grace",
        referral,
        "userTask_decideLinkWorker",
        Map.of("decision", "SPOKE_TO_PERSON", "reason", "She would like company only for the bus"));

    assertThat(journeys.summary(referral).closedState()).isEqualTo(ClosedState.SIGNPOSTED);
    assertThat(journeys.isRunning(referral)).isFalse();
    assertThat(journeys.path(referral)).contains("endEvent_answered");
  }

  @Test
  void who_cannot_be_written_to_gets_the_page_from_the_referrer_and_no_question() {
    var referral = journeys.receives(confident("Toadflax-Six").reachedBy("01632 960222", null));
    assertThat(messages(referral)).contains("signposts-to-hand-over").doesNotContain("referral-signposted");

    journeys.timePasses(Duration.ofDays(40));

    assertThat(messages(referral)).doesNotContain("signpost-asked");
    assertThat(answer(referral)).isEqualTo("NO_ANSWER");
  }

  @Test
  void without_leave_to_tell_the_referrer_the_places_wait_to_be_printed() {
    var referral = journeys.receives(confident("Toadflax-Seven").reachedBy("01632 960222", null).notToBeTold());
    assertThat(messages(referral)).contains("referral-signposted").doesNotContain("signposts-to-hand-over");
  }

  @Test
  void the_page_is_public_says_nothing_about_the_person_and_expires() throws Exception {
    var referral = journeys.receives(confident("Toadflax-Eight"));
    String page = "/signpost/" + link(referral, "referral-signposted");

    web.perform(get(page))
        .andExpect(status().isOk())
        .andExpect(header().string("Cache-Control", "no-store"))
        .andExpect(content().string(containsString("Did you get there?")))
        .andExpect(content().string(containsString("Severn Good Company")))
        .andExpect(content().string(not(containsString("??"))))
        .andExpect(content().string(not(containsString("Zebedee"))))
        .andExpect(content().string(not(containsString(referral))));
    web.perform(get(page).header("Accept-Language", "cy"))
        .andExpect(content().string(containsString("Wnaethoch chi gyrraedd?")));
    assertThat(answer(referral)).as("looking answers nothing").isNull();
    web.perform(post(page).param("answer", "GOT_THERE").with(csrf())).andExpect(redirectedUrl(page));
    web.perform(get(page))
        .andExpect(content().string(containsString("Thank you for telling us")))
        .andExpect(content().string(not(containsString("Did you get there?"))));

    journeys.timePasses(Duration.ofDays(60));
    web.perform(get(page)).andExpect(status().isNotFound()).andExpect(content().string(containsString("This page has expired")));
    web.perform(get("/signpost/made-up")).andExpect(status().isNotFound());
  }

  @Test
  void the_light_touch_is_counted_apart() {
    var before = signposting.counts("gloucestershire", Instant.EPOCH, Instant.now().plus(Duration.ofDays(36500)));
    var referral = journeys.receives(confident("Toadflax-Nine"));
    signposting.answer(link(referral, "referral-signposted"), SignpostAnswer.GOT_THERE);
    journeys.receives(confident("Toadflax-Ten"));

    var after = signposting.counts("gloucestershire", Instant.EPOCH, Instant.now().plus(Duration.ofDays(36500)));
    assertThat(after.sent()).isEqualTo(before.sent() + 2);
    assertThat(after.gotThere()).isEqualTo(before.gotThere() + 1);
    assertThat(after.waiting()).isEqualTo(before.waiting() + 1);
  }
}
