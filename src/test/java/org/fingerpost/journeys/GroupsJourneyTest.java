package org.fingerpost.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fingerpost.FingerpostTest;
import org.fingerpost.community.AskedBy;
import org.fingerpost.community.AskingForSupport;
import org.fingerpost.community.BeginningGroup;
import org.fingerpost.community.ClosingGroup;
import org.fingerpost.community.ClosingReason;
import org.fingerpost.community.Contact;
import org.fingerpost.community.GroupState;
import org.fingerpost.community.Groups;
import org.fingerpost.community.Idea;
import org.fingerpost.community.ReachingMark;
import org.fingerpost.community.StartingGroup;
import org.fingerpost.community.SupportAsked;
import org.fingerpost.directory.Directory;
import org.fingerpost.kitemark.MarkAwarded;
import org.fingerpost.platform.Actor;
import org.fingerpost.platform.CurrentActor;
import org.fingerpost.platform.InvalidInput;
import org.fingerpost.platform.Language;
import org.fingerpost.platform.engine.EngineClock;
import org.fingerpost.scheme.KiteMarkLevel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Groups of the community: those that are helped, and those that begin. */
@FingerpostTest
class GroupsJourneyTest {

  private static final String TAKE = "userTask_takeRequest";
  private static final String CHOOSE = "userTask_chooseOfficer";
  private static final String VISIT = "userTask_visitGroup";
  private static final String AGREE = "userTask_agreeHelp";
  private static final String FOLLOW = "userTask_followActions";
  private static final String REVIEW = "userTask_reviewGroup";
  private static final String INTEREST = "userTask_gatherInterest";
  private static final String VENUE = "userTask_findVenue";
  private static final String TRIAL = "userTask_recordTrial";
  private static final String MARK = "userTask_reachMark";
  private static final String LIST = "userTask_listGroup";
  private static final String FURTHER = "userTask_decideFurther";

  private static final List<String> CHECKS =
      List.of(
          "stepFree", "toilets", "hearingLoop", "transport", "quietSpace", "costs", "language", "welcome", "people", "money", "venue",
          "insurance", "safeguarding");

  @Autowired Journeys journeys;
  @Autowired AskingForSupport asking;
  @Autowired StartingGroup starting;
  @Autowired BeginningGroup beginning;
  @Autowired ClosingGroup closing;
  @Autowired ReachingMark marks;
  @Autowired Groups groups;
  @Autowired Directory directory;
  @Autowired CurrentActor currentActor;
  @Autowired TransactionTemplate transaction;
  @Autowired JdbcClient database;

  @AfterEach
  void nobody_is_in_the_engine() {
    journeys.nobodyIsInTheEngine(
        "Wilhelmina", "Ottershaw", "wilhelmina@example.org", "01632 960777", "Crochet corner", "steps at the door", "Build a ramp",
        "Ramblers of the vale");
  }

  // ---- groups that exist

  private static final Contact WILHELMINA = new Contact("Wilhelmina Ottershaw", "wilhelmina@example.org", "01632 960777");

  private String asks(AskedBy by) {
    return asking.ask(
        new SupportAsked(
            "gloucestershire", "Crochet corner", null, "STROUD", "There are steps at the door", WILHELMINA, Language.EN, by));
  }

  private static String day(LocalDate day) {
    return DateTimeFormatter.ofPattern("d/M/uuuu").format(day);
  }

  private static LocalDate today() {
    return LocalDate.ofInstant(EngineClock.now(), EngineClock.LONDON);
  }

  private static Map<String, Object> checks(String... otherwise) {
    var answers = new HashMap<String, Object>();
    CHECKS.forEach(check -> answers.put(check, "IN_PLACE"));
    for (int i = 0; i < otherwise.length; i += 2) {
      answers.put(otherwise[i], otherwise[i + 1]);
    }
    answers.put("visitedOn", day(today()));
    return answers;
  }

  private static Map<String, Object> visit(String... otherwise) {
    var answers = checks(otherwise);
    answers.put("took", "YES");
    answers.put("note", "Twelve people round a table, and steps at the door");
    return answers;
  }

  private static Map<String, Object> review(String result, String... otherwise) {
    var answers = checks(otherwise);
    answers.put("result", result);
    return answers;
  }

