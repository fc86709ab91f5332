package org.fingerpost.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException;
import org.fingerpost.FingerpostTest;
import org.fingerpost.platform.Actor;
import org.fingerpost.platform.CurrentActor;
import org.fingerpost.platform.Decisions;
import org.fingerpost.platform.InvalidInput;
import org.fingerpost.platform.engine.AsUser;
import org.fingerpost.platform.engine.EngineClock;
import org.fingerpost.workbench.TakingBack;
import org.fingerpost.workbench.change.ChangeDecision;
import org.fingerpost.workbench.change.ChangeState;
import org.fingerpost.workbench.change.ModelChanges;
import org.fingerpost.workbench.change.DecidingChange;
import org.fingerpost.workbench.change.Obstacle;
import org.fingerpost.workbench.change.ProposingChange;
import org.fingerpost.workbench.draft.DraftStatus;
import org.fingerpost.workbench.draft.Drafts;
import org.fingerpost.workbench.draft.LiveModels;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A programme manager changes how long a group waits for help; a colleague agrees, or not. */
@FingerpostTest
class ChangeModelJourneyTest {

  private static final String SCHEME = "wales";
  private static final String FILE = "dmn/help-plan.dmn";
  private static final String APPROVE = "userTask_approveChange";
  private static final String REVISE = "userTask_reviseChange";

  @Autowired Journeys journeys;
  @Autowired Drafts drafts;
  @Autowired LiveModels live;
  @Autowired ModelChanges changes;
  @Autowired ProposingChange proposing;
  @Autowired DecidingChange deciding;
  @Autowired Decisions decisions;
  @Autowired AsUser asUser;
  @Autowired CurrentActor currentActor;
  @Autowired TaskService tasks;
  @Autowired ManagementService management;
  @Autowired RepositoryService repository;
  @Autowired RuntimeService runtime;
  @Autowired JdbcClient database;

  private TakingBack takingBack;

  @BeforeEach
  void from_now_on() {
    takingBack = new TakingBack(database, repository, runtime);
  }

  @AfterEach
  void everything_is_as_before() {
    takingBack.takeBack();
    assertThat(daysForHelp()).isEqualTo(3);
  }

  private int daysForHelp() {
    return decisions.ask("help-plan", SCHEME, Map.of("askedForMore", false)).number("workingDays");
  }

  /** Priya's draft: groups hear back after so many days. */
  private UUID draft(int days) {
    return currentActor.as(Actor.staff("priya"),
        () -> {
          var draft = drafts.startWith(SCHEME, "Help within " + days + " days", FILE);
          save(draft.id(), days);
          return draft.id();
        });
  }

  private void save(UUID draft, int days) {
    var file = drafts.get(draft).files().get(FILE);
    String text = new String(file.content(), StandardCharsets.UTF_8);
    String changed =
        text.replaceFirst(
            "(?s)(then_filledInAtLeisure_workingDays\">\\s*<text>)\\d+(</text>)", "$1" + days + "$2");
    drafts.save(draft, FILE, changed.getBytes(StandardCharsets.UTF_8), file.revision());
  }

  private String proposed(int days) {
    var draft = draft(days);
    return currentActor.as(Actor.staff("priya"), () -> proposing.propose(draft, "Groups in Wales are small", today()));
  }

  private static LocalDate today() {
    return LocalDate.ofInstant(EngineClock.now(), EngineClock.LONDON);
  }

  private void decides(String who, String reference, ChangeDecision decision, String words) {
    currentActor.as(Actor.staff(who), () -> deciding.decide(reference, decision, words));
  }

  private void fires(String reference, String element) {
    var instance = runtime.createProcessInstanceQuery().processInstanceBusinessKey(reference).singleResult();
    management.executeJob(
        management.createJobQuery().processInstanceId(instance.getId()).activityId(element).singleResult().getId());
  }

  private ChangeState state(String reference) {
    return changes.get(reference).state();
  }

