package org.fingerpost.rights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrlPattern;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.fingerpost.FingerpostTest;
import org.fingerpost.journeys.Journeys;
import org.fingerpost.platform.engine.EngineClock;
import org.fingerpost.rights.RightsRequest.Decision;
import org.fingerpost.rights.RightsRequest.Kind;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The pages of rights, by role and scheme, in both languages, without anybody's name in an address. */
@FingerpostTest
class RightsPagesTest extends RightsTests {

  private static final Pattern BOX = Pattern.compile("name=\"records\"[^>]*value=\"([^\"]+)\"");

  @Autowired Journeys journeys;

  private String page(String path, String userId, String language) throws Exception {
    return web.perform(get(path).header("Accept-Language", language).with(as(userId)))
        .andExpect(status().isOk())
        .andExpect(content().string(not(containsString("??"))))
        .andReturn()
        .getResponse()
        .getContentAsString();
  }

  @Test
  void somebody_is_found_by_name_and_birth_and_a_request_taken_up_prepared_and_decided() throws Exception {
    journeys.receives(Journeys.someoneCalled("Wheatear-One"));
    var born = database.sql("select date_of_birth::text from person where family_name = 'Wheatear-One'").query(String.class).single().split("-");
    var typed = Map.of("familyName", "wheatear-one", "born-day", born[2], "born-month", born[1], "born-year", born[0]);
    String found = web.perform(sent("/rights/find", "grace", typed)).andExpect(status().isOk()).andReturn().getResponse().getContentAsString();
    assertThat(found).contains("Zebedee Wheatear-One").doesNotContain("??");
    var box = BOX.matcher(found);
    assertThat(box.find()).isTrue();

    var start =
        new HashMap<>(Map.of("records", box.group(1), "shown", box.group(1), "ofContact", "false", "kind", "ACCESS", "askedBy", "PERSON"));
    web.perform(sent("/rights/start", "grace", start))
        .andExpect(status().isUnprocessableEntity())
        .andExpect(content().string(containsString("Enter a day within the last year")))
        .andExpect(content().string(containsString("Wheatear-One")));
    start.putAll(Map.of("receivedOn-day", today().getDayOfMonth() + "", "receivedOn-month", today().getMonthValue() + "", "receivedOn-year", today().getYear() + ""));
    String request =
        web.perform(sent("/rights/start", "grace", start))
            .andExpect(redirectedUrlPattern("/rights/RR-*"))
            .andReturn()
            .getResponse()
            .getRedirectedUrl();

    web.perform(sent(request + "/propose", "grace", Map.of("proposal", "RELEASE", "reason", "All is well")))
        .andExpect(status().isUnprocessableEntity())
        .andExpect(content().string(containsString("First record how you made sure who asks")));
    web.perform(sent(request + "/identity", "grace", Map.of("how", "DOCUMENT"))).andExpect(status().is3xxRedirection());
    assertThat(page(request, "grace", "en")).contains("To look at before it is released", "Dr Wynne Okafor");
    assertThat(page(request, "grace", "cy")).contains("I edrych arno cyn ei ryddhau");
    web.perform(sent(request + "/propose", "grace", Map.of("proposal", "RELEASE", "reason", "All is well"))).andExpect(status().is3xxRedirection());
    assertThat(page(request, "grace", "en")).contains("Waits for a records officer").doesNotContain("What do you decide?");
    web.perform(sent(request + "/decide", "grace", Map.of("decision", "RELEASE")))
        .andExpect(status().isUnprocessableEntity());
    assertThat(page(request, "rhian", "en")).contains("What do you decide?");
    web.perform(sent(request + "/decide", "rhian", Map.of("decision", "RELEASE", "ground", ""))).andExpect(status().is3xxRedirection());
    assertThat(page(request, "grace", "en")).contains("answer-en.zip", "answer-cy.zip");
    assertThat(page("/rights", "grace", "en")).contains(request.substring("/rights/".length()));
    assertThat(page("/rights", "rhian", "cy")).contains("Hawliau data");
  }

  @Test
  void every_kind_of_request_has_its_page_in_both_languages() throws Exception {
    var referral = journeys.receives(Journeys.someoneCalled("Wheatear-Two"));
    for (Kind kind : Kind.values()) {
      var request = started(kind, referral);
      page("/rights/" + request, "grace", "en");
      page("/rights/" + request, "rhian", "cy");
      page("/rights/" + request + "/seen", "grace", "cy");
    }
    page("/rights/retention", "grace", "en");
    page("/rights/retention", "rhian", "cy");
  }

