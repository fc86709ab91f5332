package org.fingerpost.questionnaire.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.fingerpost.FingerpostTest;
import org.fingerpost.identity.SignedIn;
import org.fingerpost.platform.Staff;
import org.fingerpost.questionnaire.Application.Status;
import org.fingerpost.questionnaire.Applications;
import org.fingerpost.questionnaire.FillingIn;
import org.fingerpost.questionnaire.TrialKind;
import org.fingerpost.questionnaire.Uploads;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.transaction.support.TransactionTemplate;

/** Applying page by page, without JavaScript: saving, coming back, documents good and bad, two people at once, officers, readers. */
@FingerpostTest
class ApplyPagesTest {

  @Autowired MockMvc web;
  @Autowired TrialKind trial;
  @Autowired FillingIn filling;
  @Autowired Applications applications;
  @Autowired Staff staff;
  @Autowired JdbcClient database;
  @Autowired TransactionTemplate transaction;
  @LocalServerPort int port;

  @BeforeEach
  void gloucestershire_takes_applications() {
    trial.serves = Set.of("gloucestershire");
  }

  @AfterEach
  void and_then_not_any_more() {
    trial.serves = Set.of();
  }

  // ---- walking

  private MockHttpServletResponse call(MockHttpServletRequestBuilder request) throws Exception {
    return web.perform(request).andReturn().getResponse();
  }

  private String page(String path) throws Exception {
    var answer = call(get(path));
    assertThat(answer.getStatus()).as(path).isEqualTo(200);
    return answer.getContentAsString();
  }

  private static int addresses;

  private String begin(String name, String email) throws Exception {
    var answer =
        call(
            post("/kitemark/apply")
                .with(from("198.51.100." + (++addresses % 250)))
                .with(csrf())
                .param("scheme", "gloucestershire")
                .param("organisationName", name)
                .param("legalForm", "UNCONSTITUTED_GROUP")
                .param("email", email)
                .param("language", "EN"));
    assertThat(answer.getRedirectedUrl()).matches("/kitemark/apply/[A-Za-z0-9_-]{43}\\?begun");
    return answer.getRedirectedUrl().replace("?begun", "");
  }

  private static RequestPostProcessor from(String address) {
    return request -> {
      request.setRemoteAddr(address);
      return request;
    };
  }

  private RequestPostProcessor as(String userId) {
    return user(new SignedIn(staff.find(userId).orElseThrow()));
  }

  private String reference(String base) {
    return filling.opened(base.substring(base.lastIndexOf('/') + 1)).orElseThrow();
  }

  /** What a browser would send back: hidden fields as they stand on the page, and what somebody typed. */
  private MockHttpServletRequestBuilder filled(String path, String page, Map<String, String> typed) {
    var request = post(path);
    var hidden = Pattern.compile("name=\"((?:shown|settled)\\.[A-Za-z0-9]+)\" value=\"([^\"]*)\"").matcher(page);
    while (hidden.find()) {
      request.param(hidden.group(1), hidden.group(2));
    }
    var inputs = Pattern.compile("<input[^>]*class=\"nhsuk-input[^>]*>").matcher(page);
    var sent = new LinkedHashMap<String, String>();
    while (inputs.find()) {
      sent.put(attribute(inputs.group(), "name"), valueIn(inputs.group()));
    }
    var areas = Pattern.compile("<textarea[^>]*name=\"([A-Za-z0-9]+)\"[^>]*>([^<]*)</textarea>").matcher(page);
    while (areas.find()) {
      sent.put(areas.group(1), areas.group(2).replace("&#39;", "'"));
    }
    var chosen = Pattern.compile("<input[^>]*type=\"(?:radio|checkbox)\"[^>]*>").matcher(page);
    while (chosen.find()) {
      if (chosen.group().contains("checked=\"checked\"")) {
        sent.put(attribute(chosen.group(), "name"), valueIn(chosen.group()));
      }
    }
    sent.putAll(typed);
    sent.forEach(request::param);
    return request;
  }

