package org.fingerpost.rights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fingerpost.journeys.Journeys.conversation;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.fingerpost.FingerpostTest;
import org.fingerpost.introduction.Answer;
import org.fingerpost.journeys.Journeys;
import org.fingerpost.platform.Actor;
import org.fingerpost.platform.Language;
import org.fingerpost.rights.RightsRequest.AskedBy;
import org.fingerpost.rights.RightsRequest.Decision;
import org.fingerpost.rights.RightsRequest.Kind;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Somebody asks what is kept about them, and who has seen it. */
@FingerpostTest
class SubjectAccessTest extends RightsTests {

  @Autowired Journeys journeys;
  @Autowired Answers answers;
  @Autowired Records records;
  @Autowired ObjectMapper json;

  private String introduced(String familyName) throws Exception {
    var who = Journeys.someoneCalled(familyName).reason("Misses the choir").notes("Large print", "After lunch");
    who.riskNote = "The stairs are steep";
    var referral = journeys.receives(who);
    journeys.completes(referral, "userTask_recordFirstContact", Map.of("channel", "PHONE", "result", "REACHED", "note", "Her sister answered"));
    journeys.completes(referral, "userTask_holdConversation", conversation("Singing in the rain"));
    journeys.completes(referral, "userTask_chooseActivity", journeys.firstOffer(referral));
    journeys.providerSays(referral, Answer.ACCEPTED);
    web.perform(get("/casefile/" + referral).with(as(journeys.summary(referral).linkWorker()))).andExpect(status().isOk());
    return referral;
  }

