package org.fingerpost.community.web;

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

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.fingerpost.FingerpostTest;
import org.fingerpost.community.AskedBy;
import org.fingerpost.community.AskingForSupport;
import org.fingerpost.community.Contact;
import org.fingerpost.community.GroupState;
import org.fingerpost.community.Groups;
import org.fingerpost.community.Idea;
import org.fingerpost.community.StartingGroup;
import org.fingerpost.community.SupportAsked;
import org.fingerpost.identity.SignedIn;
import org.fingerpost.journeys.Journeys;
import org.fingerpost.platform.Language;
import org.fingerpost.platform.Staff;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** The pages about groups: who may open which, what they keep to themselves, and both languages. */
@FingerpostTest
class CommunityPagesTest {

  private static final Map<String, Set<String>> MAY =
      Map.of(
          "/community/groups", Set.of("olive", "grace"),
          "/community/ask", Set.of("olive", "grace", "lowri"),
          "/community/ask/support", Set.of("olive", "grace", "lowri"),
          "/community/ask/idea", Set.of("olive", "grace", "lowri"),
          "/community/needs", Set.of("priya", "grace"),
          "/community/demand", Set.of("priya", "grace", "olive"));

  @Autowired MockMvc web;
  @Autowired Staff staff;
  @Autowired AskingForSupport asking;
  @Autowired StartingGroup starting;
  @Autowired Groups groups;
  @Autowired Journeys journeys;
  @Autowired JdbcClient database;

  private RequestPostProcessor as(String userId) {
    return user(new SignedIn(staff.find(userId).orElseThrow()));
  }

  private static RequestPostProcessor from(String address) {
    return request -> {
      request.setRemoteAddr(address);
      return request;
    };
  }

  private String asked(String scheme, String name) {
    return asking.ask(
        new SupportAsked(
            scheme, name, null, null, "A quieter room", new Contact("Philippa Dunnock", "dunnock@example.org", null), Language.EN,
            AskedBy.GROUP));
  }

  @Test
  void each_page_opens_for_its_roles_and_for_nobody_else() throws Exception {
    for (var page : MAY.entrySet()) {
      for (String who : List.of("olive", "grace", "lowri", "priya", "amir", "kit", "gemma", "ada")) {
        int status = web.perform(get(page.getKey()).with(as(who))).andReturn().getResponse().getStatus();
        assertThat(status).as("%s at %s", who, page.getKey()).isEqualTo(page.getValue().contains(who) ? 200 : 403);
      }
      web.perform(get(page.getKey())).andExpect(status().is3xxRedirection());
    }
  }

  @Test
  void every_page_has_words_in_both_languages() throws Exception {
    String group = asked("gloucestershire", "Quiet chess");
    for (String language : List.of("en", "cy")) {
      for (String path : List.of("/community/support", "/community/support/wales", "/community/idea", "/community/idea/wales")) {
        web.perform(get(path).header("Accept-Language", language))
            .andExpect(status().isOk())
            .andExpect(content().string(not(containsString("??"))));
      }
      for (String path :
          List.of(
              "/community/groups", "/community/groups/" + group, "/community/ask", "/community/ask/support", "/community/ask/idea",
              "/community/needs", "/community/demand", "/community/needs/start?need=NATURE&reason=TOO_FAR")) {
        web.perform(get(path).header("Accept-Language", language).with(as("grace")))
            .andExpect(status().isOk())
            .andExpect(content().string(not(containsString("??"))))
            .andExpect(content().string(not(containsString("community."))));
      }
    }
  }

  @Test
  void a_group_asks_on_the_web_page_and_learns_its_reference() throws Exception {
    var done =
        web.perform(
                post("/community/support/gloucestershire")
                    .param("groupName", "Sunday quilters")
                    .param("area", "STROUD")
                    .param("words", "Nobody in a wheelchair can get in")
                    .param("contactName", "Philippa Dunnock")
                    .param("phone", "01632 960778")
                    .with(csrf())
                    .with(from("203.0.113.77")))
            .andExpect(redirectedUrl("/community/thanks"))
            .andReturn();
    String reference = (String) done.getFlashMap().get("groupReference");
    assertThat(reference).matches("SG-[0-9A-Z]{4}-[0-9A-Z]{4}");
    assertThat(journeys.openSteps(reference)).containsExactly("userTask_takeRequest");
    assertThat(groups.find(reference).orElseThrow().state()).isEqualTo(GroupState.OFFICER);
    journeys.nobodyIsInTheEngine("Dunnock", "01632 960778", "Sunday quilters");
    assertThat(
            database
                .sql("select count(*) from audit_entry a where subject_id = ? and a::text ~ 'Dunnock|960778|quilters'")
                .param(reference)
                .query(Integer.class)
                .single())
        .isZero();
  }

