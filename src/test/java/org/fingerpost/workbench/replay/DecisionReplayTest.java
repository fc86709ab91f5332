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
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.engine.variable.Variables;
import org.fingerpost.FingerpostTest;
import org.fingerpost.identity.SignedIn;
import org.fingerpost.journeys.Journeys;
import org.fingerpost.platform.Actor;
import org.fingerpost.platform.CurrentActor;
import org.fingerpost.platform.InvalidInput;
import org.fingerpost.platform.RecordedGroups.By;
import org.fingerpost.platform.Staff;
import org.fingerpost.workbench.draft.Draft;
import org.fingerpost.workbench.draft.Drafts;
import org.fingerpost.workbench.draft.LiveModels;
import org.fingerpost.workbench.replay.PastDecisions.Period;
import org.fingerpost.workbench.replay.ReportSummary.State;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** A draft table run over past decisions: the same as one by one, told by group, and nobody pointed at. */
@FingerpostTest
class DecisionReplayTest {

  private static final String ROUTE = "dmn/referral-route.dmn";
  private static final String SCHEME = "gloucestershire";

  @Autowired Drafts drafts;
  @Autowired LiveModels live;
  @Autowired DecisionReplay replay;
  @Autowired Replaying replaying;
  @Autowired ReplayReports reports;
  @Autowired CurrentActor actor;
  @Autowired Staff staff;
  @Autowired Journeys journeys;
  @Autowired JdbcClient database;
  @Autowired MockMvc web;

  private final List<UUID> begun = new ArrayList<>();
  private String referral;
  private PastOfATable past;

  @BeforeEach
  void somebody_was_referred() {
    referral = journeys.receives(someoneCalled("Replaywright"));
    past = new PastOfATable(database, DraftTable.of(ROUTE, live.file(null, ROUTE).orElseThrow()), referral);
  }

  @AfterEach
  void forget() {
    PastOfATable.forget(database);
    begun.forEach(
        id -> {
          database.sql("delete from replay_report where draft_id = ?").param(id).update();
          database.sql("delete from model_draft where draft_id = ?").param(id).update();
        });
  }

  private <T> T as(String user, java.util.function.Supplier<T> work) {
    return actor.as(Actor.staff(user), work);
  }

