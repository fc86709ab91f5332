package org.fingerpost.intake.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fingerpost.intake.IntakeFixture.CLOCK;
import static org.fingerpost.intake.IntakeFixture.SCHEMES;
import static org.fingerpost.intake.IntakeFixture.SCHEME_WORDS;
import static org.fingerpost.intake.IntakeFixture.WORDS;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.fingerpost.intake.IntakeFixture;
import org.fingerpost.intake.receiving.IntakeSettings;
import org.fingerpost.intake.receiving.RateLimits;
import org.fingerpost.intake.receiving.Receipt;
import org.fingerpost.intake.receiving.ReceivingOnce;
import org.fingerpost.intake.receiving.TrackingLinks;
import org.fingerpost.platform.Language;
import org.fingerpost.referral.ReferralRequest;
import org.fingerpost.referral.domain.ReferralRules;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.servlet.view.RedirectView;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ReferralFormTest {

  private static final String FORM = "/refer/east-lancashire";

  private final ReceivingOnce receiving = mock(ReceivingOnce.class);
  private final DraftReader reader = new DraftReader(IntakeFixture.rules(), CLOCK);
  private final FormWords formWords = new FormWords(WORDS, SCHEME_WORDS, CLOCK);
  private final MockHttpSession session = new MockHttpSession();

  @Test
  void a_surgery_refers_somebody_page_by_page() throws Exception {
    answersEverythingAsASurgery();

    assertThat(send()).isEqualTo(FORM + "/done");

    var request = sentRequest();
    assertThat(request.schemeId()).isEqualTo("east-lancashire");
    assertThat(request.channel()).isEqualTo(ReferralRequest.Channel.WEB);
    assertThat(request.sourceCode()).isEqualTo("GENERAL_PRACTICE");
    assertThat(request.referrer().language()).isEqualTo(Language.EN);
    assertThat(request.person().dateOfBirth()).isEqualTo(LocalDate.of(1940, 2, 28));
    assertThat(request.person().preferredLanguage()).isEqualTo(Language.CY);
    assertThat(request.person().nhsNumber()).isNull();
    assertThat(request.person().sex()).isNull();
    assertThat(request.person().ethnicCategory()).isNull();
    assertThat(request.person().safeTimes()).containsExactly("MORNING", "EVENING");
    assertThat(request.needs()).containsExactly("LONELINESS", "MONEY");
    assertThat(request.consent().on()).isEqualTo(LocalDate.of(2026, 11, 20));
    assertThat(request.mayTellReferrer()).isTrue();
    var done = page("/done");
    assertThat(done.getModelAndView().getModel())
        .containsEntry("sentReference", "FP-7K3M-Q2XD")
        .containsEntry("trackingLink", "https://example.org/track/token");
  }

  @Test
  void pressing_send_twice_sends_once() throws Exception {
    answersEverythingAsASurgery();
    String key = sendingKey();

    assertThat(answer("/check", Map.of("sendingKey", key))).isEqualTo(FORM + "/done");
    assertThat(answer("/check", Map.of("sendingKey", key))).isEqualTo(FORM + "/done");

    verify(receiving, times(1)).receive(any(), any(), any(), any());
  }

  @Test
  void nothing_is_sent_without_the_key_of_the_page() throws Exception {
    answersEverythingAsASurgery();

    assertThat(answer("/check", Map.of("sendingKey", "guessed"))).isEqualTo(FORM + "/check");

    verifyNoInteractions(receiving);
  }

  @Test
  void somebody_refers_themself_and_is_asked_for_nothing_about_a_referrer() throws Exception {
    start();
    assertThat(answer("/who", Map.of("referrer.kind", "SELF"))).isEqualTo(FORM + "/person");
    answersAboutThePerson();
    assertThat(answer("/consent", Map.of())).as("not agreed").isEqualTo(FORM + "/consent");
    assertThat(errors("/consent")).containsOnlyKeys("consent.given");
    assertThat(answer("/consent", Map.of("consent.given", "yes"))).isEqualTo(FORM + "/fairness");
    assertThat(page("/fairness").getModelAndView().getModel().get("sexesOfOneself").toString())
        .contains("Prefer not to say")
        .doesNotContain("Not known");
    assertThat(answer("/fairness", Map.of("person.sex", "2", "person.ethnicCategory", "Z"))).isEqualTo(FORM + "/check");

    send();

    var request = sentRequest();
    assertThat(request.referrer().kind()).isEqualTo("SELF");
    assertThat(request.referrer().phone()).isEqualTo("07700 900123");
    assertThat(request.consent().given()).isTrue();
    assertThat(request.person().sex()).isEqualTo("2");
    assertThat(request.person().ethnicCategory()).isEqualTo("Z");
    assertThat(request.consent().on()).isEqualTo(LocalDate.of(2026, 11, 21));
    assertThat(request.mayTellReferrer()).isTrue();
  }

  @Test
  void a_group_that_there_is_not_is_refused_and_nobody_is_asked_who_did_not_agree() throws Exception {
    answersEverythingAsASurgery();
    assertThat(answer("/fairness?change=yes", Map.of("person.sex", "F", "person.ethnicCategory", "H"))).startsWith(FORM + "/fairness");
    assertThat(errors("/fairness")).containsOnlyKeys("person.sex");
    assertThat(answer("/fairness", Map.of("person.sex", "1", "person.ethnicCategory", "H"))).isEqualTo(FORM + "/check");

    assertThat(answer("/consent", Map.of("consent.given", "no", "mayTellReferrer", "no"))).isEqualTo(FORM + "/check");
    assertThat(whereFrom("/fairness")).isEqualTo(FORM + "/check");
    send();
    var kept = ReferralRules.tidy(sentRequest(), SCHEMES.get("east-lancashire"), LocalDate.now(CLOCK));
    assertThat(kept.person().sex()).as("kept only with consent").isNull();
    assertThat(kept.person().ethnicCategory()).isNull();
  }

  @Test
  void a_page_that_is_not_right_comes_back_with_what_was_typed_and_what_is_wrong() throws Exception {
    start();
    answer("/who", Map.of("referrer.kind", "SELF"));

    var where =
        answer(
            "/person",
            Map.of(
                "person.givenName", "Mabel",
                "person.dateOfBirth-day", "31",
                "person.dateOfBirth-month", "2",
                "person.dateOfBirth-year", "1940",
                "hasNhsNumber", "yes",
                "person.nhsNumber", "999 000 0019"));

    assertThat(where).isEqualTo(FORM + "/person");
    assertThat(errors("/person"))
        .containsOnlyKeys("person.familyName", "person.dateOfBirth", "person.postcode", "person.nhsNumber")
        .containsEntry("person.familyName", "Enter your last name")
        .containsEntry("person.dateOfBirth", "Enter a real date with day, month and year, such as 31 3 1954");
    var draft = (ReferralDraft) page("/person").getModelAndView().getModel().get("a");
    assertThat(draft.one("person.givenName")).isEqualTo("Mabel");
    assertThat(draft.one("person.dateOfBirth-day")).isEqualTo("31");
  }

  @Test
  void a_page_that_nobody_has_sent_yet_shows_no_errors() throws Exception {
    start();
    assertThat(errors("/who")).isNull();
  }

  @Test
  void no_page_can_be_skipped() throws Exception {
    start();
    answer("/who", Map.of("referrer.kind", "SELF"));

    assertThat(whereFrom("/consent")).isEqualTo(FORM + "/person");
    assertThat(whereFrom("/check")).isEqualTo(FORM + "/person");
  }

  @Test
  void changing_one_answer_leads_back_to_checking() throws Exception {
    answersEverythingAsASurgery();

    assertThat(answer("/risks?change=yes", Map.of("risks", List.of("FALLS")))).isEqualTo(FORM + "/check");
  }

  @Test
  void another_kind_of_referrer_is_asked_again_who_they_are_and_what_was_agreed() throws Exception {
    answersEverythingAsASurgery();

    assertThat(answer("/who?change=yes", Map.of("referrer.kind", "FAMILY"))).isEqualTo(FORM + "/referrer?change=yes");
    assertThat(errors("/referrer")).isNull();
  }

  @Test
  void risks_and_no_known_risks_exclude_each_other() throws Exception {
    answersEverythingAsASurgery();

    answer("/risks", Map.of("risks", List.of("FALLS", "NONE_KNOWN")));

    assertThat(errors("/risks")).containsOnlyKeys("risks");
  }

  @Test
  void the_field_for_machines_is_refused_aloud() throws Exception {
    start();
    answer("/who", Map.of("referrer.kind", "SELF", "website", "https://example.com"));

    assertThat(errors("/who")).containsOnlyKeys("website");
  }

  @Test
  void a_scheme_that_takes_no_one_from_the_public_does_not_ask_who_is_referring() {
    for (var scheme : SCHEMES.all()) {
      var steps = reader.steps(new ReferralDraft(scheme.id()), scheme);
      boolean open = scheme.sourceLive("SELF", LocalDate.now(CLOCK));
      assertThat(steps.contains(Step.WHO)).as(scheme.id()).isEqualTo(open);
      assertThat(steps).as(scheme.id()).contains(Step.REFERRER);
    }
  }

  @Test
  void an_address_gets_its_share_and_then_a_kind_page() throws Exception {
    answersEverythingAsASurgery();
    String key = sendingKey();
    var limits = new RateLimits(new IntakeSettings(1, 1, 1));
    limits.submission("127.0.0.1");

    var result = mvc(limits).perform(post(FORM + "/check").session(session).param("sendingKey", key)).andReturn();

    assertThat(result.getResponse().getStatus()).isEqualTo(429);
    assertThat(result.getResponse().getHeader("Retry-After")).isNotNull();
    assertThat(result.getModelAndView().getViewName()).isEqualTo("error/429");
    assertThat(whereFrom("/check")).as("nothing entered is lost").isNull();
  }

  @Test
  void a_page_left_open_too_long_says_so() throws Exception {
    assertThat(answer("/person", Map.of("person.givenName", "Mabel"))).isEqualTo(FORM + "?expired");
  }

  @Test
  void a_scheme_that_does_not_exist_is_a_page_that_does_not_exist() throws Exception {
    var result = mvc().perform(get("/refer/nowhere/who").session(session)).andReturn();

    assertThat(result.getResponse().getStatus()).isEqualTo(404);
    assertThat(result.getModelAndView().getViewName()).isEqualTo("error/404");
  }

  private void answersEverythingAsASurgery() throws Exception {
    when(receiving.receive(any(), any(), any(), any()))
        .thenReturn(new Receipt("FP-7K3M-Q2XD", "token", CLOCK.instant()));
    start();
    assertThat(answer("/who", Map.of("referrer.kind", "PROFESSIONAL"))).isEqualTo(FORM + "/referrer");
    assertThat(
            answer(
                "/referrer",
                Map.of(
                    "sourceCode", "GENERAL_PRACTICE",
                    "referrer.name", "Ann Invented",
                    "referrer.organisation", "Invented Surgery",
                    "referrer.email", "ann@example.org")))
        .isEqualTo(FORM + "/person");
    answersAboutThePerson();
    assertThat(
            answer(
                "/consent",
                Map.of(
                    "consent.given", "yes",
                    "consent.givenBy", "PERSON",
                    "consent.how", "TELEPHONE",
                    "consent.on-day", "20",
                    "consent.on-month", "11",
                    "consent.on-year", "2026",
                    "mayTellReferrer", "yes")))
        .isEqualTo(FORM + "/fairness");
    assertThat(answer("/fairness", Map.of())).as("both may be left empty").isEqualTo(FORM + "/check");
  }

  private void answersAboutThePerson() throws Exception {
    when(receiving.receive(any(), any(), any(), any()))
        .thenReturn(new Receipt("FP-7K3M-Q2XD", "token", CLOCK.instant()));
    assertThat(
            answer(
                "/person",
                Map.of(
                    "person.givenName", "Mabel",
                    "person.familyName", "Invented",
                    "person.dateOfBirth-day", "28",
                    "person.dateOfBirth-month", "2",
                    "person.dateOfBirth-year", "1940",
                    "person.postcode", "bb9 7aa",
                    "hasNhsNumber", "no",
                    "person.nhsNumber", "not sent, because the answer is no")))
        .isEqualTo(FORM + "/contact");
    assertThat(answer(
                "/contact",
                Map.of(
                    "person.phone", "07700 900123",
                    "person.safeTimes", List.of("MORNING", "EVENING"),
                    "person.preferredLanguage", "CY")))
        .isEqualTo(FORM + "/needs");
    assertThat(answer("/needs", Map.of("needs", List.of("LONELINESS", "MONEY"), "wish", "SUPPORT")))
        .isEqualTo(FORM + "/risks");
    assertThat(answer("/risks", Map.of("risks", List.of("NONE_KNOWN")))).isEqualTo(FORM + "/consent");
  }

  private void start() throws Exception {
    mvc().perform(post(FORM).session(session));
  }

  private String send() throws Exception {
    return answer("/check", Map.of("sendingKey", sendingKey()));
  }

  private String sendingKey() throws Exception {
    return (String) page("/check").getModelAndView().getModel().get("sendingKey");
  }

  private String answer(String page, Map<String, Object> answers) throws Exception {
    var request = post(FORM + page).session(session);
    answers.forEach(
        (name, value) ->
            request.param(name, value instanceof List<?> several ? several.toArray(String[]::new) : new String[] {(String) value}));
    return mvc().perform(request).andReturn().getResponse().getRedirectedUrl();
  }

  private MvcResult page(String page) throws Exception {
    return mvc().perform(get(FORM + page).session(session)).andReturn();
  }

  private String whereFrom(String page) throws Exception {
    return page(page).getResponse().getRedirectedUrl();
  }

  @SuppressWarnings("unchecked")
  private Map<String, String> errors(String page) throws Exception {
    return (Map<String, String>) page(page).getModelAndView().getModel().get("errors");
  }

  private ReferralRequest sentRequest() {
    var request = ArgumentCaptor.forClass(ReferralRequest.class);
    verify(receiving).receive(any(), any(), any(), request.capture());
    return request.getValue();
  }

  private MockMvc mvc() {
    return mvc(new RateLimits(new IntakeSettings(100, 100, 100)));
  }

  private MockMvc mvc(RateLimits limits) {
    return MockMvcBuilders.standaloneSetup(
            new ReferralForm(
                SCHEMES,
                reader,
                formWords,
                new DraftSummary(reader, formWords),
                receiving,
                IntakeFixture.sending(),
                limits,
                new TrackingLinks("https://example.org/"),
                WORDS,
                CLOCK))
        .setControllerAdvice(new PageProblems())
        // Pages are looked at in the browser's tests; here only where they lead and what they are given counts.
        .setViewResolvers(
            (name, locale) ->
                name.startsWith("redirect:")
                    ? new RedirectView(name.substring("redirect:".length()))
                    : (model, request, response) -> {})
        .build();
  }
}
