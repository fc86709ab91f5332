package org.fingerpost.workbench.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fingerpost.journeys.Journeys.notReached;
import static org.fingerpost.journeys.Journeys.reached;
import static org.fingerpost.journeys.Journeys.someoneCalled;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.fingerpost.FingerpostTest;
import org.fingerpost.journeys.Journeys;
import org.fingerpost.platform.Actor;
import org.fingerpost.platform.CurrentActor;
import org.fingerpost.platform.InvalidInput;
import org.fingerpost.platform.engine.EngineClock;
import org.fingerpost.workbench.TakingBack;
import org.fingerpost.workbench.draft.Drafts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * First contact changes in one scheme while people are in the middle of it: some are to be called, one waits for the next call, of one the
 * right telephone number is looked for, and that step is gone.
 */
@FingerpostTest
class MigrationTest {

  private static final String SCHEME = "north-staffordshire";
  private static final String FILE = "bpmn/first-contact.bpmn";
  private static final String CONTACT = "userTask_recordFirstContact";
  private static final String DETAILS = "userTask_findRightContactDetails";
  private static final String ASK = "userTask_askForContactDetails";
  private static final String CONVERSATION = "userTask_holdConversation";
  private static final Map<String, Object> WRONG_NUMBER =
      Map.of("channel", "PHONE", "result", "WRONG_NUMBER", "note", "Somebody else answered");

  @Autowired Journeys journeys;
  @Autowired Drafts drafts;
  @Autowired ModelChanges changes;
  @Autowired ProposingChange proposing;
  @Autowired DecidingChange deciding;
  @Autowired Migrations migrations;
  @Autowired MigrationRounds rounds;
  @Autowired CurrentActor currentActor;
  @Autowired TaskService tasks;
  @Autowired RuntimeService runtime;
  @Autowired RepositoryService repository;
  @Autowired ManagementService management;
  @Autowired JdbcClient database;

  private TakingBack takingBack;
  private String toBeCalled;
  private String waiting;
  private String wrongNumber;

  @BeforeEach
  void people_are_in_the_middle_of_it() {
    takingBack = new TakingBack(database, repository, runtime);
    String name = "Ravensdale-" + UUID.randomUUID().toString().replaceAll("[^a-f]", "");
    toBeCalled = receives(name + "a");
    waiting = receives(name + "b");
    journeys.completes(waiting, CONTACT, notReached());
    wrongNumber = receives(name + "c");
    journeys.completes(wrongNumber, CONTACT, WRONG_NUMBER);
    assertThat(journeys.openSteps(wrongNumber)).containsExactly(DETAILS);
  }

  private String receives(String name) {
    return journeys.receives(someoneCalled(name).to(SCHEME).livingAt("ST3 5AA").needs("MONEY"));
  }

  @AfterEach
  void everything_is_as_before() {
    journeys.nobodyIsInTheEngine("Ravensdale", "Somebody else answered");
    takingBack.takeBack();
  }

  private static LocalDate today() {
    return LocalDate.ofInstant(EngineClock.now(), EngineClock.LONDON);
  }

  /** A change of first contact for the scheme: the step at which details are looked for is another one. */
  private String changed() {
    var draft = currentActor.as(Actor.staff("priya"), () -> drafts.startWith(SCHEME, "Ask the referrer at once", FILE));
    String before = new String(draft.files().get(FILE).content(), StandardCharsets.UTF_8);
    String after = before.replace(DETAILS, ASK).replace("name=\"Find right contact details\"", "name=\"Ask for contact details\"");
    String reference =
        currentActor.as(Actor.staff("priya"),
            () -> {
              drafts.save(draft.id(), FILE, after.getBytes(StandardCharsets.UTF_8), draft.files().get(FILE).revision());
              return proposing.propose(draft.id(), "Referrers know best", today());
            });
    agreed(reference);
    return reference;
  }

  private void agreed(String reference) {
    currentActor.as(Actor.staff("paul"), () -> deciding.decide(reference, ChangeDecision.APPROVED, null));
    journeys.timersFire(reference);
    assertThat(changes.get(reference).state()).as("%s", changes.get(reference).problems()).isEqualTo(ChangeState.CARRIED_OUT);
  }

  private UUID planned(String change) {
    return currentActor.as(Actor.staff("priya"), () -> migrations.plan(migrations.after(change), SCHEME, change, null));
  }

