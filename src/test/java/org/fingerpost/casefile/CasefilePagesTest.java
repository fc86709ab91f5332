package org.fingerpost.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fingerpost.journeys.Journeys.someoneCalled;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import org.fingerpost.FingerpostTest;
import org.fingerpost.identity.SignedIn;
import org.fingerpost.journeys.Journeys;
import org.fingerpost.platform.Staff;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** One person's case: what it shows, to whom, and that every look is on record. */
@FingerpostTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CasefilePagesTest {

  @Autowired MockMvc web;
  @Autowired Journeys journeys;
  @Autowired Staff staff;
  @Autowired JdbcClient database;

  private String reference;
  private String worker;
  private String colleague;

  @BeforeAll
  void somebody_has_been_met_and_introduced() {
    var request = someoneCalled("Quillfeather");
    reference = journeys.receives(request);
    worker = journeys.summary(reference).linkWorker();
    colleague = worker.equals("lowri") ? "tom" : "lowri";
    journeys.completes(reference, "userTask_recordFirstContact", Journeys.reached());
    journeys.completes(reference, "userTask_holdConversation", Journeys.conversation("To hear <b>curlews</b> again"));
    journeys.completes(reference, "userTask_chooseActivity", journeys.firstOffer(reference));
  }

  @Test
  void a_link_worker_reads_the_whole_case_on_one_page() throws Exception {
    web.perform(get(page()).with(as(worker)))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("Zebedee Quillfeather")))
        .andExpect(content().string(containsString("Contact and communication")))
        .andExpect(content().string(containsString("What the person would like help with")))
        .andExpect(content().string(containsString("Glad of the call, likes mornings")))
        .andExpect(content().string(containsString("Walk with others once a week")))
        .andExpect(content().string(containsString("Asked, no answer yet")))
        .andExpect(content().string(containsString("Be referred")))
        .andExpect(content().string(containsString("Have a record kept")))
        .andExpect(content().string(containsString("Link worker assigned, by ")))
        .andExpect(content().string(containsString("/safeguarding/raise/" + reference)))
        .andExpect(content().string(not(containsString("??"))));
  }

  @Test
  void what_people_wrote_is_text_and_never_mark_up() throws Exception {
    web.perform(get(page()).with(as(worker)))
        .andExpect(content().string(containsString("To hear &lt;b&gt;curlews&lt;/b&gt; again")))
        .andExpect(content().string(not(containsString("<b>curlews"))));
  }

  @Test
  void the_panel_shows_the_same_without_the_frame_of_a_page() throws Exception {
    web.perform(get(page() + "?panel").with(as(worker)))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("Zebedee Quillfeather")))
        .andExpect(content().string(containsString("Walk with others once a week")))
        .andExpect(content().string(not(containsString("fp-header"))))
        .andExpect(content().string(not(containsString("<script"))));
  }

  @Test
  void only_the_panel_may_stand_in_a_frame_and_only_in_a_page_of_ours() throws Exception {
    web.perform(get(page() + "?panel").with(as(worker)))
        .andExpect(header().string("X-Frame-Options", "SAMEORIGIN"))
        .andExpect(header().string("Content-Security-Policy", containsString("frame-ancestors 'self'")));
    for (String other : List.of(page(), "/referrals", "/referrals?panel", "/referrals/" + reference + "/withdraw?panel")) {
      web.perform(get(other).with(as(worker)))
          .andExpect(header().string("X-Frame-Options", "DENY"))
          .andExpect(header().string("Content-Security-Policy", containsString("frame-ancestors 'none'")));
    }
  }

  @Test
  void a_case_is_kept_by_no_browser() throws Exception {
    for (String address : List.of(page(), page() + "?panel")) {
      web.perform(get(address).with(as(worker)))
          .andExpect(header().string("Cache-Control", containsString("no-store")));
    }
  }

  @Test
  void colleagues_and_the_team_lead_of_the_scheme_may_read_it_too() throws Exception {
    web.perform(get(page()).with(as(colleague))).andExpect(status().isOk());
    web.perform(get(page()).with(as("grace"))).andExpect(status().isOk());
  }

  @Test
  void another_scheme_does_not_find_it_and_leaves_no_line() throws Exception {
    long before = looks();
    for (String address : List.of(page(), page() + "?panel")) {
      web.perform(get(address).with(as("bronwen")))
          .andExpect(status().isNotFound())
          .andExpect(content().string(not(containsString("Quillfeather"))));
    }
    web.perform(get("/casefile/FP-0000-0000").with(as(worker))).andExpect(status().isNotFound());
    assertThat(looks()).isEqualTo(before);
  }

  @Test
  void other_roles_are_refused_and_visitors_sign_in_first() throws Exception {
    for (String other : List.of("amir", "ada", "priya", "kit", "gemma")) {
      web.perform(get(page()).with(as(other))).andExpect(status().isForbidden());
      web.perform(get(page() + "?panel").with(as(other))).andExpect(status().isForbidden());
    }
    web.perform(get(page())).andExpect(status().is3xxRedirection());
  }

  @Test
  void every_look_is_recorded_with_who_and_where() throws Exception {
    long before = looks();
    web.perform(get(page()).with(as(colleague)));
    web.perform(get(page() + "?panel").with(as(colleague)));

    assertThat(looks()).isEqualTo(before + 2);
    assertThat(
            database
                .sql(
                    """
                    select actor_id || ' ' || (details->>'place') from audit_entry
                    where subject_id = ? and act = 'casefile.seen' order by audit_id desc limit 2""")
                .param(reference)
                .query(String.class)
                .list())
        .containsExactly(colleague + " TASK", colleague + " PAGE");
  }

  @Test
  void a_look_that_cannot_be_recorded_is_refused() throws Exception {
    database
        .sql("alter table audit_entry add constraint no_looks check (act <> 'casefile.seen') not valid")
        .update();
    try {
      web.perform(get(page()).with(as(worker)))
          .andExpect(status().isServiceUnavailable())
          .andExpect(content().string(not(containsString("Quillfeather"))));
    } finally {
      database.sql("alter table audit_entry drop constraint no_looks").update();
    }
  }

  @Test
  void looks_are_for_the_auditor_and_stand_apart_from_what_happened() throws Exception {
    web.perform(get(page()).with(as(colleague)));

    web.perform(get(page()).with(as(worker))).andExpect(content().string(not(containsString("Case opened"))));
    web.perform(get("/audit/referrals/" + reference).with(as("amir")))
        .andExpect(status().isOk())
        .andExpect(content().string(matchesPattern("(?s).*Who has read this record</h2>.*Case opened.*")))
        .andExpect(content().string(not(matchesPattern("(?s).*Case opened.*Who has read this record</h2>.*"))));
  }

  @Test
  void the_case_speaks_welsh() throws Exception {
    web.perform(get(page() + "?panel").header("Accept-Language", "cy").with(as(worker)))
        .andExpect(content().string(containsString("<html lang=\"cy\"")))
        .andExpect(content().string(containsString("Cysylltu a chyfathrebu")))
        .andExpect(content().string(containsString("Y cynllun a wnaed gyda")))
        .andExpect(content().string(not(containsString("Contact and communication"))))
        .andExpect(content().string(not(containsString("Walk with others once a week?"))));
  }

  @Test
  void another_referral_of_the_same_person_is_named_for_a_reader_to_judge() throws Exception {
    String again = journeys.receives(someoneCalled("Quillfeather"));

    web.perform(get("/casefile/" + again).with(as("grace")))
        .andExpect(content().string(containsString("Other referrals that look like the same person")))
        .andExpect(content().string(containsString(reference)));
  }

  private String page() {
    return "/casefile/" + reference;
  }

  private long looks() {
    return journeys.acts(reference).stream().filter("casefile.seen"::equals).count();
  }

  private RequestPostProcessor as(String userId) {
    return user(new SignedIn(staff.find(userId).orElseThrow()));
  }
}