  private static String valueIn(String tag) {
    String value = attribute(tag, "value");
    return value == null ? "" : value;
  }

  private static String attribute(String tag, String name) {
    var found = Pattern.compile("\\s" + name + "=\"([^\"]*)\"").matcher(tag);
    return found.find() ? found.group(1) : null;
  }

  private String save(String base, String section, Map<String, String> typed) throws Exception {
    return call(filled(base + "/" + section, page(base + "/" + section), typed)).getRedirectedUrl();
  }

  private void answerAll(String base) throws Exception {
    save(base, "your-group", Map.of("sizePaid", "0", "sizeVolunteers", "4", "areas", "GLOUCESTER"));
    save(base, "contacts", Map.of("contactName", "Morwenna Teague", "contactPhone", "01632 960777"));
    save(
        base,
        "what-you-do",
        Map.of(
            "activities", "We walk", "audienceUnder18", "NO", "audienceAdultsAtRisk", "NO", "oneToOne", "NO", "homeVisits", "NO", "hazard",
            "LOW", "regulatedAdvice", "NO"));
  }

  // ---- beginning

  @Test
  void the_first_page_says_what_is_missing_and_keeps_what_was_typed() throws Exception {
    var answer =
        call(post("/kitemark/apply").with(from("203.0.113.1")).with(csrf()).param("organisationName", "Ffrindiau'r Gamlas").param("email", "not an address"));
    assertThat(answer.getContentAsString())
        .contains("There is a problem", "Choose what kind of group", "Enter an e-mail address", "Ffrindiau&#39;r Gamlas", "not an address", "Error: ");
  }

  @Test
  void where_nobody_can_apply_the_page_says_so() throws Exception {
    trial.serves = Set.of();
    var grants = call(get("/grants/apply?scheme=wales"));
    assertThat(grants.getStatus()).isEqualTo(404);
    assertThat(grants.getContentAsString()).contains("You cannot apply here");
    trial.serves = Set.of("gloucestershire");
    var wales = call(get("/kitemark/apply?scheme=wales&lang=cy"));
    assertThat(wales.getStatus()).isEqualTo(404);
    assertThat(wales.getContentAsString()).contains("Ni allwch wneud cais yma", "Swydd Gaerloyw");
  }

  @Test
  void a_machine_that_fills_in_every_field_begins_nothing() throws Exception {
    var answer =
        call(
            post("/kitemark/apply").with(from("203.0.113.2")).with(csrf()).param("scheme", "gloucestershire").param("organisationName", "Bots")
                .param("legalForm", "CHARITY").param("email", "bots@example.org").param("website", "http://example.com"));
    assertThat(answer.getRedirectedUrl()).isNull();
  }

  @Test
  void beginning_again_and_again_from_one_address_is_slowed_down() throws Exception {
    MockHttpServletResponse last = null;
    for (int i = 0; i < 31; i++) {
      last =
          call(
              post("/kitemark/apply").with(from("203.0.113.3")).with(csrf()).param("scheme", "gloucestershire").param("organisationName", "Many")
                  .param("legalForm", "CHARITY").param("email", "many@example.org"));
    }
    assertThat(last.getStatus()).isEqualTo(429);
  }

  // ---- saving and coming back

