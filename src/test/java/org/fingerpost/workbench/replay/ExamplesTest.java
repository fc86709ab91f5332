package org.fingerpost.workbench.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fingerpost.journeys.Journeys.someoneCalled;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.fingerpost.FingerpostTest;
import org.fingerpost.identity.SignedIn;
import org.fingerpost.journeys.Journeys;
import org.fingerpost.platform.Actor;
import org.fingerpost.platform.CurrentActor;
import org.fingerpost.platform.InvalidInput;
import org.fingerpost.platform.Staff;
import org.fingerpost.workbench.draft.Draft;
import org.fingerpost.workbench.draft.Drafts;
import org.fingerpost.workbench.replay.ExampleResult.Because;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** What tables must answer: kept with a name, run against every draft, removed with a reason. */
@FingerpostTest
class ExamplesTest {

  private static final String KEY = "referral-route";
  private static final String ROUTE = "dmn/referral-route.dmn";
  private static final String PAGE = "/workbench/models/decision/referral-route/examples";

  @Autowired Examples examples;
  @Autowired Drafts drafts;
  @Autowired CurrentActor actor;
  @Autowired Staff staff;
  @Autowired Journeys journeys;
  @Autowired JdbcClient database;
  @Autowired MockMvc web;

  private final List<UUID> begun = new ArrayList<>();

  @AfterEach
  void forget() {
    database.sql("delete from model_example where kept_by in ('priya', 'paul')").update();
    begun.forEach(id -> database.sql("delete from model_draft where draft_id = ?").param(id).update());
  }

