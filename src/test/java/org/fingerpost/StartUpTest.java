package org.fingerpost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.fingerpost.models.ModelFiles;
import org.fingerpost.platform.StartRefused;
import org.fingerpost.platform.engine.ModelGuard.Refusal;
import org.fingerpost.workbench.ModelBundle;
import org.fingerpost.workbench.ModelDeployer;
import org.fingerpost.workbench.ModelsRefused;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.env.MockEnvironment;

/** What a start leaves behind, and what it does not start with. */
@FingerpostTest
@ExtendWith(OutputCaptureExtension.class)
class StartUpTest {

  /** Asked for by the auditor's page, by lists and by the engine itself; V003 says which question each answers. */
  private static final List<String> INDEXES_THAT_STAY =
      List.of(
          "act_idx_hi_pro_i_buskey",
          "act_idx_hi_pro_inst_proc_time",
          "act_idx_hi_pi_pdefid_end_time",
          "act_idx_hi_act_inst_procinst",
          "act_idx_hi_taskinst_procinst",
          "act_idx_hi_procvar_proc_inst",
          "act_idx_hi_detail_proc_inst",
          "act_idx_hi_detail_task_id",
          "act_idx_hi_op_log_procinst",
          "act_idx_hi_op_log_user_id",
          "act_idx_hi_op_log_timestamp",
          "act_idx_hi_dec_inst_pi",
          "act_idx_hi_dec_in_inst",
          "act_idx_hi_dec_out_inst");

  private static final String INDEXES_OF_MUCH_WRITTEN_TABLES =
      """
      select indexname from pg_indexes
      where tablename in ('act_hi_procinst', 'act_hi_actinst', 'act_hi_taskinst', 'act_hi_varinst', 'act_hi_detail',
                          'act_hi_identitylink', 'act_hi_job_log', 'act_hi_op_log', 'act_hi_decinst', 'act_hi_dec_in',
                          'act_hi_dec_out')""";

  private static final String UNREACHABLE = "jdbc:postgresql://127.0.0.1:1/nowhere";

  @Autowired ApplicationContext application;
  @Autowired ProcessEngineConfigurationImpl engine;
  @Autowired RepositoryService repository;
  @Autowired ModelDeployer deployer;
  @Autowired Flyway flyway;
  @Autowired JdbcClient database;
  @LocalServerPort int port;

  // ---- a start serves

  @Test
  void a_started_fingerpost_is_ready_and_shows_its_first_pages() throws Exception {
    assertThat(get("/actuator/health/readiness").body()).contains("\"status\":\"UP\"");
    assertThat(get("/").statusCode()).isEqualTo(200);
    assertThat(get("/login").statusCode()).isEqualTo(200);
    assertThat(get("/refer").statusCode()).isEqualTo(200);
    assertThat(get("/referrals").headers().firstValue("location")).get().asString().endsWith("/login");
  }

  // ---- tables

  @Test
  void all_migrations_have_run_and_running_them_again_changes_nothing() {
    assertThat(flyway.info().pending()).isEmpty();
    assertThat(flyway.migrate().migrationsExecuted).isZero();
    flyway.validate();
  }

  @Test
  void history_is_full_and_thrifty() {
    assertThat(engine.getHistoryLevel().getName()).isEqualTo("full");
    assertThat(engine.getHistoryRemovalTimeStrategy()).isEqualTo("none");
    assertThat(engine.isHistoryCleanupEnabled()).isFalse();
    assertThat(engine.getDatabaseSchemaUpdate()).isEqualTo("false");
    assertThat(database.sql(INDEXES_OF_MUCH_WRITTEN_TABLES).query(String.class).list())
        .containsAll(INDEXES_THAT_STAY)
        .noneMatch(index -> index.matches("act_idx_hi_.*(rm_time|root_pi|tenant_id|proc_def_key)"));
  }

  // ---- models

  @Test
  void every_model_of_the_release_is_deployed_once_with_who_and_why() {
    var release = deployer.latest(null).orElseThrow();
    assertThat(release.source()).startsWith("release:");
    assertThat(release.deployedBy()).isEqualTo("fingerpost");
    assertThat(repository.getDeploymentResourceNames(release.deploymentId()))
        .containsExactlyInAnyOrderElementsOf(release().keySet());
    assertThat(repository.createProcessDefinitionQuery().deploymentId(release.deploymentId()).list())
        .extracting(ProcessDefinition::getKey)
        .containsExactlyInAnyOrderElementsOf(ModelFiles.processes().stream().map(ModelFiles::stem).toList());
  }

  @Test
  void a_second_start_deploys_nothing() {
    long before = repository.createDeploymentQuery().count();

    application.getBean("releaseModels", SmartInitializingSingleton.class).afterSingletonsInstantiated();

    assertThat(repository.createDeploymentQuery().count()).isEqualTo(before);
  }

