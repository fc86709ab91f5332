package org.fingerpost.workbench.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fingerpost.journeys.Journeys.conversation;
import static org.fingerpost.journeys.Journeys.notReached;
import static org.fingerpost.journeys.Journeys.reached;
import static org.fingerpost.journeys.Journeys.someoneCalled;
import static org.fingerpost.journeys.Journeys.wellbeing;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.fingerpost.FingerpostTest;
import org.fingerpost.identity.SignedIn;
import org.fingerpost.introduction.Answer;
import org.fingerpost.journeys.Journeys;
import org.fingerpost.platform.Actor;
import org.fingerpost.platform.CurrentActor;
import org.fingerpost.platform.Staff;
import org.fingerpost.scheme.Scheme;
import org.fingerpost.scheme.Schemes;
import org.fingerpost.referral.WithdrawingReferral;
import org.fingerpost.workbench.draft.Drafts;
import org.fingerpost.workbench.draft.LiveModels;
import org.fingerpost.workbench.replay.DecisionReplay.Changed;
import org.fingerpost.workbench.replay.ReportSummary.State;
import org.fingerpost.workbench.replay.TokenReplay.Because;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** Recorded histories of real journeys run through draft processes. */
@FingerpostTest
class ProcessReplayTest {

  private static final String JOURNEY = "bpmn/referral-journey.bpmn";

  @Autowired ProcessReplay replay;
  @Autowired Replaying replaying;
  @Autowired ReplayReports reports;
  @Autowired Drafts drafts;
  @Autowired LiveModels live;
  @Autowired Schemes schemes;
  @Autowired Journeys journeys;
  @Autowired WithdrawingReferral withdrawing;
  @Autowired CurrentActor actor;
  @Autowired Staff staff;
  @Autowired Clock clock;
  @Autowired JdbcClient database;
  @Autowired MockMvc web;

  private final List<UUID> begun = new ArrayList<>();
  private final List<Changed> listed = new ArrayList<>();

  @AfterEach
  void forget() {
    begun.forEach(
        id -> {
          database.sql("delete from replay_report where draft_id = ?").param(id).update();
          database.sql("delete from model_draft where draft_id = ?").param(id).update();
        });
  }

  private String met(String familyName) {
    var referral = journeys.receives(someoneCalled(familyName));
    journeys.completes(referral, "userTask_recordFirstContact", reached());
    journeys.completes(referral, "userTask_holdConversation", conversation("The canal path in May"));
    return referral;
  }

  private String helped(String familyName) {
    var referral = met(familyName);
    journeys.completes(referral, "userTask_chooseActivity", journeys.firstOffer(referral));
    journeys.providerSays(referral, Answer.ACCEPTED);
    journeys.timePasses(Duration.ofDays(60));
    journeys.completes(
        referral,
        "userTask_recordCheckIn",
        Map.of("attendance", "ATTENDING", "howItGoes", "Goes every week", "nextStep", "END"));
    var outcome = new HashMap<String, Object>(wellbeing("7", "7", "8", "PREFER_NOT_TO_SAY"));
    outcome.putAll(Map.of("closureReason", "GOALS_MET", "goalsMet", "GOALS_MET", "whatChanged", "Walks on Tuesdays now"));
    journeys.completes(referral, "userTask_recordOutcome", outcome);
    return referral;
  }

  private ProcessFindings run(byte[] bytes, String file) {
    listed.clear();
    var today = LocalDate.now(clock);
    return replay.run(
        DraftGraph.of(file, bytes),
        schemes.all().stream().map(Scheme::id).toList(),
        today.minusYears(5),
        today.plusDays(1),
        (phase, done, of) -> {},
        listed::add);
  }

  private static byte[] changed(byte[] bytes, UnaryOperator<String> change) {
    String before = new String(bytes, StandardCharsets.UTF_8);
    String after = change.apply(before);
    assertThat(after).isNotEqualTo(before);
    return after.getBytes(StandardCharsets.UTF_8);
  }

  /** A task more between the support and its outcome. */
  private static String asksForTheStory(String xml) {
    return xml.replace(
        "<bpmn:sequenceFlow id=\"flow_supportEnded\" sourceRef=\"callActivity_followUpCycle\" targetRef=\"userTask_recordOutcome\" />",
        """
        <bpmn:userTask id="userTask_askForStory" name="Ask for their story" camunda:formRef="record-outcome" camunda:formRefBinding="deployment" camunda:candidateGroups="link-workers" />
        <bpmn:sequenceFlow id="flow_supportEnded" sourceRef="callActivity_followUpCycle" targetRef="userTask_askForStory" />
        <bpmn:sequenceFlow id="flow_storyTold" sourceRef="userTask_askForStory" targetRef="userTask_recordOutcome" />
        """);
  }

  private List<String> concerned() {
    return listed.stream().map(Changed::subjectId).toList();
  }

