package org.fingerpost.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.regex.Pattern;
import org.fingerpost.journeys.Journeys;
import org.fingerpost.platform.engine.EngineClock;
import org.junit.jupiter.api.Test;

/** The newcomer's path in a real browser: refer somebody, work through all stages in Tasklist, answer as the provider, audit it. */
class NewcomerPathTest extends InChromium {

  private static final Pattern REFERENCE = Pattern.compile("FP-[0-9A-Z]{4}-[0-9A-Z]{4}");

  /** Refers an invented person from a telephone without JavaScript. Returns the reference. */
  private String refers(Visitor gp, String familyName, boolean look) {
    var today = LocalDate.ofInstant(EngineClock.now(), EngineClock.LONDON);
    gp.opens("/refer/gloucestershire");
    look(gp, look).continues().ticks("referrer.kind", "PROFESSIONAL");
    look(gp, look).continues();
    gp.ticks("sourceCode", "GENERAL_PRACTICE")
        .fills("referrer.name", "Dr Wynne Okafor")
        .fills("referrer.role", "GP")
        .fills("referrer.organisation", "Severn Surgery")
        .fills("referrer.email", "wynne@example.org");
    look(gp, look).continues();
    gp.fills("person.givenName", "Ottoline")
        .fills("person.familyName", familyName)
        .fills("person.dateOfBirth-day", "9")
        .fills("person.dateOfBirth-month", "3")
        .fills("person.dateOfBirth-year", "1951")
        .fills("person.postcode", "GL1 1AA")
        .ticks("hasNhsNumber", "no");
    look(gp, look).continues();
    gp.fills("person.phone", "01632 960321").ticks("person.preferredLanguage", "EN");
    look(gp, look).continues();
    gp.ticks("needs", "LONELINESS").ticks("needs", "NATURE").fills("reason", "Widowed in the spring").ticks("wish", "SUPPORT");
    look(gp, look).continues();
    gp.ticks("risks", "NONE_KNOWN");
    look(gp, look).continues();
    gp.ticks("consent.given", "yes")
        .ticks("consent.givenBy", "PERSON")
        .ticks("consent.how", "IN_PERSON")
        .fills("consent.on-day", String.valueOf(today.getDayOfMonth()))
        .fills("consent.on-month", String.valueOf(today.getMonthValue()))
        .fills("consent.on-year", String.valueOf(today.getYear()))
        .ticks("mayTellReferrer", "yes");
    look(gp, look).continues();
    gp.ticks("person.sex", "2");
    look(gp, look).continues();
    look(gp, look).continues();
    look(gp, look);
    var reference = REFERENCE.matcher(gp.text());
    assertThat(reference.find()).as("a reference on the confirmation page: %s", gp.text()).isTrue();
    return reference.group();
  }

  private static Visitor look(Visitor visitor, boolean look) {
    return look ? visitor.takesAPicture("refer") : visitor;
  }

  @Test
  void a_person_is_referred_supported_and_followed_through_by_clicking() {
    var gp = visitor("en", 390, false);
    var reference = refers(gp, "Wetherbrook", true);
    assertThat(gp.troubles()).isEmpty();

    var lowri = visitor("en", 1400, true).signsIn(journeys.summary(reference).linkWorker(), password(journeys.summary(reference).linkWorker()));
    lowri.opensTask(journeys.task(reference, "userTask_recordFirstContact").getId(), "Record first contact · " + reference).takesAPicture("tasklist");
    assertThat(lowri.text()).contains("Ottoline Wetherbrook", "01632 960321");
    lowri.chooses("channel", "By telephone").chooses("result", "Reached").writes("note", "Glad of the call").completes();

    lowri.opensTask(journeys.task(reference, "userTask_holdConversation").getId(), "Hold conversation · " + reference);
    lowri.writes("whatMatters", "Hearing the curlews again")
        .writes("goalOne", "Walk with others once a week")
        .writes("goalOneImportance", "9")
        .writes("goalOneConfidence", "5")
        .writes("goalOneAction", "Meet the walk leader");
    for (var item : new String[] {"lifeSatisfaction", "worthwhile", "happyYesterday", "anxiousYesterday"}) {
      lowri.chooses(item, "5");
    }
    lowri.takesAPicture("tasklist").completes();

    lowri.opensTask(journeys.task(reference, "userTask_chooseActivity").getId(), "Choose activity · " + reference).choosesTheFirst("activity").checks("agreesToShare").takesAPicture("tasklist").completes();

    var group = visitor("en", 390, false).opens("/reply/" + journeys.token(reference, "provider-offer"));
    group.takesAPicture("reply");
    assertThat(group.text()).doesNotContain("Wetherbrook", "01632");
    group.ticks("answer", "ACCEPTED").continues().takesAPicture("reply");
    assertThat(group.troubles()).isEmpty();

    // Its own timer only: whatever else waits for a check-in in this database would come first in the list.
    journeys.timersFire(reference);
    lowri.opens("/camunda/app/tasklist/default/").opensTask(journeys.task(reference, "userTask_recordCheckIn").getId(), "Record the check-in · " + reference);
    lowri.chooses("attendance", "keeps going").chooses("nextStep", "support ends here").writes("howItGoes", "Goes every Tuesday").takesAPicture("tasklist").completes();

    lowri.opensTask(journeys.task(reference, "userTask_recordOutcome").getId(), "Record outcome · " + reference).chooses("closureReason", "goals are met").chooses("goalsMet", "the goals were met");
    for (var item : new String[] {"lifeSatisfaction", "worthwhile", "happyYesterday", "anxiousYesterday"}) {
      lowri.chooses(item, "8");
    }
    lowri.takesAPicture("tasklist").completes();
    assertThat(journeys.isRunning(reference)).isFalse();
    assertThat(lowri.evaluates("JSON.stringify(localStorage)").toString())
        .as("nothing of the person stays in the browser")
        .doesNotContain("Ottoline", "curlews", "camunda-form");
    assertThat(lowri.troubles()).isEmpty();

    var amir = visitor("en", 1280, true).signsIn("amir", password("amir")).opens("/audit/referrals/" + reference);
    amir.takesAPicture("audit").findsThePageAccessible();
    assertThat(amir.text()).contains(reference, "rule_").doesNotContain("Ottoline", "Wetherbrook");
    assertThat(amir.troubles()).isEmpty();

    var track = visitor("en", 390, false).opens("/track/" + journeys.token(reference, "referral-received"));
    track.takesAPicture("track");
    assertThat(track.text()).doesNotContain("Ottoline", "Wetherbrook");
    journeys.nobodyIsInTheEngine("Ottoline", "Wetherbrook", "01632 960321", "curlews", "Widowed in the spring", "Goes every Tuesday");
  }

