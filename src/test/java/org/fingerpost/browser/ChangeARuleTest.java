package org.fingerpost.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fingerpost.journeys.Journeys.notReached;
import static org.fingerpost.journeys.Journeys.someoneCalled;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.fingerpost.FingerpostTest;
import org.fingerpost.journeys.Journeys;
import org.fingerpost.platform.database.TestDatabase;
import org.fingerpost.platform.engine.EngineClock;
import org.fingerpost.workbench.ModelBundle;
import org.fingerpost.workbench.TakingBack;
import org.fingerpost.workbench.change.Migrations;
import org.fingerpost.workbench.draft.Drafts;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A manager changes a rule and a process by clicking, a colleague agrees, and those in flight move, except one, and back again. */
@FingerpostTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class ChangeARuleTest {

  private static final String DETAILS = "userTask_findRightContactDetails";
  private static final String CONTACT = "userTask_recordFirstContact";

  private static Chromium chromium;

  @Autowired Journeys journeys;
  @Autowired Migrations migrations;
  @Autowired Drafts drafts;
  @Autowired RepositoryService repository;
  @Autowired RuntimeService runtime;
  @Autowired JdbcClient database;
  @LocalServerPort int port;

  private TakingBack takingBack;

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

  @BeforeEach
  void from_now_on() {
    takingBack = new TakingBack(database, repository, runtime);
  }

  @AfterEach
  void everything_is_as_before() {
    takingBack.takeBack();
  }

  @Test
  void a_table_is_narrowed_with_a_colleagues_agreement_and_old_referrals_keep_the_old_rule() throws IOException {
    String before = journeys.receives(someoneCalled("Hollyhock-Before").needs("LONELINESS"));
    String rule = ruleOf(before);
    var priya = visitor().signsIn("priya", password("priya"));
    String draft = drafted(priya, "Signpost first in Gloucestershire", "gloucestershire", "dmn/referral-route.dmn");

    priya.opens(draft + "/edit?file=dmn/referral-route.dmn");
    priya.page.locator("#fp-editor[data-shown]").waitFor();
    Locator cell = priya.page.locator("[data-element-id='then_" + rule.replace("rule_", "") + "_route']");
    cell.scrollIntoViewIfNeeded();
    cell.click();
    priya.page.keyboard().press("Control+A");
    priya.page.keyboard().type("\"SIGNPOST\"");
    priya.page.keyboard().press("Tab");
    priya.page.waitForCondition(() -> changed(draft));
    priya.takesAPicture("change-a-rule");

    priya.opens(draft + "/replay");
    day(priya, "from", today().minusYears(1));
    day(priya, "to", today());
    priya.continues();
    priya.page.waitForCondition(
        () -> database.sql("select state from replay_report order by started_at desc limit 1").query(String.class).optional().orElse("").equals("DONE"));
    priya.page.reload();
    priya.takesAPicture("change-a-rule");
    assertThat(priya.text()).contains(before);

    priya.opens("/workbench/models/decision/referral-route/examples?scheme=gloucestershire&draft=" + draft.replaceAll(".*/", "") + "&from=" + before);
    priya.fills("name", "A lonely person is signposted");
    priya.page.locator("main [name='answer-route']").selectOption("SIGNPOST");
    priya.continues();
    priya.opens(draft + "/propose").takesAPicture("change-a-rule").findsThePageAccessible();
    String reference = proposes(priya, "Link workers have no room");
    assertThat(priya.text()).contains("You proposed this yourself");

    agrees(reference);
    var paul = visitor().signsIn("paul", password("paul"));
    paul.opens("/workbench/changes/" + reference).takesAPicture("change-a-rule").findsThePageAccessible();
    assertThat(paul.text()).contains("In force");

    String after = journeys.receives(someoneCalled("Hollyhock-After").needs("LONELINESS"));
    assertThat(journeys.summary(after).route()).as("by the new table").isEqualTo("SIGNPOST");
    assertThat(journeys.summary(before).route()).as("by the old one").isEqualTo("LINK_WORKER");
    var amir = visitor().signsIn("amir", password("amir"));
    amir.opens("/audit/referrals/" + before);
    assertThat(amir.text()).contains(rule);
    assertThat(priya.troubles()).isEmpty();
  }

  @Test
  void a_process_is_changed_and_those_in_flight_move_except_one_and_back_again() throws IOException {
    String moves = journeys.receives(someoneCalled("Hollyhock-Moves"));
    String stays = journeys.receives(someoneCalled("Hollyhock-Stays"));
    journeys.completes(stays, CONTACT, Map.of("channel", "PHONE", "result", "WRONG_NUMBER", "note", "Nobody there"));
    var priya = visitor().signsIn("priya", password("priya"));
    String draft = drafted(priya, "Ask the referrer at once", "gloucestershire", "bpmn/first-contact.bpmn");
    String model =
        Files.readString(Path.of("bpmn/first-contact.bpmn"))
            .replace(DETAILS, "userTask_askForContactDetails")
            .replace("name=\"Find right contact details\"", "name=\"Ask for contact details\"");
    priya.page
        .locator("#upload")
        .setInputFiles(new FilePayload("first-contact.bpmn", "application/xml", model.getBytes(StandardCharsets.UTF_8)));
    priya.page.locator("form[action$='/upload'] button").click();
    priya.opens(draft + "/propose").takesAPicture("change-a-process");
    String reference = proposes(priya, "Referrers know best");
    agrees(reference);

    priya.opens("/workbench/migrations/start?change=" + reference).takesAPicture("change-a-process").findsThePageAccessible();
    assertThat(priya.text()).contains("Find right contact details");
    priya.continues();
    String plan = priya.page.url();
    var id = UUID.fromString(plan.replaceAll(".*/", ""));
    while (migrations.tryOut(id, 100)) {
      // until everybody was tried
    }
    priya.opens(plan).takesAPicture("change-a-process").findsThePageAccessible();
    assertThat(priya.text()).contains(stays).contains("a step that the new version lacks");
    priya.page.locator("form[action$='/exceptions'] button").click();
    priya.fills("reason", "One way for everybody");
    priya.page.locator("form[action$='/propose'] button").click();
    agrees(reference(priya));
    while (migrations.move(id, 100)) {
      // until everybody had their turn
    }
    priya.opens(plan).takesAPicture("change-a-process");
    assertThat(priya.text()).contains("Done").contains("Left on their version").contains(stays);
    assertThat(journeys.acts(moves)).contains("journey.moved");
    assertThat(journeys.acts(stays)).as("its journey moved, its first contact did not").isNotEmpty();
    assertThat(journeys.openSteps(stays)).containsExactly(DETAILS);
    journeys.completes(moves, CONTACT, notReached());

    priya.page.locator("a[href*='back=']").click();
    priya.continues();
    var back = UUID.fromString(priya.page.url().replaceAll(".*/", ""));
    while (migrations.tryOut(back, 100)) {
      // until everybody was tried
    }
    priya.opens(priya.page.url()).fills("reason", "It was no better");
    priya.page.locator("form[action$='/propose'] button").click();
    agrees(reference(priya));
    while (migrations.move(back, 100)) {
      // until everybody had their turn
    }
    priya.opens("/workbench/changes/" + reference);
    priya.page.locator("details.nhsuk-details summary").click();
    priya.fills("reason", "It was no better");
    priya.page.locator("form[action$='/roll-back'] button").click();
    agrees(reference(priya));
    priya.opens("/workbench/changes").takesAPicture("change-a-process").findsThePageAccessible();
    assertThat(priya.troubles()).isEmpty();
  }

  /** The row of the route table that answered for a referral. */
  private String ruleOf(String referral) {
    return database
        .sql("select rule_ids[1] from decision_record where referral_id = ? and decision_key = 'referral-route' order by decided_at limit 1")
        .param(referral)
        .query(String.class)
        .single();
  }

  /** Whether what was typed has reached the draft: a second save after the one that began it. */
  private boolean changed(String draft) {
    var id = UUID.fromString(draft.replaceAll(".*/", ""));
    String live = ModelBundle.hashOf(drafts.get(id).files().get("dmn/referral-route.dmn").content());
    return !live.equals(database.sql("select base_hash from model_draft_file where draft_id = ?").param(id).query(String.class).single());
  }

  private String drafted(Visitor manager, String title, String scheme, String file) {
    manager.opens("/workbench/drafts").fills("title", title);
    manager.page.locator("main [name='scheme']").selectOption(scheme);
    manager.page.locator("main [name='file']").selectOption(file);
    manager.page.locator("form[action='/workbench/drafts'] button").click();
    manager.takesAPicture("change-a-rule");
    return manager.page.url().replaceAll("[?#].*", "").replace("http://localhost:" + port, "");
  }

  private String proposes(Visitor manager, String reason) {
    manager.fills("reason", reason).continues();
    return reference(manager);
  }

  private static String reference(Visitor manager) {
    String reference = manager.page.url().replaceAll(".*/(CH-[0-9A-Z-]+).*", "$1");
    assertThat(reference).as(manager.text()).startsWith("CH-");
    return reference;
  }

  /** Paul agrees, and the day has come. */
  private void agrees(String reference) throws IOException {
    var paul = visitor().signsIn("paul", password("paul"));
    paul.opens("/workbench/changes/" + reference).ticks("decision", "APPROVED");
    paul.page.locator("form[action$='/decision'] button").click();
    assertThat(paul.text()).contains("Your decision is recorded");
    journeys.timersFire(reference);
    assertThat(paul.troubles()).isEmpty();
  }

  private static LocalDate today() {
    return LocalDate.ofInstant(EngineClock.now(), EngineClock.LONDON);
  }

  private static void day(Visitor visitor, String field, LocalDate day) {
    visitor
        .fills(field + "-day", String.valueOf(day.getDayOfMonth()))
        .fills(field + "-month", String.valueOf(day.getMonthValue()))
        .fills(field + "-year", String.valueOf(day.getYear()));
  }

  private Visitor visitor() {
    return chromium.visitor("http://localhost:" + port, "en", 1400, true);
  }

  private static String password(String user) throws IOException {
    return Files.readAllLines(TestDatabase.DATA_DIRECTORY.resolve("demo-passwords.txt")).stream()
        .filter(line -> line.startsWith(user + ":"))
        .map(line -> line.substring(user.length() + 1))
        .findFirst()
        .orElseThrow();
  }
}