  private Draft draft(String scheme, UnaryOperator<String> change) {
    var draft = actor.as(Actor.staff("priya"), () -> drafts.startWith(scheme, "To be held against examples", ROUTE));
    begun.add(draft.id());
    var file = draft.files().get(ROUTE);
    actor.as(
        Actor.staff("priya"),
        () ->
            drafts.save(
                draft.id(),
                ROUTE,
                change.apply(new String(file.content(), StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8),
                file.revision()));
    return drafts.get(draft.id());
  }

  private Example keep(String scheme, String name, Map<String, Object> facts, Map<String, Object> expected) {
    return actor.as(Actor.staff("priya"), () -> examples.keep(KEY, scheme, name, facts, expected, null));
  }

  private static Map<String, Object> fifteen() {
    var facts = new LinkedHashMap<String, Object>();
    facts.put("immediateRisk", false);
    facts.put("openCase", false);
    facts.put("sourceLive", true);
    facts.put("area", "LIVE");
    facts.put("consentToRefer", true);
    facts.put("age", "TOO_YOUNG");
    facts.put("youngPeoplesRoute", true);
    facts.put("mentalHealthUnstable", false);
    facts.put("wish", "SUPPORT");
    facts.put("requiredNeedMissing", false);
    facts.put("criteria", "WIDE");
    facts.put("group", "NONE");
    return facts;
  }

  private static String sendsTheYoungAway(String xml) {
    int at = xml.indexOf("<outputEntry id=\"then_youngPerson_route\">");
    assertThat(at).isPositive();
    int answer = xml.indexOf("\"YOUNG_PEOPLE\"", at);
    return xml.substring(0, answer) + "\"TRANSFER\"" + xml.substring(answer + "\"YOUNG_PEOPLE\"".length());
  }

  @Test
  void an_example_passes_and_fails_with_what_the_table_answers() {
    keep(null, "A 15-year-old goes to Arts on Prescription", fifteen(), Map.of("route", "YOUNG_PEOPLE"));

    assertThat(examples.run(draft("gloucestershire", xml -> xml))).singleElement().matches(ExampleResult::passed);

    var failed = examples.run(draft("gloucestershire", ExamplesTest::sendsTheYoungAway));
    assertThat(failed)
        .singleElement()
        .satisfies(
            result -> {
              assertThat(result.passed()).isFalse();
              assertThat(result.because()).isEqualTo(Because.OTHER_ANSWER);
              assertThat(result.said().get(0)).containsEntry("route", "TRANSFER");
              assertThat(result.rules()).containsExactly("rule_youngPerson");
            });
  }

  @Test
  void a_schemes_example_stands_instead_of_the_shared_one_of_its_name() {
    keep(null, "A 15-year-old", fifteen(), Map.of("route", "YOUNG_PEOPLE"));
    keep("wales", "A 15-YEAR-OLD", fifteen(), Map.of("route", "TRANSFER"));

    assertThat(examples.run(draft("wales", ExamplesTest::sendsTheYoungAway)))
        .singleElement()
        .matches(ExampleResult::passed)
        .matches(result -> "wales".equals(result.example().schemeId()));
    assertThat(examples.run(draft("gloucestershire", ExamplesTest::sendsTheYoungAway)))
        .singleElement()
        .matches(result -> !result.passed());
    assertThat(examples.run(draft(null, xml -> xml)))
        .as("a shared table serves Wales too, and must answer what Wales keeps")
        .hasSize(2)
        .anyMatch(result -> "wales".equals(result.example().schemeId()) && !result.passed());
  }

  @Test
  void a_fact_that_the_draft_asks_for_and_a_table_that_is_refused_are_no_pass() {
    keep(null, "A 15-year-old", fifteen(), Map.of("route", "YOUNG_PEOPLE"));
    assertThat(examples.run(draft(null, xml -> xml.replace("<text>wish</text>", "<text>wishOfTheReferrer</text>"))))
        .singleElement()
        .satisfies(
            result -> {
              assertThat(result.because()).isEqualTo(Because.FACT_MISSING);
              assertThat(result.missing()).containsExactly("wishOfTheReferrer");
            });
    var broken = draft(null, xml -> xml);
    database.sql("update model_draft_file set content = ? where draft_id = ?").params("<broken".getBytes(StandardCharsets.UTF_8), broken.id()).update();
    assertThat(examples.run(drafts.get(broken.id()))).singleElement().matches(result -> result.because() == Because.TABLE_REFUSED);
  }

  @Test
  void removing_needs_a_reason_and_both_are_on_record() {
    var example = keep("wales", "A 15-year-old", fifteen(), Map.of("route", "YOUNG_PEOPLE"));
    assertThatThrownBy(() -> examples.remove(example.exampleId(), " ")).isInstanceOf(InvalidInput.class);
    actor.as(
        Actor.staff("paul"),
        () -> {
          examples.remove(example.exampleId(), "The scheme takes young people now");
          return null;
        });
    assertThat(examples.find(example.exampleId())).isEmpty();
    assertThat(
            database
                .sql("select act from audit_entry where subject_id = ? order by audit_id")
                .param(example.exampleId().toString())
                .query(String.class)
                .list())
        .containsExactly("example.kept", "example.removed");
    keep("wales", "A 15-year-old", fifteen(), Map.of("route", "YOUNG_PEOPLE"));
  }

  @Test
  void a_name_is_taken_once() {
    keep(null, "A 15-year-old", fifteen(), Map.of());
    assertThatThrownBy(() -> keep(null, "a 15-year-OLD ", fifteen(), Map.of())).hasMessageContaining("replay.name.taken");
    assertThatThrownBy(() -> keep(null, " ", fifteen(), Map.of())).hasMessageContaining("replay.name.missing");
  }

  @Test
  void a_manager_takes_an_example_over_from_a_past_decision_and_keeps_it() throws Exception {
    var reference = journeys.receives(someoneCalled("Exemplary"));
    for (String language : List.of("en", "cy")) {
      web.perform(get(PAGE + "?from=" + reference.toLowerCase() + "&lang=" + language).with(as("priya")))
          .andExpect(status().isOk())
          .andExpect(content().string(containsString("value=\"LINK_WORKER\" selected")))
          .andExpect(content().string(containsString("name=\"takenFrom\" value=\"" + reference + "\"")))
          .andExpect(content().string(not(containsString("??"))))
          .andExpect(content().string(not(containsString("replay."))))
          .andExpect(content().string(not(containsString("Exemplary"))));
    }
    var keeping = post(PAGE).with(as("priya")).with(csrf()).param("scheme", "gloucestershire").param("name", "Somebody lonely");
    fifteen().forEach((name, value) -> keeping.param("fact-" + name, String.valueOf(value)));
    keeping.param("answer-route", "YOUNG_PEOPLE").param("answer-reasonCode", "").param("takenFrom", reference);
    web.perform(keeping).andExpect(status().is3xxRedirection());

    web.perform(get(PAGE + "?scheme=gloucestershire").with(as("paul")))
        .andExpect(content().string(containsString("Somebody lonely")))
        .andExpect(content().string(containsString("Passes")))
        .andExpect(content().string(containsString(reference)));
    var draft = draft("gloucestershire", ExamplesTest::sendsTheYoungAway);
    web.perform(get("/workbench/drafts/" + draft.id() + "/examples").with(as("paul")))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("1 of 1 fail")))
        .andExpect(content().string(containsString("The table answers otherwise")))
        .andExpect(content().string(not(containsString("??"))));
  }

  @Test
  void what_is_missing_or_no_code_is_explained_at_its_field() throws Exception {
    var keeping = post(PAGE).with(as("priya")).with(csrf()).param("scheme", "shared").param("name", "");
    fifteen().forEach((name, value) -> keeping.param("fact-" + name, name.equals("area") ? "Zebedee Quillfeather" : ""));
    web.perform(keeping)
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("Give the example a name")))
        .andExpect(content().string(containsString("#fact-immediateRisk")))
        .andExpect(content().string(containsString("Enter one of the codes of the table")));
    assertThat(examples.about(KEY, null, ROUTE)).noneMatch(example -> example.name().isEmpty());
  }

  @Test
  void examples_are_for_programme_managers_and_of_tables_that_exist() throws Exception {
    web.perform(get(PAGE).with(as("lowri"))).andExpect(status().isForbidden());
    web.perform(get("/workbench/models/decision/no-such-table/examples").with(as("priya"))).andExpect(status().isNotFound());
    web.perform(get(PAGE + "?from=FP-0000-0000").with(as("priya")))
        .andExpect(content().string(containsString("has decided nothing about that reference")));
  }

  private RequestPostProcessor as(String userId) {
    return user(new SignedIn(staff.find(userId).orElseThrow()));
  }
}
