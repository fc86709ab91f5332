package org.fingerpost.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.fingerpost.platform.StartRefused;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The embedded PostgreSQL")
class EmbeddedPostgresTest {

  @TempDir Path folder;

  @Test
  void is_durable_and_keeps_quiet_about_what_was_typed() throws Exception {
    try (var postgres = start();
        var connection = connect(postgres)) {
      var expected = new LinkedHashMap<String, String>();
      expected.put("fsync", "on");
      expected.put("synchronous_commit", "on");
      expected.put("full_page_writes", "on");
      expected.put("data_checksums", "on");
      expected.put("wal_level", "replica");
      expected.put("max_connections", "60");
      expected.put("listen_addresses", "127.0.0.1");
      expected.put("server_encoding", "UTF8");
      expected.put("default_transaction_isolation", "read committed");
      expected.put("idle_in_transaction_session_timeout", "1min");
      expected.put("log_statement", "none");
      expected.put("log_min_error_statement", "panic");
      expected.put("log_error_verbosity", "terse");
      expected.put("log_parameter_max_length_on_error", "0");
      expected.put("jit", "off");
      assertThat(settings(connection, expected)).isEqualTo(expected);

      assertThatThrownBy(() -> execute(connection, "select 'Angharad Pryce'::integer"))
          .isInstanceOf(SQLException.class);
      assertThat(folder.resolve("postgres.log")).content().doesNotContain("Angharad");
    }
  }

  @Test
  void lets_in_only_who_knows_the_password_and_only_from_this_machine() throws Exception {
    try (var postgres = start()) {
      var url = "jdbc:postgresql://127.0.0.1:" + postgres.port() + "/";
      assertThatThrownBy(() -> DriverManager.getConnection(url + "fingerpost", "fingerpost", "guess"))
          .isInstanceOf(SQLException.class);
      assertThatThrownBy(() -> DriverManager.getConnection(url + "fingerpost", "fingerpost", ""))
          .isInstanceOf(SQLException.class);
      assertThatThrownBy(() -> DriverManager.getConnection(url + "postgres", "postgres", postgres.password()))
          .isInstanceOf(SQLException.class);
      assertThatThrownBy(() -> DriverManager.getConnection(url + "postgres", "fingerpost", postgres.password()))
          .isInstanceOf(SQLException.class);

      for (var address : otherAddressesOfThisMachine()) {
        try (var socket = new Socket()) {
          assertThatThrownBy(() -> socket.connect(new InetSocketAddress(address, postgres.port()), 1000))
              .isInstanceOf(IOException.class);
        }
      }
      assertThat(permissions(folder)).isEqualTo("rwx------");
      assertThat(permissions(folder.resolve("postgres-passwords"))).isEqualTo("rw-------");
      assertThat(permissions(folder.resolve("postgres.log"))).isEqualTo("rw-------");
      assertThat(permissions(folder.resolve("postgres"))).isEqualTo("rwx------");
    }
  }

  @Test
  void gives_the_application_its_own_database_but_no_power_over_the_server() throws Exception {
    try (var postgres = start();
        var connection = connect(postgres)) {
      execute(connection, "create table diary (entry text)");
      assertThat(ask(connection, "select rolsuper or rolcreaterole or rolcreatedb from pg_roles where rolname = user"))
          .isEqualTo("f");
      assertThatThrownBy(() -> execute(connection, "alter system set fsync = off")).isInstanceOf(SQLException.class);
      assertThat(ask(connection, "select count(*) > 0 from pg_stat_statements")).isEqualTo("t");
      execute(connection, "select pg_stat_statements_reset()");
    }
  }

  @Test
  void keeps_its_data_and_stops_when_told() throws Exception {
    try (var postgres = start();
        var connection = connect(postgres)) {
      execute(connection, "create table diary (entry text)");
      execute(connection, "insert into diary values ('kept')");
    }
    assertThat(running()).isEmpty();
    try (var postgres = start();
        var connection = connect(postgres)) {
      assertThat(ask(connection, "select entry from diary")).isEqualTo("kept");
    }
  }

  @Test
  void comes_back_on_the_same_port_when_it_is_killed_and_has_lost_nothing() throws Exception {
    try (var postgres = start()) {
      int port = postgres.port();
      long killed = postgres.pid();
      try (var connection = connect(postgres)) {
        execute(connection, "create table diary (entry text)");
        execute(connection, "insert into diary values ('acknowledged')");
      }
      kill(killed);
      try (var connection = connectPatiently(postgres)) {
        assertThat(ask(connection, "select entry from diary")).isEqualTo("acknowledged");
      }
      assertThat(postgres.port()).isEqualTo(port);
      assertThat(running()).map(Postmaster::pid).isPresent().get().isNotEqualTo(killed);
    }
  }

  @Test
  void is_adopted_when_the_fingerpost_that_started_it_was_killed() throws Exception {
    long orphan;
    try (var other = AnotherFingerpost.startOn(folder)) {
      orphan = running().orElseThrow().pid();
      other.kill();
    }
    assertThat(running()).map(Postmaster::pid).contains(orphan);
    try (var postgres = start();
        var connection = connect(postgres)) {
      assertThat(postgres.pid()).isEqualTo(orphan);
      assertThat(ask(connection, "select 1")).isEqualTo("1");
    }
    assertThat(running()).isEmpty();
  }