  private Map<String, byte[]> fetched(String request, String language) throws Exception {
    byte[] zip =
        web.perform(get("/rights/" + request + "/answer-" + language + ".zip").with(as("grace")))
            .andExpect(status().isOk())
            .andReturn()
            .getResponse()
            .getContentAsByteArray();
    var files = new HashMap<String, byte[]>();
    try (var in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        files.put(entry.getName(), in.readAllBytes());
      }
    }
    return files;
  }

  @Test
  void the_answer_holds_everything_for_people_and_for_machines_in_both_languages() throws Exception {
    var referral = introduced("Sedgewren-One");
    var request = started(Kind.ACCESS, referral);
    var subject = records.subject(known(request));
    var toCheck = answers.toCheck(subject, Language.EN);
    assertThat(toCheck.stream().map(Answers.ToCheck::text))
        .as("written by others, or about others")
        .contains("Her sister answered", "Dr Wynne Okafor", "The stairs are steep", "Misses the choir")
        .doesNotContain("Singing in the rain");
    String sister = toCheck.stream().filter(one -> one.text().equals("Her sister answered")).findFirst().orElseThrow().key();
    proposed(request, Decision.RELEASE, sister);
    decided(request, Decision.RELEASE, null);

    var files = fetched(request, "en");
    assertThat(files.keySet()).containsExactlyInAnyOrder("record.json", "record.html", "record.pdf");
    JsonNode kept = json.readTree(files.get("record.json")).path("kept");
    assertThat(kept.path("person").get(0).path("family_name").asText()).isEqualTo("Sedgewren-One");
    assertThat(kept.path("conversation").get(0).path("what_matters").asText()).isEqualTo("Singing in the rain");
    assertThat(kept.path("contact_attempt").get(0).path("note").path("leftOut").asBoolean()).isTrue();
    assertThat(kept.path("introduction").get(0).path("answer_note").asText()).contains("Rosalind");
    assertThat(kept.path("goal").get(0).path("goal").asText()).isEqualTo("Walk with others once a week");
    String everything = new String(files.get("record.json"), StandardCharsets.UTF_8);
    assertThat(everything).doesNotContain("_hash", "\"lowri\"", "\"tom\"", "\"grace\"", "http://", "Her sister answered");

    String page = new String(files.get("record.html"), StandardCharsets.UTF_8);
    assertThat(page)
        .contains("What we keep about you", "Sedgewren-One", "Singing in the rain", "Left out", "Link worker", "Gloucestershire")
        .doesNotContain("Her sister answered", "??", "rights.", "lowri", "Lowri Pugh");
    try (var pdf = Loader.loadPDF(files.get("record.pdf"))) {
      assertThat(new PDFTextStripper().getText(pdf)).contains("Singing in the rain", "Who has seen this record");
    }

    String welsh = new String(fetched(request, "cy").get("record.html"), StandardCharsets.UTF_8);
    assertThat(welsh).contains("Yr hyn a gadwn amdanoch", "Singing in the rain", "Gweithiwr cyswllt").doesNotContain("What matters", "??", "rights.");
    assertThat(journeys.acts(referral)).contains("rights.requested", "rights.decided", "rights.answer-released", "rights.answer-downloaded");
  }

  @Test
  void the_answer_says_in_words_which_groups_somebody_is_counted_in() throws Exception {
    var referral = journeys.receives(Journeys.someoneCalled("Sedgewren-Four").belonging("2", "K"));
    database
        .sql("insert into referral_deprivation (referral_id, decile, index_id, found_at) values (?, 3, 'IMD-2025-INVENTED', now())")
        .param(referral)
        .update();
    var request = started(Kind.ACCESS, referral);
    proposed(request, Decision.RELEASE);
    decided(request, Decision.RELEASE, null);
    String page = new String(fetched(request, "en").get("record.html"), StandardCharsets.UTF_8);
    assertThat(page)
        .contains("Sex, as stated", "Female", "Ethnic group, as stated", "Bangladeshi", "How deprived the area was", "IMD-2025-INVENTED");
  }

  @Test
  void the_answer_says_who_has_seen_the_record_by_role_and_organisation() throws Exception {
    var referral = introduced("Sedgewren-Two");
    String worker = journeys.summary(referral).linkWorker();
    for (String reader : List.of("grace", "rhian", "amir")) {
      String page =
          web.perform(get("/rights/seen/" + referral).with(as(reader)))
              .andExpect(status().isOk())
              .andReturn()
              .getResponse()
              .getContentAsString();
      assertThat(page)
          .contains("Link worker, Social Prescribing in Gloucestershire")
          .doesNotContain(">" + worker + "<", staff.find(worker).orElseThrow().displayName(), "??");
    }
    web.perform(get("/rights/seen/" + referral).with(as("rhys"))).andExpect(status().isNotFound());
    web.perform(get("/rights/seen/" + referral).with(as("lowri"))).andExpect(status().isForbidden());
  }

  @Test
  void an_answer_can_be_fetched_for_two_weeks_and_is_deleted_then() throws Exception {
    var referral = journeys.receives(Journeys.someoneCalled("Sedgewren-Three"));
    var request = started(Kind.ACCESS, referral);
    proposed(request, Decision.RELEASE);
    decided(request, Decision.RELEASE, null);
    fetched(request, "en");
    database.sql("update rights_export set expires_at = expires_at - interval '15 days' where reference = ?").param(request).update();

    web.perform(get("/rights/" + request + "/answer-en.zip").with(as("grace"))).andExpect(status().isNotFound());
    assertThat(answers.deleteExpired()).isGreaterThanOrEqualTo(2);
    assertThat(new Canary(database).placesOf("Sedgewren-Three")).isNotEmpty().noneMatch(place -> place.startsWith("rights_"));
  }

  @Test
  void nothing_is_released_before_it_is_sure_who_asks() {
    var referral = journeys.receives(Journeys.someoneCalled("Sedgewren-Four"));
    String person = database.sql("select person_id::text from referral where referral_id = ?").param(referral).query(String.class).single();
    var request =
        currentActor.as(
            Actor.staff("grace"), () -> requests.start(Kind.ACCESS, false, List.of(person), today(), AskedBy.REPRESENTATIVE, null));
    assertThatThrownBy(() -> proposed(request, Decision.RELEASE)).hasMessageContaining("rights.identity.first");
  }

  @Test
  void a_request_is_due_in_a_month_and_an_overdue_one_is_brought_up_each_day() {
    var referral = journeys.receives(Journeys.someoneCalled("Sedgewren-Five"));
    var request = started(Kind.ACCESS, referral);
    var due = known(request).dueOn();
    assertThat(due).isBetween(today().plusMonths(1), today().plusMonths(1).plusDays(5));
    currentActor.as(Actor.staff("grace"), () -> requests.extend(request, RightsRequest.Extension.COMPLEX));
    assertThat(known(request).dueOn()).isAfterOrEqualTo(today().plusMonths(3));

    database.sql("update rights_request set due_on = ? where reference = ?").params(LocalDate.of(2020, 1, 1), request).update();
    assertThat(requests.bringUpOverdue()).isPositive();
    assertThat(requests.bringUpOverdue()).as("once a day").isZero();
    journeys.timePasses(Duration.ofDays(2));
    requests.bringUpOverdue();
    assertThat(journeys.acts(request)).containsSubsequence("rights.requested", "rights.overdue", "rights.overdue");
  }
}
