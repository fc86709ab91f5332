package org.fingerpost.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import org.fingerpost.journeys.Journeys;
import org.junit.jupiter.api.Test;

/** A link worker's day in Tasklist, in a real browser: the person beside the task, and what was typed still there after the telephone rang. */
class TasklistDayTest extends InChromium {

  private static final String WORDS = "Glad of the call; talked about quince jam and the allotment";

  @Test
  void what_is_half_typed_is_there_again_and_is_sent_once() {
    String reference = journeys.receives(Journeys.someoneCalled("Halfpenny"));
    String worker = journeys.summary(reference).linkWorker();
    var lowri = visitor("en", 1280).signsIn(worker, password(worker)).opensTask(journeys.task(reference, "userTask_recordFirstContact").getId(), reference);

    lowri.chooses("channel", "By telephone").writes("note", WORDS);
    notice(lowri, "What you have typed is kept");
    lowri.takesAPicture("tasklist-draft");
    assertThat(lowri.evaluates("JSON.stringify(localStorage) + JSON.stringify(sessionStorage)").toString())
        .doesNotContain("quince");
    journeys.nobodyIsInTheEngine("quince jam");

    lowri.page.reload();
    lowri.page.locator(".fjs-container").waitFor();
    notice(lowri, "This is what you had typed");
    assertThat(lowri.page.locator("[id$='field_note']").inputValue()).isEqualTo(WORDS);
    lowri.takesAPicture("tasklist-draft");

    lowri.chooses("result", "happy to talk").completes();

    assertThat(journeys.openSteps(reference)).containsExactly("userTask_holdConversation");
    assertThat(lowri.troubles()).isEmpty();
  }

  @Test
  void the_person_is_a_tab_away_and_a_worry_is_never_further_than_the_tasks_name() {
    String reference = journeys.receives(Journeys.someoneCalled("Tabernacle"));
    String worker = journeys.summary(reference).linkWorker();
    var lowri = visitor("en", 1280).signsIn(worker, password(worker)).opensTask(journeys.task(reference, "userTask_recordFirstContact").getId(), reference);
    lowri.writes("note", WORDS);

    tab(lowri, "Person").focus();
    lowri.page.keyboard().press("Enter");
    FrameLocator person = lowri.page.frameLocator("iframe.fp-person");
    person.locator("h1").waitFor();
    assertThat(person.locator("h1").innerText()).contains("Zebedee Tabernacle", reference);
    assertThat(lowri.page.locator("iframe.fp-person").getAttribute("title")).contains(reference);
    lowri.page.waitForFunction("document.querySelector('iframe.fp-person').clientHeight > 600");
    lowri.takesAPicture("tasklist-person");

    var links = lowri.page.locator(".fp-task-links a");
    assertThat(links.first().getAttribute("href")).isEqualTo("/casefile/" + reference);
    assertThat(links.last().getAttribute("href")).isEqualTo("/safeguarding/raise/" + reference);
    assertThat(links.last().innerText()).startsWith("Worried about someone's safety?");

    tab(lowri, "Form").click();
    lowri.page.locator(".fjs-container").waitFor();
    lowri.page.locator(".fp-draft").waitFor();
    assertThat(lowri.page.locator("[id$='field_note']").inputValue()).as("also when the tab was left at once").isEqualTo(WORDS);
    assertThat(journeys.acts(reference)).contains("casefile.seen");
    assertThat(lowri.troubles()).isEmpty();
  }

  @Test
  void a_welsh_link_worker_reads_the_person_in_welsh_and_sees_whose_draft_it_is() {
    String reference = journeys.receives(Journeys.someoneCalled("Cwmystwyth"));
    String worker = journeys.summary(reference).linkWorker();
    String colleague = worker.equals("lowri") ? "tom" : "lowri";
    var first = visitor("en", 1280).signsIn(worker, password(worker)).opensTask(journeys.task(reference, "userTask_recordFirstContact").getId(), reference);
    first.writes("note", WORDS);
    notice(first, "What you have typed is kept");
    String task = journeys.task(reference, "userTask_recordFirstContact").getId();
    asUser.run(worker, () -> tasks.setAssignee(task, null));
    asUser.run(colleague, () -> tasks.claim(task, colleague));

    var second = visitor("cy", 1280).signsIn(colleague, password(colleague)).opensTask(journeys.task(reference, "userTask_recordFirstContact").getId(), reference);
    notice(second, "Teipiwyd hyn gan");
    second.takesAPicture("tasklist-draft-cy");
    tab(second, "Y person").click();
    FrameLocator person = second.page.frameLocator("iframe.fp-person");
    person.locator("h1").waitFor();
    assertThat(person.locator("main").innerText()).contains("Cysylltu a chyfathrebu").doesNotContain("Contact and");
    second.takesAPicture("tasklist-person-cy");
    assertThat(second.troubles()).isEmpty();
  }

  @Test
  void the_case_is_accessible_in_both_languages_and_on_a_telephone() {
    String reference = journeys.receives(Journeys.someoneCalled("Accessible"));
    String worker = journeys.summary(reference).linkWorker();
    journeys.completes(reference, "userTask_recordFirstContact", Journeys.reached());
    journeys.completes(reference, "userTask_holdConversation", Journeys.conversation("Hearing the curlews again"));
    journeys.completes(reference, "userTask_chooseActivity", journeys.firstOffer(reference));
    for (var language : new String[] {"en", "cy"}) {
      for (int width : new int[] {390, 1280}) {
        var reader = visitor(language, width).signsIn(worker, password(worker));
        reader.page.locator(".task-filter").first().waitFor();
        for (var path : new String[] {"/casefile/" + reference, "/casefile/" + reference + "?panel", "/referrals"}) {
          reader.opens(path).findsThePageAccessible().takesAPicture("casefile-" + language + "-" + width);
          assertThat((Integer) reader.evaluates("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
              .as("sideways scrolling of %s at %d px", path, width)
              .isLessThanOrEqualTo(0);
        }
      }
    }
  }

  private static Locator tab(Visitor visitor, String name) {
    return visitor.page.locator(".nav-tabs a", new com.microsoft.playwright.Page.LocatorOptions().setHasText(name));
  }

  private static void notice(Visitor visitor, String text) {
    visitor.page.locator(".fp-draft", new com.microsoft.playwright.Page.LocatorOptions().setHasText(text)).waitFor();
  }

  private Visitor visitor(String language, int width) {
    return visitor(language, width, true);
  }
}
