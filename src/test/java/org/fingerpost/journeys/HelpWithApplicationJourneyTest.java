package org.fingerpost.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.TaskService;
import org.fingerpost.FingerpostTest;
import org.fingerpost.platform.Actor;
import org.fingerpost.platform.CurrentActor;
import org.fingerpost.platform.Language;
import org.fingerpost.platform.engine.AsUser;
import org.fingerpost.questionnaire.Application.Status;
import org.fingerpost.questionnaire.ApplicationKind;
import org.fingerpost.questionnaire.Applications;
import org.fingerpost.questionnaire.Contact;
import org.fingerpost.questionnaire.FillingIn;
import org.fingerpost.questionnaire.HelpingApplicants;
import org.fingerpost.questionnaire.NewApplication;
import org.fingerpost.questionnaire.TrialKind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A group is stuck at a question of its application: who helps it, and what if nobody does. */
@FingerpostTest
class HelpWithApplicationJourneyTest {

  private static final String HELP = "userTask_helpWithQuestion";
  private static final String OVERDUE = "userTask_giveOverdueHelp";

  @Autowired Journeys journeys;
  @Autowired TrialKind trial;
  @Autowired Applications applications;
  @Autowired FillingIn filling;
  @Autowired HelpingApplicants helping;
  @Autowired CurrentActor currentActor;
  @Autowired AsUser asUser;
  @Autowired TaskService tasks;
  @Autowired TransactionTemplate transaction;
  @Autowired JdbcClient database;

  @BeforeEach
  void gloucestershire_takes_applications() {
    trial.serves = Set.of("gloucestershire");
  }

  @AfterEach
  void nobody_is_in_the_engine() {
    trial.serves = Set.of();
    journeys.nobodyIsInTheEngine("Dilwyn", "dilwyn@example.org", "Towpath", "trip hazard", "Count yourselves");
  }

  private String begun() {
    var answers = new LinkedHashMap<String, Object>();
    answers.put("organisationName", "Towpath Walkers");
    answers.put("legalForm", "UNCONSTITUTED_GROUP");
    answers.put("sizePaid", 0);
    answers.put("sizeVolunteers", 3);
    answers.put("areas", List.of("GLOUCESTER"));
    answers.put("contactName", "Dilwyn Aubrey");
    answers.put("activities", "Walks on Thursdays");
    Stream.of("audienceUnder18", "audienceAdultsAtRisk", "oneToOne", "homeVisits", "regulatedAdvice").forEach(key -> answers.put(key, false));
    answers.put("hazard", "LOW");
    return currentActor.as(
        Actor.PUBLIC,
        () ->
            applications.begin(
                new NewApplication(
                    ApplicationKind.KITE_MARK,
                    "gloucestershire",
                    null,
                    new Contact("Dilwyn Aubrey", "dilwyn@example.org", "01632 960123"),
                    Language.EN,
                    answers)));
  }

  private void asks(String reference) {
    currentActor.as(Actor.PUBLIC, () -> helping.ask(reference, "hazard", "Is a slippery towpath a trip hazard?"));
  }

  private List<Map<String, Object>> messages(String reference, String purpose) {
    return database
        .sql("select to_address, params from outbox_message where purpose = ? and params->>'reference' = ?")
        .params(purpose, reference)
        .query()
        .listOfRows();
  }

  @Test
  void a_community_officer_answers_and_the_group_reads_it() {
    String reference = begun();
    asks(reference);

    var task = journeys.task(reference, HELP);
    assertThat(task.getDueDate()).isNotNull();
    assertThat(task.getTenantId()).isEqualTo("gloucestershire");
    assertThat(listed("olive", reference)).as("an officer of the scheme").isOne();
    assertThat(listed("nell", reference)).as("an officer of another scheme").isZero();
    assertThat(listed("lowri", reference)).as("a link worker").isZero();
    var shown = journeys.shown("olive", reference, HELP);
    assertThat(shown.get("asked")).isEqualTo("Is a slippery towpath a trip hazard?");
    assertThat(shown.get("question")).isEqualTo("How easily could somebody be hurt?");

    journeys.completes("olive", reference, HELP, Map.of("answer", "Count yourselves among \"a little\"."));

    assertThat(journeys.isRunning(reference)).isFalse();
    assertThat(journeys.path(reference)).contains("endEvent_helpGiven");
    var paper = filling.paper(reference).orElseThrow();
    assertThat(paper.helps("hazard")).singleElement().satisfies(help -> assertThat(help.answer()).startsWith("Count yourselves"));
    assertThat(messages(reference, "application-helped")).singleElement().satisfies(m -> assertThat(m.get("to_address")).isEqualTo("dilwyn@example.org"));
    assertThat(journeys.acts(reference)).contains("application.helpAsked", "application.helpPlanned", "application.helpGiven");
  }

  private long listed(String user, String reference) {
    return asUser.run(user, () -> tasks.createTaskQuery().processInstanceBusinessKey(reference).count());
  }

  @Test
  void what_nobody_answers_in_time_is_a_team_leads() {
    String reference = begun();
    asks(reference);

    journeys.timePasses(Duration.ofDays(9));

    assertThat(journeys.openSteps(reference)).containsExactly(OVERDUE);
    assertThat(journeys.shown("grace", reference, OVERDUE).get("reference")).isEqualTo(reference);
    journeys.completes("grace", reference, OVERDUE, Map.of("answer", "Count yourselves among \"a little\"."));
    assertThat(journeys.isRunning(reference)).isFalse();
    assertThat(messages(reference, "application-helped")).hasSize(1);
  }

  @Test
  void a_group_that_sends_its_application_needs_no_answer_any_more() {
    String reference = begun();
    asks(reference);
    currentActor.as(Actor.PUBLIC, () -> helping.ask(reference, "activities", "How much shall we write?"));
    assertThat(journeys.openSteps(reference)).containsExactly(HELP, HELP);

    currentActor.as(Actor.PUBLIC, () -> filling.send(reference, null));

    assertThat(journeys.isRunning(reference)).isFalse();
    assertThat(journeys.path(reference)).contains("endEvent_helpNotNeeded");
    assertThat(trial.sent).contains(reference);
    assertThat(applications.get(reference).status()).isEqualTo(Status.SUBMITTED);
    assertThat(messages(reference, "application-helped")).isEmpty();
  }

  @Test
  void a_group_that_has_a_day_to_keep_is_helped_sooner() {
    String reference = begun();
    currentActor.as(Actor.PUBLIC, () -> filling.send(reference, null));
    transaction.executeWithoutResult(
        status -> applications.askForMore(reference, List.of("riskAssessment"), LocalDate.of(2099, 1, 4)));
    currentActor.as(Actor.PUBLIC, () -> helping.ask(reference, "riskAssessment", "What do you want to read there?"));

    assertThat(database.sql("select details->>'ruleId' from audit_entry where subject_id = ? and act = 'application.helpPlanned'").param(reference).query(String.class).single())
        .isEqualTo("rule_answeredByACertainDay");
    journeys.completes("olive", reference, HELP, Map.of("answer", "Count yourselves lucky: three lines."));
  }

  @Test
  void an_application_whose_process_cannot_start_is_not_sent() {
    String reference = begun();
    trial.breaks = true;
    try {
      org.assertj.core.api.Assertions.assertThatThrownBy(() -> filling.send(reference, null)).isInstanceOf(IllegalStateException.class);
    } finally {
      trial.breaks = false;
    }
    assertThat(applications.get(reference).status()).isEqualTo(Status.DRAFT);
    assertThat(messages(reference, "application-sent")).isEmpty();
  }
}