  private Draft draft(String scheme, UnaryOperator<String> change) {
    var draft = as("priya", () -> drafts.startWith(scheme, "Narrower, to be tried", ROUTE));
    begun.add(draft.id());
    var file = draft.files().get(ROUTE);
    byte[] changed = change.apply(new String(file.content(), StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8);
    as("priya", () -> drafts.save(draft.id(), ROUTE, changed, file.revision()));
    return drafts.get(draft.id());
  }

  /** The national groups are told where to go instead of being given a link worker. */
  private static String narrowed(String xml) {
    String cell = "<outputEntry id=\"then_nationalGroup_route\">";
    int at = xml.indexOf(cell);
    assertThat(at).isPositive();
    int answer = xml.indexOf("\"LINK_WORKER\"", at);
    return xml.substring(0, answer) + "\"SIGNPOST\"" + xml.substring(answer + "\"LINK_WORKER\"".length());
  }

  private static String asksForMore(String xml) {
    return xml.replace("<text>wish</text>", "<text>wishOfTheReferrer</text>");
  }

  private DecisionFindings run(Draft draft, String... schemes) {
    return replay.run(
        DraftTable.of(ROUTE, draft.files().get(ROUTE).content()),
        new Period("referral-route", List.of(schemes), PastOfATable.FROM, PastOfATable.TO),
        (phase, done, of) -> {},
        changed -> {});
  }

  private ReplayReports.Report finished(Draft draft, UUID report) {
    for (int i = 0; i < 600; i++) {
      var now = reports.find(draft.id(), report).orElseThrow();
      if (now.state() != State.RUNNING) {
        return now;
      }
      pause();
    }
    throw new AssertionError("The replay did not end");
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(50);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private UUID begin(Draft draft) {
    return as("priya", () -> replaying.begin(draft, ROUTE, PastOfATable.FROM, PastOfATable.TO));
  }

  @Test
  void asking_each_combination_once_says_the_same_as_asking_one_by_one() {
    var facts = past.make(SCHEME, 300);
    var draft = draft(SCHEME, DecisionReplayTest::narrowed);

    var found = run(draft, SCHEME);

    var engine = DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
    var then = parsed(engine, live.file(null, ROUTE).orElseThrow());
    var now = parsed(engine, draft.files().get(ROUTE).content());
    var oneByOne = new HashMap<String, Long>();
    for (Map<String, Object> one : facts) {
      var before = engine.evaluateDecisionTable(then, Variables.fromMap(one)).getFirstResult().getEntryMap();
      var after = engine.evaluateDecisionTable(now, Variables.fromMap(one)).getFirstResult().getEntryMap();
      if (!before.equals(after)) {
        oneByOne.merge(
            before.get("route") + "/" + before.get("reasonCode") + ">" + after.get("route") + "/" + after.get("reasonCode"),
            1L,
            Long::sum);
      }
    }
    var atOnce = new HashMap<String, Long>();
    found
        .flows()
        .forEach(
            flow -> {
              var before = flow.from().get(0);
              var after = flow.to().get(0);
              atOnce.put(
                  before.get("route") + "/" + before.get("reasonCode") + ">" + after.get("route") + "/" + after.get("reasonCode"),
                  flow.count());
            });
    assertThat(atOnce).isEqualTo(oneByOne).isNotEmpty();
    assertThat(found.decisions()).isEqualTo(300);
    assertThat(found.changed()).isEqualTo(oneByOne.values().stream().mapToLong(Long::longValue).sum());
    assertThat(found.combinations()).as("a fact that no row reads makes no combination of its own").isLessThan(250);
    assertThat(found.rules()).allMatch(flow -> flow.from().equals(List.of("rule_nationalGroup")));
  }

  private static org.camunda.bpm.dmn.engine.DmnDecision parsed(org.camunda.bpm.dmn.engine.DmnEngine engine, byte[] bytes) {
    return engine.parseDecision("referral-route", new java.io.ByteArrayInputStream(bytes));
  }

  @Test
  void nothing_changes_where_the_draft_is_what_is_live() {
    past.make(SCHEME, 100);
    var found = run(draft(SCHEME, xml -> xml), SCHEME);
    assertThat(found.changed()).isZero();
    assertThat(found.decisions()).isEqualTo(100);
  }

  @Test
  void a_draft_of_a_scheme_is_about_its_decisions_only() {
    past.make(SCHEME, 20);
    past.make("wales", 30);
    var own = draft(SCHEME, DecisionReplayTest::narrowed);
    assertThat(replaying.schemesOf(own, ROUTE)).containsExactly(SCHEME);
    assertThat(run(own, SCHEME).decisions()).isEqualTo(20);

    var shared = draft(null, DecisionReplayTest::narrowed);
    assertThat(replaying.schemesOf(shared, ROUTE)).contains(SCHEME, "wales");
    assertThat(replaying.schemesOf(shared, "dmn/activity-match.dmn"))
        .as("a scheme with a table of its own is not concerned")
        .doesNotContain("arts-on-prescription");
  }

  @Test
  void facts_that_were_not_kept_are_told_and_never_taken_for_nothing() {
    past.make(SCHEME, 40);
    var withTheFact = past.random();
    withTheFact.put("wishOfTheReferrer", "SUPPORT");
    past.make(SCHEME, withTheFact);

    var found = run(draft(SCHEME, DecisionReplayTest::asksForMore), SCHEME);

    assertThat(found.decisions()).isEqualTo(41);
    assertThat(found.notReplayed()).isEqualTo(40);
    assertThat(found.missing()).isEqualTo(Map.of("wishOfTheReferrer", 40L));
    assertThat(found.replayed()).isEqualTo(1);
  }

  @Test
  void the_report_is_kept_with_the_draft_and_out_of_date_when_the_draft_is_edited() throws Exception {
    past.make(SCHEME, 150);
    var draft = draft(SCHEME, DecisionReplayTest::narrowed);
    var id = begin(draft);
    var report = finished(draft, id);
    assertThat(report.state()).isEqualTo(State.DONE);

    var kept = reports.of(draft.id()).get(0);
    assertThat(kept.startedBy()).isEqualTo("priya");
    assertThat(kept.outOfDate()).isFalse();
    assertThat(kept.run().shown()).isEqualTo(150);
    assertThat(database.sql("select act from audit_entry where subject_id = ? order by audit_id desc limit 1").param(draft.id().toString()).query(String.class).single())
        .isEqualTo("replay.run");

    for (String language : List.of("en", "cy")) {
      web.perform(get("/workbench/drafts/" + draft.id() + "/replay/" + id + "?lang=" + language).with(manager()))
          .andExpect(status().isOk())
          .andExpect(content().string(containsString(referral)))
          .andExpect(content().string(containsString("SIGNPOST")))
          .andExpect(content().string(containsString("rule_nationalGroup")))
          .andExpect(content().string(not(containsString("??"))))
          .andExpect(content().string(not(containsString("replay."))))
          .andExpect(content().string(not(containsString("Replaywright"))));
    }
    web.perform(get("/workbench/drafts/" + draft.id() + "/replay/" + id).with(manager()))
        .andExpect(content().string(containsString("By age on the day of referral")))
        .andExpect(content().string(containsString("Of nobody here is this known")))
        .andExpect(content().string(not(containsString("Out of date"))));

    var file = draft.files().get(ROUTE);
    as("paul", () -> drafts.save(draft.id(), ROUTE, live.file(null, ROUTE).orElseThrow(), file.revision()));
    assertThat(reports.of(draft.id()).get(0).outOfDate()).isTrue();
    web.perform(get("/workbench/drafts/" + draft.id() + "/replay").with(manager()))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("Out of date")))
        .andExpect(content().string(not(containsString("??"))));
  }