  @Test
  void is_stopped_and_started_again_when_the_orphan_runs_with_other_settings() throws Exception {
    long orphan;
    try (var other = AnotherFingerpost.startOn(folder)) {
      orphan = running().orElseThrow().pid();
      other.kill();
    }
    var settings = folder.resolve("postgres/postgresql.conf");
    Files.writeString(settings, Files.readString(settings) + "\nfsync = off\n");
    try (var postgres = start();
        var connection = connect(postgres)) {
      assertThat(postgres.pid()).isNotEqualTo(orphan);
      assertThat(ask(connection, "show fsync")).isEqualTo("on");
    }
  }

  @Test
  void starts_although_the_process_id_in_its_old_pid_file_is_somebody_elses_now() throws Exception {
    start().close();
    long somebodyElse = ProcessHandle.current().pid();
    Files.writeString(
        folder.resolve("postgres/postmaster.pid"),
        somebodyElse + "\n" + folder.resolve("postgres") + "\n1\n5432\n\n127.0.0.1\n 1 1\nready   \n");
    try (var postgres = start();
        var connection = connect(postgres)) {
      assertThat(ask(connection, "select 1")).isEqualTo("1");
    }
  }

  @Test
  void finishes_a_first_start_that_was_interrupted() throws Exception {
    Files.createFile(folder.resolve(".lock"));
    Files.createDirectories(folder.resolve("postgres.unfinished/base"));
    Files.writeString(folder.resolve("postgres-passwords"), "*:*:*:postgres:forgotten\n");
    try (var postgres = start();
        var connection = connect(postgres)) {
      assertThat(ask(connection, "select 1")).isEqualTo("1");
      assertThat(folder.resolve("postgres.unfinished")).doesNotExist();
    }
  }

  @Test
  void belongs_to_one_fingerpost_at_a_time() throws Exception {
    try (var other = AnotherFingerpost.startOn(folder)) {
      assertThatThrownBy(this::start)
          .isInstanceOf(StartRefused.class)
          .hasMessageContaining("in use by another Fingerpost (process " + other.pid() + ")");
      other.kill();
    }
    start().close();
  }

  @Test
  void is_refused_a_directory_that_cannot_be_one() throws Exception {
    var file = Files.writeString(folder.resolve("file"), "");
    assertRefused(file, "is a file, not a folder");
    assertRefused(Path.of("/proc/fingerpost"), "cannot be written to");

    var foreign = folder.resolve("foreign");
    Files.createDirectories(foreign.resolve("postgres"));
    var before = permissions(foreign);
    assertRefused(foreign, "holds other things");
    assertThat(permissions(foreign)).isEqualTo(before);
    Files.createFile(foreign.resolve(".lock"));
    assertRefused(foreign, "is not a PostgreSQL data directory");
    Files.writeString(foreign.resolve("postgres/PG_VERSION"), "16\n");
    assertRefused(foreign, "was made by PostgreSQL 16, and this Fingerpost carries PostgreSQL 17");
    Files.writeString(foreign.resolve("postgres/PG_VERSION"), "17\n");
    assertRefused(foreign, "has lost its password file");
  }

  @Test
  void is_refused_a_directory_of_another_user() throws Exception {
    var others = Files.createDirectory(folder.resolve("others"));
    try {
      Files.setAttribute(others, "unix:uid", 12345);
    } catch (IOException e) {
      return; // only root can give a folder away
    }
    assertRefused(others, "belongs to the user 12345");
  }

  private void assertRefused(Path path, String why) {
    assertThatThrownBy(() -> EmbeddedPostgres.start(DataDirectory.open(path), TestDatabase.PROGRAMS))
        .isInstanceOfSatisfying(
            StartRefused.class, refused -> assertThat(refused.action()).contains("FINGERPOST_DATA_DIRECTORY"))
        .hasMessageContaining(why);
  }

  private Optional<Postmaster> running() {
    var pgdata = folder.resolve("postgres");
    return Postmaster.of(pgdata).filter(server -> server.runsOn(pgdata));
  }

  private EmbeddedPostgres start() {
    return EmbeddedPostgres.start(DataDirectory.open(folder), TestDatabase.PROGRAMS);
  }

  private static Connection connect(EmbeddedPostgres postgres) throws SQLException {
    return DriverManager.getConnection(postgres.jdbcUrl(), postgres.user(), postgres.password());
  }

  private static Connection connectPatiently(EmbeddedPostgres postgres) throws Exception {
    long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    while (true) {
      try {
        return connect(postgres);
      } catch (SQLException e) {
        if (System.nanoTime() > deadline) {
          throw e;
        }
        Thread.sleep(100);
      }
    }
  }

  private static void kill(long pid) {
    ProcessHandle.of(pid).orElseThrow().destroyForcibly();
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String ask(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    }
  }

  private static Map<String, String> settings(Connection connection, Map<String, String> like) throws SQLException {
    var settings = new LinkedHashMap<String, String>();
    for (var name : like.keySet()) {
      settings.put(name, ask(connection, "show " + name));
    }
    return settings;
  }

  private static Iterable<Inet4Address> otherAddressesOfThisMachine() throws IOException {
    return NetworkInterface.networkInterfaces()
        .flatMap(NetworkInterface::inetAddresses)
        .filter(address -> address instanceof Inet4Address && !address.isLoopbackAddress())
        .map(Inet4Address.class::cast)
        .toList();
  }

  private static String permissions(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
