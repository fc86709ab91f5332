package org.fingerpost.workbench.web;

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

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.UUID;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.fingerpost.FingerpostTest;
import org.fingerpost.identity.SignedIn;
import org.fingerpost.journeys.Journeys;
import org.fingerpost.platform.Actor;
import org.fingerpost.platform.CurrentActor;
import org.fingerpost.platform.Staff;
import org.fingerpost.platform.engine.EngineClock;
import org.fingerpost.workbench.TakingBack;
import org.fingerpost.workbench.change.ChangeState;
import org.fingerpost.workbench.change.ModelChanges;
import org.fingerpost.workbench.draft.Drafts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** The pages on which managers propose, agree, go back, and move referrals in flight. */
@FingerpostTest
class ChangesPagesTest {

  private static final String SCHEME = "wales";
  private static final String TABLE = "dmn/help-plan.dmn";

  @Autowired MockMvc web;
  @Autowired Journeys journeys;
  @Autowired Drafts drafts;
  @Autowired ModelChanges changes;
  @Autowired Staff staff;
  @Autowired CurrentActor currentActor;
  @Autowired RepositoryService repository;
  @Autowired RuntimeService runtime;
  @Autowired JdbcClient database;

  private TakingBack takingBack;

  @BeforeEach
  void from_now_on() {
    takingBack = new TakingBack(database, repository, runtime);
  }

  @AfterEach
  void everything_is_as_before() {
    takingBack.takeBack();
  }

  private RequestPostProcessor as(String userId) {
    return user(new SignedIn(staff.find(userId).orElseThrow()));
  }

  private UUID draft() {
    return currentActor.as(Actor.staff("priya"),
        () -> {
          var draft = drafts.startWith(SCHEME, "Help within five days", TABLE);
          var file = draft.files().get(TABLE);
          String changed =
              new String(file.content(), StandardCharsets.UTF_8)
                  .replaceFirst("(?s)(then_filledInAtLeisure_workingDays\">\\s*<text>)\\d+(</text>)", "$15$2");
          drafts.save(draft.id(), TABLE, changed.getBytes(StandardCharsets.UTF_8), file.revision());
          return draft.id();
        });
  }

  private static LocalDate today() {
    return LocalDate.ofInstant(EngineClock.now(), EngineClock.LONDON);
  }

  private static MockHttpServletRequestBuilder withDay(MockHttpServletRequestBuilder post, LocalDate day) {
    return post.param("effectiveFrom-day", Integer.toString(day.getDayOfMonth()))
        .param("effectiveFrom-month", Integer.toString(day.getMonthValue()))
        .param("effectiveFrom-year", Integer.toString(day.getYear()));
  }

  private String proposed() throws Exception {
    var address =
        web.perform(
                withDay(post("/workbench/drafts/{id}/propose", draft()), today())
                    .param("reason", "Groups in Wales are small")
                    .with(as("priya"))
                    .with(csrf()))
            .andExpect(status().is3xxRedirection())
            .andReturn()
            .getResponse()
            .getRedirectedUrl();
    return address.replaceAll(".*/(CH-[^?]+)\\?proposed", "$1");
  }