  @Test
  void a_group_begins_stops_comes_back_by_its_link_and_sends() throws Exception {
    String base = begin("Sunday Strollers", "strollers@example.org");
    String reference = reference(base);
    assertThat(page(base)).contains("Sunday Strollers", reference, "Unfinished", "Not started", "What is still missing", "A way to complain", "we ask you less");
    assertThat(save(base, "your-group", Map.of("sizePaid", "0", "sizeVolunteers", "4", "areas", "GLOUCESTER"))).isEqualTo(base);

    String mailed =
        database.sql("select params->>'applyLink' from outbox_message where purpose = 'application-begun' and params->>'reference' = ?")
            .param(reference).query(String.class).single();
    String again = mailed.replaceFirst("^http://localhost", "").replaceFirst("\\?.*", "");
    assertThat(again).as("another secret for the same application").isNotEqualTo(base);
    assertThat(page(again + "/your-group")).contains("value=\"4\"");
    assertThat(database.sql("select count(*) from application_link where token_hash = ?").param(again.substring(again.lastIndexOf('/') + 1)).query(Integer.class).single())
        .as("no secret is kept as it is").isZero();

    answerAll(again);
    save(again, "fair-and-open", Map.of("complaintsRoute", "Tell our chair"));
    assertThat(page(again)).contains("Nothing, from what you have told us so far.").doesNotContain("A way to complain");
    assertThat(page(again + "/check")).contains("Tell our chair", "Morwenna Teague", "Group without a constitution");
    assertThat(call(post(again + "/check")).getRedirectedUrl()).isEqualTo(again);
    assertThat(page(again)).contains("Your application was sent", reference, "Tell our chair").doesNotContain("Check your answers and send");
    assertThat(trial.sent).contains(reference);
    assertThat(call(post(base + "/check")).getRedirectedUrl()).as("sent twice is sent once").isEqualTo(base);
    assertThat(trial.sent.stream().filter(reference::equals)).hasSize(1);
    assertThat(applications.get(reference).contact().name()).isEqualTo("Morwenna Teague");
  }

  @Test
  void a_bad_answer_is_kept_as_typed_and_costs_no_other() throws Exception {
    String base = begin("Half Right", "half@example.org");
    assertThat(save(base, "your-group", Map.of("sizePaid", "a few", "sizeVolunteers", "12", "areas", "STROUD"))).isEqualTo(base + "/your-group?checked");
    assertThat(page(base + "/your-group?checked")).contains("There is a problem", "Enter a whole number", "value=\"a few\"", "value=\"12\"");
    assertThat(page(base + "/your-group?lang=cy")).contains("Rhowch rif cyfan", "value=\"a few\"");
    assertThat(save(base, "your-group", Map.of("then", "later"))).as("stopping with a mistake brings it up once more").isEqualTo(base + "/your-group?checked");
    assertThat(applications.get(reference(base)).answers()).containsKey("sizeVolunteers").doesNotContainKey("sizePaid");
  }

  @Test
  void an_application_with_required_answers_missing_is_not_sent_and_says_which() throws Exception {
    String base = begin("Not Yet Done", "notyet@example.org");
    var answer = call(post(base + "/check"));
    assertThat(answer.getStatus()).isEqualTo(200);
    assertThat(answer.getContentAsString()).contains("There is a problem", "Answer: Your name", "href=\"#contactName\"", "id=\"contactName\"");
    assertThat(applications.get(reference(base)).status()).isEqualTo(Status.DRAFT);
  }

  @Test
  void typed_markup_is_text() throws Exception {
    String base = begin("<script>alert(1)</script>", "markup@example.org");
    assertThat(page(base)).contains("&lt;script&gt;alert(1)").doesNotContain("<script>alert(1)");
  }

  @Test
  void a_lost_link_is_mailed_and_nobody_learns_whether_the_address_is_known() throws Exception {
    String base = begin("Forgetful Five", "forgetful@example.org");
    String reference = reference(base);
    var known = call(post("/kitemark/apply/lost").with(from("203.0.113.4")).with(csrf()).param("email", " FORGETFUL@example.org "));
    var unknown = call(post("/kitemark/apply/lost").with(from("203.0.113.4")).with(csrf()).param("email", "nobody-here@example.org"));
    assertThat(known.getRedirectedUrl()).isEqualTo(unknown.getRedirectedUrl()).isEqualTo("/kitemark/apply/lost?sent");
    assertThat(mailed(reference)).isEqualTo(1);
    for (int i = 0; i < 6; i++) {
      call(post("/kitemark/apply/lost").with(from("203.0.113.5")).with(csrf()).param("email", "forgetful@example.org"));
    }
    assertThat(mailed(reference)).as("nobody's letter box is filled").isLessThanOrEqualTo(3);
    MockHttpServletResponse last = null;
    for (int i = 0; i < 21; i++) {
      last = call(post("/kitemark/apply/lost").with(from("203.0.113.6")).with(csrf()).param("email", "nobody-here@example.org"));
    }
    assertThat(last.getStatus()).isEqualTo(429);
  }

