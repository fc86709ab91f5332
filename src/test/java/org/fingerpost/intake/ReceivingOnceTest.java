package org.fingerpost.intake;

import java.time.LocalDate;
import org.fingerpost.platform.engine.EngineClock;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.fingerpost.FingerpostTest;
import org.fingerpost.identity.ApiKeys;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

@FingerpostTest
class ReceivingOnceTest {

  @Autowired private TestRestTemplate rest;
  @Autowired private MockMvc mvc;
  @Autowired private ApiKeys keys;
  @Autowired private JdbcClient jdbc;

  private static String body(String familyName) {
    return """
        {"referrer": {"name": "Ann Invented", "organisation": "Invented Surgery", "email": "ann@example.org"},
         "person": {"givenName": "Mabel", "familyName": "%s", "dateOfBirth": "1954-02-28", "postcode": "GL1 1AA",
                    "phone": "07700 900123"},
         "needs": ["LONELINESS"], "risks": ["NONE_KNOWN"],
         "consent": {"given": true, "givenBy": "PERSON", "how": "TELEPHONE", "on": "%s"}, "mayTellReferrer": true}
        """
        .formatted(familyName, LocalDate.ofInstant(EngineClock.now(), EngineClock.LONDON));
  }

  @Test
  void the_same_request_at_the_same_time_makes_one_referral_and_one_answer() throws Exception {
    var family = unused();
    var apiKey = keys.issue(new ApiKeys.Holder("gloucestershire", "GENERAL_PRACTICE"));
    var idempotencyKey = UUID.randomUUID().toString();
    Callable<ResponseEntity<String>> sending = () -> send(apiKey, idempotencyKey, body(family));

    var pool = Executors.newFixedThreadPool(4);
    List<ResponseEntity<String>> answers = new ArrayList<>();
    try {
      for (var answer : pool.invokeAll(List.of(sending, sending, sending, sending))) {
        answers.add(answer.get());
      }
    } finally {
      pool.shutdownNow();
    }

    assertThat(answers).allMatch(answer -> answer.getStatusCode().value() == 201);
    assertThat(answers.stream().map(ResponseEntity::getBody).distinct()).hasSize(1);
    assertThat(referralsOf(family)).isEqualTo(1);
  }

  @Test
  void a_key_with_another_body_is_refused_and_nothing_is_received() {
    var family = unused();
    var other = unused();
    var apiKey = keys.issue(new ApiKeys.Holder("gloucestershire", "GENERAL_PRACTICE"));
    var idempotencyKey = UUID.randomUUID().toString();

    assertThat(send(apiKey, idempotencyKey, body(family)).getStatusCode().value()).isEqualTo(201);
    assertThat(send(apiKey, idempotencyKey, body(other)).getStatusCode().value()).isEqualTo(409);

    assertThat(referralsOf(other)).isZero();
  }

  @Test
  void a_refused_request_does_not_use_its_key_up() {
    var family = unused();
    var apiKey = keys.issue(new ApiKeys.Holder("gloucestershire", "GENERAL_PRACTICE"));
    var idempotencyKey = UUID.randomUUID().toString();

    assertThat(send(apiKey, idempotencyKey, "{}").getStatusCode().value()).isEqualTo(422);
    assertThat(send(apiKey, idempotencyKey, body(family)).getStatusCode().value()).isEqualTo(201);
  }

  @Test
  void the_tracking_link_opens_and_says_nothing_about_the_person() throws Exception {
    var family = unused();
    var apiKey = keys.issue(new ApiKeys.Holder("gloucestershire", "GENERAL_PRACTICE"));
    var location = send(apiKey, UUID.randomUUID().toString(), body(family)).getHeaders().getLocation();

    var page = mvc.perform(get(location.getPath())).andReturn().getResponse();

    assertThat(page.getStatus()).isEqualTo(200);
    assertThat(page.getContentAsString()).doesNotContain(family, "Mabel", "07700", "GL1");
    assertThat(page.getHeader("Referrer-Policy")).isEqualTo("no-referrer");
    assertThat(page.getHeader("Cache-Control")).isEqualTo("no-store");
    assertThat(page.getHeader("X-Robots-Tag")).contains("noindex");
    assertThat(mvc.perform(get("/track/guessed")).andReturn().getResponse().getStatus()).isEqualTo(404);
  }

  private static String unused() {
    return "Invented" + UUID.randomUUID().toString().replaceAll("[^a-f]", "");
  }

  private int referralsOf(String familyName) {
    return jdbc.sql("select count(*) from referral join person using (person_id) where family_name = ?")
        .param(familyName)
        .query(Integer.class)
        .single();
  }

  private ResponseEntity<String> send(String apiKey, String idempotencyKey, String body) {
    var headers = new HttpHeaders();
    headers.setContentType(MediaType.APPLICATION_JSON);
    headers.set("X-API-Key", apiKey);
    headers.set("Idempotency-Key", idempotencyKey);
    return rest.exchange("/api/referrals", HttpMethod.POST, new HttpEntity<>(body, headers), String.class);
  }
}