  @Test
  void a_record_is_put_on_hold_and_lifted_on_its_page_in_words() throws Exception {
    var referral = journeys.receives(Journeys.someoneCalled("Wheatear-Five"));
    String record = "/rights/records/" + referral;
    web.perform(sent(record + "/hold", "grace", Map.of()))
        .andExpect(status().isUnprocessableEntity())
        .andExpect(content().string(containsString("Choose why it is kept")))
        .andExpect(content().string(containsString("Enter a day in the next 20 years")));
    var typed = Map.of("because", "LEGAL_CLAIM", "until-day", "1", "until-month", "2", "until-year", "" + (today().getYear() + 2));
    web.perform(sent(record + "/hold", "grace", typed)).andExpect(redirectedUrl(record + "?done=held"));
    assertThat(page(record, "rhian", "en")).contains("This record is on hold", "A legal claim", "Grace", "Wheatear-Five");
    assertThat(page(record, "grace", "cy")).contains("Mae daliad ar y cofnod hwn");
    assertThat(page("/rights/retention", "rhian", "en")).contains("Records on hold", referral);
    var request = started(Kind.ERASURE, referral);
    assertThat(page("/rights/" + request, "grace", "en")).contains("This record is on hold", record);
    web.perform(get(record).with(as("rhys"))).andExpect(status().isNotFound());
    web.perform(sent(record + "/lift", "rhys", Map.of("lifting", "OVER"))).andExpect(status().isNotFound());
    web.perform(sent(record + "/lift", "rhian", Map.of())).andExpect(status().isUnprocessableEntity());
    web.perform(sent(record + "/lift", "rhian", Map.of("lifting", "OVER"))).andExpect(redirectedUrl(record + "?done=lifted"));
    assertThat(page(record, "rhian", "en")).doesNotContain("This record is on hold").contains(request);
    web.perform(get(record).with(as("lowri"))).andExpect(status().isForbidden());
  }

  @Test
  void an_overdue_request_is_the_first_thing_that_records_officers_managers_and_auditors_read() throws Exception {
    var request = started(Kind.ACCESS, journeys.receives(Journeys.someoneCalled("Wheatear-Six")));
    database.sql("update rights_request set due_on = ? where reference = ?").params(today().minusDays(3), request).update();
    assertThat(page("/rights", "rhian", "en")).containsPattern("requests? about data (is|are) overdue").contains(request);
    assertThat(page("/rights", "rhian", "cy")).containsPattern("Mae \\d+ cais am ddata yn hwyr");
    assertThat(page("/workbench", "priya", "en")).containsPattern("requests? about data (is|are) overdue").doesNotContain(request);
    assertThat(page("/audit/watch/requests-overdue", "amir", "en")).contains(request, "Still unanswered");
    database.sql("update rights_request set state = 'REFUSED', decided_at = cast(? as timestamptz) where reference = ?").params(EngineClock.now().toString(), request).update();
    assertThat(page("/audit/watch/requests-overdue", "amir", "en")).contains(request, "Answered too late", "Decided on");
  }

  @Test
  void a_team_lead_of_another_scheme_finds_nothing() throws Exception {
    var referral = journeys.receives(Journeys.someoneCalled("Wheatear-Three"));
    var request = started(Kind.ERASURE, referral);
    proposed(request, Decision.ERASE);
    web.perform(get("/rights/" + request).with(as("rhys"))).andExpect(status().isNotFound());
    web.perform(get("/rights/" + request + "/seen").with(as("rhys"))).andExpect(status().isNotFound());
    web.perform(get("/rights/" + request + "/answer-en.zip").with(as("rhys"))).andExpect(status().isNotFound());
    web.perform(sent("/rights/" + request + "/decide", "rhys", Map.of("decision", "ERASE"))).andExpect(status().isNotFound());
    web.perform(sent("/rights/find", "rhys", Map.of("wanted", referral)))
        .andExpect(status().isOk())
        .andExpect(content().string(not(containsString("Wheatear-Three"))));
    assertThat(page("/rights", "rhys", "en")).doesNotContain(request);
  }

  @Test
  void nobody_else_opens_any_of_it() throws Exception {
    var referral = journeys.receives(Journeys.someoneCalled("Wheatear-Four"));
    var request = started(Kind.ACCESS, referral);
    for (String path : List.of("/rights", "/rights/" + request, "/rights/retention", "/rights/" + request + "/answer-en.zip")) {
      for (String other : List.of("lowri", "priya", "amir", "kit", "gemma", "olive", "ada")) {
        web.perform(get(path).with(as(other))).andExpect(status().isForbidden());
      }
      web.perform(get(path)).andExpect(status().is3xxRedirection());
    }
    for (String path : List.of("/rights/find", "/rights/" + request + "/decide", "/rights/retention/dispose")) {
      web.perform(sent(path, "lowri", Map.of())).andExpect(status().isForbidden());
    }
  }

  @Test
  void looking_for_somebody_is_recorded_without_the_name() throws Exception {
    web.perform(sent("/rights/find", "grace", Map.of("familyName", "Wheatear-Nobody", "born-day", "1", "born-month", "2", "born-year", "1950")))
        .andExpect(status().isOk());
    assertThat(new Canary(database).placesOf("Wheatear-Nobody")).isEmpty();
    assertThat(database.sql("select count(*) from audit_entry where act = 'rights.searched' and actor_id = 'grace'").query(Integer.class).single())
        .isPositive();
    web.perform(sent("/rights/find", "grace", Map.of("familyName", "Wheatear-One")))
        .andExpect(status().isUnprocessableEntity())
        .andExpect(content().string(containsString("Enter the date of birth as well")));
  }

  @Test
  void a_records_officers_day_begins_with_the_requests() throws Exception {
    web.perform(get("/start-page").with(as("rhian"))).andExpect(redirectedUrl("/rights"));
  }
}