  private static Map<String, Object> ramp(int days) {
    return Map.of(
        "help", List.of("FIND_STEP_FREE_ROOM"), "firstWhat", "Build a ramp", "firstBy", "GROUP", "firstDueOn",
        day(today().plusDays(days)));
  }

  private GroupState state(String reference) {
    return groups.find(reference).orElseThrow().state();
  }

  private List<String> messages(String reference) {
    return database
        .sql("select purpose from outbox_message where dedup_key like ? and to_address is not null order by created_at, message_id")
        .param("%:" + reference + ":%")
        .query(String.class)
        .list();
  }

  @Test
  void a_craft_group_that_cannot_be_reached_by_wheelchair_is_helped() {
    var group = asks(AskedBy.GROUP);
    journeys.completes("olive", group, TAKE, Map.of("note", "I know the hall"));
    journeys.completes("olive", group, VISIT, visit("stepFree", "MISSING", "insurance", "PARTLY"));

    var shown = journeys.shown("olive", group, AGREE);
    assertThat(shown.get("proposed").toString()).contains("step-free").contains("insurance");
    journeys.completes("olive", group, AGREE, ramp(20));
    var open = groups.file(group).actions().get(0);
    assertThat(open.what()).isEqualTo("Build a ramp");
    journeys.completes("olive", group, FOLLOW, Map.of("done", List.of(open.id().toString())));
    journeys.completes("olive", group, REVIEW, review("SUPPORTED"));

    assertThat(journeys.isRunning(group)).isFalse();
    assertThat(journeys.path(group)).contains("endEvent_supported");
    assertThat(state(group)).isEqualTo(GroupState.SUPPORTED);
    assertThat(messages(group)).contains("group-asked", "group-officer-named", "group-ended");
    assertThat(groups.file(group).actions()).allMatch(action -> action.doneOn() != null);
    assertThat(journeys.acts(group))
        .contains(
            "community.support-asked", "community.officer-named", "community.visit-recorded", "community.help-proposed",
            "community.help-agreed", "community.actions-followed", "community.reviewed");
    assertThat(groups.file(group).answers())
        .as("what the table said can be explained later")
        .extracting(kept -> kept.answer().ruleIds().get(0))
        .containsExactlyInAnyOrder("rule_stepFree", "rule_insurance");
  }

  @Test
  void a_request_that_nobody_takes_is_given_to_an_officer_by_a_team_lead() {
    var group = currentActor.as(Actor.staff("lowri"), () -> asks(AskedBy.LINK_WORKER));

    journeys.timersFire(group);

    assertThat(journeys.openSteps(group)).containsExactly(CHOOSE);
    assertThatThrownBy(() -> journeys.completes("grace", group, CHOOSE, Map.of("officer", "lowri")))
        .as("only a community officer of the scheme")
        .hasStackTraceContaining("officer");
    journeys.completes("grace", group, CHOOSE, Map.of("officer", "olive"));
    assertThat(journeys.task(group, VISIT).getAssignee()).isEqualTo("olive");
    assertThat(journeys.task(group, VISIT).getDueDate()).isNotNull();
  }

  @Test
  void silence_of_a_group_ends_kindly() {
    var group = asks(AskedBy.GROUP);
    journeys.completes("olive", group, TAKE, Map.of());
    for (int i = 0; i < 3; i++) {
      journeys.completes("olive", group, VISIT, Map.of("took", "NO", "whyNot", "NOT_REACHED"));
    }

    assertThat(journeys.isRunning(group)).isFalse();
    assertThat(groups.find(group).orElseThrow().closingReason()).isEqualTo(ClosingReason.NO_ANSWER);
    assertThat(messages(group)).containsOnlyOnce("group-ended").filteredOn("group-not-reached"::equals).hasSize(2);
    assertThat(journeys.path(group)).contains("endEvent_closedKindly");
  }

  @Test
  void a_group_that_wants_no_visit_is_left_in_peace() {
    var group = asks(AskedBy.OFFICER);
    journeys.completes("olive", group, TAKE, Map.of());
    journeys.completes("olive", group, VISIT, Map.of("took", "NO", "whyNot", "NOT_WANTED"));

    assertThat(groups.find(group).orElseThrow().closingReason()).isEqualTo(ClosingReason.NOT_WANTED);
    assertThat(messages(group)).doesNotContain("group-not-reached");
  }

