package org.fingerpost.kitemark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.fingerpost.FingerpostTest;
import org.fingerpost.directory.NewOrganisation;
import org.fingerpost.directory.Organisations;
import org.fingerpost.identity.SignedIn;
import org.fingerpost.platform.Staff;
import org.fingerpost.platform.Tokens;
import org.fingerpost.scheme.KiteMarkLevel;
import org.fingerpost.scheme.LegalForm;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.transaction.support.TransactionTemplate;

/** What everybody may know of kite marks, and what assessors alone do. */
@FingerpostTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RegisterPagesTest {

  private static final String NAME = "=Höglan Singers";

  @Autowired MockMvc web;
  @Autowired Awards awards;
  @Autowired Suspensions suspensions;
  @Autowired Organisations organisations;
  @Autowired Staff staff;
  @Autowired ObjectMapper json;
  @Autowired TransactionTemplate transaction;

  private String reference;
  private UUID mark;

  @BeforeAll
  void a_group_holds_the_mark() {
    reference = Tokens.reference("KM");
    mark = holds(NAME, reference, "gloucestershire");
  }

  private UUID holds(String name, String km, String scheme) {
    return transaction.execute(
        status -> {
          var id =
              organisations.register(
                  scheme,
                  new NewOrganisation(
                      name, LegalForm.CHARITY, "hoglan@example.org", "01632 960777", null, null, null, List.of(scheme.equals("wales") ? "CARDIFF_AND_VALE" : "FOREST_OF_DEAN"),
                      null, null));
          return awards.award(
              new NewAward(
                  scheme, id, km, KiteMarkLevel.FULL, ReferralMode.DIRECT, null, 24, null, null, null, "kezia", null, List.of()));
        });
  }

  @Test
  void the_page_explains_the_mark_in_both_languages_and_turns_nobody_away() throws Exception {
    web.perform(get("/kitemark"))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("Nobody is turned away for having no constitution")))
        .andExpect(content().string(containsString("/kitemark/apply")))
        .andExpect(content().string(not(containsString("??"))));
    web.perform(get("/kitemark").header("Accept-Language", "cy"))
        .andExpect(content().string(containsString("Does neb yn cael ei wrthod")))
        .andExpect(content().string(not(containsString("Nobody is turned away"))));
  }

  @Test
  void the_register_is_searched_by_name_level_and_area_whatever_the_accents() throws Exception {
    web.perform(get("/kitemark/register").param("name", "hoglan s"))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("=Höglan Singers")))
        .andExpect(content().string(containsString("1 organisation")))
        .andExpect(content().string(not(containsString("hoglan@example.org"))))
        .andExpect(content().string(not(containsString("??"))));
    web.perform(get("/kitemark/register").param("name", "Höglan").param("level", "SMALL_GROUP"))
        .andExpect(content().string(containsString("Nothing fits")));
    web.perform(get("/kitemark/register").param("name", "Höglan").param("area", "NOWHERE"))
        .andExpect(content().string(containsString("Nothing fits")));
  }

  @Test
  void anybody_may_fetch_the_register_and_nothing_in_it_is_about_a_person() throws Exception {
    var answer =
        web.perform(get("/kitemark/register.json").param("name", "Höglan").header("Origin", "https://directory.example"))
            .andExpect(status().isOk())
            .andExpect(header().string("Access-Control-Allow-Origin", "*"))
            .andReturn()
            .getResponse()
            .getContentAsString(StandardCharsets.UTF_8);
    var entry = json.readTree(answer).path("marks").path(0);
    assertThat(entry.path("reference").asText()).isEqualTo(reference);
    assertThat(entry.path("level").asText()).isEqualTo("FULL");
    assertThat(entry.path("organisation").path("name").asText()).isEqualTo(NAME);
    assertThat(entry.path("validUntil").asText()).matches("\\d{4}-\\d\\d-\\d\\d");
    assertThat(answer).doesNotContain("example.org", "01632");

    var csv =
        web.perform(get("/kitemark/register.csv").param("name", "Höglan"))
            .andExpect(status().isOk())
            .andExpect(content().contentType("text/csv;charset=UTF-8"))
            .andReturn()
            .getResponse()
            .getContentAsString(StandardCharsets.UTF_8);
    assertThat(csv).startsWith("\uFEFF\"reference\",\"organisation\"").contains("\"" + reference + "\",\"'=Höglan Singers\"");
    assertThat(csv).doesNotContain("example.org", "01632");
  }

  @Test
  void a_certificate_can_be_read_aloud_and_says_where_to_look() throws Exception {
    var bytes =
        web.perform(get("/kitemark/certificate/" + reference + ".pdf"))
            .andExpect(status().isOk())
            .andExpect(content().contentType("application/pdf"))
            .andReturn()
            .getResponse()
            .getContentAsByteArray();
    try (var document = Loader.loadPDF(bytes)) {
      assertThat(document.getDocumentCatalog().getMarkInfo().isMarked()).as("tagged").isTrue();
      assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("en");
      assertThat(document.getNumberOfPages()).isEqualTo(1);
      assertThat(document.getDocumentInformation().getTitle()).isEqualTo("Kite mark of " + NAME);
      assertThat(new PDFTextStripper().getText(document))
          .contains(NAME, "Full kite mark", reference, "/kitemark/certificate/" + reference + ".pdf");
    }
    var welsh =
        web.perform(get("/kitemark/certificate/" + reference + ".pdf").header("Accept-Language", "cy"))
            .andReturn()
            .getResponse()
            .getContentAsByteArray();
    try (var document = Loader.loadPDF(welsh)) {
      assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("cy");
      assertThat(new PDFTextStripper().getText(document)).contains("Nod barcud llawn");
    }
  }

  @Test
  void a_suspended_mark_is_gone_at_once_from_the_register_and_its_certificate_holds_no_more() throws Exception {
    String other = Tokens.reference("KM");
    UUID suspended = holds("Gone Tomorrow Group", other, "gloucestershire");
    web.perform(get("/kitemark/register").param("name", "Gone Tomorrow"))
        .andExpect(content().string(containsString("1 organisation")));

    transaction.executeWithoutResult(
        status -> suspensions.suspend(suspended, "INSURANCE_RUN_OUT", SuspendingMarks.FINGERPOST));

    web.perform(get("/kitemark/register").param("name", "Gone Tomorrow"))
        .andExpect(content().string(containsString("Nothing fits")));
    web.perform(get("/kitemark/certificate/" + other + ".pdf"))
        .andExpect(status().isNotFound())
        .andExpect(content().string(containsString("This certificate does not hold")));
    web.perform(get("/kitemark/certificate/KM-0000-0000.pdf")).andExpect(status().isNotFound());
  }

  @Test
  void an_assessor_reads_a_mark_and_raises_its_suspension() throws Exception {
    String km = Tokens.reference("KM");
    UUID own = holds("Complained Of Club", km, "gloucestershire");
    web.perform(get("/kitemark/marks").with(as("kit")))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("Complained Of Club")));
    web.perform(get("/kitemark/marks/" + own).with(as("kit")))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString(km)))
        .andExpect(content().string(containsString("has never been suspended")))
        .andExpect(content().string(not(containsString("??"))));
    web.perform(post("/kitemark/marks/" + own + "/suspend").with(as("kit")).with(csrf()))
        .andExpect(status().isUnprocessableEntity())
        .andExpect(content().string(containsString("Choose the reason")))
        .andExpect(content().string(containsString("Write what was complained of or found")));
    web.perform(
            post("/kitemark/marks/" + own + "/suspend")
                .param("reason", "COMPLAINT")
                .param("text", "A <b>visitor</b> was turned away")
                .with(as("kit"))
                .with(csrf()))
        .andExpect(status().is3xxRedirection());
    web.perform(get("/kitemark/marks/" + own + "?raised").with(as("kezia")))
        .andExpect(content().string(containsString("Put to a second assessor")))
        .andExpect(content().string(containsString("A &lt;b&gt;visitor&lt;/b&gt; was turned away")))
        .andExpect(content().string(not(containsString("Suspend this mark"))));
    assertThat(awards.get(own).status()).as("nobody takes a mark alone").isEqualTo(AwardStatus.CURRENT);
  }

  @Test
  void nobody_else_reads_or_suspends_a_mark() throws Exception {
    for (String other : List.of("lowri", "grace", "gemma", "amir", "priya", "ada", "olive")) {
      web.perform(get("/kitemark/marks/" + mark).with(as(other))).andExpect(status().isForbidden());
    }
    UUID elsewhere = holds("Elsewhere Ensemble", Tokens.reference("KM"), "wales");
    web.perform(get("/kitemark/marks/" + elsewhere).with(as("kit"))).andExpect(status().isNotFound());
    web.perform(
            post("/kitemark/marks/" + elsewhere + "/suspend")
                .param("reason", "COMPLAINT")
                .param("text", "Not mine")
                .with(as("kit"))
                .with(csrf()))
        .andExpect(status().isNotFound());
    web.perform(get("/kitemark/marks/" + UUID.randomUUID()).with(as("kit"))).andExpect(status().isNotFound());
  }

  private RequestPostProcessor as(String userId) {
    return user(new SignedIn(staff.find(userId).orElseThrow()));
  }
}