  @Test
  void a_bundle_that_does_not_pass_is_refused_as_a_whole_and_says_why() {
    long before = repository.createDeploymentQuery().count();
    var broken =
        Map.of(
            "a step without its delegate",
            changed("bpmn/referral-journey.bpmn", "${closeUntakenDelegate}", "${postmanDelegate}"),
            "a task without its form",
            changed("bpmn/first-contact.bpmn", "\"record-first-contact\"", "\"record-nothing\""),
            "a role that nobody has",
            changed("bpmn/settle-route.bpmn", "\"team-leads\"", "\"everybody\""),
            "a table that cannot be read",
            changed("dmn/referral-route.dmn", "<decisionTable", "<decisionChair"),
            "a process that is missing",
            without("bpmn/follow-up-cycle.bpmn"));

    broken.forEach(
        (what, bundle) -> {
          assertThat(deployer.check(bundle))
              .as(what)
              .isNotEmpty()
              .extracting(Refusal::toString)
              .allMatch(why -> why.length() > 30);
          assertThatExceptionOfType(ModelsRefused.class)
              .as(what)
              .isThrownBy(() -> deployer.deploy(bundle, "manager:paul", "To see it refused"));
        });
    assertThat(repository.createDeploymentQuery().count()).isEqualTo(before);
    assertThat(deployer.check(new ModelBundle(null, release()))).as("the release itself").isEmpty();
  }

  // ---- a database of one's own

  @Test
  void with_a_database_of_ones_own_there_is_no_demo_whatever_else_is_said() {
    var started =
        new SpringApplicationBuilder(NothingElse.class)
            .web(WebApplicationType.NONE)
            .run("--spring.datasource.url=" + UNREACHABLE, "--fingerpost.demo=true");
    try (started) {
      assertThat(started.getEnvironment().getProperty("fingerpost.database")).isEqualTo("external");
      assertThat(started.getEnvironment().getProperty("fingerpost.demo")).isEqualTo("false");
      assertThat(started.getEnvironment().getProperty("fingerpost.directory.invented")).isNull();
    }
  }

  @Test
  void everything_of_the_demo_is_away_where_there_is_no_demo() {
    assertThat(components("true")).contains("DemoAccounts", "DemoClock", "DemoPages", "ReadyBlock");
    assertThat(components("false")).isEmpty();
  }

  // ---- refusals

  @Test
  void a_refused_start_says_what_is_wrong_and_what_to_do_and_nothing_else(CapturedOutput output) {
    assertThatExceptionOfType(Exception.class)
        .isThrownBy(
            () ->
                new SpringApplicationBuilder(Refusing.class)
                    .web(WebApplicationType.NONE)
                    .run("--spring.datasource.url=" + UNREACHABLE))
        .withRootCauseInstanceOf(StartRefused.class);

    assertThat(output.getAll().substring(output.getAll().lastIndexOf("APPLICATION FAILED TO START")))
        .contains("The teapot is empty.", "Fill it and start again.")
        .doesNotContain("\tat ", "Exception");
  }

  private static Set<String> components(String demo) {
    var environment = new MockEnvironment().withProperty("fingerpost.demo", demo);
    return new ClassPathScanningCandidateComponentProvider(true, environment)
        .findCandidateComponents("org.fingerpost.demo").stream()
            .map(component -> component.getBeanClassName().replaceFirst("^.*\\.", ""))
            .collect(Collectors.toSet());
  }

  private static ModelBundle changed(String file, String from, String to) {
    var files = release();
    String text = new String(files.get(file), StandardCharsets.UTF_8);
    assertThat(text).as(file).contains(from);
    files.put(file, text.replace(from, to).getBytes(StandardCharsets.UTF_8));
    return new ModelBundle(null, files);
  }

  private static ModelBundle without(String file) {
    var files = release();
    assertThat(files.remove(file)).as(file).isNotNull();
    return new ModelBundle(null, files);
  }

  /** The shared models by the names under which they are deployed. */
  private static TreeMap<String, byte[]> release() {
    var files = new TreeMap<String, byte[]>();
    List.of(ModelFiles.processes(), ModelFiles.decisions(), ModelFiles.forms())
        .forEach(
            kind ->
                kind.stream()
                    .filter(file -> file.getNameCount() == 2)
                    .forEach(
                        file ->
                            files.put(
                                file.toString().replace('\\', '/'),
                                ModelFiles.text(file).getBytes(StandardCharsets.UTF_8))));
    return files;
  }

  private HttpResponse<String> get(String path) throws Exception {
    var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path)).build();
    return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
  }

  // No @Configuration on these two: it would become part of every other test's application.

  static class NothingElse {}

  static class Refusing {

    @Bean
    Object teapot() {
      throw new StartRefused("The teapot is empty.", "Fill it and start again.");
    }
  }
}