  @Test
  void few_people_are_a_star() throws Exception {
    for (int i = 0; i < 3; i++) {
      past.make(SCHEME, national());
    }
    var draft = draft(SCHEME, DecisionReplayTest::narrowed);
    var id = begin(draft);
    finished(draft, id);
    assertThat(reports.of(draft.id()).get(0).changed().text()).isEqualTo("*");
    web.perform(get("/workbench/drafts/" + draft.id() + "/replay/" + id).with(manager()))
        .andExpect(content().string(containsString("* decisions would have another answer")))
        .andExpect(content().string(not(containsString("3 decisions"))));
  }

  @Test
  void what_is_known_of_people_is_told_by_group_and_few_of_a_group_are_a_star() throws Exception {
    var table = DraftTable.of(ROUTE, live.file(null, ROUTE).orElseThrow());
    var told = new PastOfATable(database, table, journeys.receives(someoneCalled("Replaywright-Told").belonging("2", "H")));
    String second = journeys.receives(someoneCalled("Replaywright-Rather").belonging("1", "Z"));
    database
        .sql("insert into referral_deprivation (referral_id, decile, index_id, found_at) values (?, 1, 'IMD-2025-INVENTED', now())")
        .param(second)
        .update();
    var rather = new PastOfATable(database, table, second);
    for (int i = 0; i < 22; i++) {
      told.make(SCHEME, national());
    }
    for (int i = 0; i < 11; i++) {
      rather.make(SCHEME, national());
    }
    for (int i = 0; i < 3; i++) {
      past.make(SCHEME, national());
    }
    var draft = draft(SCHEME, DecisionReplayTest::narrowed);

    var found = run(draft, SCHEME);
    assertThat(found.groups())
        .contains(
            new DecisionFindings.GroupCount(By.SEX, null, "FEMALE", 22, 22),
            new DecisionFindings.GroupCount(By.SEX, null, "MALE", 11, 11),
            new DecisionFindings.GroupCount(By.SEX, null, null, 3, 3),
            new DecisionFindings.GroupCount(By.ETHNIC_GROUP, null, "ASIAN", 22, 22),
            new DecisionFindings.GroupCount(By.ETHNIC_GROUP, null, "NOT_STATED", 11, 11),
            new DecisionFindings.GroupCount(By.DEPRIVATION, null, "1", 11, 11));

    var id = begin(draft);
    finished(draft, id);
    String page =
        web.perform(get("/workbench/drafts/" + draft.id() + "/replay/" + id).with(manager()))
            .andReturn()
            .getResponse()
            .getContentAsString()
            .replaceAll("<[^>]*>", " ")
            .replaceAll("\\s+", " ");
    assertThat(page)
        .containsPattern("By sex .*Female (Decisions run )?20 (Would change )?20 .*Male (Decisions run )?10 .*Not known (Decisions run )?\\*")
        .containsPattern("By ethnic group .*Asian or Asian British (Decisions run )?20 .*Preferred not to say (Decisions run )?10 ")
        .containsPattern("By deprivation .*1 \\(most deprived\\) (Decisions run )?10 ")
        .contains("People answer this only if they choose to");
  }

