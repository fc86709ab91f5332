package org.fingerpost.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import org.fingerpost.FingerpostTest;
import org.fingerpost.journeys.Journeys;
import org.fingerpost.platform.database.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** An auditor answers from the screen alone: why, who, when, by which version, and whether it was altered. */
@FingerpostTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class AuditorsDeskTest {

  private static Chromium chromium;

  @Autowired Journeys journeys;
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

  @Test
  void why_was_this_referral_settled_so_who_confirmed_it_who_read_it_and_by_which_version() throws IOException {
    String reference = journeys.receives(Journeys.someoneCalled("Deskwell").withoutConsent());
    var grace = visitor(1280, true).signsIn("grace", password("grace"));
    grace.opens("/casefile/" + reference);
    journeys.completes("grace", reference, "userTask_confirmRoute", Map.of("route", "SIGNPOST", "reason", "Agreed on the telephone"));

    var amir = visitor(1280, true).signsIn("amir", password("amir")).opens("/audit");
    amir.takesAPicture("desk").findsThePageAccessible();
    amir.fills("reference", reference);
    amir.page.locator("main form button").first().click();
    amir.page.locator("main a", new Page.LocatorOptions().setHasText(reference)).first().click();
    amir.takesAPicture("desk").findsThePageAccessible();
    assertThat(amir.text())
        .contains("Route settled by a person", "Who has read this record", "Case opened", "Grace", "Is the record unaltered?")
        .doesNotContain("Deskwell", "Agreed on the telephone");
    String story = amir.page.url();

    amir.page.locator("main a", new Page.LocatorOptions().setHasText("Explain this decision")).first().click();
    amir.takesAPicture("desk").findsThePageAccessible();
    String decision = amir.page.url();
    assertThat(amir.text()).contains("Why this was decided", "byte for byte");
    amir.opens(story);
    int explained = amir.page.locator("main a", new Page.LocatorOptions().setHasText("Explain this decision")).count();
    boolean route = false;
    for (int i = 0; i < explained && !route; i++) {
      amir.opens(story).page.locator("main a", new Page.LocatorOptions().setHasText("Explain this decision")).nth(i).click();
      route = amir.text().contains("Where a referral goes, version");
    }
    assertThat(route).as("the decision about the route is explained").isTrue();
    amir.takesAPicture("desk");
    assertThat(amir.text()).contains("The person has not agreed to be referred", "changed it on");
    amir.opens(decision + (decision.contains("?") ? "&" : "?") + "for=person&lang=cy").findsThePageAccessible().takesAPicture("desk");
    assertThat(amir.page.locator("html").getAttribute("lang")).isEqualTo("cy");
    amir.opens("/audit?lang=en");

    amir.opens(story);
    amir.page.locator("section[aria-labelledby=ways] li a").first().click();
    amir.page.locator("figure.fp-diagram[data-shown=true]").waitFor();
    amir.takesAPicture("desk-path").findsThePageAccessible();
    assertThat(amir.page.locator(".fp-mark-done").count()).isPositive();
    assertThat(amir.text()).contains("Step by step", "Decide route");

    amir.opens("/audit/watch").takesAPicture("desk-watch").findsThePageAccessible();
    amir.page.locator("main a", new Page.LocatorOptions().setHasText("Decisions changed by hand")).click();
    assertThat(amir.text()).contains(reference);
    amir.takesAPicture("desk-watch").findsThePageAccessible();
    assertThat(amir.troubles()).isEmpty();
  }

  @Test
  void the_desk_works_on_a_telephone_and_without_javascript() throws IOException {
    String reference = journeys.receives(Journeys.someoneCalled("Pocketwell"));
    for (boolean javaScript : new boolean[] {true, false}) {
      var amir = visitor(390, javaScript).signsIn("amir", password("amir"));
      for (var path : new String[] {"/audit", "/audit?kind=REFERRALS", "/audit/referrals/" + reference, "/audit/watch", "/audit/watch/files"}) {
        amir.opens(path);
        assertThat(amir.page.locator("h1").count()).as(path).isEqualTo(1);
        if (javaScript) {
          amir.findsThePageAccessible().takesAPicture("desk-390");
          assertThat((Integer) amir.evaluates("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
              .as("sideways scrolling of %s", path)
              .isZero();
        }
      }
      amir.opens("/audit/referrals/" + reference);
      amir.page.locator("section[aria-labelledby=ways] li a").first().click();
      assertThat(amir.text()).contains("Step by step");
      assertThat(amir.troubles()).isEmpty();
    }
  }

  private Visitor visitor(int width, boolean javaScript) {
    return chromium.visitor("http://localhost:" + port, "en", width, javaScript);
  }

  private static String password(String user) throws IOException {
    return Files.readAllLines(TestDatabase.DATA_DIRECTORY.resolve("demo-passwords.txt")).stream()
        .filter(line -> line.startsWith(user + ":"))
        .map(line -> line.substring(user.length() + 1))
        .findFirst()
        .orElseThrow();
  }
}
