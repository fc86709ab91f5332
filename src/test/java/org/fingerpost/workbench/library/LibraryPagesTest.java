package org.fingerpost.workbench.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.camunda.bpm.engine.RepositoryService;
import org.fingerpost.FingerpostTest;
import org.fingerpost.identity.SignedIn;
import org.fingerpost.journeys.Journeys;
import org.fingerpost.models.ModelFiles;
import org.fingerpost.platform.Actor;
import org.fingerpost.platform.CurrentActor;
import org.fingerpost.platform.Staff;
import org.fingerpost.workbench.ModelBundle;
import org.fingerpost.workbench.ModelDeployer;
import org.fingerpost.workbench.draft.Drafts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** The library as a programme manager reads it. */
@FingerpostTest
class LibraryPagesTest {

  @Autowired MockMvc web;
  @Autowired Staff staff;
  @Autowired Drafts drafts;
  @Autowired Journeys journeys;
  @Autowired JdbcClient database;
  @Autowired ModelDeployer deployer;
  @Autowired CurrentActor actor;
  @Autowired RepositoryService repository;

  private Set<UUID> before;
  private String deployment;

  @BeforeEach
  void drafts_that_are_there() {
    before = Set.copyOf(database.sql("select draft_id from model_draft").query(UUID.class).list());
  }

  @AfterEach
  void nothing_is_left() {
    var mine = new HashSet<>(database.sql("select draft_id from model_draft").query(UUID.class).list());
    mine.removeAll(before);
    for (UUID draft : mine) {
      database.sql("delete from model_draft_file where draft_id = ?").param(draft).update();
      database.sql("delete from model_draft where draft_id = ?").param(draft).update();
    }
    if (deployment != null) {
      repository.deleteDeployment(deployment, true);
      database.sql("delete from model_deployment where deployment_id = ?").param(deployment).update();
    }
  }

  private RequestPostProcessor as(String userId) {
    return user(new SignedIn(staff.find(userId).orElseThrow()));
  }

  private String read(String path, String language) throws Exception {
    return web.perform(get(path).header("Accept-Language", language).with(as("priya")))
        .andExpect(status().isOk())
        .andReturn()
        .getResponse()
        .getContentAsString();
  }

  @Test
  void the_library_is_for_programme_managers() throws Exception {
    for (String path :
        List.of(
            "/workbench", "/workbench/schemes", "/workbench/models/process/first-contact", "/workbench/models/process/first-contact/xml",
            "/workbench/models/decision/referral-route", "/workbench/models/form/confirm-route")) {
      web.perform(get(path).with(as("paul"))).andExpect(status().isOk());
      for (String other : List.of("lowri", "grace", "amir", "ada")) {
        web.perform(get(path).with(as(other))).andExpect(status().isForbidden());
      }
    }
  }

  @Test
  void every_model_of_the_release_is_listed_with_who_put_it_there() throws Exception {
    String page = read("/workbench", "en");

    for (Path file : ModelFiles.processes()) {
      assertThat(page).contains("/workbench/models/process/" + ModelFiles.stem(file) + "\"");
    }
    for (Path file : ModelFiles.decisions()) {
      assertThat(page).contains("/workbench/models/decision/" + ModelFiles.stem(file));
    }
    for (Path file : ModelFiles.forms()) {
      assertThat(page).contains("/workbench/models/form/" + ModelFiles.stem(file) + "\"");
    }
    assertThat(page)
        .contains("Came with the program", "How a link worker reaches a person for the first time")
        .contains("/workbench/models/decision/follow-up-plan?scheme=north-staffordshire");
  }

  @Test
  void filters_narrow_the_list_and_nothing_found_is_said() throws Exception {
    assertThat(read("/workbench?kind=decision", "en")).contains("referral-route").doesNotContain("models/process/first-contact\"");
    assertThat(read("/workbench?q=first contact", "en")).contains("models/process/first-contact\"").doesNotContain("kitemark-award");
    assertThat(read("/workbench?q=zzzz", "en")).contains("No model fits");
    // Seen from a scheme, its own variant stands in place of the shared table.
    String seenFrom = read("/workbench?scheme=north-staffordshire&kind=decision", "en");
    assertThat(seenFrom.split("models/decision/follow-up-plan", -1)).hasSize(2);
    assertThat(seenFrom).contains("nhsuk-tag--green");
    web.perform(get("/workbench?scheme=nowhere").with(as("priya"))).andExpect(status().isNotFound());
  }