  private Map<String, Object> national() {
    var facts = past.random();
    facts.putAll(
        Map.of(
            "immediateRisk", false, "openCase", false, "sourceLive", true, "area", "LIVE", "consentToRefer", true, "age", "TAKEN"));
    facts.putAll(
        Map.of("mentalHealthUnstable", false, "wish", "SUPPORT", "requiredNeedMissing", false, "criteria", "WIDE", "group", "NATIONAL"));
    return facts;
  }

  @Test
  void a_replay_can_be_cancelled_and_only_one_runs() {
    past.make(SCHEME, 500);
    var draft = draft(SCHEME, DecisionReplayTest::narrowed);
    var id = begin(draft);
    reports.askToCancel(draft.id(), id);
    if (reports.find(draft.id(), id).orElseThrow().state() == State.RUNNING) {
      assertThatThrownBy(() -> begin(draft)).isInstanceOf(InvalidInput.class).hasMessageContaining("replay.file.running");
    }
    assertThat(finished(draft, id).state()).isIn(State.CANCELLED, State.DONE);
    assertThat(database.sql("select count(*) from replay_case where report_id = ?").param(id).query(Long.class).single())
        .isLessThan(500);
    assertThat(reports.stillWanted(id, DecisionReplay.Phase.ASKING, 1, 2)).as("what has ended is no longer wanted").isFalse();
  }

  @Test
  void whoever_watches_can_end_a_run_at_any_moment() {
    past.make(SCHEME, 50);
    var table = DraftTable.of(ROUTE, live.file(null, ROUTE).orElseThrow());
    var enough = new IllegalStateException("enough");
    for (var phase : DecisionReplay.Phase.values()) {
      assertThatThrownBy(
              () ->
                  replay.run(
                      table,
                      new Period("referral-route", List.of(SCHEME), PastOfATable.FROM, PastOfATable.TO),
                      (now, done, of) -> {
                        if (now == phase) {
                          throw enough;
                        }
                      },
                      changed -> {}))
          .isSameAs(enough);
    }
  }

  @Test
  void a_replay_that_died_with_its_server_is_told_as_such_and_stands_in_nobodys_way() throws Exception {
    var draft = draft(SCHEME, DecisionReplayTest::narrowed);
    var dead =
        as(
            "priya",
            () -> reports.begin(draft, ROUTE, ReportSummary.Kind.DECISION, PastOfATable.FROM, PastOfATable.TO, "priya"));
    database.sql("update replay_report set alive_at = clock_timestamp() - interval '1 minute' where report_id = ?").param(dead).update();

    var next = begin(draft);

    assertThat(finished(draft, next).state()).isEqualTo(State.DONE);
    assertThat(reports.find(draft.id(), dead).orElseThrow().state()).isEqualTo(State.DIED);
    web.perform(get("/workbench/drafts/" + draft.id() + "/replay/" + dead).with(manager()))
        .andExpect(content().string(containsString("The server stopped while this ran")));
  }

