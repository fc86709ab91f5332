package org.fingerpost.conversation.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.fingerpost.FingerpostTest;
import org.fingerpost.identity.SignedIn;
import org.fingerpost.journeys.Journeys;
import org.fingerpost.platform.Staff;
import org.fingerpost.platform.engine.EngineClock;
import org.fingerpost.referral.AReferral;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** A person's plan: on the staff's page, on paper, and behind the person's own link. */
@FingerpostTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PlanPagesTest {

  private static final String MATTERS = "Canu yn y côr: dŵr, tŷ a <b>phawb</b> ynghyd";

  @Autowired MockMvc web;
  @Autowired Journeys journeys;
  @Autowired JdbcClient database;
  @Autowired Staff staff;

  private String referral;
  private String page;

  @BeforeAll
  void a_plan_is_made() {
    referral = planned(Journeys.someoneCalled("Quillfeather-Planned"));
    page = "/plan/" + referral;
  }

  private String planned(AReferral request) {
    var reference = journeys.receives(request);
    journeys.completes(reference, "userTask_recordFirstContact", Journeys.reached());
    journeys.completes(reference, "userTask_holdConversation", Journeys.conversation(MATTERS));
    return reference;
  }

  private RequestPostProcessor as(String userId) {
    return user(new SignedIn(staff.find(userId).orElseThrow()));
  }

  private String worker() {
    return journeys.summary(referral).linkWorker();
  }

  // ---- on the page

  @Test
  void the_link_worker_reads_the_plan_in_plain_words_and_sees_what_it_lacks() throws Exception {
    web.perform(get(page).with(as(worker())))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("My plan: Zebedee Quillfeather-Planned")))
        .andExpect(content().string(containsString("What matters to me")))
        .andExpect(content().string(containsString("dŵr, tŷ a &lt;b&gt;phawb&lt;/b&gt;")))
        .andExpect(content().string(containsString("How important this is to me: 9 out of 10")))
        .andExpect(content().string(containsString("Walk with others once a week")))
        .andExpect(content().string(containsString("Version 1, made on")))
        .andExpect(content().string(containsString("there is no day to look at it again")))
        .andExpect(content().string(containsString("a step does not say who takes it")))
        .andExpect(content().string(not(containsString("what matters is not written down"))))
        .andExpect(content().string(not(containsString("??"))));
  }

  @Test
  void and_in_welsh() throws Exception {
    web.perform(get(page).param("lang", "cy").with(as(worker())))
        .andExpect(content().string(containsString("Fy nghynllun: Zebedee")))
        .andExpect(content().string(containsString("Pa mor bwysig yw hyn i mi: 9 allan o 10")))
        .andExpect(content().string(containsString("nid oes diwrnod i edrych arno eto")));
  }

  @Test
  void every_look_is_recorded() throws Exception {
    web.perform(get(page).with(as(worker())));
    web.perform(get(page + ".pdf").with(as(worker())));

    assertThat(journeys.acts(referral)).contains("conversation.plan-seen", "conversation.plan-printed");
  }

  @Test
  void before_the_first_meeting_there_is_no_plan() throws Exception {
    var fresh = journeys.receives(Journeys.someoneCalled("Quillfeather-Unplanned"));

    web.perform(get("/plan/" + fresh).with(as(worker())))
        .andExpect(content().string(containsString("There is no plan yet.")));
    web.perform(get("/plan/" + fresh + ".pdf").with(as(worker()))).andExpect(status().isNotFound());
  }

  @Test
  void a_plan_of_another_scheme_is_not_found() throws Exception {
    web.perform(get(page).with(as("bronwen"))).andExpect(status().isNotFound());
    web.perform(get(page + ".pdf").with(as("bronwen"))).andExpect(status().isNotFound());
    web.perform(post(page + "/share").param("wanted", "true").with(as("bronwen")).with(csrf()))
        .andExpect(status().isNotFound());
  }

  @ParameterizedTest
  @ValueSource(strings = {"amir", "priya", "ada", "kit", "gemma"})
  void other_roles_do_not_read_plans(String userId) throws Exception {
    web.perform(get(page).with(as(userId))).andExpect(status().isForbidden());
    web.perform(get(page + ".pdf").with(as(userId))).andExpect(status().isForbidden());
  }

  @Test
  void the_team_lead_reads_it_too_and_the_list_leads_there() throws Exception {
    web.perform(get(page).with(as("grace"))).andExpect(status().isOk());
    // First in the list stands whose next date comes first, whatever other tests have left there.
    database
        .sql("update referral set next_date = date '2000-01-03' where referral_id = ?")
        .param(page.substring(page.lastIndexOf('/') + 1))
        .update();
    web.perform(get("/referrals").with(as("grace"))).andExpect(content().string(containsString("href=\"" + page + "\"")));
  }

  // ---- on paper

  @Test
  void the_plan_on_paper_says_the_same_in_english_and_in_welsh() throws Exception {
    var english = text(pdf(page + ".pdf?in=en"));
    var welsh = text(pdf(page + ".pdf?in=cy"));

    assertThat(english).contains("My plan", "Walk with others once a week", "Meet the walk leader first", "9 out of 10", "dŵr, tŷ");
    assertThat(welsh).contains("Fy nghynllun", "Walk with others once a week", "Pa mor siŵr ydw i", "allan o 10", "dŵr, tŷ");
  }

  @Test
  void the_paper_is_tagged_has_a_language_and_a_title_and_brings_its_font() throws Exception {
    try (PDDocument document = Loader.loadPDF(pdf(page + ".pdf?in=cy"))) {
      var catalog = document.getDocumentCatalog();
      assertThat(catalog.getMarkInfo().isMarked()).isTrue();
      assertThat(catalog.getStructureTreeRoot()).isNotNull();
      assertThat(catalog.getLanguage()).isEqualTo("cy");
      assertThat(document.getDocumentInformation().getTitle()).startsWith("Fy nghynllun");
      var fonts = new HashSet<String>();
      for (var one : document.getPages()) {
        for (var name : one.getResources().getFontNames()) {
          var font = one.getResources().getFont(name);
          fonts.add(font.getName());
          assertThat(font.isEmbedded()).as("%s is embedded", font.getName()).isTrue();
        }
      }
      assertThat(fonts).singleElement().asString().contains("LiberationSans");
    }
  }

  private byte[] pdf(String path) throws Exception {
    return web.perform(get(path).with(as(worker())))
        .andExpect(status().isOk())
        .andExpect(content().contentType("application/pdf"))
        .andExpect(header().string("Cache-Control", "no-store"))
        .andReturn()
        .getResponse()
        .getContentAsByteArray();
  }

  private static String text(byte[] pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return new PDFTextStripper().getText(document);
    }
  }

  // ---- behind the person's link

  @Test
  void nothing_is_sent_unless_the_person_wants_it() throws Exception {
    web.perform(post(page + "/share").param("language", "en").with(as(worker())).with(csrf()))
        .andExpect(content().string(containsString("Ask the person first")));
  }

  @Test
  void somebody_without_an_address_gets_paper() throws Exception {
    var silent = planned(Journeys.someoneCalled("Quillfeather-Paper").reachedBy("01632 960222", null));

    web.perform(get("/plan/" + silent).with(as(journeys.summary(silent).linkWorker())))
        .andExpect(content().string(containsString("Print the plan and give it to them")))
        .andExpect(content().string(not(containsString("Send a link"))));
  }

  @Test
  void the_person_reads_their_plan_and_nothing_else() throws Exception {
    String mine = sent();

    web.perform(get(mine))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("Walk with others once a week")))
        .andExpect(content().string(not(containsString("Is the plan complete"))))
        .andExpect(content().string(not(containsString("take-back"))))
        .andExpect(header().string("Cache-Control", "no-store"))
        .andExpect(header().string("Referrer-Policy", "no-referrer"))
        .andExpect(header().string("X-Robots-Tag", "noindex"));
    var paper =
        web.perform(get(mine + ".pdf").param("lang", "cy")).andExpect(status().isOk()).andReturn().getResponse();
    assertThat(text(paper.getContentAsByteArray())).contains("Fy nghynllun");
  }

  @Test
  void a_link_works_twenty_times() throws Exception {
    String mine = sent();
    for (int use = 1; use <= 20; use++) {
      web.perform(get(mine)).andExpect(status().isOk());
    }

    closed(mine);
  }

  @Test
  void a_link_runs_out_after_four_weeks() throws Exception {
    String mine = sent();
    EngineClock.moveBy(Duration.ofDays(29));

    closed(mine);
    web.perform(get(mine + ".pdf")).andExpect(status().isNotFound());
  }

  @Test
  void a_link_can_be_taken_back() throws Exception {
    String mine = sent();
    web.perform(get(page).with(as(worker()))).andExpect(content().string(containsString("Take the link back")));
    // All of them, whichever test sent them.
    for (String link :
        database.sql("select plan_link_id::text from plan_link where referral_id = ?").param(referral).query(String.class).list()) {
      web.perform(post(page + "/links/" + link + "/take-back").with(as(worker())).with(csrf()))
          .andExpect(redirectedUrl(page));
    }

    closed(mine);
    assertThat(journeys.acts(referral)).contains("conversation.plan-link-taken-back");
  }

  @Test
  void a_made_up_link_gives_the_same_page() throws Exception {
    closed("/my-plan/made-up");
  }

  private void closed(String path) throws Exception {
    web.perform(get(path))
        .andExpect(status().isNotFound())
        .andExpect(content().string(containsString("This link does not work any more")))
        .andExpect(content().string(not(containsString("Walk with others"))));
  }

  /** Sends a link and gives its path. */
  private String sent() throws Exception {
    web.perform(
            post(page + "/share").param("language", "en").param("wanted", "true").with(as(worker())).with(csrf()))
        .andExpect(redirectedUrl(page));
    return database
        .sql(
            """
            select regexp_replace(m.params->>'planLink', '^http://[^/]+|[?].*$', '', 'g') from outbox_message m
            join plan_link l on m.dedup_key = 'plan-shared:' || l.plan_link_id
            where m.referral_id = ? order by l.sent_at desc, m.created_at desc, (m.ctid::text) desc limit 1""")
        .param(referral)
        .query(String.class)
        .single();
  }
}
