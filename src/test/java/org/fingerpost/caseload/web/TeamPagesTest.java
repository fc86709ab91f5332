package org.fingerpost.caseload.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.List;
import org.fingerpost.FingerpostTest;
import org.fingerpost.caseload.Absences;
import org.fingerpost.caseload.Team;
import org.fingerpost.caseload.TeamMember;
import org.fingerpost.identity.SignedIn;
import org.fingerpost.platform.Actor;
import org.fingerpost.platform.Staff;
import org.fingerpost.platform.engine.EngineClock;
import org.fingerpost.referral.AReferral;
import org.fingerpost.referral.ReceivedReferral;
import org.fingerpost.referral.ReceivingReferral;
import org.fingerpost.referral.Referrals;
import org.fingerpost.referral.WithdrawingReferral;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** The team lead's page. North Staffordshire: dev leads it and works in it, so does robin for as long as a test lasts. */
@FingerpostTest
class TeamPagesTest {

  private static final String SCHEME = "north-staffordshire";

  @Autowired MockMvc web;
  @Autowired ReceivingReferral receiving;
  @Autowired WithdrawingReferral withdrawing;
  @Autowired Referrals referrals;
  @Autowired Team team;
  @Autowired Absences absences;
  @Autowired Staff staff;
  @Autowired JdbcClient database;

  @BeforeEach
  void robin_works_here() {
    database
        .sql(
            """
            insert into staff_account (user_id, display_name, password_hash, roles, scheme_id)
            values ('robin', 'Robin Ashworth', '-', '{link-workers}', 'north-staffordshire')
            on conflict (user_id) do update set active = true
            """)
        .update();
  }

  @AfterEach
  void robin_goes_home() {
    absences.of(SCHEME).forEach(absence -> absences.endNow(absence.absenceId()));
    database.sql("delete from link_worker where user_id = 'robin'").update();
    database.sql("update staff_account set active = false where user_id = 'robin'").update();
    database.sql("update link_worker set capacity = 100000 where user_id = 'dev'").update();
  }