  @Test
  void every_page_of_every_model_opens_in_both_languages() throws Exception {
    for (String language : List.of("en", "cy")) {
      for (Path file : ModelFiles.processes()) {
        said("/workbench/models/process/" + ModelFiles.stem(file), language);
        said("/workbench/models/process/" + ModelFiles.stem(file) + "/how", language);
      }
      for (Path file : ModelFiles.decisions()) {
        said("/workbench/models/decision/" + ModelFiles.stem(file), language);
      }
      for (Path file : ModelFiles.forms()) {
        said("/workbench/models/form/" + ModelFiles.stem(file), language);
      }
      said("/workbench", language);
      said("/workbench/schemes?one=shared&other=north-staffordshire", language);
      said("/workbench/models/decision/follow-up-plan/difference?from=shared&to=north-staffordshire", language);
    }
  }

  private void said(String path, String language) throws Exception {
    assertThat(read(path, language)).as(path).doesNotContain("??", "library.");
  }

  @Test
  void a_process_says_how_many_are_at_each_step() throws Exception {
    String referral = journeys.receives(Journeys.someoneCalled("Libraryreader"));
    assertThat(journeys.openSteps(referral)).isNotEmpty();

    assertThat(read("/workbench/models/process/first-contact?scheme=gloucestershire", "en"))
        .contains("Record first contact", "Cases here now", "data-marks=\"[{&quot;id&quot;")
        .contains("Who: </span>Link worker")
        .doesNotContain("Libraryreader");
    assertThat(read("/workbench/models/process/later-review?scheme=east-lancashire", "en")).contains("Nobody is here now.");
  }

  @Test
  void a_table_is_printed_with_the_reason_of_each_rule_and_how_often_it_answered() throws Exception {
    journeys.receives(Journeys.someoneCalled("Libraryruled"));

    assertThat(read("/workbench/models/decision/referral-route?days=30", "en"))
        .contains("rule_immediateRisk", "Somebody may be in danger now", "the first that fits answers", "In the last 30 days this version answered for");
    assertThat(read("/workbench/models/decision/contact-plan", "en")).contains("No answer of this table was kept");
  }

  @Test
  void a_form_lists_its_fields_in_the_language_of_the_page() throws Exception {
    assertThat(read("/workbench/models/form/confirm-route", "en")).contains("Why is this the right route?", "from the list routes");
    assertThat(read("/workbench/models/form/confirm-route", "cy")).contains("Pam mai dyma’r llwybr cywir?");
  }

  @Test
  void a_file_is_saved_as_it_was_deployed_and_nothing_in_it_can_run() throws Exception {
    byte[] file =
        web.perform(get("/workbench/models/process/first-contact/xml").with(as("priya")))
            .andExpect(header().string("Content-Type", "text/xml;charset=UTF-8"))
            .andExpect(header().string("Content-Disposition", containsString("attachment; filename=\"first-contact-")))
            .andExpect(header().string("Content-Security-Policy", "default-src 'none'; sandbox; frame-ancestors 'none'"))
            .andExpect(header().string("X-Content-Type-Options", "nosniff"))
            .andReturn()
            .getResponse()
            .getContentAsByteArray();

    assertThat(file).isEqualTo(Files.readAllBytes(Path.of("bpmn/first-contact.bpmn")));
    web.perform(get("/workbench/models/form/confirm-route/xml").with(as("priya")))
        .andExpect(header().string("Content-Type", "application/json"));
  }

  @Test
  void what_is_not_there_is_not_found() throws Exception {
    for (String path : List.of("process/nothing", "process/first-contact/999", "picture/first-contact", "decision/referral-route/how",
        "process/first-contact/difference?from=shared.999&to=shared", "process/..%2f..%2fetc/xml")) {
      assertThat(web.perform(get("/workbench/models/" + path).with(as("priya"))).andReturn().getResponse().getStatus())
          .as(path)
          .isIn(400, 404);
    }
  }

  @Test
  void a_change_begins_as_a_draft_with_the_model_in_it() throws Exception {
    String to = begun(post("/workbench/models/decision/referral-route/change").param("scheme", "gloucestershire"));

    var draft = drafts.get(UUID.fromString(to.substring(to.lastIndexOf('/') + 1)));
    assertThat(draft.schemeId()).isEqualTo("gloucestershire");
    assertThat(draft.title()).startsWith("Referral route: variant for ");
    assertThat(draft.files()).containsOnlyKeys("dmn/referral-route.dmn");
    assertThat(read("/workbench/models/decision/referral-route", "en")).contains(draft.title());
    assertThat(read("/workbench", "en")).contains("In a draft", "1 open");
  }