  @Test
  void whoever_went_through_a_process_could_go_through_it_again() {
    var helped = helped("Pathfinder-One");
    var withdrawn = met("Pathfinder-Two");
    withdrawing.withdraw(withdrawn, "CHANGED_MIND", Actor.staff(journeys.summary(withdrawn).linkWorker()));
    var notReached = journeys.receives(someoneCalled("Pathfinder-Three"));
    journeys.completes(notReached, "userTask_recordFirstContact", notReached());
    journeys.timePasses(Duration.ofDays(4));
    var mine = List.of(helped, withdrawn, notReached);

    for (String file : live.all(null).keySet()) {
      if (file.endsWith(".bpmn")) {
        var found = run(live.file(null, file).orElseThrow(), file);
        assertThat(concerned())
            .as("%s: %s of %s cases could follow their own process; not: %s", file, found.followed(), found.cases(), listed)
            .isSubsetOf(journeys.moved());
        assertThat(concerned()).as(file).doesNotContainAnyElementsOf(mine);
      }
    }
  }

  @Test
  void a_step_that_was_added_stops_those_who_never_took_it_and_nobody_before_it() {
    var helped = helped("Pathfinder-Four");
    var early = journeys.receives(someoneCalled("Pathfinder-Five"));
    byte[] draft =
        changed(
            live.file(null, JOURNEY).orElseThrow(),
            ProcessReplayTest::asksForTheStory);

    var found = run(draft, JOURNEY);

    assertThat(concerned()).contains(helped).doesNotContain(early);
    assertThat(found.stuck())
        .anySatisfy(
            stuck -> {
              assertThat(stuck.step()).isEqualTo("userTask_recordOutcome");
              assertThat(stuck.after()).isEqualTo("callActivity_followUpCycle");
              assertThat(stuck.because()).isEqualTo(Because.NOT_THERE);
              assertThat(stuck.expected()).containsEntry("userTask_askForStory", "Ask for their story");
            });
    assertThat(found.followed() + found.stuck().stream().mapToLong(ProcessFindings.Stuck::count).sum()).isEqualTo(found.cases());
    assertThat(found.passed()).containsKeys("userTask_holdConversation", "callActivity_followUpCycle");
    assertThat(found.paths()).isLessThanOrEqualTo(found.cases());
  }

  @Test
  void a_step_that_is_gone_is_named() {
    var met = met("Pathfinder-Six");
    byte[] draft =
        changed(
            live.file(null, JOURNEY).orElseThrow(),
            xml -> xml.replace("\"userTask_holdConversation\"", "\"userTask_meet\""));
    var found = run(draft, JOURNEY);
    assertThat(concerned()).contains(met);
    assertThat(found.stuck())
        .anySatisfy(
            stuck -> {
              assertThat(stuck.step()).isEqualTo("userTask_holdConversation");
              assertThat(stuck.because()).isEqualTo(Because.NO_SUCH_STEP);
              assertThat(stuck.after()).isEqualTo("callActivity_firstContact");
              assertThat(stuck.expected()).containsKey("userTask_meet");
            });
  }

  @Test
  void the_report_names_the_step_in_words_and_on_the_drawing_and_lists_references() throws Exception {
    var helped = helped("Pathfinder-Seven");
    var draft = actor.as(Actor.staff("priya"), () -> drafts.startWith(null, "One step more", JOURNEY));
    begun.add(draft.id());
    var file = draft.files().get(JOURNEY);
    byte[] bytes =
        changed(file.content(), ProcessReplayTest::asksForTheStory);
    actor.as(Actor.staff("priya"), () -> drafts.save(draft.id(), JOURNEY, bytes, file.revision()));
    var today = LocalDate.now(clock);
    var saved = drafts.get(draft.id());
    var id = actor.as(Actor.staff("priya"), () -> replaying.begin(saved, JOURNEY, today.minusYears(1), today));
    while (reports.find(draft.id(), id).orElseThrow().state() == State.RUNNING) {
      TimeUnit.MILLISECONDS.sleep(50);
    }
    assertThat(reports.find(draft.id(), id).orElseThrow().state()).isEqualTo(State.DONE);
    String page = "/workbench/drafts/" + draft.id() + "/replay/" + id;
    var priya = user(new SignedIn(staff.find("priya").orElseThrow()));
    for (String language : List.of("en", "cy")) {
      web.perform(get(page + "?lang=" + language).with(priya))
          .andExpect(status().isOk())
          .andExpect(content().string(containsString("Ask for their story")))
          .andExpect(content().string(containsString(helped)))
          .andExpect(content().string(containsString("data-marks")))
          .andExpect(content().string(not(containsString("??"))))
          .andExpect(content().string(not(containsString("replay."))))
          .andExpect(content().string(not(containsString("Pathfinder"))));
    }
    web.perform(get(page + "/xml").with(priya)).andExpect(status().isOk()).andExpect(content().bytes(bytes));
    web.perform(get(page + "/progress").with(priya)).andExpect(status().isOk()).andExpect(content().string(containsString("\"running\":false")));
  }
}
