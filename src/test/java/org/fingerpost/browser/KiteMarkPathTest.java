package org.fingerpost.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.TaskService;
import org.fingerpost.FingerpostTest;
import org.fingerpost.journeys.Journeys;
import org.fingerpost.platform.database.TestDatabase;
import org.fingerpost.platform.engine.AsUser;
import org.fingerpost.platform.engine.EngineClock;
import org.fingerpost.questionnaire.Uploads;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The way of an organisation to the kite mark, by clicking: from a telephone without JavaScript to the public register. */
@FingerpostTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class KiteMarkPathTest {

  private static final Pattern REFERENCE = Pattern.compile("KM-[0-9A-Z]{4}-[0-9A-Z]{4}");

  private static Chromium chromium;

  @Autowired Journeys journeys;
  @Autowired TaskService tasks;
  @Autowired AsUser asUser;
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
  void a_charity_with_all_evidence_is_assessed_and_stands_in_the_register() throws IOException {
    var charity = visitor("en", 390, false).opens("/kitemark/apply");
    charity.takesAPicture("kitemark");
    if (charity.page.locator("main [name='scheme']").count() > 0) {
      charity.ticks("scheme", "gloucestershire");
    }
    charity
        .fills("organisationName", "Quillwater Reading Rooms")
        .ticks("legalForm", "CHARITY")
        .fills("email", "quillwater@example.org")
        .ticks("language", "EN")
        .continues();
    String application = charity.page.url().replaceAll("[?].*", "");
    assertThat(application).contains("/kitemark/apply/");
    charity.takesAPicture("kitemark");
    var axe = visitor("en", 390, true);
    axe.opens("/kitemark/apply").findsThePageAccessible().opens(application).findsThePageAccessible();
    axe.opens(application + "/what-you-do").findsThePageAccessible();

    section(charity, application, "your-group")
        .fills("registrationNumber", "1999999")
        .fills("sizePaid", "3")
        .fills("sizeVolunteers", "20")
        .ticks("areas", "GLOUCESTER")
        .ticks("existingMark", "NONE");
    saves(charity);
    section(charity, application, "contacts")
        .fills("contactName", "Perpetua Lightfoot")
        .fills("secondContactName", "Ottoline Fairweather")
        .fills("secondContactEmail", "ottoline@example.org")
        .ticks("secondContactUnconnected", "YES");
    saves(charity);
    section(charity, application, "what-you-do")
        .fills("activities", "Reading aloud together every Tuesday")
        .ticks("audienceUnder18", "NO")
        .ticks("audienceAdultsAtRisk", "NO")
        .ticks("oneToOne", "NO")
        .ticks("homeVisits", "NO")
        .ticks("hazard", "NONE")
        .ticks("regulatedAdvice", "NO");
    saves(charity);
    section(charity, application, "how-you-are-run").ticks("takesMoney", "NO").fills("turnover", "90000");
    saves(charity);
    section(charity, application, "insurance-and-safety")
        .ticks("usesVenueCover", "NO")
        .fills("riskAssessment", "We looked at the room: the step is marked");
    day(charity, "insuranceUntil", 14);
    saves(charity);
    section(charity, application, "keeping-people-safe")
        .fills("safeguardingLead", "Ottoline Fairweather")
        .fills("dbsRoles", "Drivers: enhanced")
        .fills("volunteerInduction", "An evening together");
    day(charity, "safeguardingTrainedUntil", 20);
    day(charity, "dbsUntil", 22);
    saves(charity);
    section(charity, application, "fair-and-open")
        .ticks("holdsData", "YES")
        .fills("privacyNotice", "On our wall and our website")
        .fills("equalityStatement", "Everybody is welcome; there is a ramp")
        .fills("complaintsRoute", "Tell the chair")
        .ticks("outcomesAgreed", "YES");
    saves(charity);
    for (String question : new String[] {"purposeDocument", "insuranceDocument", "safeguardingDocument", "accountsDocument"}) {
      charity.opens(application + "/evidence/" + question);
      charity.page.locator("#file").setInputFiles(new FilePayload(question + ".pdf", "application/pdf", Uploads.pdf("/Q (1)")));
      charity.continues();
      assertThat(charity.text()).contains(question + ".pdf");
    }
    charity.takesAPicture("kitemark");
    axe.opens(application + "/evidence/purposeDocument").findsThePageAccessible().opens(application + "/check").findsThePageAccessible();

    charity.opens(application).takesAPicture("kitemark");
    charity.opens(application + "/check").takesAPicture("kitemark").continues().takesAPicture("kitemark");
    var found = REFERENCE.matcher(charity.text());
    assertThat(found.find()).as("a reference on the last page: %s", charity.text()).isTrue();
    String reference = found.group();
    assertThat(charity.troubles()).isEmpty();

    String task = journeys.task(reference, "userTask_assessApplication").getId();
    asUser.run("kit", () -> { tasks.claim(task, "kit"); return null; });
    var kit = visitor("en", 1400, true).signsIn("kit", password("kit"));
    kit.opensTask(task, reference);
    assertThat(kit.page.locator(".fp-task-links a").first().getAttribute("href")).isEqualTo("/applications/" + reference);
    kit.chooses("decision", "Confirm").takesAPicture("kitemark-assess").completes();
    assertThat(journeys.path(reference)).contains("endEvent_awarded");
    kit.opens("/applications/" + reference).takesAPicture("kitemark-assess");
    kit.opens("/kitemark/explain/" + reference).takesAPicture("kitemark-assess").findsThePageAccessible();
    assertThat(kit.troubles()).isEmpty();

    var anybody = visitor("cy", 390, false).opens("/kitemark/register?name=Quillwater");
    anybody.takesAPicture("kitemark-register");
    assertThat(anybody.text()).contains("Quillwater Reading Rooms");
    assertThat(anybody.opens("/kitemark").takesAPicture("kitemark-register").troubles()).isEmpty();
    axe.opens("/kitemark/register?name=Quillwater").findsThePageAccessible().opens("/kitemark").findsThePageAccessible();
    assertThat(axe.troubles()).isEmpty();
  }

  private static Visitor section(Visitor visitor, String application, String section) {
    return visitor.opens(application + "/" + section).takesAPicture("kitemark");
  }

  private static void saves(Visitor visitor) {
    visitor.page.locator("main button[name='then'][value='next']").last().click();
    assertThat(visitor.page.locator(".nhsuk-error-summary").count()).as("errors on %s: %s", visitor.page.url(), visitor.text()).isZero();
  }

  private static void day(Visitor visitor, String question, int monthsFromNow) {
    var day = LocalDate.ofInstant(EngineClock.now(), EngineClock.LONDON).plusMonths(monthsFromNow);
    visitor
        .fills(question + "-day", String.valueOf(day.getDayOfMonth()))
        .fills(question + "-month", String.valueOf(day.getMonthValue()))
        .fills(question + "-year", String.valueOf(day.getYear()));
  }

  private Visitor visitor(String language, int width, boolean javaScript) {
    return chromium.visitor("http://localhost:" + port, language, width, javaScript);
  }

  private static String password(String user) throws IOException {
    return Files.readAllLines(TestDatabase.DATA_DIRECTORY.resolve("demo-passwords.txt")).stream()
        .filter(line -> line.startsWith(user + ":"))
        .map(line -> line.substring(user.length() + 1))
        .findFirst()
        .orElseThrow();
  }
}