  private String proposed(UUID migration) {
    return currentActor.as(Actor.staff("priya"), () -> proposing.proposeMove(migration, "Move them", "One way for everybody", today()));
  }

  private void moves(UUID migration) {
    for (int round = 0; round < 50 && migrations.get(migration).state() == MigrationState.MOVING; round++) {
      rounds.round();
    }
    assertThat(migrations.get(migration).state()).isEqualTo(MigrationState.DONE);
  }

  private ProcessInstance instance(String referral, String process) {
    return runtime.createProcessInstanceQuery().processInstanceBusinessKey(referral).processDefinitionKey(process).singleResult();
  }

  private ProcessDefinition model(String referral, String process) {
    return repository.getProcessDefinition(instance(referral, process).getProcessDefinitionId());
  }

  private Date due(String referral) {
    var job = management.createJobQuery().processInstanceId(instance(referral, "first-contact").getId()).timers().singleResult();
    return job.getDuedate();
  }

  private Moving of(UUID migration, String referral, Moving.State state) {
    return migrations.instances(migration, state, 10_000).stream()
        .filter(moving -> moving.subject().equals(referral))
        .filter(moving -> moving.instanceId().equals(instance(referral, "first-contact").getId()))
        .findFirst()
        .orElseThrow(() -> new AssertionError(referral + " is not " + state));
  }

  @Test
  void who_stands_at_a_step_that_both_versions_have_goes_on_there_and_who_does_not_stays() {
    var dueBefore = due(waiting);
    var taskBefore = journeys.task(toBeCalled, CONTACT);
    String change = changed();

    assertThat(model(toBeCalled, "first-contact").getTenantId()).as("people stay with what they began with").isNull();
    var legs = migrations.after(change);
    assertThat(legs).extracting(Leg::process).contains("first-contact", "referral-journey");
    var migration = planned(change);
    while (migrations.tryOut(migration, 100)) {
      // until everybody was tried
    }

    assertThat(migrations.get(migration).state()).isEqualTo(MigrationState.TRIED);
    of(migration, toBeCalled, Moving.State.MOVES);
    of(migration, waiting, Moving.State.MOVES);
    var exception = of(migration, wrongNumber, Moving.State.CANNOT);
    assertThat(exception.steps()).containsExactly(DETAILS);
    assertThat(exception.problem()).isEqualTo(new Obstacle("change.move.vanished", List.of("Find right contact details")));
    assertThat(model(toBeCalled, "first-contact").getTenantId()).as("a dry run moves nobody").isNull();
    assertThat(journeys.acts(toBeCalled)).doesNotContain("journey.moved");

    currentActor.as(Actor.staff("priya"), () -> migrations.choose(migration, exception.instanceId(), null));
    String agreement = proposed(migration);
    assertThat(changes.get(agreement).kind()).isEqualTo(ChangeKind.MIGRATION);
    assertThatThrownBy(() -> currentActor.as(Actor.staff("priya"), () -> deciding.decide(agreement, ChangeDecision.APPROVED, null)))
        .as("a second manager agrees")
        .isInstanceOf(InvalidInput.class);
    agreed(agreement);
    moves(migration);

    for (String referral : List.of(toBeCalled, waiting)) {
      assertThat(model(referral, "first-contact").getTenantId()).as(referral).isEqualTo(SCHEME);
      assertThat(model(referral, "referral-journey").getTenantId()).as("so that the next steps are of the new version too").isEqualTo(SCHEME);
      assertThat(journeys.acts(referral)).contains("journey.moved");
    }
    assertThat(due(waiting)).as("everybody keeps the day they were given").isEqualTo(dueBefore);
    var taskAfter = journeys.task(toBeCalled, CONTACT);
    assertThat(taskAfter.getId()).isEqualTo(taskBefore.getId());
    assertThat(taskAfter.getDueDate()).isEqualTo(taskBefore.getDueDate());
    assertThat(taskAfter.getAssignee()).isEqualTo(taskBefore.getAssignee());
    assertThat(model(wrongNumber, "first-contact").getTenantId()).as("the exception stays").isNull();

    // and it is possible to finish, on either version
    journeys.completes(toBeCalled, CONTACT, reached());
    assertThat(journeys.openSteps(toBeCalled)).containsExactly(CONVERSATION);
    journeys.timersFire(waiting);
    journeys.completes(waiting, CONTACT, WRONG_NUMBER);
    assertThat(journeys.openSteps(waiting)).as("the new version's step").containsExactly(ASK);
    journeys.completes(wrongNumber, DETAILS, Map.of("found", "FOUND", "phone", "01632 960 334", "note", "From the surgery"));
    assertThat(journeys.openSteps(wrongNumber)).doesNotContain(DETAILS);
  }