  @Test
  void a_variant_is_made_and_dropped_from_the_page_of_schemes() throws Exception {
    String page = read("/workbench/schemes?one=shared&other=north-staffordshire", "en");
    assertThat(page).contains("own variant", "differ in 1 model", "/workbench/models/decision/follow-up-plan/drop");

    String made = begun(post("/workbench/schemes/variant").param("model", "process/first-contact").param("scheme", "wales"));
    assertThat(drafts.get(UUID.fromString(made.substring(made.lastIndexOf('/') + 1))).files()).containsOnlyKeys("bpmn/first-contact.bpmn");

    String dropped = begun(post("/workbench/models/decision/follow-up-plan/drop").param("scheme", "north-staffordshire"));
    var draft = drafts.get(UUID.fromString(dropped.substring(dropped.lastIndexOf('/') + 1)));
    assertThat(draft.files().get("dmn/follow-up-plan.dmn").removed()).isTrue();

    web.perform(post("/workbench/models/decision/follow-up-plan/drop").param("scheme", "wales").with(as("priya")).with(csrf()))
        .andExpect(status().isNotFound());
  }

  private String begun(org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder asked) throws Exception {
    return web.perform(asked.with(as("priya")).with(csrf()))
        .andExpect(status().is3xxRedirection())
        .andReturn()
        .getResponse()
        .getRedirectedUrl();
  }

  @Test
  void names_of_drafts_are_shown_as_they_were_typed() throws Exception {
    drafts.startWith(null, "<script>alert(1)</script>", "dmn/referral-route.dmn");

    web.perform(get("/workbench/models/decision/referral-route").with(as("priya")))
        .andExpect(content().string(not(containsString("<script>alert"))))
        .andExpect(content().string(containsString("&lt;script&gt;alert")));
  }

  @Test
  void a_variant_is_told_from_the_shared_table_and_the_difference_is_shown() throws Exception {
    String own =
        Files.readString(Path.of("dmn/later-review-plan.dmn")).replaceFirst("(?s)(<rule .*?<outputEntry.*?<text>)\\d+(</text>)", "$123$2");
    deployment =
        actor.as(
            Actor.staff("paul"),
            () ->
                deployer.deploy(
                    new ModelBundle("wales", Map.of("dmn/later-review-plan.dmn", own.getBytes(StandardCharsets.UTF_8))),
                    "manager:paul",
                    "Wales looks back later"));

    assertThat(read("/workbench", "en")).contains("/workbench/models/decision/later-review-plan?scheme=wales", "paul", "Wales looks back later");
    assertThat(read("/workbench/models/decision/later-review-plan?scheme=wales", "en"))
        .contains("Wales looks back later", "<code class=\"fp-address\">23</code>", "Drop the variant of");
    assertThat(read("/workbench/models/decision/later-review-plan", "en"))
        .contains("later-review-plan/difference?from=shared&amp;to=wales")
        .doesNotContain("<code class=\"fp-address\">23</code>");
    assertThat(read("/workbench/models/decision/later-review-plan/difference?from=shared&to=wales", "en")).contains("Changed");
    assertThat(read("/workbench/schemes?one=gloucestershire&other=wales", "en")).contains("differ in 1 model");
  }

  /** With some 120 models and every case of the other tests: what is asked does not grow with them. */
  @Test
  void a_page_asks_the_same_few_statements_however_many_models_there_are() throws Exception {
    for (String path : List.of("/workbench", "/workbench/models/process/referral-journey", "/workbench/models/decision/referral-route")) {
      read(path, "en");
      var statements = new ListAppender<ILoggingEvent>();
      var log = (Logger) LoggerFactory.getLogger("org.springframework.jdbc.core.JdbcTemplate");
      var level = log.getLevel();
      statements.start();
      log.setLevel(Level.DEBUG);
      log.addAppender(statements);
      try {
        read(path, "en");
      } finally {
        log.setLevel(level);
        log.detachAppender(statements);
      }
      assertThat(statements.list.stream().filter(event -> event.getFormattedMessage().startsWith("Executing prepared SQL")))
          .as(path)
          .hasSizeBetween(3, 30);
    }
  }
}