  private int mailed(String reference) {
    return database.sql("select count(*) from outbox_message where purpose = 'application-link' and params->>'reference' = ?").param(reference).query(Integer.class).single();
  }

  @Test
  void a_wrong_link_opens_nothing_and_leads_to_a_new_one() throws Exception {
    var answer = call(get("/kitemark/apply/" + "A".repeat(43)));
    assertThat(answer.getStatus()).isEqualTo(404);
    assertThat(answer.getContentAsString()).contains("This link does not work", "/kitemark/apply/lost");
  }

  // ---- documents

  private String upload(String base, String question, String name, byte[] content) throws Exception {
    var answer = call(multipart(base + "/evidence/" + question).file(new MockMultipartFile("file", name, "application/pdf", content)));
    return answer.getRedirectedUrl() != null ? answer.getRedirectedUrl() : answer.getContentAsString();
  }

  private String insured(String name, String email) throws Exception {
    String base = begin(name, email);
    save(base, "insurance-and-safety", Map.of("usesVenueCover", "NO", "riskAssessment", "Slippery leaves"));
    return base;
  }

  @Test
  void a_document_is_added_shown_and_removed() throws Exception {
    String base = insured("Papers Please", "papers@example.org");
    assertThat(upload(base, "insuranceDocument", "../policy <b>.exe", Uploads.pdf(""))).isEqualTo(base + "/evidence/insuranceDocument?added");
    assertThat(page(base + "/evidence/insuranceDocument")).contains("policy b.exe.pdf");
    var kept = applications.get(reference(base)).evidence("insuranceDocument").get(0);
    assertThat(kept.mediaType()).isEqualTo("application/pdf");
    assertThat(kept.sha256()).hasSize(64);
    assertThat(upload(base, "insuranceDocument", "again.pdf", Uploads.pdf(""))).contains("This document is there already");

    call(post(base + "/evidence/insuranceDocument/remove").param("file", kept.id().toString()));
    assertThat(applications.get(reference(base)).files()).isEmpty();
  }

  @Test
  void every_bad_document_gets_a_clear_sentence_and_everything_else_is_kept() throws Exception {
    String base = insured("Bad Papers", "badpapers@example.org");
    var bad = new LinkedHashMap<String, byte[]>();
    bad.put("The document is empty", new byte[0]);
    bad.put("larger than 10 MB", new byte[10 * 1024 * 1024 + 1]);
    bad.put("We cannot take this kind of document", "<html></html>".getBytes(StandardCharsets.UTF_8));
    bad.put("contains macros", Uploads.docx(Map.of("word/vbaProject.bin", "x")));
    bad.put("far too large when it is opened", Uploads.docx(Map.of("word/document.xml", "0".repeat(30_000_000))));
    bad.put("contains a program", Uploads.pdf("/OpenAction << /S /JavaScript /JS (x) >>"));
    bad.put("locked with a password", Uploads.pdf("/Encrypt 3 0 R"));
    for (var entry : bad.entrySet()) {
      assertThat(upload(base, "insuranceDocument", "insurance.pdf", entry.getValue())).contains("There is a problem", entry.getKey());
    }
    assertThat(call(multipart(base + "/evidence/insuranceDocument")).getContentAsString()).contains("Choose a document first");
    assertThat(applications.get(reference(base)).files()).isEmpty();
    assertThat(page(base + "/insurance-and-safety")).contains("Slippery leaves");
    var welsh = call(multipart(base + "/evidence/insuranceDocument").file(new MockMultipartFile("file", "a.pdf", "application/pdf", "words".getBytes())).param("lang", "cy"));
    assertThat(welsh.getContentAsString()).contains("Ni allwn dderbyn y math hwn o ddogfen");
  }