  @Test
  void an_action_is_chased_and_in_the_end_the_group_is_visited() {
    var group = asks(AskedBy.GROUP);
    journeys.completes("olive", group, TAKE, Map.of());
    journeys.completes("olive", group, VISIT, visit("stepFree", "MISSING"));
    journeys.completes("olive", group, AGREE, ramp(3));
    for (int i = 1; i <= 3; i++) {
      journeys.timersFire(group);
      assertThat(journeys.openSteps(group)).containsExactly(FOLLOW);
      assertThat(groups.file(group).actions().get(0).chased()).isEqualTo(i);
    }
    assertThat(messages(group)).filteredOn("group-actions-chased"::equals).hasSize(3);

    journeys.timersFire(group);

    assertThat(journeys.openSteps(group)).containsExactly(REVIEW);
    journeys.completes("olive", group, REVIEW, review("STILL_NEEDS", "stepFree", "MISSING"));
    assertThat(journeys.path(group)).contains("endEvent_stillNeeds");
    assertThat(state(group)).isEqualTo(GroupState.STILL_NEEDS);
  }

  @Test
  void a_step_left_undone_comes_before_all_officers_again() {
    var group = asks(AskedBy.GROUP);
    journeys.completes("olive", group, TAKE, Map.of());
    journeys.timersFire(group);
    assertThat(journeys.openSteps(group)).as("the visit was overdue").containsExactly(TAKE);

    journeys.completes("olive", group, TAKE, Map.of());
    journeys.completes("olive", group, VISIT, visit("people", "PARTLY"));
    journeys.timersFire(group);
    assertThat(journeys.openSteps(group)).as("the agreement was overdue").containsExactly(TAKE);

    journeys.completes("olive", group, TAKE, Map.of());
    journeys.completes("olive", group, VISIT, visit());
    journeys.completes("olive", group, AGREE, Map.of());
    journeys.completes("olive", group, FOLLOW, Map.of());
    journeys.timersFire(group);
    assertThat(journeys.openSteps(group)).as("the review was overdue").containsExactly(TAKE);
    assertThat(journeys.acts(group)).filteredOn("community.step-overdue"::equals).hasSize(3);
  }

  @Test
  void a_group_that_needs_more_is_helped_again_and_one_that_wants_to_end_may() {
    var group = asks(AskedBy.GROUP);
    journeys.completes("olive", group, TAKE, Map.of());
    journeys.completes("olive", group, VISIT, visit("welcome", "MISSING"));
    journeys.completes("olive", group, AGREE, Map.of("help", List.of("TRAIN_WELCOME")));
    journeys.completes("olive", group, FOLLOW, Map.of());
    journeys.completes("olive", group, REVIEW, review("MORE_HELP", "money", "MISSING"));

    assertThat(journeys.shown("olive", group, AGREE).get("proposed").toString()).contains("funding").doesNotContain("welcome");
    journeys.completes("olive", group, AGREE, Map.of());
    journeys.completes("olive", group, FOLLOW, Map.of());
    assertThatThrownBy(() -> journeys.completes("olive", group, REVIEW, review("CLOSED")))
        .as("an ending has a reason")
        .isInstanceOf(RuntimeException.class);
    var answers = review("CLOSED");
    answers.put("reason", "GROUP_ENDED");
    journeys.completes("olive", group, REVIEW, answers);
    assertThat(groups.find(group).orElseThrow().closingReason()).isEqualTo(ClosingReason.GROUP_ENDED);
  }

  @Test
  void what_is_no_longer_wanted_stops_at_any_step() {
    var waiting = asks(AskedBy.GROUP);
    closing.stop(waiting, ClosingReason.NOT_WANTED, null);
    assertThat(journeys.isRunning(waiting)).isFalse();
    assertThat(journeys.path(waiting)).contains("endEvent_stopped");

    var idea = walking("Walks nobody wants", "gloucestershire", "FOREST_OF_DEAN");
    journeys.completes("olive", idea, TAKE, Map.of());
    closing.stop(idea, ClosingReason.NOBODY_TO_RUN_IT, "Moved away");
    assertThat(journeys.openSteps(idea)).isEmpty();
    assertThat(state(idea)).isEqualTo(GroupState.CLOSED);
    assertThatThrownBy(() -> closing.stop(idea, ClosingReason.OTHER, null)).isInstanceOf(InvalidInput.class);
  }

