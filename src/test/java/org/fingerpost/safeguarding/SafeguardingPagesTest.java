package org.fingerpost.safeguarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
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

/** Who sees a concern about somebody's safety, and who does not even see that there is one. */
@FingerpostTest
class SafeguardingPagesTest {

  private static final String SAID = "Afraid of somebody who comes at night";

  @Autowired Journeys journeys;
  @Autowired Staff staff;
  @Autowired MockMvc web;
  @Autowired JdbcClient database;

  private String referred(String familyName) {
    return journeys.receives(Journeys.someoneCalled(familyName));
  }

  private String raised(String referral) throws Exception {
    var done =
        web.perform(
                post("/safeguarding/raise/" + referral)
                    .param("seenOrSaid", SAID)
                    .param("whoAtRisk", "The person")
                    .with(as("lowri"))
                    .with(csrf()))
            .andExpect(status().is3xxRedirection())
            .andReturn();
    return done.getResponse().getRedirectedUrl();
  }

  @Test
  void what_to_do_in_danger_stands_before_the_form() throws Exception {
    var page =
        web.perform(get("/safeguarding/raise/" + referred("Nightjar-One")).with(as("lowri")))
            .andExpect(status().isOk())
            .andExpect(content().string(not(containsString("??"))))
            .andReturn()
            .getResponse()
            .getContentAsString();
    assertThat(page).contains("Ring 999").contains("01632 960190");
    assertThat(page.indexOf("Ring 999")).isLessThan(page.indexOf("<form method=\"post\" action=\"/safeguarding"));
    web.perform(get("/safeguarding/raise/" + referred("Nightjar-Two")).header("Accept-Language", "cy").with(as("lowri")))
        .andExpect(content().string(containsString("Ffoniwch 999")))
        .andExpect(content().string(not(containsString("Ring 999"))));
  }

  @Test
  void the_form_says_what_is_missing_and_loses_nothing() throws Exception {
    web.perform(
            post("/safeguarding/raise/" + referred("Nightjar-Three")).param("seenOrSaid", SAID).with(as("tom")).with(csrf()))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("Say who may be at risk")))
        .andExpect(content().string(containsString(SAID)));
  }

  @Test
  void it_is_seen_by_the_team_leads_of_the_scheme_and_whoever_raised_it_and_each_look_is_on_record() throws Exception {
    String concern = raised(referred("Nightjar-Four"));

    for (String reader : new String[] {"lowri", "grace"}) {
      web.perform(get(concern).with(as(reader)))
          .andExpect(status().isOk())
          .andExpect(content().string(containsString(SAID)))
          .andExpect(content().string(not(containsString("??"))));
    }
    web.perform(get(concern).with(as("tom"))).andExpect(status().isNotFound());
    web.perform(get(concern).with(as("rhys"))).andExpect(status().isNotFound());
    web.perform(get(concern).with(as("bronwen"))).andExpect(status().isNotFound());
    for (String other : new String[] {"amir", "ada", "priya", "kit", "gemma"}) {
      web.perform(get(concern).with(as(other))).andExpect(status().isForbidden());
    }
    web.perform(get(concern)).andExpect(status().is3xxRedirection());

    assertThat(
            database
                .sql("select actor_id from audit_entry where subject_id = ? and act = 'safeguarding.seen' order by audit_id")
                .param(concern.substring(concern.lastIndexOf('/') + 1))
                .query(String.class)
                .list())
        .containsExactly("lowri", "grace");
  }

  @Test
  void lists_show_it_to_the_same_and_to_nobody_else() throws Exception {
    String referral = referred("Nightjar-Five");
    String concern = raised(referral);

    web.perform(get("/safeguarding").with(as("grace"))).andExpect(content().string(containsString(concern)));
    web.perform(get("/safeguarding").with(as("lowri"))).andExpect(content().string(containsString(concern)));
    web.perform(get("/safeguarding").with(as("tom"))).andExpect(content().string(not(containsString(concern))));
    web.perform(get("/safeguarding").with(as("rhys"))).andExpect(content().string(not(containsString(concern))));
    web.perform(get("/safeguarding").with(as("ada"))).andExpect(status().isForbidden());
  }

  @Test
  void administrators_see_that_something_waits_and_nothing_of_it() throws Exception {
    String referral = referred("Nightjar-Six");
    raised(referral);
    journeys.timePasses(java.time.Duration.ofDays(5));

    web.perform(get("/safeguarding/overdue").with(as("ada")))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("Social Prescribing in Gloucestershire: to be decided by")))
        .andExpect(content().string(not(containsString(referral))))
        .andExpect(content().string(not(containsString(SAID))));
    web.perform(get("/safeguarding/overdue").with(as("grace"))).andExpect(status().isForbidden());
  }

  @Test
  void the_auditor_reads_that_an_entry_is_restricted() throws Exception {
    String referral = referred("Nightjar-Seven");
    raised(referral);

    web.perform(get("/audit/referrals/" + referral).with(as("amir")))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("Restricted entry")))
        .andExpect(content().string(not(containsString("Concern"))))
        .andExpect(content().string(not(containsString("concern"))))
        .andExpect(content().string(not(containsString("afeguarding"))));
  }

  @Test
  void the_tracking_page_shows_nothing_of_it() throws Exception {
    var received = journeys.received(Journeys.someoneCalled("Nightjar-Eight"));
    String before = page("/track/" + received.trackingToken());
    raised(received.referralId());
    assertThat(page("/track/" + received.trackingToken())).isEqualTo(before);
  }

  private String page(String path) throws Exception {
    return web.perform(get(path)).andReturn().getResponse().getContentAsString().replaceAll("value=\"[^\"]{30,}\"", "");
  }

  @Test
  void nobody_raises_a_concern_for_another_scheme() throws Exception {
    String referral = referred("Nightjar-Nine");
    web.perform(get("/safeguarding/raise/" + referral).with(as("bronwen"))).andExpect(status().isNotFound());
    web.perform(get("/safeguarding/raise/" + referral).with(as("amir"))).andExpect(status().isForbidden());
  }

  private RequestPostProcessor as(String userId) {
    return user(new SignedIn(staff.find(userId).orElseThrow()));
  }
}
