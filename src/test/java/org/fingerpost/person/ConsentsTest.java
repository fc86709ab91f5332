package org.fingerpost.person;

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

import org.fingerpost.FingerpostTest;
import org.fingerpost.identity.SignedIn;
import org.fingerpost.journeys.Journeys;
import org.fingerpost.platform.Staff;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** Consent is several questions; each is answered, kept and taken back on its own, on one page. */
@FingerpostTest
class ConsentsTest {

  @Autowired Journeys journeys;
  @Autowired Consents consents;
  @Autowired Staff staff;
  @Autowired MockMvc web;
  @Autowired JdbcClient database;

  private String referred(String familyName) {
    return journeys.receives(Journeys.someoneCalled(familyName));
  }

  @Test
  void what_was_said_on_the_referral_form_is_on_the_ledger_question_by_question() {
    var referral = referred("Ledger-One");

    assertThat(consents.ledger(referral))
        .extracting(kept -> kept.consent().purpose())
        .containsExactlyInAnyOrder(
            Consent.Purpose.REFER, Consent.Purpose.HOLD_RECORD, Consent.Purpose.TELL_REFERRER);
    assertThat(consents.ledger(referral)).allSatisfy(kept -> assertThat(kept.consent().wordingVersion()).isEqualTo("refer-1"));
    assertThat(consents.granted(referral, Consent.Purpose.HOLD_RECORD, null)).isTrue();
    assertThat(consents.granted(referral, Consent.Purpose.TELL_GP, null)).as("never asked is no").isFalse();
    assertThat(consents.asked(referral, Consent.Purpose.TELL_GP)).isFalse();
  }

  @Test
  void an_answer_is_given_and_taken_back_with_one_click_each_and_both_are_kept() throws Exception {
    var referral = referred("Ledger-Two");
    String page = "/consents/" + referral;

    answer(page, "TELL_GP", true).andExpect(redirectedUrl(page));
    assertThat(consents.granted(referral, Consent.Purpose.TELL_GP, null)).isTrue();
    answer(page, "TELL_GP", false).andExpect(redirectedUrl(page));

    assertThat(consents.granted(referral, Consent.Purpose.TELL_GP, null)).isFalse();
    assertThat(consents.asked(referral, Consent.Purpose.TELL_GP)).isTrue();
    assertThat(
            database
                .sql(
                    """
                    select granted || ' ' || given_by || ' ' || given_how || ' ' || wording_version || ' ' || recorded_by
                    from consent_grant where referral_id = ? and purpose = 'TELL_GP' order by recorded_at, granted desc""")
                .param(referral)
                .query(String.class)
                .list())
        .containsExactlyInAnyOrder("true PERSON TELEPHONE tell-gp-1 lowri", "false PERSON TELEPHONE tell-gp-1 lowri");
    assertThat(journeys.openSteps(referral)).as("nothing else stops").containsExactly("userTask_recordFirstContact");
  }

  private org.springframework.test.web.servlet.ResultActions answer(String page, String purpose, boolean granted)
      throws Exception {
    return web.perform(
        post(page)
            .param("purpose", purpose)
            .param("granted", Boolean.toString(granted))
            .param("givenBy", "PERSON")
            .param("how", "TELEPHONE")
            .with(as("lowri"))
            .with(csrf()));
  }

  @Test
  void the_page_shows_the_words_and_each_look_is_on_record() throws Exception {
    var referral = referred("Ledger-Three");

    web.perform(get("/consents/" + referral).with(as("lowri")))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("May we tell your GP practice how your support ended?")))
        .andExpect(content().string(not(containsString("??"))))
        .andExpect(content().string(not(containsString("Zebedee"))));
    web.perform(get("/consents/" + referral).header("Accept-Language", "cy").with(as("lowri")))
        .andExpect(content().string(containsString("practis meddyg teulu")))
        .andExpect(content().string(not(containsString("The person agrees"))));

    assertThat(journeys.acts(referral)).filteredOn("consents.seen"::equals).hasSize(2);
  }

  @Test
  void without_the_record_nobody_can_go_on_so_the_page_offers_to_end() throws Exception {
    var referral = referred("Ledger-Four");
    String page = "/consents/" + referral;

    var done = answer(page, "HOLD_RECORD", false).andReturn();

    web.perform(get(page).cookie(done.getResponse().getCookies()).flashAttrs(new java.util.HashMap<>(done.getFlashMap())).with(as("lowri")))
        .andExpect(content().string(containsString("Nobody can go on helping without a record")))
        .andExpect(content().string(containsString("/referrals/" + referral + "/withdraw")));
    assertThat(journeys.summary(referral).open()).as("a person decides, not a page").isTrue();
  }

  @Test
  void a_question_nobody_asked_or_an_answer_without_who_and_how_is_refused() throws Exception {
    var referral = referred("Ledger-Five");
    web.perform(
            post("/consents/" + referral)
                .param("purpose", "TELL_PROVIDER")
                .param("activity", "tea-and-company")
                .param("granted", "true")
                .param("givenBy", "PERSON")
                .param("how", "TELEPHONE")
                .with(as("lowri"))
                .with(csrf()))
        .andExpect(content().string(containsString("The person was not asked about this")));
    web.perform(
            post("/consents/" + referral).param("purpose", "TELL_GP").param("granted", "true").with(as("lowri")).with(csrf()))
        .andExpect(content().string(containsString("Say who agreed")));
    assertThat(consents.asked(referral, Consent.Purpose.TELL_GP)).isFalse();
  }

  @Test
  void it_is_for_the_staff_of_the_scheme_alone() throws Exception {
    var referral = referred("Ledger-Six");
    web.perform(get("/consents/" + referral).with(as("bronwen"))).andExpect(status().isNotFound());
    for (String other : new String[] {"amir", "ada", "priya", "kit"}) {
      web.perform(get("/consents/" + referral).with(as(other))).andExpect(status().isForbidden());
    }
    web.perform(get("/consents/" + referral)).andExpect(status().is3xxRedirection());
  }

  private RequestPostProcessor as(String userId) {
    return user(new SignedIn(staff.find(userId).orElseThrow()));
  }
}
