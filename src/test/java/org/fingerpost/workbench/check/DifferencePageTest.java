package org.fingerpost.workbench.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import org.fingerpost.FingerpostTest;
import org.fingerpost.identity.SignedIn;
import org.fingerpost.platform.Actor;
import org.fingerpost.platform.CurrentActor;
import org.fingerpost.platform.Staff;
import org.fingerpost.workbench.ModelBundle;
import org.fingerpost.workbench.ModelDeployer;
import org.fingerpost.workbench.draft.Draft;
import org.fingerpost.workbench.draft.Drafts;
import org.fingerpost.workbench.draft.LiveModels;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** How a manager sees what a draft changes, and that each door to a deployment asks the same checks. */
@FingerpostTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class DifferencePageTest {

  private static final String TITLE = "A difference for the test";
  private static final String ROUTE = "dmn/referral-route.dmn";
  private static final String SETTLE = "bpmn/settle-route.bpmn";

  @Autowired MockMvc web;
  @Autowired Staff staff;
  @Autowired Drafts drafts;
  @Autowired LiveModels live;
  @Autowired ModelChecks checks;
  @Autowired ModelDeployer deployer;
  @Autowired CurrentActor actor;
  @Autowired JdbcClient database;

  @AfterEach
  void forgetTheDrafts() {
    database.sql("delete from model_draft where title = ?").param(TITLE).update();
  }

  @Test
  void a_table_is_told_in_words_and_shown_beside_the_live_one() throws Exception {
    var draft = changed(ROUTE, "<text>\"NOT_LIVE\"</text>", "<text>\"ELSEWHERE\"</text>");

    web.perform(get(page(draft)).with(as("priya")))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("Rule “area not live”: input “Where the person lives”: &quot;NOT_LIVE&quot; → &quot;ELSEWHERE&quot;.")))
        .andExpect(content().string(containsString("As it is live")))
        .andExpect(content().string(containsString("<strong>changed</strong>")))
        .andExpect(content().string(containsString("fp-side-changed")))
        .andExpect(content().string(not(containsString("checks."))));
    web.perform(get(page(draft) + "?lang=cy").with(as("paul")))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("Rheol “area not live”: mewnbwn")))
        .andExpect(content().string(containsString("<strong>newidiwyd</strong>")))
        .andExpect(content().string(not(containsString("checks."))));
  }

  @Test
  void a_process_is_told_in_words_and_marked_on_both_drawings() throws Exception {
    var draft = changed(SETTLE, "name=\"Confirm route\"", "name=\"Confirm the &lt;route&gt;\"");

    web.perform(get(page(draft)).with(as("priya")))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("has another name: Confirm route → Confirm the &lt;route&gt;.")))
        .andExpect(content().string(containsString("data-xml=\"" + page(draft) + "/xml?file=bpmn/settle-route.bpmn&amp;after=false\"")))
        .andExpect(content().string(containsString("userTask_confirmRoute")));
    web.perform(get(page(draft) + "/xml").param("file", SETTLE).param("after", "true").with(as("priya")))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("Confirm the &lt;route&gt;")));
    web.perform(get(page(draft) + "/xml").param("file", SETTLE).param("after", "false").with(as("priya")))
        .andExpect(content().string(containsString("name=\"Confirm route\"")));
    web.perform(get(page(draft) + "/xml").param("file", "bpmn/first-contact.bpmn").param("after", "true").with(as("priya")))
        .andExpect(status().isNotFound());
  }

  @Test
  void only_programme_managers_see_it() throws Exception {
    var draft = changed(ROUTE, "\"MERGE\"", "\"RETURN\"");
    for (String who : new String[] {"lowri", "grace", "amir", "ada"}) {
      web.perform(get(page(draft)).with(as(who))).andExpect(status().isForbidden());
    }
  }

  @Test
  void the_draft_and_the_deployment_are_checked_by_the_same_code() {
    var draft = changed(ROUTE, "\"MERGE\"", "\"FORGET\"");
    var found = checks.check(draft);
    assertThat(found).filteredOn(Finding::isError).isNotEmpty().allMatch(finding -> finding.file().equals(ROUTE));
    ModelBundle bundle = live.with(draft);
    assertThat(deployer.check(bundle))
        .extracting(refusal -> refusal.code())
        .containsAll(found.stream().filter(Finding::isError).map(Finding::code).toList());
  }

  @Test
  void what_the_engine_alone_can_say_is_heard_in_a_rehearsal() {
    var whole = live.all(null);
    assertThat(checks.check(new ModelBundle(null, whole), java.util.Set.of(SETTLE)).stream().filter(Finding::isError)).isEmpty();
  }

  private Draft changed(String file, String from, String to) {
    return actor.as(Actor.staff("priya"), () -> begun(file, from, to));
  }

  private Draft begun(String file, String from, String to) {
    var draft = drafts.startWith(null, TITLE, file);
    var part = draft.files().get(file);
    String text = new String(part.content(), StandardCharsets.UTF_8);
    assertThat(text).contains(from);
    drafts.save(draft.id(), file, text.replace(from, to).getBytes(StandardCharsets.UTF_8), part.revision());
    return drafts.get(draft.id());
  }

  private static String page(Draft draft) {
    return "/workbench/drafts/" + draft.id() + "/difference";
  }

  private RequestPostProcessor as(String id) {
    return user(new SignedIn(staff.find(id).orElseThrow()));
  }
}
