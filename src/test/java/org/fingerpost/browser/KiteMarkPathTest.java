package org.fingerpost.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.fingerpost.journeys.Journeys;
import org.fingerpost.questionnaire.Uploads;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The way of an organisation to the kite mark, by clicking: from a telephone without JavaScript to the public register. */
class KiteMarkPathTest extends InChromium {

  private static final Pattern REFERENCE = Pattern.compile("KM-[0-9A-Z]{4}-[0-9A-Z]{4}");

  @Autowired JdbcClient database;

  @Test
  void a_charity_with_all_evidence_is_assessed_and_stands_in_the_register() {
    var charity = onATelephone("en").opens("/kitemark/apply");
    charity.takesAPicture("kitemark");
    applies(charity, "Quillwater Reading Rooms", "CHARITY", "quillwater@example.org");
    String application = charity.page.url().replaceAll("[?].*", "");
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
    day(charity, "insuranceUntil", today().plusMonths(14));
    saves(charity);
    section(charity, application, "keeping-people-safe")
        .fills("safeguardingLead", "Ottoline Fairweather")
        .fills("dbsRoles", "Drivers: enhanced")
        .fills("volunteerInduction", "An evening together");
    day(charity, "safeguardingTrainedUntil", today().plusMonths(20));
    day(charity, "dbsUntil", today().plusMonths(22));
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
    String reference = reference(charity);
    assertThat(charity.troubles()).isEmpty();

    String task = journeys.task(reference, "userTask_assessApplication").getId();
    var kit = atTheDesk("kit");
    opens(kit, "kit", task, reference);
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

  @Test
  void a_walking_group_without_a_constitution_gets_a_small_group_mark_and_is_offered_accompanied() {
    var group = onATelephone("en").opens("/kitemark/apply");
    applies(group, "Curlew Lane Walkers", "UNCONSTITUTED_GROUP", "curlewlane@example.org");
    String application = group.page.url().replaceAll("[?].*", "");
    assertThat(group.text()).as("the shorter path").contains("we ask you less");

    section(group, application, "your-group").fills("sizePaid", "0").fills("sizeVolunteers", "4").ticks("areas", "GLOUCESTER");
    saves(group);
    section(group, application, "contacts")
        .fills("contactName", "Isolde Plumtree")
        .fills("secondContactName", "Barnaby Thrush")
        .fills("secondContactEmail", "barnaby@example.org")
        .ticks("secondContactUnconnected", "YES");
    saves(group);
    section(group, application, "what-you-do")
        .fills("activities", "A slow walk along the canal on Wednesdays")
        .ticks("audienceUnder18", "NO")
        .ticks("audienceAdultsAtRisk", "NO")
        .ticks("oneToOne", "NO")
        .ticks("homeVisits", "NO")
        .ticks("hazard", "LOW")
        .ticks("regulatedAdvice", "NO");
    saves(group);
    for (String rest : new String[] {"how-you-are-run", "insurance-and-safety", "keeping-people-safe", "fair-and-open"}) {
      section(group, application, rest);
      answersWhatIsThere(group);
      saves(group);
    }
    group.opens(application + "/check").takesAPicture("kitemark-small").continues().takesAPicture("kitemark-small");
    String reference = reference(group);
    assertThat(group.troubles()).isEmpty();

    var kit = atTheDesk("kit");
    opens(kit, "kit", journeys.task(reference, "userTask_assessApplication").getId(), reference);
    assertThat(kit.page.locator(".fjs-container").innerText()).contains("Small-group kite mark");
    kit.chooses("decision", "Confirm").takesAPicture("kitemark-small-assess").completes();
    assertThat(journeys.path(reference)).contains("endEvent_awarded");
    assertThat(onATelephone("en").opens("/kitemark/register?name=Curlew").takesAPicture("kitemark-small-register").text())
        .contains("Curlew Lane Walkers", "Small-group kite mark");

    lists(
        "organisation,name_en,name_cy,needs,areas,format,weekdays,starts_at,ends_at,cost\n"
            + "Curlew Lane Walkers,Slow canal walk,Taith hamddenol ar y gamlas,LONELINESS,GLOUCESTER,GROUP,WEDNESDAY,10:00,11:30,free\n");
    try {
      String person = journeys.receives(Journeys.someoneCalled("Thistlewick"));
      String worker = journeys.summary(person).linkWorker();
      journeys.completes(person, "userTask_recordFirstContact", Journeys.reached());
      journeys.completes(person, "userTask_holdConversation", Journeys.conversation("A walk by the water"));
      var lowri = atTheDesk(worker);
      opens(lowri, worker, journeys.task(person, "userTask_chooseActivity").getId(), person);
      lowri.chooses("activity", "Slow canal walk").checks("agreesToShare").presses("complete()");
      lowri.page.getByText("say who goes along the first time").first().waitFor();
      lowri.takesAPicture("kitemark-small-alone");
      assertThat(journeys.openSteps(person)).as("not alone").containsExactly("userTask_chooseActivity");
      lowri.checks("accompanied").chooses("accompaniedBy", "A volunteer").takesAPicture("kitemark-small-accompanied").completes();
      assertThat(journeys.openSteps(person)).containsExactly("userTask_awaitAnswer");
    } finally {
      // Nobody else's list of activities grows by this one.
      database.sql("update activity set places = 0, waiting_list = false where scheme_id = 'gloucestershire' and name_en = 'Slow canal walk'").update();
    }
  }

  @Test
  void an_application_with_gaps_gets_a_list_of_them_and_somebody_who_helps() {
    var group = onATelephone("cy").opens("/kitemark/apply");
    applies(group, "Clwb Gwnïo Ffynnon", "CONSTITUTED_GROUP", "ffynnon@example.org");
    String reference = reference(group);
    String application = group.page.url().replaceAll("[?].*", "");
    section(group, application, "your-group").fills("sizePaid", "1").fills("sizeVolunteers", "14").ticks("areas", "GLOUCESTER");
    saves(group);
    section(group, application, "what-you-do")
        .fills("activities", "Gwnïo gyda’n gilydd")
        .ticks("audienceUnder18", "NO")
        .ticks("audienceAdultsAtRisk", "YES")
        .ticks("oneToOne", "YES")
        .ticks("homeVisits", "NO")
        .ticks("hazard", "NONE")
        .ticks("regulatedAdvice", "NO");
    saves(group);
    group.opens(application).takesAPicture("kitemark-gaps");
    assertThat(group.text()).as("the list of what this risk and size need").contains("Beth sydd ar goll o hyd", "yswiriant");

    group.opens(application + "/insurance-and-safety").takesAPicture("kitemark-gaps");
    group.page.locator("button[name='then'][value='help:insuranceDocument']").click();
    group.fills("asked", "Nid oes gennym yswiriant. Ble mae cael un?").takesAPicture("kitemark-gaps").continues();
    assertThat(group.takesAPicture("kitemark-gaps").troubles()).isEmpty();
    var olive = atTheDesk("olive");
    opens(olive, "olive", journeys.task(reference, "userTask_helpWithQuestion").getId(), reference);
    olive.takesAPicture("kitemark-help");
    assertThat(olive.page.locator("[id$='shown_asked']").inputValue()).contains("Ble mae cael un?");
    olive.writes("answer", "Mae yswiriant i grwpiau bach ar gael drwy’r cyngor gwirfoddol").completes();
    group.opens(application + "/insurance-and-safety").takesAPicture("kitemark-gaps");
    assertThat(group.text()).contains("drwy’r cyngor gwirfoddol");

    group.opens(application + "/check").takesAPicture("kitemark-gaps");
    assertThat(group.text()).contains("Beth sydd ar goll o hyd");
    assertThat(group.troubles()).isEmpty();
    assertThat(olive.troubles()).isEmpty();
  }

  private static void applies(Visitor visitor, String name, String legalForm, String email) {
    if (visitor.page.locator("main [name='scheme']").count() > 0) {
      visitor.ticks("scheme", "gloucestershire");
    }
    boolean welsh = "cy".equals(visitor.page.locator("html").getAttribute("lang"));
    visitor.fills("organisationName", name).ticks("legalForm", legalForm).fills("email", email).ticks("language", welsh ? "CY" : "EN").continues();
    assertThat(visitor.page.url()).contains("/kitemark/apply/");
  }

  private static String reference(Visitor visitor) {
    var found = REFERENCE.matcher(visitor.text());
    assertThat(found.find()).as("a reference on the last page: %s", visitor.text()).isTrue();
    return found.group();
  }

  /** Says yes, or something short, to each question of a page that is still open. */
  private static void answersWhatIsThere(Visitor visitor) {
    var open = visitor.page.locator("main form textarea, main form input[type=text]:not([name$='-day']):not([name$='-month']):not([name$='-year'])");
    for (int i = 0; i < open.count(); i++) {
      if (open.nth(i).inputValue().isEmpty()) {
        boolean number = "numeric".equals(open.nth(i).getAttribute("inputmode")) || "decimal".equals(open.nth(i).getAttribute("inputmode"));
        open.nth(i).fill(number ? "0" : "We look after each other");
      }
    }
    var yes = visitor.page.locator("main form input[type=radio][value=YES]");
    for (int i = 0; i < yes.count(); i++) {
      boolean takesMoney = "takesMoney".equals(yes.nth(i).getAttribute("name"));
      visitor.ticks(yes.nth(i).getAttribute("name"), takesMoney ? "NO" : "YES");
    }
  }

  /** A community officer puts what the group does into the directory. */
  private void lists(String file) {
    var olive = atTheDesk("olive");
    olive.opens("/directory/import?scheme=gloucestershire");
    olive.page.locator("#file").setInputFiles(new FilePayload("walk.csv", "text/csv", file.getBytes(StandardCharsets.UTF_8)));
    olive.page.locator("main button[name='as'][value='page']").click();
    olive.takesAPicture("kitemark-small-import").continues().takesAPicture("kitemark-small-import");
    assertThat(olive.troubles()).isEmpty();
  }

  private static Visitor section(Visitor visitor, String application, String section) {
    return visitor.opens(application + "/" + section).takesAPicture("kitemark");
  }

  private static void saves(Visitor visitor) {
    visitor.page.locator("main button[name='then'][value='next']").last().click();
    assertThat(visitor.page.locator(".nhsuk-error-summary").count()).as("errors on %s: %s", visitor.page.url(), visitor.text()).isZero();
  }
}
