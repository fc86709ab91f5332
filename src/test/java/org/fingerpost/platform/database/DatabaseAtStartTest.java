package org.fingerpost.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.fingerpost.platform.StartRefused;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;

@DisplayName("The database at start-up")
@ExtendWith(OutputCaptureExtension.class)
class DatabaseAtStartTest {

  @TempDir static Path folder;
  @TempDir Path another;

  @BeforeAll
  static void shareThePrograms() throws IOException {
    TestDatabase.shareProgramsWith(folder);
  }

  @Test
  void is_made_migrated_and_stopped_after_everything_that_uses_it() throws Exception {
    try (var context = start(WithFarewell.class)) {
      assertThat(context.getEnvironment().getProperty("fingerpost.database")).isEqualTo("embedded");
      assertThat(running()).isPresent();

      var jdbc = context.getBean(JdbcTemplate.class);
      assertThat(jdbc.queryForList("select version from flyway_schema_history order by installed_rank", String.class))
          .startsWith("001", "002", "003", "004");
      assertThat(jdbc.queryForObject("select value_ from act_ge_property where name_ = 'schema.version'", String.class))
          .isEqualTo("fox");
      assertThat(historyIndexes(jdbc))
          .contains("act_idx_hi_pro_i_buskey", "act_idx_hi_act_inst_procinst", "act_idx_hi_detail_task_id")
          .doesNotContain("act_idx_hi_act_inst_rm_time", "act_idx_hi_act_inst_end", "act_idx_hi_varinst_name");
      assertThat(jdbc.queryForList("select * from spring_session")).isEmpty();
    }
    assertThat(WithFarewell.farewell).isEqualTo("the database still answered");
    assertThat(running()).isEmpty();
  }

  @Test
  void is_shared_by_all_contexts_on_one_data_directory_and_stopped_with_the_last() {
    try (var first = start(Bare.class)) {
      try (var second = start(Bare.class)) {
        assertThat(port(second)).isEqualTo(port(first));
      }
      assertThat(running()).isPresent();
      assertThat(first.getBean(JdbcTemplate.class).queryForObject("select 1", Integer.class)).isEqualTo(1);
    }
    assertThat(running()).isEmpty();
  }

  @Test
  void is_not_left_running_by_a_start_that_fails() {
    assertThatThrownBy(() -> start(WithFailure.class)).hasMessageContaining("fails");
    assertThat(running()).isEmpty();
  }

  @Test
  void is_the_configured_one_with_our_parameters_if_there_is_one() {
    try (var embedded = start(Bare.class)) {
      var server = "jdbc:postgresql://127.0.0.1:" + port(embedded);
      var url = server + "/fingerpost?socketTimeout=7&logServerErrorDetail=true";
      try (var context =
          run(
              Bare.class,
              "--spring.datasource.url=" + url,
              "--spring.datasource.username=fingerpost",
              "--spring.datasource.password=" + embedded.getEnvironment().getProperty("spring.datasource.password"),
              "--fingerpost.data-directory=" + another.resolve("unused"))) {
        assertThat(context.getEnvironment().getProperty("fingerpost.database")).isEqualTo("external");
        assertThat(context.getEnvironment().getProperty("spring.datasource.url"))
            .contains("socketTimeout=7", "logServerErrorDetail=false", "reWriteBatchedInserts=true")
            .contains("tcpKeepAlive=true", "ApplicationName=fingerpost")
            .doesNotContain("logServerErrorDetail=true");
        assertThat(another.resolve("unused")).doesNotExist();
      }
    }
  }

  @Test
  void refuses_in_one_sentence_without_a_stack_trace(CapturedOutput output) throws IOException {
    var file = Files.writeString(another.resolve("file"), "");
    assertThatThrownBy(() -> run(Bare.class, "--fingerpost.data-directory=" + file)).isInstanceOf(StartRefused.class);
    assertThat(output)
        .contains("APPLICATION FAILED TO START", "is a file, not a folder", "set FINGERPOST_DATA_DIRECTORY to a folder")
        .doesNotContain("\tat org.");
  }

  @Test
  void refuses_a_taken_port_before_anything_is_made() throws IOException {
    try (var taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      assertThatThrownBy(
              () ->
                  new SpringApplicationBuilder(Bare.class)
                      .web(WebApplicationType.SERVLET)
                      .run(
                          "--server.port=" + taken.getLocalPort(),
                          "--server.address=127.0.0.1",
                          "--fingerpost.data-directory=" + another.resolve("new")))
          .isInstanceOf(StartRefused.class)
          .hasMessageContaining("Port " + taken.getLocalPort() + " is taken");
      assertThat(another.resolve("new")).doesNotExist();
    }
  }

  @Test
  void refuses_an_address_that_is_empty_or_not_a_postgresql() {
    assertThatThrownBy(() -> run(Bare.class, "--spring.datasource.url="))
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining("set, but empty");
    assertThatThrownBy(() -> run(Bare.class, "--spring.datasource.url=jdbc:h2:mem:demo"))
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining("PostgreSQL only");
  }

  @Test
  void refuses_a_server_that_cannot_be_reached_without_naming_the_password(CapturedOutput output) {
    assertThatThrownBy(
            () ->
                run(
                    Bare.class,
                    "--spring.datasource.url=jdbc:postgresql://127.0.0.1:1/nowhere",
                    "--spring.datasource.username=fingerpost",
                    "--spring.datasource.password=sesame",
                    "--spring.datasource.hikari.initialization-fail-timeout=0",
                    "--spring.datasource.hikari.connection-timeout=1000"))
        .hasRootCauseInstanceOf(ConnectException.class);
    assertThat(output)
        .contains("The database does not let us in", "Check that the server runs")
        .doesNotContain("sesame");
  }

  private ConfigurableApplicationContext start(Class<?> configuration) {
    return run(configuration, "--fingerpost.data-directory=" + folder);
  }

  private static ConfigurableApplicationContext run(Class<?> configuration, String... arguments) {
    return new SpringApplicationBuilder(configuration).web(WebApplicationType.NONE).run(arguments);
  }

  private Optional<Postmaster> running() {
    var pgdata = folder.resolve("postgres");
    return Postmaster.of(pgdata).filter(server -> server.runsOn(pgdata));
  }

  private static String port(ConfigurableApplicationContext context) {
    return context.getEnvironment().getProperty("spring.datasource.url").replaceFirst("^.*:(\\d+)/.*$", "$1");
  }

  private static List<String> historyIndexes(JdbcTemplate jdbc) {
    return jdbc.queryForList("select indexname from pg_indexes where tablename like 'act_hi_%'", String.class);
  }

  @Configuration(proxyBeanMethods = false)
  @ImportAutoConfiguration({
    DataSourceAutoConfiguration.class,
    JdbcTemplateAutoConfiguration.class,
    FlywayAutoConfiguration.class
  })
  @Import(DatabaseConfiguration.class)
  static class Bare {}

  @Configuration(proxyBeanMethods = false)
  @Import(Bare.class)
  static class WithFarewell {

    static String farewell;

    @Bean
    AutoCloseable farewell(JdbcTemplate jdbc) {
      return () -> farewell = jdbc.queryForObject("select 'the database still answered'", String.class);
    }
  }

  @Configuration(proxyBeanMethods = false)
  @Import(Bare.class)
  static class WithFailure {

    @Bean
    Object failure(JdbcTemplate jdbc) {
      throw new IllegalStateException("This bean fails");
    }
  }
}
