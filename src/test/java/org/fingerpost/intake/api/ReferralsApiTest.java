package org.fingerpost.intake.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fingerpost.intake.IntakeFixture.CLOCK;
import static org.fingerpost.intake.IntakeFixture.WORDS;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.hasItem;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.Optional;
import org.fingerpost.intake.ApiKeyCheck.ApiClient;
import org.fingerpost.intake.IntakeFixture;
import org.fingerpost.intake.receiving.IntakeSettings;
import org.fingerpost.intake.receiving.RateLimits;
import org.fingerpost.intake.receiving.Receipt;
import org.fingerpost.intake.receiving.ReceivingOnce;
import org.fingerpost.intake.receiving.TrackingLinks;
import org.fingerpost.referral.ReferralRequest;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ReferralsApiTest {

  private final ReceivingOnce receiving = mock(ReceivingOnce.class);
  private final MockMvc mvc =
      MockMvcBuilders.standaloneSetup(
              new ReferralsApi(
                  key ->
                      key.equals("right")
                          ? Optional.of(new ApiClient("gloucestershire", "GENERAL_PRACTICE"))
                          : Optional.empty(),
                  receiving,
                  IntakeFixture.rules(),
                  IntakeFixture.sending(),
                  new RateLimits(new IntakeSettings(100, 100, 3)),
                  new TrackingLinks("https://example.org"),
                  WORDS))
          .build();

  @Test
  void a_referral_is_answered_with_its_reference_and_tracking_link() throws Exception {
    when(receiving.receive(eq("gloucestershire:GENERAL_PRACTICE"), eq("k1"), any(), any()))
        .thenReturn(new Receipt("FP-7K3M-Q2XD", "token", CLOCK.instant()));

    mvc.perform(referral().header("X-API-Key", "right").header("Idempotency-Key", "k1").content("{}"))
        .andExpect(status().isCreated())
        .andExpect(header().string("Location", "https://example.org/track/token"))
        .andExpect(jsonPath("$.reference").value("FP-7K3M-Q2XD"))
        .andExpect(jsonPath("$.trackingUrl").value("https://example.org/track/token"))
        .andExpect(jsonPath("$.receivedAt").exists());
  }

  @Test
  void the_times_that_are_safe_for_the_person_come_along() throws Exception {
    var request = ArgumentCaptor.forClass(ReferralRequest.class);
    when(receiving.receive(any(), eq("k1"), any(), request.capture()))
        .thenReturn(new Receipt("FP-7K3M-Q2XD", "token", CLOCK.instant()));

    mvc.perform(
            referral()
                .header("X-API-Key", "right")
                .header("Idempotency-Key", "k1")
                .content("{\"person\": {\"safeTimes\": [\"MORNING\"], \"safeTimeToCall\": \"Not on Fridays\"}}"))
        .andExpect(status().isCreated());

    assertThat(request.getValue().person().safeTimes()).containsExactly("MORNING");
    assertThat(request.getValue().person().safeTimeToCall()).isEqualTo("Not on Fridays");
  }

  @Test
  void the_groups_that_the_person_told_come_along_and_a_code_there_is_not_is_named() throws Exception {
    var request = ArgumentCaptor.forClass(ReferralRequest.class);
    when(receiving.receive(any(), eq("k1"), any(), request.capture()))
        .thenReturn(new Receipt("FP-7K3M-Q2XD", "token", CLOCK.instant()));
    mvc.perform(
            referral()
                .header("X-API-Key", "right")
                .header("Idempotency-Key", "k1")
                .content("{\"person\": {\"sex\": \"2\", \"ethnicCategory\": \"99\"}}"))
        .andExpect(status().isCreated());
    assertThat(request.getValue().person().sex()).isEqualTo("2");
    assertThat(request.getValue().person().ethnicCategory()).isEqualTo("99");

    mvc.perform(
            referral()
                .header("X-API-Key", "right")
                .header("Idempotency-Key", "k2")
                .content(
                    """
                    {"person": {"sex": "F", "ethnicCategory": "Q", "dateOfBirth": "yesterday"},
                     "consent": {"given": true, "givenBy": "PERSON", "how": "IN_PERSON", "on": "2026-11-20"}}
                    """))
        .andExpect(status().isUnprocessableEntity())
        .andExpect(
            jsonPath("$.errors[?(@.field == 'person.sex')].detail")
                .value(
                    "Use 1, 2, 9, X or Z for sex (codes of the NHS Data Dictionary; Z for prefers not to say), or leave it out"))
        .andExpect(jsonPath("$.errors[*].field", hasItem("person.ethnicCategory")));
  }

  @Test
  void a_bearer_token_is_a_key_too_and_quotation_marks_are_not_part_of_the_idempotency_key() throws Exception {
    when(receiving.receive(any(), eq("k1"), any(), any()))
        .thenReturn(new Receipt("FP-7K3M-Q2XD", "token", CLOCK.instant()));

    mvc.perform(referral().header("Authorization", "Bearer right").header("Idempotency-Key", "\"k1\"").content("{}"))
        .andExpect(status().isCreated());
  }

  @Test
  void every_misfit_is_named_at_once_in_the_senders_language() throws Exception {
    mvc.perform(
            referral()
                .header("X-API-Key", "right")
                .header("Idempotency-Key", "k1")
                .header("Accept-Language", "cy-GB, en;q=0.5")
                .content(
                    """
                    {"shoeSize": 7, "needs": "MONEY",
                     "person": {"givenName": 5, "dateOfBirth": "1954-02-31", "pet": null}}
                    """))
        .andExpect(status().isUnprocessableEntity())
        .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON))
        .andExpect(header().string("Content-Language", "cy"))
        .andExpect(jsonPath("$.type").value("urn:fingerpost:problem:invalid-referral"))
        .andExpect(jsonPath("$.errors[*].field", hasItem("shoeSize")))
        .andExpect(jsonPath("$.errors[*].field", hasItem("person.pet")))
        .andExpect(jsonPath("$.errors[*].field", hasItem("person.familyName")))
        .andExpect(jsonPath("$.errors[?(@.field == 'person.givenName')].detail").value("Rhaid iddo fod yn destun"))
        .andExpect(
            jsonPath("$.errors[?(@.field == 'person.dateOfBirth')].detail").value("Rhaid iddo fod yn ddyddiad fel 1954-03-31"))
        .andExpect(jsonPath("$.errors[?(@.field == 'needs')].detail").value("Rhaid iddo fod yn rhestr o destunau"));
    verifyNoInteractions(receiving);
  }

  @Test
  void what_is_not_one_json_object_with_every_field_once_is_refused() throws Exception {
    for (var body : new String[] {"", "[]", "{", "{} {}", "{\"reason\": \"a\", \"reason\": \"b\"}", "5"}) {
      mvc.perform(referral().header("X-API-Key", "right").header("Idempotency-Key", "k1").content(body))
          .andExpect(status().isBadRequest())
          .andExpect(jsonPath("$.type").value("urn:fingerpost:problem:not-json"));
    }
  }

  @Test
  void without_an_idempotency_key_nothing_is_received() throws Exception {
    mvc.perform(referral().header("X-API-Key", "right").content("{}"))
        .andExpect(status().isBadRequest())
        .andExpect(jsonPath("$.type").value("urn:fingerpost:problem:idempotency-key"));
  }

  @Test
  void a_body_above_the_limit_is_refused() throws Exception {
    var body = "{\"reason\": \"" + "a".repeat(ReferralsApi.BODY_LIMIT) + "\"}";

    mvc.perform(referral().header("X-API-Key", "right").header("Idempotency-Key", "k1").content(body))
        .andExpect(status().isPayloadTooLarge());
  }

  @Test
  void guessing_keys_is_slow() throws Exception {
    for (int i = 0; i < 3; i++) {
      mvc.perform(referral().header("X-API-Key", "wrong").content("{}"))
          .andExpect(status().isUnauthorized())
          .andExpect(header().exists("WWW-Authenticate"));
    }
    mvc.perform(referral().content("{}"))
        .andExpect(status().isTooManyRequests())
        .andExpect(header().exists("Retry-After"));
  }

  @Test
  void our_own_fault_says_how_to_go_on_and_nothing_else() throws Exception {
    when(receiving.receive(any(), any(), any(), any())).thenThrow(new IllegalStateException("Mabel Invented"));

    mvc.perform(referral().header("X-API-Key", "right").header("Idempotency-Key", "k1").content("{}"))
        .andExpect(status().isInternalServerError())
        .andExpect(jsonPath("$.keys()", containsInAnyOrder("type", "title", "status", "detail", "instance")))
        .andExpect(content().string(org.hamcrest.Matchers.not(org.hamcrest.Matchers.containsString("Mabel"))));
  }

  private static MockHttpServletRequestBuilder referral() {
    return post("/api/referrals").contentType(MediaType.APPLICATION_JSON);
  }
}
