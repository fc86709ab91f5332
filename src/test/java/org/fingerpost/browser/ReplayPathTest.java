package org.fingerpost.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fingerpost.journeys.Journeys.someoneCalled;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.fingerpost.FingerpostTest;
import org.fingerpost.journeys.Journeys;
import org.fingerpost.platform.Actor;
import org.fingerpost.platform.CurrentActor;
import org.fingerpost.platform.database.TestDatabase;
import org.fingerpost.workbench.draft.Drafts;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A manager tries a draft on the past and keeps an example, by clicking: on a telephone, in both languages, and without JavaScript. */
@FingerpostTest
class ReplayPathTest {

  private static final String ROUTE = "dmn/referral-route.dmn";
  private static final String JOURNEY = "bpmn/referral-journey.bpmn";

  private static Chromium chromium;

  @Autowired Journeys journeys;
  @Autowired Drafts drafts;
  @Autowired CurrentActor actor;
  @Autowired Clock clock;
  @Autowired JdbcClient database;
  @LocalServerPort int port;

  private final List<UUID> begun = new ArrayList<>();

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
  void forget() {
    database.sql("delete from model_example where kept_by = 'priya'").update();
    begun.forEach(
        id -> {
          database.sql("delete from replay_report where draft_id = ?").param(id).update();
          database.sql("delete from model_draft where draft_id = ?").param(id).update();
        });
  }

  private UUID draft(String scheme, String file, UnaryOperator<String> change) {
    return actor.as(
        Actor.staff("priya"),
        () -> {
          var draft = drafts.startWith(scheme, "Narrower from the spring", file);
          begun.add(draft.id());
          var content = draft.files().get(file);
          String changed = change.apply(new String(content.content(), StandardCharsets.UTF_8));
          drafts.save(draft.id(), file, changed.getBytes(StandardCharsets.UTF_8), content.revision());
          return draft.id();
        });
  }

  private static String narrowed(String xml) {
    int at = xml.indexOf("\"LINK_WORKER\"", xml.indexOf("<outputEntry id=\"then_nationalGroup_route\">"));
    return xml.substring(0, at) + "\"SIGNPOST\"" + xml.substring(at + "\"LINK_WORKER\"".length());
  }

  private Visitor manager(String language, int width, boolean scripts) {
    return chromium.visitor("http://localhost:" + port, language, width, scripts).signsIn("priya", password("priya"));
  }

  private static String password(String user) {
    try {
      return Files.readAllLines(TestDatabase.DATA_DIRECTORY.resolve("demo-passwords.txt")).stream()
          .filter(line -> line.startsWith(user + ":"))
          .map(line -> line.substring(user.length() + 1))
          .findFirst()
          .orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void runs(Visitor manager, UUID draft) {
    var today = LocalDate.now(clock);
    manager.opens("/workbench/drafts/" + draft + "/replay");
    for (var day : List.of("from", "to")) {
      manager.fills(day + "-day", "" + today.getDayOfMonth()).fills(day + "-month", "" + today.getMonthValue()).fills(day + "-year", "" + today.getYear());
    }
    manager.continues();
  }

  @Test
  void a_manager_sees_whose_decision_would_change_and_keeps_an_example() {
    String reference = "";
    for (int i = 0; i < 12; i++) {
      reference = journeys.receives(someoneCalled("Trywell-" + i));
    }
    var draft = draft("gloucestershire", ROUTE, ReplayPathTest::narrowed);
    var priya = manager("en", 390, true);
    runs(priya, draft);
    priya.page.waitForSelector("#flows");
    assertThat(priya.text()).contains("decisions would have another answer", "By referral source", "Not known", reference);
    assertThat(priya.text()).doesNotContain("Trywell");
    String report = priya.page.url().replaceFirst("^https?://[^/]+", "");
    priya.findsThePageAccessible().takesAPicture("replay-report-390");
    priya.opens(report + "?lang=cy").findsThePageAccessible().takesAPicture("replay-report-cy-390");
    priya.opens("/workbench/drafts/" + draft + "/replay?lang=en").findsThePageAccessible().takesAPicture("replay-390");

    String examples = "/workbench/models/decision/referral-route/examples?scheme=gloucestershire";
    priya.opens(examples + "&from=" + reference).findsThePageAccessible().takesAPicture("examples-new-390");
    priya.fills("name", "Somebody lonely has a link worker").continues();
    assertThat(priya.text()).contains("Example kept", "Somebody lonely has a link worker", "Passes");
    priya.findsThePageAccessible().takesAPicture("examples-390");
    priya.opens("/workbench/drafts/" + draft + "/examples").findsThePageAccessible().takesAPicture("examples-of-draft-390");
    assertThat(priya.text()).contains("1 of 1 fail", "The table answers otherwise");
    assertThat(priya.troubles()).isEmpty();

    var wide = manager("en", 1280, true).opens(report).takesAPicture("replay-report");
    wide.opens(examples).takesAPicture("examples");
  }

  @Test
  void a_replay_is_followed_without_javascript() {
    journeys.receives(someoneCalled("Trywell-Plain"));
    var draft = draft("gloucestershire", ROUTE, ReplayPathTest::narrowed);
    var priya = manager("en", 390, false);
    runs(priya, draft);
    for (int i = 0; i < 60 && priya.page.locator("text=Look again how far it is").count() > 0; i++) {
      priya.page.locator("text=Look again how far it is").click();
    }
    assertThat(priya.text()).contains("decisions were run");
  }

  @Test
  void a_manager_sees_on_the_drawing_who_could_not_have_followed() {
    var reference = journeys.receives(someoneCalled("Trywell-Drawn"));
    var draft =
        draft(null, JOURNEY, xml -> xml.replace("targetRef=\"businessRuleTask_decideRoute\"", "targetRef=\"gateway_confirmationNeeded\""));
    var priya = manager("en", 1280, true);
    runs(priya, draft);
    priya.page.waitForSelector("figure[data-shown=true]");
    assertThat(priya.text()).contains("First step that the draft does not allow", reference);
    priya.findsThePageAccessible().takesAPicture("replay-process");
    priya.page.setViewportSize(390, 900);
    priya.findsThePageAccessible().takesAPicture("replay-process-390");
    assertThat(priya.troubles()).isEmpty();
  }
}