  @Test
  void the_page_shows_who_has_how_much_in_hand_in_both_languages() throws Exception {
    web.perform(get("/team").with(as("dev")))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("Dev Chaudhry")))
        .andExpect(content().string(containsString("Robin Ashworth")))
        .andExpect(content().string(containsString("Nothing is set yet")))
        .andExpect(content().string(containsString("Nobody is waiting for a link worker.")))
        .andExpect(content().string(containsString("href=\"/team\"")))
        .andExpect(content().string(not(containsString("??"))));
    web.perform(get("/team").header("Accept-Language", "cy").with(as("dev")))
        .andExpect(content().string(containsString("Rhestr aros")))
        .andExpect(content().string(not(containsString("Waiting list"))));
  }

  @Test
  void a_team_lead_sets_what_a_link_worker_can_take_on() throws Exception {
    web.perform(get("/team/workers/robin").with(as("dev")))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("value=\"40\"")))
        .andExpect(content().string(not(containsString("??"))));

    web.perform(
            form("/team/workers/robin")
                .param("capacity", "12")
                .param("warnAt", "")
                .param("patches", anArea())
                .param("practices", "m83001, M83002")
                .param("languages", "en", "cy")
                .param("gender", "FEMALE"))
        .andExpect(redirectedUrl("/team"));

    var robin = team.member(SCHEME, "robin").orElseThrow();
    assertThat(robin.capacity()).isEqualTo(12);
    assertThat(robin.warnAt()).isEqualByComparingTo("9");
    assertThat(robin.practices()).containsExactly("M83001", "M83002");
    assertThat(robin.languages()).containsExactly("en", "cy");
    assertThat(robin.load()).isEqualTo("ROOM");
  }

  @Test
  void what_cannot_be_is_refused_with_words_at_the_field() throws Exception {
    web.perform(form("/team/workers/robin").param("capacity", "lots").param("languages", "en"))
        .andExpect(content().string(containsString("Enter a whole number for when they are full")));
    web.perform(
            form("/team/workers/robin").param("capacity", "10").param("warnAt", "11").param("languages", "en").param("practices", "Dr Ruth"))
        .andExpect(content().string(containsString("Nearly full comes before full")))
        .andExpect(content().string(containsString("A practice code is a capital letter and five digits")))
        .andExpect(content().string(containsString("href=\"#warnAt\"")));
    web.perform(form("/team/workers/robin").param("capacity", "10").param("patches", "ATLANTIS"))
        .andExpect(content().string(containsString("Choose areas of this scheme")))
        .andExpect(content().string(containsString("Choose at least one language")));
    assertThat(team.member(SCHEME, "robin").orElseThrow().settled()).isFalse();
  }

  @Test
  void an_absence_is_recorded_with_its_cover_and_ended() throws Exception {
    settled();
    var monday = LocalDate.ofInstant(EngineClock.now(), EngineClock.LONDON).plusDays(40);
    web.perform(absence("robin", monday, monday.plusDays(4)).param("reason", "LEAVE").param("cover", "dev"))
        .andExpect(redirectedUrl("/team"));

    web.perform(get("/team").with(as("dev")))
        .andExpect(content().string(containsString("Away from")))
        .andExpect(content().string(containsString("End now")));
    web.perform(absence("robin", monday.plusDays(1), monday.plusDays(2)).param("reason", "TRAINING"))
        .andExpect(content().string(containsString("An absence is recorded for these days already")));
    web.perform(absence("dev", monday, monday).param("reason", "LEAVE"))
        .andExpect(content().string(containsString("They cover for a colleague on these days")));
    web.perform(form("/team/absences/" + absences.of(SCHEME).get(0).absenceId() + "/end")).andExpect(redirectedUrl("/team"));
    assertThat(absences.of(SCHEME)).isEmpty();
  }

  @Test
  void an_absence_that_cannot_be_is_refused() throws Exception {
    settled();
    var day = LocalDate.ofInstant(EngineClock.now(), EngineClock.LONDON).plusDays(40);
    web.perform(absence("robin", day, day.minusDays(1)).param("reason", "LEAVE"))
        .andExpect(content().string(containsString("The last day is before the first")));
    web.perform(absence("robin", day, null).param("reason", "LEAVE"))
        .andExpect(content().string(containsString("Enter the last day away")));
    web.perform(absence("robin", day, day).param("reason", "LEAVE").param("cover", "lowri"))
        .andExpect(content().string(containsString("Choose another link worker of this scheme")));
    web.perform(absence("robin", day, null).param("reason", "LEAVING").param("cover", "dev"))
        .andExpect(content().string(containsString("Nobody covers for somebody who leaves")));
    web.perform(absence("robin", day, day)).andExpect(content().string(containsString("Choose a reason")));
    web.perform(form("/team/workers/robin/absence").param("reason", "LEAVE").param("firstDay-day", "31").param("firstDay-month", "2").param("firstDay-year", "2027"))
        .andExpect(content().string(containsString("Enter the first day away, such as")));
    assertThat(absences.of(SCHEME)).isEmpty();
  }

  @Test
  void a_referral_is_given_to_a_colleague_with_a_reason_and_says_why_it_was_whose() throws Exception {
    var referral = referred().referralId();
    settled();
    String page = "/team/referrals/" + referral;

    web.perform(get(page).with(as("dev")))
        .andExpect(content().string(containsString("Why this link worker")))
        .andExpect(content().string(containsString("They had room")))
        .andExpect(content().string(not(containsString("Zebedee"))))
        .andExpect(content().string(not(containsString("??"))));
    web.perform(form(page)).andExpect(content().string(containsString("Choose a link worker of this scheme")));
    web.perform(form(page).param("linkWorker", "robin")).andExpect(content().string(containsString("Choose a reason")));
    web.perform(form(page).param("linkWorker", "lowri").param("reason", "OTHER"))
        .andExpect(content().string(containsString("Choose a link worker of this scheme")));
    web.perform(form(page).param("linkWorker", "robin").param("reason", "PERSON_ASKED")).andExpect(redirectedUrl("/team"));

    assertThat(referrals.get(referral).linkWorker()).isEqualTo("robin");
    web.perform(get("/team/workers/robin/referrals").with(as("dev"))).andExpect(content().string(containsString(referral)));
    web.perform(get("/team/workers/robin/hand-over").with(as("dev")))
        .andExpect(content().string(containsString("name=\"to-" + referral + "\"")))
        .andExpect(content().string(not(containsString("??"))));
    web.perform(form("/team/workers/robin/hand-over").param("everything", "dev").param("reason", "LEAVING"))
        .andExpect(redirectedUrl("/team"));
    assertThat(referrals.get(referral).linkWorker()).isEqualTo("dev");
    withdrawing.withdraw(referral, "OTHER", Actor.PUBLIC);
  }

  @Test
  void who_waits_is_told_their_place_kindly() throws Exception {
    database.sql("update link_worker set capacity = 0 where user_id = 'dev'").update();
    var received = referred();

    web.perform(get("/track/" + received.trackingToken()))
        .andExpect(content().string(containsString("it is number 1 of 1")))
        .andExpect(content().string(not(containsString("Zebedee"))));
    web.perform(get("/track/" + received.trackingToken()).header("Accept-Language", "cy"))
        .andExpect(content().string(containsString("rhif 1 o 1")));
    web.perform(get("/team").with(as("dev"))).andExpect(content().string(containsString(received.referralId())));
    withdrawing.withdraw(received.referralId(), "OTHER", Actor.PUBLIC);
    web.perform(get("/track/" + received.trackingToken())).andExpect(content().string(not(containsString("number 1"))));
  }

  @Test
  void other_roles_and_other_schemes_are_refused() throws Exception {
    var referral = referred().referralId();
    for (String path :
        List.of("/team", "/team/workers/dev", "/team/workers/dev/absence", "/team/workers/dev/hand-over", "/team/referrals/" + referral)) {
      for (String nobody : List.of("lowri", "amir", "priya", "ada", "kit")) {
        web.perform(get(path).with(as(nobody))).andExpect(status().isForbidden());
      }
      web.perform(get(path)).andExpect(status().is3xxRedirection());
    }
    for (String path : List.of("/team/workers/dev", "/team/workers/dev/absence", "/team/workers/dev/hand-over", "/team/referrals/" + referral)) {
      web.perform(get(path).with(as("grace"))).andExpect(status().isNotFound());
      web.perform(post(path).with(as("grace")).with(csrf())).andExpect(status().isNotFound());
    }
    web.perform(get("/team").with(as("grace"))).andExpect(content().string(not(containsString("Dev Chaudhry"))));
    web.perform(post("/team/workers/dev").with(as("dev"))).andExpect(status().isForbidden());
    withdrawing.withdraw(referral, "OTHER", Actor.PUBLIC);
  }

  private void settled() throws Exception {
    web.perform(form("/team/workers/robin").param("capacity", "40").param("languages", "en")).andExpect(redirectedUrl("/team"));
  }

  private MockHttpServletRequestBuilder absence(String userId, LocalDate first, LocalDate last) {
    var request = form("/team/workers/" + userId + "/absence");
    request
        .param("firstDay-day", "" + first.getDayOfMonth())
        .param("firstDay-month", "" + first.getMonthValue())
        .param("firstDay-year", "" + first.getYear());
    if (last != null) {
      request
          .param("lastDay-day", "" + last.getDayOfMonth())
          .param("lastDay-month", "" + last.getMonthValue())
          .param("lastDay-year", "" + last.getYear());
    }
    return request;
  }

  private MockHttpServletRequestBuilder form(String path) {
    return post(path).with(as("dev")).with(csrf());
  }

  private String anArea() {
    return database.sql("select patches[1] from link_worker where user_id = 'dev'").query(String.class).single();
  }

  private ReceivedReferral referred() {
    return receiving.receive(
        AReferral.forZebedee()
            .named("Zebedee", "Quill " + Long.toString(System.nanoTime(), 36))
            .to(SCHEME)
            .livingAt("ST3 5AA")
            .needs("LONG_TERM_CONDITION", "MONEY")
            .request());
  }

  private RequestPostProcessor as(String userId) {
    return user(new SignedIn(staff.find(userId).orElseThrow()));
  }
}