  @Test
  void an_answer_that_takes_too_long_is_interrupted_and_ends_the_run() throws Exception {
    var interrupted = new CountDownLatch(1);
    var slow =
        new Combinations(
            facts -> {
              try {
                TimeUnit.MINUTES.sleep(5);
              } catch (InterruptedException e) {
                interrupted.countDown();
              }
              return Said.FAILED;
            },
            Duration.ofMillis(200),
            2);
    long began = System.nanoTime();
    assertThatThrownBy(() -> slow.ask(List.of(Map.of(), Map.of()), done -> {}))
        .isInstanceOf(Combinations.TookTooLong.class);
    assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(5));
    assertThat(interrupted.await(5, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void every_combination_gets_its_own_answer_whatever_the_order_of_the_threads() {
    var combinations = IntStream.range(0, 5_000).mapToObj(i -> Map.<String, Object>of("number", i)).toList();
    var said =
        new Combinations(facts -> Said.of(List.of(), List.of(facts)), Duration.ofSeconds(5), 4).ask(combinations, done -> {});
    assertThat(said).extracting(one -> one.rows().get(0).get("number"))
        .isEqualTo(IntStream.range(0, 5_000).mapToObj(Integer::toString).toList());
  }

  @Test
  void a_table_that_does_not_pass_the_guard_is_never_asked() throws Exception {
    var draft = draft(SCHEME, xml -> xml);
    // Straight into the table: no door of ours lets it in.
    database
        .sql("update model_draft_file set content = ? where draft_id = ?")
        .params(
            new String(draft.files().get(ROUTE).content(), StandardCharsets.UTF_8)
                .replace("<text>wish</text>", "<text>count(for i in 1..100000000 return i)</text>")
                .getBytes(StandardCharsets.UTF_8),
            draft.id())
        .update();
    web.perform(
            post("/workbench/drafts/" + draft.id() + "/replay")
                .with(manager())
                .with(csrf())
                .param("file", ROUTE)
                .param("from-day", "1")
                .param("from-month", "1")
                .param("from-year", "2001")
                .param("to-day", "31")
                .param("to-month", "12")
                .param("to-year", "2001"))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("does not pass the checks")))
        .andExpect(content().string(containsString("loops, functions")));
    assertThat(reports.of(draft.id())).isEmpty();
  }

  @Test
  void days_that_make_no_period_are_explained() {
    var draft = draft(SCHEME, xml -> xml);
    assertThatThrownBy(() -> replaying.begin(draft, ROUTE, PastOfATable.TO, PastOfATable.FROM)).hasMessageContaining("replay.to.before");
    assertThatThrownBy(() -> replaying.begin(draft, ROUTE, LocalDate.of(1980, 1, 1), PastOfATable.TO))
        .hasMessageContaining("replay.from.long");
    assertThatThrownBy(() -> replaying.begin(draft, "dmn/contact-plan.dmn", PastOfATable.FROM, PastOfATable.TO))
        .hasMessageContaining("replay.file.unknown");
  }

  @Test
  void replays_are_for_programme_managers() throws Exception {
    var draft = draft(SCHEME, xml -> xml);
    for (String other : List.of("lowri", "amir", "tom")) {
      web.perform(get("/workbench/drafts/" + draft.id() + "/replay").with(as(other))).andExpect(status().isForbidden());
    }
  }

  private RequestPostProcessor manager() {
    return as("priya");
  }

  private RequestPostProcessor as(String userId) {
    return user(new SignedIn(staff.find(userId).orElseThrow()));
  }
}