  @Test
  void there_is_room_for_twenty_documents() throws Exception {
    String base = insured("Paper Mill", "mill@example.org");
    for (int i = 0; i < 20; i++) {
      assertThat(upload(base, "insuranceDocument", "p" + i + ".pdf", Uploads.pdf("/N " + i))).endsWith("?added");
    }
    assertThat(upload(base, "insuranceDocument", "p20.pdf", Uploads.pdf("/N 20"))).contains("There are 20 documents already");
  }

  @Test
  void a_document_that_the_container_refuses_is_answered_on_its_own_page() throws Exception {
    String base = insured("Big Film", "film@example.org");
    var http = HttpClient.newHttpClient();
    String head = "--xyz\r\nContent-Disposition: form-data; name=\"file\"; filename=\"film.pdf\"\r\nContent-Type: application/pdf\r\n\r\n";
    byte[] body = (head + "x".repeat(30 * 1024 * 1024) + "\r\n--xyz--\r\n").getBytes(StandardCharsets.ISO_8859_1);
    HttpResponse<String> answer =
        http.send(
            HttpRequest.newBuilder(URI.create("http://localhost:" + port + base + "/evidence/insuranceDocument"))
                .header("Content-Type", "multipart/form-data; boundary=xyz").POST(BodyPublishers.ofByteArray(body)).build(),
            BodyHandlers.ofString());
    assertThat(answer.statusCode()).isEqualTo(303);
    String next = answer.headers().firstValue("Location").orElseThrow();
    assertThat(next).isEqualTo(base + "/evidence/insuranceDocument?tooLarge");
    assertThat(page(next)).contains("larger than 10 MB", "There is a problem").doesNotContain("Exception");
    assertThat(page(base + "/insurance-and-safety")).contains("Slippery leaves");
  }

