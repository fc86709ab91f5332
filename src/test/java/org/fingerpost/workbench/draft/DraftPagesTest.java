package org.fingerpost.workbench.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.fingerpost.FingerpostTest;
import org.fingerpost.identity.SignedIn;
import org.fingerpost.platform.Staff;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** The pages of drafts, as a manager with and without JavaScript uses them. */
@FingerpostTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class DraftPagesTest {

  private static final String ROUTE = "dmn/referral-route.dmn";
  private static final String TITLE = "Pages <b>of</b> drafts";

  @Autowired MockMvc web;
  @Autowired Staff staff;
  @Autowired Drafts drafts;
  @Autowired LiveModels live;
  @Autowired JdbcClient database;

  @AfterEach
  void forgetTheDrafts() {
    database.sql("delete from model_draft where title = ?").param(TITLE).update();
    database.sql("delete from modeler_token where user_id = 'paul'").update();
  }

  @Test
  void change_this_begins_a_draft_and_its_page_says_what_is_in_it() throws Exception {
    String page = begin("gloucestershire", ROUTE);
    for (String language : new String[] {"en", "cy"}) {
      web.perform(get(page + "?lang=" + language).with(as("paul")))
          .andExpect(status().isOk())
          .andExpect(content().string(containsString("Pages &lt;b&gt;of&lt;/b&gt; drafts")))
          .andExpect(content().string(containsString(ROUTE)))
          .andExpect(content().string(containsString(page + "/difference")))
          .andExpect(content().string(containsString(page + "/replay")))
          .andExpect(content().string(containsString(page + "/examples")))
          .andExpect(content().string(containsString(page + "/propose")))
          .andExpect(content().string(not(containsString("??"))))
          .andExpect(content().string(not(containsString("drafts."))));
      web.perform(get("/workbench/drafts?lang=" + language).with(as("priya")))
          .andExpect(content().string(containsString("Pages &lt;b&gt;of")))
          .andExpect(content().string(not(containsString("drafts."))));
      web.perform(get(page + "/edit?file=" + ROUTE + "&lang=" + language).with(as("priya")))
          .andExpect(status().isOk())
          .andExpect(content().string(containsString("<title>" + ROUTE)))
          .andExpect(content().string(not(containsString("drafts.editor."))));
    }
  }

  @Test
  void a_draft_without_a_title_is_not_begun() throws Exception {
    web.perform(post("/workbench/drafts").param("file", ROUTE).with(as("priya")).with(csrf()))
        .andExpect(status().isUnprocessableEntity())
        .andExpect(content().string(containsString("Say in a few words")));
    web.perform(post("/workbench/drafts").param("scheme", "nowhere").param("title", TITLE).with(as("priya")).with(csrf()))
        .andExpect(status().isNotFound());
  }

  @Test
  void only_programme_managers_see_drafts() throws Exception {
    String page = begin("", ROUTE);
    for (String who : new String[] {"lowri", "grace", "amir", "ada"}) {
      web.perform(get(page).with(as(who))).andExpect(status().isForbidden());
      web.perform(get("/workbench/token").with(as(who))).andExpect(status().isForbidden());
    }
    web.perform(get("/workbench/drafts/" + UUID.randomUUID()).with(as("priya"))).andExpect(status().isNotFound());
    web.perform(get(page + "/file?file=dmn/other.dmn").with(as("priya"))).andExpect(status().isNotFound());
  }

  @Test
  void the_editor_saves_and_the_second_saver_is_told() throws Exception {
    String page = begin("", ROUTE);
    int revision = revision(page);
    byte[] content = live.file(null, ROUTE).orElseThrow();
    web.perform(put(page + "/file").param("file", ROUTE).param("revision", "" + revision).content(content).with(as("paul")))
        .andExpect(status().isForbidden());
    web.perform(put(page + "/file").param("file", ROUTE).param("revision", "" + revision).content(content).with(as("paul")).with(csrf()))
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.revision").isNumber())
        .andExpect(jsonPath("$.at").isString())
        .andExpect(jsonPath("$.findings").isArray());
    web.perform(put(page + "/file").param("file", ROUTE).param("revision", "" + revision).content(content).with(as("priya")).with(csrf()))
        .andExpect(status().isConflict())
        .andExpect(jsonPath("$.meanwhile").value(containsString("Paul")));
    web.perform(post(page + "/here").param("file", ROUTE).with(as("paul")).with(csrf())).andExpect(jsonPath("$.others").value(""));
    web.perform(post(page + "/here").param("file", ROUTE).with(as("priya")).with(csrf()))
        .andExpect(jsonPath("$.others").value(containsString("Paul")));
  }

  @Test
  void hostile_content_is_refused_with_a_sentence() throws Exception {
    String page = begin("", ROUTE);
    for (String hostile : new String[] {"<!DOCTYPE a><a/>", "not XML", "<a>" + "x".repeat(1024 * 1024) + "</a>"}) {
      web.perform(put(page + "/file").param("file", ROUTE).param("revision", "" + revision(page)).content(hostile).with(as("paul")).with(csrf()))
          .andExpect(status().isUnprocessableEntity())
          .andExpect(jsonPath("$.sentences[0]").value(containsString(".")));
    }
  }

  @Test
  void a_file_is_downloaded_and_uploaded_without_a_script() throws Exception {
    String page = begin("", ROUTE);
    byte[] file =
        web.perform(get(page + "/file").param("file", ROUTE).param("download", "true").with(as("priya")))
            .andExpect(header().string("Content-Disposition", containsString("referral-route.dmn")))
            .andReturn()
            .getResponse()
            .getContentAsByteArray();
    byte[] changed = new String(file, StandardCharsets.UTF_8).replace("name=\"Referral route\"", "name=\"Route\"").getBytes(StandardCharsets.UTF_8);
    upload(page, "my copy (2).dmn", changed).andExpect(status().is3xxRedirection());
    assertThat(drafts.get(id(page)).files().get(ROUTE).content()).isEqualTo(changed);
    web.perform(get(page).with(as("priya"))).andExpect(content().string(containsString("uploaded")));
    upload(page, "virus.exe", changed).andExpect(status().isUnprocessableEntity()).andExpect(content().string(containsString("Only .bpmn")));
    upload(page, "bad.dmn", "<!DOCTYPE a><a/>".getBytes(StandardCharsets.UTF_8))
        .andExpect(status().isUnprocessableEntity())
        .andExpect(content().string(containsString("The file was not taken.")));
    assertThat(drafts.get(id(page)).files().get(ROUTE).content()).isEqualTo(changed);
  }

  @Test
  void files_come_and_go_and_a_draft_is_dropped_with_a_reason() throws Exception {
    String page = begin("", "");
    send(page + "/files", "file", "bpmn/first-contact.bpmn").andExpect(status().is3xxRedirection());
    send(page + "/files", "file", "forms/nothing-there.form").andExpect(status().isNotFound());
    assertThat(drafts.get(id(page)).files()).containsOnlyKeys("bpmn/first-contact.bpmn");
    send(page + "/take-out", "file", "bpmn/first-contact.bpmn").andExpect(status().is3xxRedirection());
    assertThat(drafts.get(id(page)).files()).isEmpty();
    send(page + "/drop", "why", " ").andExpect(status().isUnprocessableEntity());
    send(page + "/drop", "why", "It was a test").andExpect(status().is3xxRedirection());
    web.perform(get(page).with(as("priya"))).andExpect(content().string(containsString("It was a test")));
    send(page + "/files", "file", ROUTE).andExpect(status().isUnprocessableEntity());
  }

  @Test
  void a_table_of_another_dmn_says_so_instead_of_opening() throws Exception {
    String page = begin("", ROUTE);
    var id = id(page);
    var old = new String(drafts.get(id).files().get(ROUTE).content(), StandardCharsets.UTF_8).replace("20191111/MODEL", "20180521/MODEL").replace("https://www.omg.org/spec/DMN/20180521", "http://www.omg.org/spec/DMN/20180521");
    database.sql("update model_draft_file set content = ? where draft_id = ?").params(old.getBytes(StandardCharsets.UTF_8), id).update();
    web.perform(get(page + "/edit?file=" + ROUTE).with(as("priya")))
        .andExpect(content().string(containsString("DMN 1.3")))
        .andExpect(content().string(not(containsString("fp-editor-canvas"))));
  }

  @Test
  void a_token_is_shown_once_and_taken_back() throws Exception {
    String made =
        web.perform(post("/workbench/token").param("days", "7").with(as("paul")).with(csrf()))
            .andExpect(status().isOk())
            .andExpect(content().string(containsString("fpm_")))
            .andReturn()
            .getResponse()
            .getContentAsString();
    assertThat(made).doesNotContain("drafts.");
    web.perform(get("/workbench/token?lang=cy").with(as("paul")))
        .andExpect(content().string(not(containsString("fpm_"))))
        .andExpect(content().string(containsString("/revoke")))
        .andExpect(content().string(not(containsString("drafts."))));
    web.perform(post("/workbench/token").param("days", "9999").with(as("paul")).with(csrf())).andExpect(status().isUnprocessableEntity());
    UUID token = database.sql("select token_id from modeler_token where user_id = 'paul'").query(UUID.class).single();
    web.perform(post("/workbench/token/" + token + "/revoke").with(as("priya")).with(csrf()));
    assertThat(database.sql("select revoked_at is null from modeler_token where token_id = ?").param(token).query(Boolean.class).single())
        .as("somebody else's token stays")
        .isTrue();
    web.perform(post("/workbench/token/" + token + "/revoke").with(as("paul")).with(csrf())).andExpect(status().is3xxRedirection());
    web.perform(get("/workbench/token").with(as("paul"))).andExpect(content().string(not(containsString("/revoke"))));
  }

  private String begin(String scheme, String file) throws Exception {
    return web.perform(post("/workbench/drafts").param("scheme", scheme).param("title", TITLE).param("file", file).with(as("priya")).with(csrf()))
        .andExpect(status().is3xxRedirection())
        .andReturn()
        .getResponse()
        .getRedirectedUrl();
  }

  private org.springframework.test.web.servlet.ResultActions send(String to, String name, String value) throws Exception {
    return web.perform(post(to).param(name, value).with(as("priya")).with(csrf()));
  }

  private org.springframework.test.web.servlet.ResultActions upload(String page, String name, byte[] bytes) throws Exception {
    return web.perform(multipart(page + "/upload").file(new MockMultipartFile("upload", name, "text/xml", bytes)).with(as("priya")).with(csrf()));
  }

  private int revision(String page) {
    return drafts.get(id(page)).files().get(ROUTE).revision();
  }

  private static UUID id(String page) {
    return UUID.fromString(page.substring(page.lastIndexOf('/') + 1));
  }

  private RequestPostProcessor as(String who) {
    return user(new SignedIn(staff.find(who).orElseThrow()));
  }
}
