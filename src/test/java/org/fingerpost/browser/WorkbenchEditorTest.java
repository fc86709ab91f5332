package org.fingerpost.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.LoadState;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.RepositoryService;
import org.fingerpost.FingerpostTest;
import org.fingerpost.platform.Actor;
import org.fingerpost.platform.CurrentActor;
import org.fingerpost.platform.database.TestDatabase;
import org.fingerpost.workbench.draft.Draft;
import org.fingerpost.workbench.draft.Drafts;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Managers change a table, a process and a form in the browser: with the makers' own editors, under our content security policy. */
@FingerpostTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class WorkbenchEditorTest {

  private static final String TITLE = "Editors in the browser";
  private static final String ROUTE = "dmn/referral-route.dmn";
  private static final String CONTACT = "bpmn/first-contact.bpmn";
  private static final String FORM = "forms/hold-conversation.form";

  private static Chromium chromium;

  @Autowired Drafts drafts;
  @Autowired CurrentActor actor;
  @Autowired RepositoryService repository;
  @Autowired JdbcClient database;
  @LocalServerPort int port;

  @BeforeAll
  static void start() {
    chromium = Chromium.start();
  }

  @AfterAll
  static void stop() {
    if (chromium != null) {
      chromium.close();
    }
  }

  @AfterEach
  void forgetTheDrafts() {
    database.sql("delete from model_draft where title = ?").param(TITLE).update();
  }

  @Test
  void a_manager_changes_a_cell_a_name_and_a_label_and_all_of_it_survives_a_reload() throws IOException {
    long deployments = repository.createDeploymentQuery().count();
    var priya = visitor("en", 1280).signsIn("priya", password("priya"));
    priya.opens("/workbench/drafts").findsThePageAccessible();
    priya.fills("title", TITLE);
    priya.page.locator("main select[name='file']").selectOption(ROUTE);
    priya.page.locator("main form[action='/workbench/drafts'] button").click();
    String page = priya.page.url();
    priya.takesAPicture("workbench-draft").findsThePageAccessible();

    edits(priya, page, ROUTE);
    assertThat(priya.page.title()).startsWith(ROUTE);
    var cell = priya.page.locator("td[data-element-id='when_immediateRisk_immediateRisk'] [contenteditable]");
    assertThat(cell.innerText().strip()).isEqualTo("true");
    cell.click();
    priya.page.keyboard().press("Control+A");
    priya.page.keyboard().type("false");
    saved(priya);
    priya.takesAPicture("workbench-table");
    accessible(priya);
    priya.page.reload();
    shown(priya);
    assertThat(priya.page.locator("td[data-element-id='when_immediateRisk_immediateRisk'] [contenteditable]").innerText().strip())
        .isEqualTo("false");

    add(page, CONTACT);
    edits(priya, page, CONTACT);
    priya.page.locator(".djs-element[data-element-id='serviceTask_sendLetter'] .djs-hit").dblclick();
    priya.page.locator(".djs-direct-editing-content").fill("Post the letter");
    priya.page.keyboard().press("Enter");
    saved(priya);
    priya.takesAPicture("workbench-process");
    accessible(priya);
    priya.page.reload();
    shown(priya);
    assertThat(priya.page.locator(".djs-element[data-element-id='serviceTask_sendLetter'] text").textContent().replaceAll("\\s", ""))
        .isEqualTo("Posttheletter");
    picksATemplate(priya);

    add(page, FORM);
    edits(priya, page, FORM);
    priya.page.locator(".fjs-element[data-id='shown_reason']").click(new Locator.ClickOptions().setPosition(20, 8));
    priya.page.locator("[data-group-id='group-validation'] .bio-properties-panel-group-header").click();
    priya.page.locator("#bio-properties-panel-maxLength").fill("1234");
    saved(priya);
    priya.takesAPicture("workbench-form");
    accessible(priya);
    assertThat(text(page, FORM)).contains("\"maxLength\": 1234");

    assertThat(repository.createDeploymentQuery().count()).as("nothing of a draft is deployed").isEqualTo(deployments);
    assertThat(priya.troubles()).isEmpty();
    priya.opens("/workbench/token").findsThePageAccessible().takesAPicture("workbench-token");
    var telephone = visitor("cy", 390).signsIn("priya", password("priya"));
    telephone.opens(page).takesAPicture("workbench-telephone").findsThePageAccessible();
    assertThat((Boolean) telephone.evaluates("() => document.documentElement.scrollWidth <= innerWidth")).as("nothing sticks out").isTrue();
    telephone.opens("/workbench/drafts").takesAPicture("workbench-telephone").findsThePageAccessible();
    assertThat((Boolean) telephone.evaluates("() => document.documentElement.scrollWidth <= innerWidth")).isTrue();
    edits(telephone, page, CONTACT);
    telephone.takesAPicture("workbench-telephone");
    assertThat((Boolean) telephone.evaluates("() => document.documentElement.scrollWidth <= innerWidth")).isTrue();
    assertThat(telephone.troubles()).isEmpty();
  }

  @Test
  void two_managers_on_one_file_are_told_and_neither_overwrites_the_other() throws IOException {
    Draft draft = actor.as(Actor.staff("priya"), () -> drafts.startWith("gloucestershire", TITLE, ROUTE));
    String page = "/workbench/drafts/" + draft.id();
    var priya = visitor("en", 1280).signsIn("priya", password("priya"));
    var paul = visitor("en", 1280).signsIn("paul", password("paul"));
    edits(priya, page, ROUTE);
    edits(paul, page, ROUTE);
    priya.page.locator("#fp-editor-others", new com.microsoft.playwright.Page.LocatorOptions().setHasText("Paul")).waitFor();

    type(paul, "when_immediateRisk_immediateRisk", "false");
    saved(paul);
    priya.page.locator("#fp-editor-choice", new com.microsoft.playwright.Page.LocatorOptions().setHasText("Paul")).waitFor();
    priya.takesAPicture("workbench-two");
    type(priya, "when_openCase_openCase", "false");
    priya.page.waitForTimeout(3000);
    String kept = new String(drafts.get(draft.id()).files().get(ROUTE).content(), StandardCharsets.UTF_8);
    assertThat(drafts.get(draft.id()).files().get(ROUTE).savedBy()).as("nothing is overwritten before somebody chooses").isEqualTo("paul");
    assertThat(kept).contains("<text>false</text>");

    priya.page.locator("#fp-editor-choice button", new com.microsoft.playwright.Page.LocatorOptions().setHasText("Go on with what was saved")).click();
    priya.page.waitForLoadState(LoadState.LOAD);
    shown(priya);
    assertThat(priya.page.locator("td[data-element-id='when_immediateRisk_immediateRisk'] [contenteditable]").innerText().strip())
        .isEqualTo("false");
    type(priya, "when_immediateRisk_immediateRisk", "true");
    saved(priya);
    assertThat(drafts.get(draft.id()).files().get(ROUTE).savedBy()).isEqualTo("priya");
    assertThat(priya.troubles()).isEmpty();
  }

  private static void picksATemplate(Visitor visitor) {
    visitor.page.locator(".djs-element[data-element-id='serviceTask_sendLetter'] .djs-hit").click();
    visitor.page.locator(".bio-properties-panel-select-template-button").click();
    visitor.page.locator("#fp-templates-find").fill("first attempt");
    visitor.takesAPicture("workbench-template");
    visitor.page.locator(".fp-templates__list button").first().click();
    saved(visitor);
  }

  private void add(String page, String file) {
    actor.as(Actor.staff("priya"), () -> drafts.add(id(page), file));
  }

  private String text(String page, String file) {
    return new String(drafts.get(id(page)).files().get(file).content(), StandardCharsets.UTF_8);
  }

  private static UUID id(String page) {
    return UUID.fromString(page.substring(page.lastIndexOf('/') + 1));
  }

  private static void type(Visitor visitor, String element, String text) {
    visitor.page.locator("td[data-element-id='%s'] [contenteditable]".formatted(element)).click();
    visitor.page.keyboard().press("Control+A");
    visitor.page.keyboard().type(text);
  }

  private static void edits(Visitor visitor, String page, String file) {
    visitor.opens(page + "/edit?file=" + file);
    shown(visitor);
  }

  private static void shown(Visitor visitor) {
    visitor.page.locator("#fp-editor[data-shown]").waitFor();
    visitor.page.waitForTimeout(500);
  }

  private static void saved(Visitor visitor) {
    visitor.page.locator("#fp-editor-status[data-state='saved']").waitFor();
    assertThat(visitor.page.locator("#fp-editor-status").innerText()).matches("Saved \\d\\d:\\d\\d");
  }

  /** All but what the makers of the editors draw. */
  private static void accessible(Visitor visitor) {
    assertThat(visitor.troubles()).isEmpty();
    assertThat(Accessibility.violations(visitor.page, ".fp-editor__stage")).isEmpty();
  }

  private Visitor visitor(String language, int width) {
    return chromium.visitor("http://localhost:" + port, language, width, true);
  }

  private static String password(String user) throws IOException {
    return Files.readAllLines(TestDatabase.DATA_DIRECTORY.resolve("demo-passwords.txt")).stream()
        .filter(line -> line.startsWith(user + ":"))
        .map(line -> line.substring(user.length() + 1))
        .findFirst()
        .orElseThrow();
  }
}
