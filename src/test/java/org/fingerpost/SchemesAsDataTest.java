package org.fingerpost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fingerpost.journeys.Journeys.someoneCalled;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.fingerpost.journeys.Journeys;
import org.fingerpost.models.ModelFiles;
import org.fingerpost.platform.engine.EngineClock;
import org.fingerpost.referral.AReferral;
import org.fingerpost.scheme.SchemeFolder;
import org.fingerpost.scheme.Schemes;
import org.fingerpost.workbench.ModelBundle;
import org.fingerpost.workbench.ModelDeployer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A scheme is data: what differs from one to the next is a folder, and perhaps a table of its own; never code. */
@FingerpostTest
class SchemesAsDataTest {

  private static final String CONTACT = "userTask_recordFirstContact";
  private static final String FIND_LINK_WORKER = "userTask_findLinkWorker";
  private static final String CONFIRM_ROUTE = "userTask_confirmRoute";

  @Autowired Journeys journeys;
  @Autowired Schemes schemes;
  @Autowired ModelDeployer deployer;
  @Autowired RuntimeService runtime;
  @Autowired RepositoryService repository;
  @Autowired JdbcClient database;

  @TempDir Path folder;

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "gloucestershire,      GL1 1AA,  58, LONELINESS",
    "arts-on-prescription, GL50 1AA, 17, LONG_TERM_CONDITION",
    "north-staffordshire,  ST3 5AA,  41, MONEY",
    "wales,                CF10 1AA, 77, LONELINESS",
    "east-lancashire,      BB11 1AA, 33, MENTAL_WELLBEING"
  })
  void a_referral_reaches_a_link_worker_of_its_scheme(String scheme, String postcode, int age, String need) {
    var referral =
        journeys.receives(
            someoneCalled("Fernsby-" + scheme)
                .to(scheme)
                .livingAt(postcode)
                .born(today().minusYears(age).minusDays(1))
                .needs(need));

    assertThat(journeys.openSteps(referral)).containsExactly(CONTACT);
    var linkWorker = journeys.summary(referral).linkWorker();
    assertThat(journeys.task(referral, CONTACT).getAssignee()).isEqualTo(linkWorker);
    assertThat(schemeOfLinkWorker(linkWorker)).isEqualTo(scheme);
    belongsTo(scheme, referral, CONTACT);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "gloucestershire,      GL1 1AA, 16, YOUNG_PEOPLE",
    "gloucestershire,      CF10 1AA, 58, TRANSFER",
    "north-staffordshire,  ST1 1AA,  41, TRANSFER",
    "wales,                GL1 1AA,  77, TRANSFER",
    "east-lancashire,      BB11 1AA, 17, TRANSFER"
  })
  void a_team_lead_confirms_what_the_scheme_does_not_cover(String scheme, String postcode, int age, String route) {
    var referral =
        journeys.receives(
            someoneCalled("Merriweather-" + scheme + age)
                .to(scheme)
                .livingAt(postcode)
                .born(today().minusYears(age).minusDays(1)));

    assertThat(journeys.openSteps(referral)).containsExactly(CONFIRM_ROUTE);
    assertThat(proposal(referral)).containsEntry("route", route).containsEntry("own_table", false);
    belongsTo(scheme, referral, CONFIRM_ROUTE);
  }

  @Test
  void a_sixth_scheme_takes_a_referral_without_code() {
    schemes.addFrom(hillshire());

    var referral = journeys.receives(someoneInHillshire("Hillwalker"));

    assertThat(journeys.summary(referral).schemeId()).isEqualTo("hillshire");
    assertThat(journeys.summary(referral).areaCode()).isEqualTo("UPPER_HILLS");
    // nobody works there yet, so a team lead is asked
    assertThat(journeys.openSteps(referral)).containsExactly(FIND_LINK_WORKER);
    belongsTo("hillshire", referral, FIND_LINK_WORKER);
    assertThat(database.sql("select name from organisation where scheme_id = 'hillshire'").query(String.class).list())
        .as("its organisations are in the directory")
        .containsExactly("Walkers, of the Hills");
  }

  @Test
  void a_table_deployed_for_one_scheme_wins_there_and_nowhere_else() {
    schemes.addFrom(hillshire());
    var deployment = deployer.deploy(tableForHillshire(), "manager:paul", "Hillshire looks at each referral first");
    try {
      var here = journeys.receives(someoneInHillshire("Tabling"));
      var elsewhere = journeys.receives(someoneCalled("Tabling"));

      assertThat(journeys.openSteps(here)).containsExactly(CONFIRM_ROUTE);
      assertThat(proposal(here)).containsEntry("route", "TRANSFER").containsEntry("own_table", true);
      assertThat(journeys.openSteps(elsewhere)).containsExactly(CONTACT);
      assertThat(proposal(elsewhere)).containsEntry("route", "LINK_WORKER").containsEntry("own_table", false);
      assertThat(proposal(here).get("rule_ids"))
          .as("the same row of both tables answers, with another route")
          .isEqualTo(proposal(elsewhere).get("rule_ids"));
      assertThat(definition(here).getTenantId()).as("the process is the shared one").isNull();
    } finally {
      repository.deleteDeployment(deployment, true);
    }

    assertThat(journeys.openSteps(journeys.receives(someoneInHillshire("Untabled"))))
        .as("without its own table the scheme is back with the shared one")
        .containsExactly(FIND_LINK_WORKER);
  }

  /** On postcodes that a form accepts. */
  private Path hillshire() {
    return SchemeFolder.in(folder).change("areas.csv", "ZZ", "HR").path();
  }

  private static ModelBundle tableForHillshire() {
    String shared = ModelFiles.text(ModelFiles.DECISIONS.resolve("referral-route.dmn"));
    String own =
        shared.replaceFirst(
            "(<outputEntry id=\"then_nationalGroup_route\">\\s*<text>)\"LINK_WORKER\"", "$1\"TRANSFER\"");
    assertThat(own).isNotEqualTo(shared);
    return new ModelBundle("hillshire", Map.of("dmn/referral-route.dmn", own.getBytes(StandardCharsets.UTF_8)));
  }

  private static AReferral someoneInHillshire(String familyName) {
    return someoneCalled(familyName).to("hillshire").livingAt("HR1 1AA");
  }

  /** The instance, those it called, and the task carry the scheme, which decides who may see them. */
  private void belongsTo(String scheme, String referral, String step) {
    List<ProcessInstance> instances = runtime.createProcessInstanceQuery().processInstanceBusinessKey(referral).list();
    assertThat(instances).isNotEmpty().extracting(ProcessInstance::getTenantId).containsOnly(scheme);
    assertThat(journeys.task(referral, step).getTenantId()).isEqualTo(scheme);
  }

  private ProcessDefinition definition(String referral) {
    var instance = runtime.createProcessInstanceQuery().processInstanceBusinessKey(referral).rootProcessInstances().singleResult();
    return repository.getProcessDefinition(instance.getProcessDefinitionId());
  }

  private Map<String, Object> proposal(String referral) {
    return database
        .sql(
            """
            select own_table, outputs->>'route' as route, array_to_string(rule_ids, ' ') as rule_ids
            from decision_record where referral_id = ? and decision_key = 'referral-route'""")
        .param(referral)
        .query()
        .singleRow();
  }

  private String schemeOfLinkWorker(String userId) {
    return database
        .sql("select scheme_id from link_worker where user_id = ?")
        .param(userId)
        .query(String.class)
        .single();
  }

  private static LocalDate today() {
    return LocalDate.ofInstant(EngineClock.now(), EngineClock.LONDON);
  }
}