  @Test
  void a_manager_sees_what_stands_against_a_proposal_and_proposes() throws Exception {
    var empty = currentActor.as(Actor.staff("priya"), () -> drafts.start(SCHEME, "Nothing yet").id());
    web.perform(get("/workbench/drafts/{id}/propose", empty).with(as("priya")))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("The draft holds no model yet.")))
        .andExpect(content().string(not(containsString("effectiveFrom-day"))));
    web.perform(get("/workbench/drafts/{id}/propose", UUID.randomUUID()).with(as("priya"))).andExpect(status().isNotFound());

    var draft = draft();
    web.perform(get("/workbench/drafts/{id}/propose?lang=cy", draft).with(as("priya")))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("Ei roi gerbron cydweithiwr")));
    web.perform(
            withDay(post("/workbench/drafts/{id}/propose", draft), today().minusDays(1))
                .param("reason", "")
                .with(as("priya"))
                .with(csrf()))
        .andExpect(status().isBadRequest())
        .andExpect(content().string(containsString("Say why.")));
    web.perform(
            withDay(post("/workbench/drafts/{id}/propose", draft), today().minusDays(1))
                .param("reason", "Because")
                .with(as("priya"))
                .with(csrf()))
        .andExpect(status().isBadRequest())
        .andExpect(content().string(containsString("Choose today or a day within a year.")));
  }

  @Test
  void an_author_is_told_that_somebody_else_decides_before_anything_is_sent() throws Exception {
    String reference = proposed();

    web.perform(get("/workbench/changes/{reference}", reference).with(as("priya")))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("You proposed this yourself.")))
        .andExpect(content().string(not(containsString("name=\"decision\""))));
    web.perform(
            post("/workbench/changes/{reference}/decision", reference)
                .param("decision", "APPROVED")
                .with(as("priya"))
                .with(csrf()))
        .andExpect(status().isBadRequest())
        .andExpect(content().string(containsString("You proposed this yourself.")));
    assertThat(changes.get(reference).state()).isEqualTo(ChangeState.PROPOSED);
  }

  @Test
  void a_colleague_decides_on_the_page_and_finishes_the_same_task() throws Exception {
    String reference = proposed();
    web.perform(get("/workbench/changes").with(as("paul")))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString(reference)))
        .andExpect(content().string(containsString("Waits for a colleague")));
    web.perform(get("/workbench/changes/{reference}", reference).with(as("paul")))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("Groups in Wales are small")))
        .andExpect(content().string(containsString("name=\"decision\"")));
    web.perform(
            post("/workbench/changes/{reference}/decision", reference).param("decision", "REFUSED").with(as("paul")).with(csrf()))
        .andExpect(status().isBadRequest())
        .andExpect(content().string(containsString("Tell the author why.")));

    web.perform(
            post("/workbench/changes/{reference}/decision", reference)
                .param("decision", "APPROVED")
                .param("words", "Good")
                .with(as("paul"))
                .with(csrf()))
        .andExpect(redirectedUrl("/workbench/changes/" + reference + "?decided"));

    assertThat(journeys.openSteps(reference)).isEmpty();
    journeys.timersFire(reference);
    web.perform(get("/workbench/changes/{reference}", reference).with(as("amir"))).andExpect(status().isForbidden());
    web.perform(get("/workbench/changes/{reference}", reference).with(as("paul")))
        .andExpect(content().string(containsString("In force")))
        .andExpect(content().string(containsString("Help plan, version 1")))
        .andExpect(content().string(containsString("Go back to the version before")));
    web.perform(
            post("/workbench/changes/{reference}/roll-back", reference).param("reason", "").with(as("paul")).with(csrf()))
        .andExpect(status().isBadRequest());
    web.perform(
            post("/workbench/changes/{reference}/roll-back", reference).param("reason", "No better").with(as("paul")).with(csrf()))
        .andExpect(status().is3xxRedirection());
  }

  @Test
  void only_its_author_withdraws_a_change() throws Exception {
    String reference = proposed();

    web.perform(post("/workbench/changes/{reference}/withdraw", reference).with(as("paul")).with(csrf()))
        .andExpect(status().isBadRequest());
    web.perform(post("/workbench/changes/{reference}/withdraw", reference).with(as("priya")).with(csrf()))
        .andExpect(status().is3xxRedirection());

    assertThat(changes.get(reference).state()).isEqualTo(ChangeState.WITHDRAWN);
  }

  @Test
  void these_pages_are_for_programme_managers() throws Exception {
    String reference = proposed();
    for (String other : new String[] {"grace", "lowri", "amir", "ada", "kit"}) {
      for (String page :
          new String[] {
            "/workbench/changes", "/workbench/changes/" + reference, "/workbench/migrations/start?process=first-contact"
          }) {
        web.perform(get(page).with(as(other))).andExpect(status().isForbidden());
      }
      web.perform(
              post("/workbench/changes/{reference}/decision", reference)
                  .param("decision", "APPROVED")
                  .with(as(other))
                  .with(csrf()))
          .andExpect(status().isForbidden());
    }
    web.perform(get("/workbench/changes/CH-0000-0000").with(as("priya"))).andExpect(status().isNotFound());
    web.perform(get("/workbench/migrations/" + UUID.randomUUID()).with(as("priya"))).andExpect(status().isNotFound());
    web.perform(get("/workbench/migrations/start").with(as("priya"))).andExpect(status().isNotFound());
  }

  @Test
  void a_plan_for_moving_is_told_in_words_and_drawn_twice() throws Exception {
    web.perform(get("/workbench/migrations/start?process=first-contact&scheme=" + SCHEME).with(as("priya")))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("Nothing runs on an older version.")));
    String definition =
        repository.createProcessDefinitionQuery().processDefinitionKey("first-contact").withoutTenantId().latestVersion().singleResult().getId();
    web.perform(get("/workbench/migrations/model").param("definition", definition).with(as("priya")))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("userTask_recordFirstContact")));
    web.perform(get("/workbench/migrations/model").param("definition", "none").with(as("priya"))).andExpect(status().isNotFound());
  }
}