  @Test
  void an_idea_on_the_web_page_becomes_a_process_and_is_listed_without_a_name() throws Exception {
    var done =
        web.perform(
                post("/community/idea/gloucestershire")
                    .param("groupName", "Kestrel watchers")
                    .param("area", "COTSWOLD")
                    .param("needs", "NATURE")
                    .param("words", "Watch kestrels together")
                    .param("contactName", "Philippa Dunnock")
                    .param("email", "dunnock@example.org")
                    .with(csrf())
                    .with(from("203.0.113.78")))
            .andExpect(redirectedUrl("/community/thanks"))
            .andReturn();
    String reference = (String) done.getFlashMap().get("groupReference");
    assertThat(reference).startsWith("NG-");
    journeys.completes("olive", reference, "userTask_takeRequest", Map.of());

    web.perform(get("/community/idea"))
        .andExpect(content().string(containsString("Cotswold")))
        .andExpect(content().string(not(containsString("Kestrel"))))
        .andExpect(content().string(not(containsString("Dunnock"))));
  }

  @Test
  void what_is_missing_is_said_and_nothing_typed_is_lost() throws Exception {
    web.perform(
            post("/community/support/wales")
                .param("groupName", "<b>Bold</b> beginners")
                .param("email", "not an address")
                .with(csrf())
                .with(from("203.0.113.79")))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("Say what it is about")))
        .andExpect(content().string(containsString("Say whom we can talk to")))
        .andExpect(content().string(containsString("Enter an e-mail address like name@example.org")))
        .andExpect(content().string(containsString("&lt;b&gt;Bold&lt;/b&gt;")));
    web.perform(get("/community/support/nowhere")).andExpect(status().isNotFound());
  }

  @Test
  void an_address_that_asks_without_end_is_slowed_down() throws Exception {
    int refused = 0;
    for (int i = 0; i < 130; i++) {
      refused +=
          web.perform(post("/community/support/wales").with(csrf()).with(from("203.0.113.80"))).andReturn().getResponse().getStatus()
                  == 429
              ? 1
              : 0;
    }
    assertThat(refused).isPositive();
    web.perform(post("/community/support/wales").with(csrf()).with(from("203.0.113.81"))).andExpect(status().isOk());
  }

  @Test
  void a_group_is_seen_in_its_own_scheme_only_and_each_look_is_on_record() throws Exception {
    String group = asked("gloucestershire", "Silver swimmers");
    web.perform(get("/community/groups/" + group).with(as("olive")))
        .andExpect(status().isOk())
        .andExpect(header().string("Cache-Control", "no-store"))
        .andExpect(content().string(containsString("Philippa Dunnock")));
    web.perform(get("/community/groups").with(as("olive"))).andExpect(content().string(not(containsString("Dunnock"))));
    web.perform(get("/community/groups/" + group).with(as("nell"))).andExpect(status().isNotFound());
    web.perform(post("/community/groups/" + group + "/stop").param("reason", "OTHER").with(as("nell")).with(csrf()))
        .andExpect(status().isNotFound());
    web.perform(get("/community/groups/" + group).with(as("lowri"))).andExpect(status().isForbidden());
    assertThat(journeys.acts(group)).contains("community.seen");
  }

  @Test
  void an_officer_ends_what_is_no_longer_wanted_with_a_reason() throws Exception {
    String group = asked("gloucestershire", "Silver singers");
    web.perform(post("/community/groups/" + group + "/stop").with(as("olive")).with(csrf()))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("Choose why it ends")));
    web.perform(post("/community/groups/" + group + "/stop").param("reason", "NOT_WANTED").with(as("olive")).with(csrf()))
        .andExpect(redirectedUrl("/community/groups/" + group));
    assertThat(journeys.isRunning(group)).isFalse();
    web.perform(post("/community/groups/" + group + "/mark").param("markReference", "nonsense").with(as("olive")).with(csrf()))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("Enter a reference like KM-7K3M-Q2XD")));
  }

  @Test
  void a_link_worker_notes_that_somebody_would_come_and_only_the_number_is_shown() throws Exception {
    String idea =
        starting.begin(
            new Idea(
                "gloucestershire", "Marsh painters", "GLOUCESTER", List.of("ARTS_CULTURE"), null, null, Contact.NONE, Language.EN,
                AskedBy.LINK_WORKER));
    String referral = journeys.receives(Journeys.someoneCalled("Marshpainter"));
    web.perform(post("/community/ask/interest").param("group", idea).param("referral", referral).with(as("lowri")).with(csrf()))
        .andExpect(redirectedUrl("/community/ask"));
    web.perform(post("/community/ask/interest").param("group", idea).param("referral", "FP-0000-0000").with(as("lowri")).with(csrf()))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("There is no such referral in your scheme")));
    web.perform(get("/community/groups/" + idea).with(as("olive")))
        .andExpect(content().string(containsString("Would come")))
        .andExpect(content().string(not(containsString(referral))));
  }

  @Test
  void the_ledger_shows_what_is_missing_hides_few_people_and_begins_a_group_from_a_row() throws Exception {
    for (int i = 0; i < 9; i++) {
      missing("Ledgerling-" + (char) ('A' + i), "OTHER", "LANGUAGE");
    }
    missing("Ledgerling-Z", "OTHER", "COST");
    var page =
        web.perform(get("/community/needs").with(as("grace"))).andExpect(status().isOk()).andReturn().getResponse().getContentAsString();
    var rows = page.split("<tr ");
    assertThat(rows).anyMatch(row -> row.contains("reason=LANGUAGE") && row.contains("need=OTHER") && row.contains(">10<"));
    assertThat(rows).anyMatch(row -> row.contains("reason=COST") && row.contains("need=OTHER") && row.contains(">*<"));
    assertThat(page).doesNotContain("Ledgerling", "FP-");

    var done =
        web.perform(
                post("/community/needs/start")
                    .param("scheme", "gloucestershire")
                    .param("need", "OTHER")
                    .param("area", "STROUD")
                    .param("reason", "LANGUAGE")
                    .param("groupName", "Talk in Polish")
                    .with(as("priya"))
                    .with(csrf()))
            .andExpect(status().is3xxRedirection())
            .andReturn();
    String reference = (String) done.getFlashMap().get("begun");
    var begun = groups.find(reference).orElseThrow();
    assertThat(begun.askedBy()).isEqualTo(AskedBy.LEDGER);
    assertThat(begun.missing()).isEqualTo("LANGUAGE");
    assertThat(journeys.openSteps(reference)).containsExactly("userTask_takeRequest");
  }

  private void missing(String familyName, String need, String reason) {
    String referral = journeys.receives(Journeys.someoneCalled(familyName));
    database
        .sql(
            """
            insert into unmet_need (unmet_need_id, referral_id, scheme_id, area_code, needs, reason, recorded_on)
            select ?, referral_id, scheme_id, 'STROUD', array[?], ?, (received_at at time zone 'Europe/London')::date
            from referral where referral_id = ?
            """)
        .params(UUID.randomUUID(), need, reason, referral)
        .update();
  }

  @Test
  void a_team_lead_sees_the_own_scheme_whatever_is_asked_and_a_programme_manager_chooses() throws Exception {
    web.perform(get("/community/needs").param("scheme", "wales").with(as("grace")))
        .andExpect(content().string(containsString("Social Prescribing in Gloucestershire")));
    web.perform(get("/community/needs").param("scheme", "east-lancashire").with(as("priya")))
        .andExpect(content().string(containsString("Social Prescribing in East Lancashire")));
    web.perform(get("/community/needs").param("scheme", "atlantis").with(as("priya"))).andExpect(status().isNotFound());
  }

  @Test
  void evidence_of_demand_is_downloaded_with_a_reason_on_record() throws Exception {
    journeys.receives(Journeys.someoneCalled("Demander"));
    int before = exports();
    int year = java.time.Year.now(java.time.Clock.fixed(org.fingerpost.platform.engine.EngineClock.now(), java.time.ZoneOffset.UTC)).getValue();
    var csv =
        web.perform(
                post("/community/demand/export")
                    .param("year", Integer.toString(year))
                    .param("reason", "FUNDING_BID")
                    .with(as("olive"))
                    .with(csrf()))
            .andExpect(status().isOk())
            .andExpect(header().string("Content-Disposition", containsString("demand-gloucestershire-" + year + ".csv")))
            .andReturn()
            .getResponse()
            .getContentAsString(java.nio.charset.StandardCharsets.UTF_8);
    assertThat(csv).startsWith("\uFEFFNeed,Area,Referred").doesNotContain("Demander", "FP-");
    assertThat(csv.lines().skip(1))
        .as("every number is nobody, hidden, or rounded to five")
        .filteredOn(line -> line.split(",").length == 6)
        .isNotEmpty()
        .allSatisfy(line -> assertThat(line).matches("(\"[^\"]*\"|[^,]*),(\"[^\"]*\"|[^,]*)(,(\\*|\\d*[05])){4}"));
    assertThat(exports()).isEqualTo(before + 1);
    web.perform(post("/community/demand/export").param("year", "2026").param("reason", "CURIOSITY").with(as("olive")).with(csrf()))
        .andExpect(status().isBadRequest());
    assertThat(exports()).isEqualTo(before + 1);
  }

  private int exports() {
    return database.sql("select count(*) from audit_entry where act = 'community.demand-exported'").query(Integer.class).single();
  }

  @Test
  void a_cell_that_a_spreadsheet_would_calculate_is_made_harmless() {
    assertThat(DemandController.guarded(List.of("=1+1", "+44", "-1", "@SUM(A1)", "\tx", "Stroud", "*", "10")))
        .containsExactly("'=1+1", "'+44", "'-1", "'@SUM(A1)", "'\tx", "Stroud", "*", "10");
  }
}