  @Test
  void our_pages_are_accessible_in_both_languages_and_on_a_telephone() {
    for (var language : new String[] {"en", "cy"}) {
      for (int width : new int[] {390, 1280}) {
        var visitor = visitor(language, width, true);
        for (var path : new String[] {"/", "/refer", "/refer/gloucestershire", "/refer/wales", "/login", "/track/unknown", "/reply/unknown", "/demo/outbox", "/demo/clock", "/demo/tour"}) {
          visitor.opens(path).findsThePageAccessible().takesAPicture("pages-" + language + "-" + width);
          assertThat(visitor.page.locator("html").getAttribute("lang")).as(path).isEqualTo(language);
          assertThat((Integer) visitor.evaluates("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
              .as("sideways scrolling of %s at %d px", path, width)
              .isLessThanOrEqualTo(0);
        }
      }
    }
  }

  @Test
  void every_page_of_the_referral_form_is_accessible_also_when_answers_are_missing() {
    var visitor = visitor("cy", 390, true).opens("/refer/gloucestershire").continues();
    visitor.findsThePageAccessible().continues().findsThePageAccessible().takesAPicture("refer-errors");
    assertThat(visitor.page.title()).startsWith("Gwall");
    visitor.ticks("referrer.kind", "SELF").continues().findsThePageAccessible().continues().findsThePageAccessible().takesAPicture("refer-errors");
  }

  @Test
  void a_welsh_link_worker_works_in_welsh() {
    var referral = journeys.receives(Journeys.someoneCalled("Llwynderw").to("wales").livingAt("CF10 1AA"));
    var bronwen = visitor("cy", 1400, true).signsIn("bronwen", password("bronwen"));
    bronwen.opensTask(journeys.task(referral, "userTask_recordFirstContact").getId(), referral).takesAPicture("tasklist-cy");
    assertThat(bronwen.text()).contains("Fy nhasgau", "Zebedee Llwynderw", "Cofnodi'r cyswllt cyntaf · " + referral)
        .doesNotContain("My tasks", "Record first contact");
    assertThat(bronwen.troubles()).isEmpty();
  }

  @Test
  void wrong_answers_come_back_as_a_sentence_and_nothing_is_lost() {
    var reference = refers(visitor("en", 1280, false), "Underhallow", false);
    var worker = journeys.summary(reference).linkWorker();
    journeys.completes(reference, "userTask_recordFirstContact", Journeys.reached());
    journeys.completes(reference, "userTask_holdConversation", Journeys.conversation("Hearing the curlews again"));
    var lowri = visitor("en", 1400, true).signsIn(worker, password(worker)).opensTask(journeys.task(reference, "userTask_chooseActivity").getId(), "Choose activity · " + reference);

    lowri.choosesTheFirst("activity").writes("note", "Would like to meet someone first").presses("complete()");

    lowri.page.getByText("The form was not accepted").first().waitFor();
    lowri.takesAPicture("tasklist-refused");
    assertThat(lowri.text()).doesNotContain("Cannot submit task form");
    assertThat(lowri.page.locator("[id$='field_note']").inputValue()).isEqualTo("Would like to meet someone first");
    assertThat(journeys.openSteps(reference)).containsExactly("userTask_chooseActivity");
  }
}