  // ---- groups that begin

  private String walking(String name, String scheme, String area) {
    return starting.begin(
        new Idea(
            scheme, name, area, List.of("PHYSICAL_ACTIVITY", "NATURE"), null, "Ramblers of the vale", WILHELMINA, Language.EN,
            AskedBy.PERSON));
  }

  private static Map<String, Object> enough(int others, String decision, String why) {
    var answers = new HashMap<String, Object>(Map.of("others", others, "decision", decision));
    if (why != null) {
      answers.put("note", why);
    }
    return answers;
  }

  private static Map<String, Object> venue() {
    return Map.of("found", "YES", "venue", "Memorial hall", "access", List.of("STEP_FREE"));
  }

  private static Map<String, Object> trial(String result) {
    return Map.of("heldOn", day(today()), "came", 9, "result", result);
  }

  private static Map<String, Object> listing(String name, String area) {
    return Map.of(
        "nameEn", name, "nameCy", "Teithiau " + name, "needs", List.of("PHYSICAL_ACTIVITY"), "areas", List.of(area), "weekday",
        "TUESDAY", "places", 12);
  }

  private Map<String, Object> further(String decision, String reason) {
    var answers = new HashMap<String, Object>(Map.of("decision", decision, "officer", "olive", "note", "We talked about it"));
    if (reason != null) {
      answers.put("reason", reason);
    }
    return answers;
  }

  @Test
  void a_new_walking_group_goes_from_an_unmet_need_to_its_listing() {
    var idea =
        currentActor.as(
            Actor.staff("grace"),
            () ->
                starting.begin(
                    new Idea(
                        "gloucestershire", "Walks by the brook", "FOREST_OF_DEAN", List.of("PHYSICAL_ACTIVITY"), "TOO_FAR", null,
                        Contact.NONE, Language.EN, AskedBy.LEDGER)));
    journeys.completes("olive", idea, TAKE, Map.of());
    var somebody = journeys.receives(Journeys.someoneCalled("Brookwalker"));
    currentActor.as(Actor.staff("lowri"), () -> beginning.interested(idea, somebody));
    currentActor.as(Actor.staff("lowri"), () -> beginning.interested(idea, somebody));
    assertThat(groups.find(idea).orElseThrow().interested()).as("counted once, and not named").isEqualTo(1);
    assertThatThrownBy(() -> currentActor.as(Actor.staff("lowri"), () -> beginning.interested(idea, "FP-0000-0000")))
        .isInstanceOf(InvalidInput.class);

    assertThat(journeys.shown("olive", idea, INTEREST).get("noted")).isEqualTo("1");
    journeys.completes("olive", idea, INTEREST, enough(2, "WAIT", null));
    journeys.completes("olive", idea, INTEREST, enough(7, "ENOUGH", null));
    journeys.completes("olive", idea, VENUE, venue());
    journeys.completes("olive", idea, TRIAL, trial("ANOTHER"));
    journeys.completes("olive", idea, TRIAL, trial("GO_ON"));

    assertThat(journeys.openSteps(idea)).as("the scheme asks for the mark").containsExactly(MARK);
    String application = "KM-" + org.fingerpost.platform.Tokens.reference("XX").substring(3);
    currentActor.as(Actor.staff("olive"), () -> marks.application(idea, application));
    transaction.executeWithoutResult(
        status ->
            marks.awarded(
                new MarkAwarded(
                    UUID.randomUUID(), application, "gloucestershire", "dean-strollers", KiteMarkLevel.SMALL_GROUP, null)));

    assertThat(journeys.openSteps(idea)).as("the mark takes the task away").containsExactly(LIST);
    journeys.completes("olive", idea, LIST, listing("Walks by the brook", "FOREST_OF_DEAN"));
    var listed = groups.find(idea).orElseThrow();
    assertThat(listed.state()).isEqualTo(GroupState.LISTED);
    assertThat(directory.activity("gloucestershire", listed.activityId()).orElseThrow().organisationId())
        .as("under the organisation that has the mark")
        .isEqualTo("dean-strollers");
    assertThat(journeys.path(idea)).contains("event_markAwarded", "endEvent_listed");
    database.sql("delete from activity where activity_id = ?").param(listed.activityId()).update();
  }