  @Test
  void a_manager_says_which_step_stands_for_the_one_that_vanished() {
    var dueBefore = due(wrongNumber);
    String change = changed();
    var leg = migrations.after(change).stream().filter(one -> one.process().equals("first-contact")).findFirst().orElseThrow();
    var proposal = migrations.proposal(leg, SCHEME);
    assertThat(proposal.vanished())
        .extracting(MoveProposal.Vanished::id, MoveProposal.Vanished::name)
        .containsExactly(org.assertj.core.groups.Tuple.tuple(DETAILS, "Find right contact details"));
    assertThat(proposal.vanished().get(0).options()).containsEntry(ASK, "Ask for contact details");
    assertThat(proposal.added()).extracting(MoveProposal.Step::id).containsExactly(ASK);
    assertThatThrownBy(
            () ->
                currentActor.as(Actor.staff("priya"),
                    () -> migrations.plan(List.of(leg.with(Map.of(DETAILS, "event_nextAttempt"))), SCHEME, change, null)))
        .isInstanceOf(InvalidInput.class);

    var migration =
        currentActor.as(Actor.staff("priya"), () -> migrations.plan(List.of(leg.with(Map.of(DETAILS, ASK))), SCHEME, change, null));
    rounds.round();
    while (migrations.tryOut(migration, 100)) {
      // until everybody was tried
    }
    of(migration, wrongNumber, Moving.State.MOVES);
    agreed(proposed(migration));
    moves(migration);

    assertThat(journeys.openSteps(wrongNumber)).containsExactly(ASK);
    assertThat(due(wrongNumber)).isEqualTo(dueBefore);
    journeys.completes(wrongNumber, ASK, Map.of("found", "FOUND", "phone", "01632 960 334", "note", "From the surgery"));
    assertThat(journeys.openSteps(wrongNumber)).doesNotContain(ASK);

    // and all the way back, by a plan that turns every mapping round
    var back = currentActor.as(Actor.staff("paul"), () -> migrations.plan(migrations.back(migration), SCHEME, null, migration));
    while (migrations.tryOut(back, 100)) {
      // until everybody was tried
    }
    String agreement = currentActor.as(Actor.staff("paul"), () -> proposing.proposeMove(back, "Back", "It was no better", today()));
    currentActor.as(Actor.staff("priya"), () -> deciding.decide(agreement, ChangeDecision.APPROVED, null));
    journeys.timersFire(agreement);
    moves(back);
    assertThat(model(toBeCalled, "first-contact").getTenantId()).isNull();
    journeys.completes(toBeCalled, CONTACT, reached());
    assertThat(journeys.openSteps(toBeCalled)).containsExactly(CONVERSATION);
    assertThat(journeys.acts(toBeCalled).stream().filter("journey.moved"::equals)).hasSize(2);
  }

  @Test
  void who_goes_on_between_the_dry_run_and_the_move_is_not_lost() {
    String change = changed();
    var migration = planned(change);
    while (migrations.tryOut(migration, 100)) {
      // until everybody was tried
    }
    String agreement = proposed(migration);
    journeys.completes(toBeCalled, CONTACT, WRONG_NUMBER);
    agreed(agreement);
    moves(migration);

    var left = of(migration, toBeCalled, Moving.State.FAILED);
    assertThat(left.problem().key()).isEqualTo("change.move.vanished");
    assertThat(journeys.openSteps(toBeCalled)).as("still on its version").containsExactly(DETAILS);
    assertThat(journeys.acts(migration.toString())).contains("migration.planned", "migration.tried", "migration.begun", "migration.done");
  }

  @Test
  void a_plan_of_which_nobody_would_move_is_not_proposed_and_can_be_given_up() {
    String change = changed();
    var migration = planned(change);
    assertThatThrownBy(() -> proposed(migration)).as("not tried out yet").isInstanceOf(InvalidInput.class);

    currentActor.as(Actor.staff("priya"), () -> migrations.drop(migration));

    assertThat(migrations.get(migration).state()).isEqualTo(MigrationState.DROPPED);
    assertThatThrownBy(() -> currentActor.as(Actor.staff("priya"), () -> migrations.tryAgain(migration))).isInstanceOf(InvalidInput.class);
  }
}
