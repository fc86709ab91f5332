package org.fingerpost.platform.database;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.fingerpost.platform.StartRefused;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

@DisplayName("A database that may lose what it acknowledged")
class DurableSettingsTest {

  @TempDir static Path folder;

  private static EmbeddedPostgres postgres;
  private static String administratorsPassword;

  @BeforeAll
  static void start() {
    var data = DataDirectory.open(folder);
    postgres = EmbeddedPostgres.start(data, TestDatabase.PROGRAMS);
    administratorsPassword = data.password(DataDirectory.ADMINISTRATOR);
  }

  @AfterAll
  static void stop() {
    postgres.close();
  }

  @Test
  void is_not_ours() {
    assertThatCode(() -> check("fingerpost", postgres.password())).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource({"fsync, off", "full_page_writes, off", "synchronous_commit, off"})
  void is_refused(String setting, String value) throws Exception {
    administrate("alter system set " + setting + " = " + value);
    reload();
    try {
      assertThatThrownBy(() -> check("fingerpost", postgres.password()))
          .isInstanceOf(StartRefused.class)
          .hasMessage("The database may lose referrals that were acknowledged: " + setting + " is off.");
    } finally {
      administrate("alter system reset " + setting);
      reload();
    }
    assertThatCode(() -> check("fingerpost", postgres.password())).doesNotThrowAnyException();
  }

  @Test
  void is_refused_when_only_our_role_is_set_so() throws Exception {
    administrate("alter role fingerpost set synchronous_commit = off");
    try {
      assertThatThrownBy(() -> check("fingerpost", postgres.password()))
          .isInstanceOf(StartRefused.class)
          .hasMessageContaining("synchronous_commit is off");
    } finally {
      administrate("alter role fingerpost reset synchronous_commit");
    }
  }

  @Test
  void and_one_with_another_isolation_is_refused_too() throws Exception {
    administrate("alter role fingerpost set default_transaction_isolation = 'repeatable read'");
    try {
      assertThatThrownBy(() -> check("fingerpost", postgres.password()))
          .isInstanceOf(StartRefused.class)
          .hasMessageContaining("READ COMMITTED");
    } finally {
      administrate("alter role fingerpost reset default_transaction_isolation");
    }
  }

  @Test
  void and_one_that_does_not_let_us_in_is_refused_too() {
    assertThatThrownBy(() -> check("fingerpost", "guess"))
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining("does not let us in (SQL state 28P01)");
  }

  private static void check(String user, String password) {
    new DurableSettings(new DriverManagerDataSource(postgres.jdbcUrl(), user, password), true).afterPropertiesSet();
  }

  private static void administrate(String sql) throws SQLException {
    var url = "jdbc:postgresql://127.0.0.1:" + postgres.port() + "/postgres";
    try (var connection = DriverManager.getConnection(url, DataDirectory.ADMINISTRATOR, administratorsPassword);
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** The postmaster reads the files again in its own time; a new connection shows when it has. */
  private static void reload() throws Exception {
    administrate("select pg_reload_conf()");
    Thread.sleep(500);
  }
}