  @Test
  void where_no_mark_is_asked_a_group_is_registered_and_listed_at_once() {
    var idea = walking("Pendle potterers", "east-lancashire", null);
    journeys.completes("nell", idea, TAKE, Map.of());
    journeys.completes("nell", idea, INTEREST, enough(8, "ENOUGH", null));
    journeys.completes("nell", idea, VENUE, venue());
    journeys.completes("nell", idea, TRIAL, trial("GO_ON"));
    assertThat(journeys.openSteps(idea)).containsExactly(LIST);
    var area =
        database
            .sql("select areas[1] from activity where scheme_id = 'east-lancashire' limit 1")
            .query(String.class)
            .single();
    journeys.completes("nell", idea, LIST, listing("Pottering", area));

    var group = groups.find(idea).orElseThrow();
    assertThat(group.organisationId()).startsWith("pendle-potterers");
    assertThat(directory.activity("east-lancashire", group.activityId())).isPresent();
    assertThat(messages(idea)).contains("group-listed").doesNotContain("group-invited-to-mark");
    database.sql("delete from activity where activity_id = ?").param(group.activityId()).update();
  }

  @Test
  void too_little_interest_ends_kindly_when_a_team_lead_says_so() {
    var idea = walking("Midnight morris", "gloucestershire", "COTSWOLD");
    journeys.completes("olive", idea, TAKE, Map.of());
    assertThatThrownBy(() -> journeys.completes("olive", idea, INTEREST, enough(1, "ENOUGH", null)))
        .as("otherwise than the table proposes needs a reason")
        .isInstanceOf(RuntimeException.class);
    journeys.completes("olive", idea, INTEREST, enough(1, "TOO_FEW", "Nobody has time at midnight"));

    assertThat(journeys.openSteps(idea)).containsExactly(FURTHER);
    assertThat(journeys.shown("grace", idea, FURTHER).get("last").toString()).contains("Nobody has time");
    journeys.completes("grace", idea, FURTHER, further("CLOSE", "TOO_LITTLE_INTEREST"));
    assertThat(state(idea)).isEqualTo(GroupState.CLOSED);
    assertThat(messages(idea)).contains("group-ended");
  }

  @Test
  void whatever_is_left_undone_comes_before_a_team_lead_who_says_where_to_go_on() {
    var idea = walking("Slow starters", "gloucestershire", "STROUD");
    journeys.completes("olive", idea, TAKE, Map.of());
    journeys.timersFire(idea);
    journeys.completes("grace", idea, FURTHER, further("INTEREST", null));
    journeys.completes("olive", idea, INTEREST, enough(9, "ENOUGH", null));
    journeys.timersFire(idea);
    journeys.completes("grace", idea, FURTHER, further("VENUE", null));
    journeys.completes("olive", idea, VENUE, Map.of("found", "NO"));
    journeys.completes("grace", idea, FURTHER, further("VENUE", null));
    journeys.completes("olive", idea, VENUE, venue());
    journeys.timersFire(idea);
    journeys.completes("grace", idea, FURTHER, further("TRIAL", null));
    journeys.completes("olive", idea, TRIAL, trial("STOP"));
    assertThat(journeys.openSteps(idea)).as("the trial failed").containsExactly(FURTHER);
    journeys.completes("grace", idea, FURTHER, further("TRIAL", null));
    journeys.completes("olive", idea, TRIAL, trial("GO_ON"));
    journeys.timersFire(idea);
    assertThat(journeys.openSteps(idea)).as("the mark was not reached in time").containsExactly(FURTHER);
    journeys.completes("grace", idea, FURTHER, further("MARK", null));
    journeys.completes("olive", idea, MARK, Map.of("why", "TAKES_TOO_LONG"));
    journeys.completes("grace", idea, FURTHER, further("LISTING", null));
    journeys.timersFire(idea);
    journeys.completes("grace", idea, FURTHER, further("CLOSE", "MARK_NOT_REACHED"));

    assertThat(journeys.isRunning(idea)).isFalse();
    assertThat(messages(idea)).filteredOn("group-invited-to-mark"::equals).hasSize(2);
    assertThat(groups.find(idea).orElseThrow().closingReason()).isEqualTo(ClosingReason.MARK_NOT_REACHED);
  }
}