  @Test
  void a_colleague_agrees_and_the_change_is_in_force_on_its_day() {
    var draft = draft(5);
    String reference =
        currentActor.as(Actor.staff("priya"), () -> proposing.propose(draft, "Groups in Wales are small", today().plusDays(2)));

    assertThat(reference).matches("CH-[0-9A-Z]{4}-[0-9A-Z]{4}");
    assertThat(drafts.get(draft).status()).isEqualTo(DraftStatus.PROPOSED);
    var task = journeys.task(reference, APPROVE);
    assertThat(task.getDueDate()).isNotNull();
    assertThat(task.getTenantId()).as("managers work above schemes").isNull();
    assertThat(listed("paul", reference)).isOne();
    assertThat(listed("grace", reference)).as("a team lead").isZero();
    var shown = journeys.shown("paul", reference, APPROVE);
    assertThat(shown.get("whyProposed")).isEqualTo("Groups in Wales are small");
    assertThat(shown.get("author")).isEqualTo("Priya Raman");

    journeys.completes("paul", reference, APPROVE, Map.of("decision", "APPROVED"));

    assertThat(state(reference)).isEqualTo(ChangeState.APPROVED);
    assertThat(daysForHelp()).as("until its day").isEqualTo(3);
    fires(reference, "event_effectiveFrom");

    assertThat(state(reference)).isEqualTo(ChangeState.CARRIED_OUT);
    assertThat(journeys.isRunning(reference)).isFalse();
    assertThat(journeys.path(reference)).contains("endEvent_changeInForce");
    assertThat(daysForHelp()).isEqualTo(5);
    assertThat(decisions.ask("help-plan", "gloucestershire", Map.of("askedForMore", false)).number("workingDays")).isEqualTo(3);
    assertThat(drafts.get(draft).status()).isEqualTo(DraftStatus.LIVE);
    var deployed = changes.get(reference).deployments();
    assertThat(deployed).hasSize(1);
    assertThat(
            database
                .sql("select source || ' ' || deployed_by || ' ' || reason from model_deployment where deployment_id = ?")
                .param(deployed.get(0))
                .query(String.class)
                .single())
        .isEqualTo("manager:priya+paul paul " + reference + ": Groups in Wales are small");
    assertThat(journeys.acts(reference)).containsExactly("change.proposed", "change.approved", "change.carriedOut");
    assertThat(journeys.acts(deployed.get(0))).containsExactly("model.deployed");
    assertThat(changes.steps(reference)).extracting(step -> step.act() + " " + step.byUser())
        .containsExactly("change.proposed priya", "change.approved paul", "change.carriedOut paul");
  }

  private long listed(String user, String reference) {
    return asUser.run(user, () -> tasks.createTaskQuery().processInstanceBusinessKey(reference).count());
  }

  @Test
  void nobody_approves_what_they_proposed() {
    String reference = proposed(5);

    assertThatThrownBy(() -> journeys.completes("priya", reference, APPROVE, Map.of("decision", "APPROVED")))
        .isInstanceOf(FormFieldValidationException.class)
        .hasMessageContaining("You proposed this yourself");
    assertThatThrownBy(() -> decides("priya", reference, ChangeDecision.REFUSED, "No"))
        .isInstanceOfSatisfying(
            InvalidInput.class, e -> assertThat(e.problems()).extracting(InvalidInput.Problem::messageKey).containsExactly("change.problem.own"));
    assertThat(state(reference)).isEqualTo(ChangeState.PROPOSED);
    assertThat(journeys.task(reference, APPROVE)).isNotNull();
  }

  @Test
  void a_colleague_sends_it_back_with_words_and_the_author_proposes_it_again() {
    String reference = proposed(9);
    var draft = changes.get(reference).draftId();

    assertThatThrownBy(() -> decides("paul", reference, ChangeDecision.SENT_BACK, " ")).isInstanceOf(InvalidInput.class);
    decides("paul", reference, ChangeDecision.SENT_BACK, "Nine days is two weeks. Five?");

    assertThat(state(reference)).isEqualTo(ChangeState.SENT_BACK);
    assertThat(journeys.task(reference, REVISE).getAssignee()).isEqualTo("priya");
    assertThat(journeys.shown("priya", reference, REVISE).get("cameBack")).isEqualTo("Nine days is two weeks. Five?");
    assertThat(drafts.get(draft).status()).isEqualTo(DraftStatus.OPEN);
    assertThatThrownBy(() -> currentActor.as(Actor.staff("paul"), () -> proposing.propose(draft, "Mine now", today())))
        .as("it is with its author")
        .isInstanceOf(InvalidInput.class);

    currentActor.as(Actor.staff("priya"), () -> save(draft, 5));
    String again = currentActor.as(Actor.staff("priya"), () -> proposing.propose(draft, "Five days", today()));

    assertThat(again).isEqualTo(reference);
    assertThat(new String(changes.files(reference).get(0).content(), StandardCharsets.UTF_8)).contains("<text>5</text>");
    decides("paul", reference, ChangeDecision.APPROVED, null);
    fires(reference, "event_effectiveFrom");
    assertThat(daysForHelp()).isEqualTo(5);
    assertThat(journeys.acts(reference))
        .containsExactly("change.proposed", "change.sentBack", "change.proposedAgain", "change.approved", "change.carriedOut");
  }

  @Test
  void a_colleague_refuses_and_nothing_changes() {
    String reference = proposed(5);

    decides("paul", reference, ChangeDecision.REFUSED, "Groups wait long enough");

    assertThat(journeys.isRunning(reference)).isFalse();
    assertThat(journeys.path(reference)).contains("endEvent_changeRefused");
    assertThat(daysForHelp()).isEqualTo(3);
    assertThat(drafts.get(changes.get(reference).draftId()).status()).isEqualTo(DraftStatus.OPEN);
    assertThatThrownBy(() -> decides("paul", reference, ChangeDecision.APPROVED, null)).isInstanceOf(InvalidInput.class);
  }

