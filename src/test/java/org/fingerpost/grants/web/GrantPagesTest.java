package org.fingerpost.grants.web;

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
import org.fingerpost.grants.AGroup;
import org.fingerpost.grants.GrantState;
import org.fingerpost.grants.Grants;
import org.fingerpost.identity.SignedIn;
import org.fingerpost.platform.Staff;
import org.fingerpost.questionnaire.Applications;
import org.fingerpost.questionnaire.FillingIn;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.transaction.support.TransactionTemplate;

/** The pages of small grants: the group's own by its link, and the fund's for the panel and the officers of the scheme. */
@FingerpostTest
class GrantPagesTest {

  @Autowired MockMvc web;
  @Autowired Staff staff;
  @Autowired Grants grants;
  @Autowired Applications applications;
  @Autowired FillingIn fillingIn;
  @Autowired TransactionTemplate transaction;
  @Autowired JdbcClient database;

  @Test
  void the_panel_and_the_officers_see_the_fund_and_every_grant() throws Exception {
    String grant = applies("Spinners Seen");
    for (String who : new String[] {"gemma", "nell"}) {
      web.perform(get("/grants/fund").with(as(who)))
          .andExpect(status().isOk())
          .andExpect(content().string(containsString(grant)))
          .andExpect(content().string(containsString("Spinners Seen")))
          .andExpect(content().string(containsString("Left")))
          .andExpect(content().string(not(containsString("??"))));
    }
    web.perform(get("/grants/fund/" + grant).with(as("gemma")))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("grant-eligibility")))
        .andExpect(content().string(containsString("rule_panel")))
        .andExpect(content().string(containsString("Scores are shown when")));
    web.perform(get("/grants/fund?lang=cy").with(as("gemma"))).andExpect(content().string(containsString("Grantiau bach")));
  }

  @Test
  void nobody_else_sees_them_and_another_scheme_hears_that_it_gives_none() throws Exception {
    String grant = applies("Spinners Hidden");
    web.perform(get("/grants/fund").with(as("lowri"))).andExpect(status().isForbidden());
    web.perform(get("/grants/fund").with(as("olive")))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("gives no small grants")))
        .andExpect(content().string(not(containsString(grant))));
    web.perform(get("/grants/fund/" + grant).with(as("olive"))).andExpect(status().isNotFound());
    web.perform(get("/grants/fund/list.csv").with(as("olive"))).andExpect(status().isNotFound());
    web.perform(get("/grants/fund")).andExpect(status().is3xxRedirection());
  }

  @Test
  void a_cell_that_a_spreadsheet_would_calculate_is_plain_text() throws Exception {
    applies("=HYPERLINK(1)");
    String csv =
        web.perform(get("/grants/fund/list.csv").with(as("nell")))
            .andExpect(status().isOk())
            .andReturn()
            .getResponse()
            .getContentAsString();
    assertThat(csv).contains("'=HYPERLINK(1)").doesNotContain(",=HYPERLINK").contains("4500.00");
  }

  @Test
  void an_officer_withdraws_for_a_group_and_a_member_of_the_panel_does_not() throws Exception {
    String grant = applies("Spinners Withdrawn");
    web.perform(post("/grants/fund/" + grant + "/withdraw").with(as("gemma")).with(csrf())).andExpect(status().isForbidden());
    web.perform(post("/grants/fund/" + grant + "/withdraw").with(as("nell")).with(csrf()))
        .andExpect(redirectedUrl("/grants/fund/" + grant + "?withdrawn"));
    assertThat(grants.get(grant).state()).isEqualTo(GrantState.WITHDRAWN);
  }

  @Test
  void a_group_sees_where_its_application_stands_and_looking_changes_nothing() throws Exception {
    String grant = applies("Spinners <b>Bold</b>");
    String page = "/grants/mine/" + link(grant);
    web.perform(get(page))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("With the panel")))
        .andExpect(content().string(containsString("&lt;b&gt;Bold")))
        .andExpect(content().string(not(containsString("philippa"))))
        .andExpect(content().string(not(containsString("??"))));
    web.perform(get(page + "?lang=cy"))
        .andExpect(content().string(containsString("Gyda&#39;r panel")))
        .andExpect(content().string(not(containsString("??"))));
    assertThat(grants.get(grant).state()).isEqualTo(GrantState.PANEL);
    web.perform(get(page + "/letter.pdf")).andExpect(status().isNotFound());
    web.perform(post(page + "/terms").param("accepted", "YES").with(csrf())).andExpect(status().isNotFound());
    web.perform(post(page + "/withdraw").with(csrf()))
        .andExpect(status().isUnprocessableEntity())
        .andExpect(content().string(containsString("Tick this")));
    web.perform(post(page + "/withdraw").param("sure", "true").with(csrf())).andExpect(status().is3xxRedirection());
    assertThat(grants.get(grant).state()).isEqualTo(GrantState.WITHDRAWN);
  }

  @Test
  void a_link_that_opens_nothing_says_no_more() throws Exception {
    web.perform(get("/grants/mine/nonsense"))
        .andExpect(status().isNotFound())
        .andExpect(content().string(containsString("This link cannot be used")));
  }

  private String applies(String name) {
    return AGroup.applies(AGroup.called(name), applications, fillingIn, transaction);
  }

  private RequestPostProcessor as(String userId) {
    return user(new SignedIn(staff.find(userId).orElseThrow()));
  }

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
}
