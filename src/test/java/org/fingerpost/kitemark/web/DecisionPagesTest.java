package org.fingerpost.kitemark.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.Map;
import org.fingerpost.FingerpostTest;
import org.fingerpost.identity.SignedIn;
import org.fingerpost.journeys.Journeys;
import org.fingerpost.platform.Actor;
import org.fingerpost.platform.CurrentActor;
import org.fingerpost.platform.Language;
import org.fingerpost.platform.Staff;
import org.fingerpost.questionnaire.Applications;
import org.fingerpost.questionnaire.Contact;
import org.fingerpost.questionnaire.FillingIn;
import org.fingerpost.questionnaire.NewApplication;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** Who reads why a kite mark was decided, and what an organisation can do by its own link. */
@FingerpostTest
class DecisionPagesTest {

  @Autowired Journeys journeys;
  @Autowired Applications applications;
  @Autowired FillingIn filling;
  @Autowired CurrentActor currentActor;
  @Autowired Staff staff;
  @Autowired MockMvc web;

  private String applied(String name) {
    return currentActor.as(
        Actor.PUBLIC,
        () -> {
          String reference =
              applications.begin(
                  new NewApplication(
                      "KITE_MARK",
                      "gloucestershire",
                      null,
                      new Contact("Perpetua Lightfoot", "perpetua@example.org", null),
                      Language.EN,
                      Map.ofEntries(
                          Map.entry("organisationName", name),
                          Map.entry("legalForm", "UNCONSTITUTED_GROUP"),
                          Map.entry("sizePaid", 0),
                          Map.entry("sizeVolunteers", 3),
                          Map.entry("areas", List.of("GLOUCESTER")),
                          Map.entry("contactName", "Perpetua Lightfoot"),
                          Map.entry("activities", "Dominoes"),
                          Map.entry("audienceUnder18", false),
                          Map.entry("audienceAdultsAtRisk", false),
                          Map.entry("oneToOne", false),
                          Map.entry("homeVisits", false),
                          Map.entry("hazard", "NONE"),
                          Map.entry("regulatedAdvice", false))));
          filling.send(reference, null);
          return reference;
        });
  }

  private String token(String reference) {
    return applications.linkFor(reference).replaceAll(".*/apply/|\\?.*", "");
  }

  private RequestPostProcessor as(String userId) {
    return user(new SignedIn(staff.find(userId).orElseThrow()));
  }

  private void decided(String reference) {
    journeys.completes("kit", reference, "userTask_assessApplication", Map.of("decision", "CONFIRM"));
  }

  @Test
  void assessors_officers_and_auditors_read_why_and_nobody_else() throws Exception {
    var reference = applied("Dabchick Dominoes");
    decided(reference);
    for (String reader : List.of("kit", "olive", "amir")) {
      web.perform(get("/kitemark/explain/" + reference).with(as(reader)))
          .andExpect(status().isOk())
          .andExpect(content().string(containsString("Dabchick Dominoes")))
          .andExpect(content().string(containsString("Kit Marlowe-Jones")))
          .andExpect(content().string(not(containsString("??"))))
          .andExpect(content().string(not(containsString("kitemark.rule"))));
    }
    web.perform(get("/kitemark/explain/" + reference).header("Accept-Language", "cy").with(as("kit")))
        .andExpect(content().string(containsString("Pam y penderfynwyd hyn")));
    web.perform(get("/kitemark/explain/" + reference).with(as("nell"))).andExpect(status().isNotFound());
    web.perform(get("/kitemark/explain/" + reference).with(as("lowri"))).andExpect(status().isForbidden());
    web.perform(get("/kitemark/explain/KM-0000-0000").with(as("kit"))).andExpect(status().isNotFound());
    assertThat(journeys.acts(reference)).contains("kitemark.explained");
  }

  @Test
  void an_organisation_reads_its_decision_without_the_names_of_staff_and_asks_again() throws Exception {
    var reference = applied("Dabchick Whist");
    var link = "/kitemark/decision/" + token(reference);
    web.perform(get(link)).andExpect(status().isOk()).andExpect(content().string(containsString("Nothing has been decided yet")));
    decided(reference);

    web.perform(get(link))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("Missing, and needed first")))
        .andExpect(content().string(not(containsString("Kit Marlowe-Jones"))))
        .andExpect(content().string(not(containsString("??"))));
    web.perform(post(link + "/appeal").param("why", " ").with(csrf()))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("Say in a sentence or two")));
    web.perform(post(link + "/appeal").param("why", "We have a second contact now").with(csrf()))
        .andExpect(redirectedUrl(link + "?done=appeal"));
    web.perform(get(link + "?done=appeal")).andExpect(content().string(containsString("We have your appeal")));
  }

  @Test
  void an_organisation_takes_its_application_back_by_its_link() throws Exception {
    var reference = applied("Dabchick Darts");
    var link = "/kitemark/decision/" + token(reference);
    web.perform(post(link + "/withdraw").with(csrf())).andExpect(redirectedUrl(link + "?done=withdraw"));
    web.perform(get(link + "?done=withdraw"))
        .andExpect(content().string(containsString("is taken back")))
        .andExpect(content().string(not(containsString("/withdraw\""))));
    assertThat(journeys.isRunning(reference)).isFalse();
  }

  @Test
  void a_link_that_opens_nothing_says_nothing() throws Exception {
    web.perform(get("/kitemark/decision/nothing")).andExpect(status().isNotFound());
  }
}