  @Test
  void a_document_sent_by_a_browser_arrives() throws Exception {
    String base = insured("Real Browser", "browser@example.org");
    byte[] pdf = Uploads.pdf("/Real true");
    String head = "--xyz\r\nContent-Disposition: form-data; name=\"file\"; filename=\"r.pdf\"\r\nContent-Type: application/pdf\r\n\r\n";
    String text = head + new String(pdf, StandardCharsets.ISO_8859_1) + "\r\n--xyz--\r\n";
    var answer =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + base + "/evidence/insuranceDocument"))
                    .header("Content-Type", "multipart/form-data; boundary=xyz").POST(BodyPublishers.ofByteArray(text.getBytes(StandardCharsets.ISO_8859_1))).build(),
                BodyHandlers.ofString());
    assertThat(answer.statusCode()).isEqualTo(302);
    assertThat(applications.get(reference(base)).files()).hasSize(1);
  }

  // ---- two people at once

  @Test
  void when_two_people_answer_at_once_both_answers_stay_until_somebody_chooses() throws Exception {
    String base = begin("Two Pens", "twopens@example.org");
    String fill = "/applications/" + reference(base) + "/fill";
    String seenByGroup = page(base + "/what-you-do");
    String seenByOfficer = call(get(fill + "/what-you-do").with(as("olive"))).getContentAsString();

    call(filled(fill + "/what-you-do", seenByOfficer, Map.of("activities", "Olive wrote this", "hazard", "LOW")).with(as("olive")).with(csrf()));
    var sent = call(filled(base + "/what-you-do", seenByGroup, Map.of("activities", "The group wrote that", "oneToOne", "NO")));

    assertThat(sent.getRedirectedUrl()).isEqualTo(base + "/what-you-do?checked");
    String both = page(base + "/what-you-do?checked");
    assertThat(both).contains("Olive wrote this", "The group wrote that", "Two people answered this at the same time");
    assertThat(call(get(fill + "/what-you-do").with(as("olive"))).getContentAsString()).as("the officer is told as well").contains("Olive wrote this", "The group wrote that");
    var application = applications.get(reference(base));
    assertThat(application.text("hazard")).as("what only one of them answered").isEqualTo("LOW");
    assertThat(application.flag("oneToOne")).isFalse();
    assertThat(page(base + "/what-you-do")).contains("Filled in by");

    call(filled(base + "/what-you-do", both, Map.of("activities", "Both of it")));
    assertThat(page(base + "/what-you-do")).contains("Both of it").doesNotContain("The group wrote that", "Two people answered");
  }

  @Test
  void whoever_changed_nothing_overwrites_nothing() throws Exception {
    String base = begin("Quiet Reader", "quiet@example.org");
    String fill = "/applications/" + reference(base) + "/fill";
    String seenByGroup = page(base + "/what-you-do");
    call(filled(fill + "/what-you-do", call(get(fill + "/what-you-do").with(as("olive"))).getContentAsString(), Map.of("activities", "Olive's words")).with(as("olive")).with(csrf()));

    call(filled(base + "/what-you-do", seenByGroup, Map.of("hazard", "NONE")));

    assertThat(applications.get(reference(base)).text("activities")).isEqualTo("Olive's words");
    assertThat(page(base + "/what-you-do")).doesNotContain("Two people answered");
  }

  // ---- help

  @Test
  void help_is_asked_for_beside_the_question_without_losing_what_was_typed() throws Exception {
    String base = begin("Stuck Group", "stuck@example.org");
    assertThat(save(base, "what-you-do", Map.of("activities", "Half a sentence", "then", "help:hazard"))).isEqualTo(base + "/help/hazard");
    assertThat(page(base + "/what-you-do")).contains("Half a sentence");
    assertThat(call(post(base + "/help/hazard").param("asked", " ")).getContentAsString()).contains("Write what you would like help with");
    assertThat(call(post(base + "/help/hazard").param("asked", "Is a canal dangerous?")).getRedirectedUrl()).isEqualTo(base + "/help/hazard?asked");
    assertThat(page(base + "/what-you-do")).contains("Is a canal dangerous?", "A community officer will answer by");
  }

  // ---- asked for more

  @Test
  void what_was_sent_is_opened_again_for_what_is_missing_and_for_nothing_else() throws Exception {
    String base = begin("Nearly There", "nearly@example.org");
    String reference = reference(base);
    answerAll(base);
    call(post(base + "/check"));
    transaction.executeWithoutResult(status -> applications.askForMore(reference, List.of("complaintsRoute"), LocalDate.of(2099, 1, 4)));

    String list = page(base);
    assertThat(list).contains("Nearly there: we need these answers by 4 January 2099", "Being fair and open").doesNotContain("What you do</a>");
    assertThat(page(base + "/fair-and-open")).contains("name=\"complaintsRoute\"").doesNotContain("name=\"equalityStatement\"");
    call(post(base + "/what-you-do").param("shown.activities", FillingIn.trace(List.of("We walk"))).param("activities", "Something else"));
    assertThat(applications.get(reference).text("activities")).as("what was not asked for stays").isEqualTo("We walk");
    save(base, "fair-and-open", Map.of("complaintsRoute", "Tell our chair"));
    call(post(base + "/check"));

    assertThat(trial.sentMore).contains(reference);
    assertThat(applications.get(reference).status()).isEqualTo(Status.SUBMITTED);
    String renewed = applications.beginAgain(reference);
    assertThat(applications.get(renewed).text("complaintsRoute")).isEqualTo("Tell our chair");
    applications.close(reference);
    assertThat(page(base)).contains("This application is closed");
  }

  // ---- staff

  @Test
  void staff_of_the_scheme_read_it_and_others_find_nothing() throws Exception {
    String base = insured("Well Read", "wellread@example.org");
    String reference = reference(base);
    upload(base, "insuranceDocument", "cover \"x\".pdf", Uploads.pdf("/Read true"));
    for (String reader : List.of("kit", "olive")) {
      String read = call(get("/applications/" + reference).with(as(reader))).getContentAsString();
      assertThat(read).contains("Well Read", "Slippery leaves", "cover x.pdf", "wellread@example.org", "Who filled in what");
    }
    assertThat(call(get("/applications").with(as("kit"))).getContentAsString()).contains(reference);
    assertThat(call(get("/applications/" + reference).with(as("nell"))).getStatus()).as("another scheme").isEqualTo(404);
    assertThat(call(get("/applications/" + reference + "/fill").with(as("nell"))).getStatus()).isEqualTo(404);
    for (String other : List.of("lowri", "grace", "priya", "amir", "ada")) {
      assertThat(call(get("/applications/" + reference).with(as(other))).getStatus()).as(other).isEqualTo(403);
    }
    assertThat(call(get("/applications/" + reference + "/fill").with(as("kit"))).getStatus()).as("assessors do not fill in").isEqualTo(403);
    assertThat(call(get("/applications/" + reference)).getRedirectedUrl()).as("without signing in").endsWith("/login");
    assertThat(acts(reference)).contains("application.seen");
  }

  @Test
  void a_document_is_handed_out_as_a_download_that_can_do_nothing_and_on_record() throws Exception {
    String base = insured("Download Me", "download@example.org");
    String reference = reference(base);
    byte[] pdf = Uploads.pdf("/Download true");
    upload(base, "insuranceDocument", "Polisi\r\n\"ŵ\".pdf", pdf);
    String path = "/applications/" + reference + "/files/" + applications.get(reference).files().get(0).id();

    var answer = call(get(path).with(as("kit")));

    assertThat(answer.getStatus()).isEqualTo(200);
    assertThat(answer.getContentAsByteArray()).isEqualTo(pdf);
    assertThat(answer.getHeader("Content-Disposition")).startsWith("attachment;").contains("filename*=UTF-8''Polisi").doesNotContain("\r", "\n");
    assertThat(answer.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(answer.getHeaders("Content-Security-Policy")).singleElement().asString().contains("sandbox", "default-src 'none'");
    assertThat(answer.getHeader("Cache-Control")).contains("no-store");
    assertThat(acts(reference)).contains("application.fileFetched");
    assertThat(call(get(path).with(as("nell"))).getStatus()).isEqualTo(404);
    assertThat(call(get(path).with(as("lowri"))).getStatus()).isEqualTo(403);
    assertThat(call(get(base + "/files/" + applications.get(reference).files().get(0).id())).getStatus()).as("not by the applicant's link").isEqualTo(404);
  }

  @Test
  void an_officer_fills_in_for_the_group_and_it_is_on_record_as_the_officer() throws Exception {
    String base = begin("Filled For", "filledfor@example.org");
    String reference = reference(base);
    String fill = "/applications/" + reference + "/fill";
    String seen = call(get(fill + "/contacts").with(as("olive"))).getContentAsString();
    assertThat(seen).contains("You are filling in for Filled For");
    assertThat(call(filled(fill + "/contacts", seen, Map.of("contactName", "Tegwen")).with(as("olive"))).getStatus()).as("without the page's token").isEqualTo(403);

    call(filled(fill + "/contacts", seen, Map.of("contactName", "Tegwen")).with(as("olive")).with(csrf()));

    assertThat(database.sql("select actor_id from audit_entry where subject_id = ? and act = 'application.filledIn'").param(reference).query(String.class).list()).containsExactly("olive");
    String name = staff.find("olive").orElseThrow().displayName();
    assertThat(call(get("/applications/" + reference).with(as("kit"))).getContentAsString()).contains("Filled in by " + name, "Your name");
    assertThat(page(base + "/contacts")).contains("Filled in by " + name);
  }

  private List<String> acts(String reference) {
    return database.sql("select act from audit_entry where subject_id = ?").param(reference).query(String.class).list();
  }

  @Test
  void nothing_of_an_applicant_is_on_the_audit_record() throws Exception {
    String base = begin("Silent Record Society", "silentrecord@example.org");
    answerAll(base);
    assertThat(
            database
                .sql("select count(*) from audit_entry a where subject_id = ? and a::text ~* 'silentrecord|Silent Record|Teague|We walk'")
                .param(reference(base))
                .query(Integer.class)
                .single())
        .isZero();
    assertThat(Stream.of(acts(reference(base)))).isNotEmpty();
  }
}