  @Test
  void what_nobody_decides_is_shown_again_and_lapses_in_the_end() {
    String reference = proposed(5);

    fires(reference, "event_approvalOverdue");
    assertThat(changes.get(reference).remindedAt()).isNotNull();
    assertThat(journeys.task(reference, APPROVE).getPriority()).isEqualTo(90);
    fires(reference, "event_proposalLapsed");

    assertThat(state(reference)).isEqualTo(ChangeState.LAPSED);
    assertThat(journeys.path(reference)).contains("endEvent_managersReminded", "endEvent_changeLapsed");
    assertThat(journeys.acts(reference)).containsExactly("change.proposed", "change.reminded", "change.lapsed");
    assertThat(daysForHelp()).isEqualTo(3);
  }

  @Test
  void what_came_back_and_is_never_revised_lapses_too() {
    String reference = proposed(5);
    decides("paul", reference, ChangeDecision.SENT_BACK, "Why five?");

    fires(reference, "event_revisionLapsed");

    assertThat(state(reference)).isEqualTo(ChangeState.LAPSED);
    assertThat(journeys.isRunning(reference)).isFalse();
  }

  @Test
  void its_author_takes_it_back_even_after_it_was_approved() {
    String reference = proposed(5);
    decides("paul", reference, ChangeDecision.APPROVED, null);

    assertThatThrownBy(() -> currentActor.as(Actor.staff("paul"), () -> deciding.withdraw(reference))).isInstanceOf(InvalidInput.class);
    currentActor.as(Actor.staff("priya"), () -> deciding.withdraw(reference));

    assertThat(state(reference)).isEqualTo(ChangeState.WITHDRAWN);
    assertThat(journeys.path(reference)).contains("endEvent_changeWithdrawn");
    assertThat(daysForHelp()).isEqualTo(3);
    assertThat(drafts.get(changes.get(reference).draftId()).status()).isEqualTo(DraftStatus.OPEN);
  }

  @Test
  void a_change_that_was_overtaken_on_its_day_comes_back_to_its_author_with_the_reason() {
    String first = proposed(5);
    String second = proposed(7);
    decides("paul", first, ChangeDecision.APPROVED, null);
    decides("paul", second, ChangeDecision.APPROVED, null);
    fires(first, "event_effectiveFrom");

    fires(second, "event_effectiveFrom");

    assertThat(state(second)).isEqualTo(ChangeState.FAILED);
    assertThat(changes.get(second).problems()).containsExactly(new Obstacle("change.problem.overtaken", List.of(FILE)));
    assertThat(daysForHelp()).as("the first change is in force").isEqualTo(5);
    assertThat((String) journeys.shown("priya", second, REVISE).get("cameBack")).contains("was changed by somebody else");
    var draft = changes.get(second).draftId();
    assertThat(currentActor.as(Actor.staff("priya"), () -> proposing.obstacles(draft))).isNotEmpty();

    currentActor.as(Actor.staff("priya"), () -> drafts.caughtUp(draft, FILE));
    journeys.completes("priya", second, REVISE, Map.of("reason", "Seven after all", "effectiveFrom", today().toString()));
    decides("paul", second, ChangeDecision.APPROVED, null);
    fires(second, "event_effectiveFrom");
    assertThat(daysForHelp()).isEqualTo(7);
  }

  @Test
  void going_back_is_a_change_of_the_same_kind_that_a_colleague_agrees_to() {
    String reference = proposed(5);
    decides("paul", reference, ChangeDecision.APPROVED, null);
    fires(reference, "event_effectiveFrom");
    assertThat(live.own(SCHEME, FILE)).isTrue();

    String back = currentActor.as(Actor.staff("paul"), () -> proposing.rollBack(reference, "Back", "Groups complained"));
    assertThatThrownBy(() -> decides("paul", back, ChangeDecision.APPROVED, null)).isInstanceOf(InvalidInput.class);
    decides("priya", back, ChangeDecision.APPROVED, null);
    fires(back, "event_effectiveFrom");

    assertThat(changes.get(back).rollsBack()).isEqualTo(reference);
    assertThat(daysForHelp()).isEqualTo(3);
    assertThat(live.own(SCHEME, FILE)).as("it had no variant before").isFalse();
    assertThatThrownBy(() -> currentActor.as(Actor.staff("paul"), () -> proposing.rollBack(reference, "Back", "Once more")))
        .as("what is in force is no longer what that change brought")
        .isInstanceOf(InvalidInput.class);
  }

  @Test
  void a_draft_with_an_error_cannot_be_proposed() {
    var empty = currentActor.as(Actor.staff("priya"), () -> drafts.start(SCHEME, "Nothing yet").id());

    assertThatThrownBy(() -> currentActor.as(Actor.staff("priya"), () -> proposing.propose(empty, "Because", today())))
        .isInstanceOfSatisfying(
            InvalidInput.class, e -> assertThat(e.problems()).extracting(InvalidInput.Problem::messageKey).containsExactly("change.problem.empty"));
    var draft = draft(5);
    assertThatThrownBy(() -> currentActor.as(Actor.staff("priya"), () -> proposing.propose(draft, " ", today()))).isInstanceOf(InvalidInput.class);
    assertThatThrownBy(() -> currentActor.as(Actor.staff("priya"), () -> proposing.propose(draft, "Because", today().minusDays(1))))
        .isInstanceOf(InvalidInput.class);
    assertThat(drafts.get(draft).status()).isEqualTo(DraftStatus.OPEN);
  }
}
