package org.fingerpost.referral.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.fingerpost.FingerpostTest;
import org.fingerpost.identity.SignedIn;
import org.fingerpost.platform.Staff;
import org.fingerpost.referral.AReferral;
import org.fingerpost.referral.ClosedState;
import org.fingerpost.referral.ReceivingReferral;
import org.fingerpost.referral.Referrals;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

@FingerpostTest
class ReferralsPagesTest {

  @Autowired MockMvc web;
  @Autowired JdbcClient database;
  @Autowired ReceivingReferral receiving;
  @Autowired Referrals referrals;
  @Autowired Staff staff;

  @Test
  void a_link_worker_sees_the_schemes_referrals_without_names() throws Exception {
    String id = referred();

    // First in the list stands whose next date comes first; other tests' referrals need not leave this one a place on the first page.
    database.sql("update referral set next_date = date '2000-01-03' where referral_id = ?").param(id).update();
    web.perform(get("/referrals").with(as("lowri")))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString(id)))
        .andExpect(content().string(containsString("Link worker assigned")))
        .andExpect(content().string(containsString("/referrals/" + id + "/withdraw")))
        .andExpect(content().string(not(containsString("Zebedee"))))
        .andExpect(content().string(not(containsString("notification-banner"))))
        .andExpect(content().string(not(containsString("??"))));
    web.perform(get("/referrals").with(as("bronwen"))).andExpect(content().string(not(containsString(id))));
  }

  @Test
  void a_withdrawal_asks_for_a_reason_and_says_what_was_done() throws Exception {
    String id = referred();
    String page = "/referrals/" + id + "/withdraw";

    web.perform(get(page).with(as("lowri"))).andExpect(status().isOk()).andExpect(content().string(containsString(id)));
    web.perform(post(page).with(as("lowri")).with(csrf()))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("Choose why it is withdrawn")));
    assertThat(referrals.get(id).open()).isTrue();

    var done =
        web.perform(post(page).param("reason", "CHANGED_MIND").with(as("lowri")).with(csrf()))
            .andExpect(redirectedUrl("/referrals"))
            .andExpect(flash().attribute("withdrawn", id))
            .andReturn();
    web.perform(get("/referrals").cookie(done.getResponse().getCookies()).with(as("lowri")))
        .andExpect(content().string(containsString("Referral " + id + " is withdrawn")));
    assertThat(referrals.get(id).closedState()).isEqualTo(ClosedState.WITHDRAWN);
    web.perform(get("/referrals?open=false").with(as("lowri")))
        .andExpect(content().string(containsString(id)))
        .andExpect(content().string(containsString("Withdrawn")));
  }

  @Test
  void a_referral_of_another_scheme_is_not_found_and_cannot_be_withdrawn() throws Exception {
    String page = "/referrals/" + referred() + "/withdraw";

    web.perform(get(page).with(as("bronwen"))).andExpect(status().isNotFound());
    web.perform(post(page).param("reason", "OTHER").with(as("bronwen")).with(csrf())).andExpect(status().isNotFound());
    web.perform(get("/referrals/FP-0000-0000/withdraw").with(as("lowri"))).andExpect(status().isNotFound());
  }

  @Test
  void nobody_else_sees_the_list() throws Exception {
    web.perform(get("/referrals").with(as("amir"))).andExpect(status().isForbidden());
    web.perform(get("/referrals").with(as("ada"))).andExpect(status().isForbidden());
    web.perform(get("/referrals")).andExpect(status().is3xxRedirection());
  }

  @Test
  void the_page_speaks_welsh() throws Exception {
    referred();
    web.perform(get("/referrals").header("Accept-Language", "cy").with(as("lowri")))
        .andExpect(content().string(containsString("Atgyfeiriadau agored")))
        .andExpect(content().string(not(containsString("Next date"))));
  }

  private String referred() {
    return receiving
        .receive(AReferral.forZebedee().named("Zebedee", "Quill " + Long.toString(System.nanoTime(), 36)).request())
        .referralId();
  }

  private RequestPostProcessor as(String userId) {
    return user(new SignedIn(staff.find(userId).orElseThrow()));
  }
}
