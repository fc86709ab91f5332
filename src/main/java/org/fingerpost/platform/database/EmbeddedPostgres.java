package org.fingerpost.platform.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.fingerpost.platform.StartRefused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/**
 * Our own PostgreSQL on a data directory: made on the first start, durable, on the loopback address and a free port,
 * with passwords that nobody chose. It outlives a killed Fingerpost; the next one on the directory adopts it. If it
 * dies itself while we run, it is started again on the same port, so that the connection pool finds it.
 *
 * <p>PostgreSQL's own recovery is trusted: nothing in its directory is repaired or removed by us, but for a
 * {@code postmaster.pid} that provably belongs to no PostgreSQL.
 */
final class EmbeddedPostgres implements AutoCloseable {

  static final int MAJOR_VERSION = 17;

  private static final Logger log = LoggerFactory.getLogger(EmbeddedPostgres.class);
  private static final String ADDRESS = "127.0.0.1";
  private static final Duration INITDB_PATIENCE = Duration.ofMinutes(2);
  /** Recovery after a crash replays at most one checkpoint distance, 1 GB of journal. */
  private static final Duration START_PATIENCE = Duration.ofMinutes(3);
  private static final Duration STOP_PATIENCE = Duration.ofSeconds(60);
  private static final int RESTARTS_IN_A_ROW = 5;
  private static final Duration RESTARTS_FORGIVEN_AFTER = Duration.ofMinutes(10);
  private static final long LOG_LIMIT_BYTES = 10_000_000;

  private final DataDirectory data;
  private final PostgresPrograms programs;
  private final String settings;
  private int port;
  private volatile Postmaster postmaster;
  private volatile boolean closed;
  private Thread watch;

  private EmbeddedPostgres(DataDirectory data, PostgresBinaries binaries) {
    this.data = data;
    this.programs = new PostgresPrograms(binaries, data.runsAsRoot());
    this.settings = settings(binaries.hasLibrary("pg_stat_statements"));
  }

  /**
   * Makes, adopts or starts the server and gives it the database and role {@code fingerpost}.
   *
   * @param data already locked; closed with this, or when the start fails
   * @throws StartRefused if it cannot be started
   */
  static EmbeddedPostgres start(DataDirectory data) {
    return start(data, data.folder());
  }

  static EmbeddedPostgres start(DataDirectory data, Path binariesParent) {
    EmbeddedPostgres postgres = null;
    try {
      postgres = new EmbeddedPostgres(data, PostgresBinaries.unpackedUnder(binariesParent));
      postgres.start();
      return postgres;
    } catch (IOException e) {
      closeAfterFailure(data, postgres);
      throw new StartRefused(
          "The embedded PostgreSQL cannot use " + data.folder() + ": " + e.getMessage() + ".",
          "Check that the disk is neither full nor read-only, or set FINGERPOST_DATA_DIRECTORY to another folder.",
          e);
    } catch (RuntimeException | Error e) {
      closeAfterFailure(data, postgres);
      throw e;
    }
  }

  private static void closeAfterFailure(DataDirectory data, EmbeddedPostgres postgres) {
    if (postgres != null) {
      postgres.close();
    }
    data.close();
  }

  String jdbcUrl() {
    return JdbcUrl.embedded(port);
  }

  String user() {
    return DataDirectory.APPLICATION;
  }

  String password() {
    return data.password(DataDirectory.APPLICATION);
  }

  int port() {
    return port;
  }

  /** The server's process; another one after a restart. */
  long pid() {
    return postmaster.pid();
  }

  private void start() throws IOException {
    if (!data.hasDatabase(MAJOR_VERSION)) {
      create();
    }
    boolean settingsUnchanged = writeSettings();
    if (!adopt(settingsUnchanged)) {
      startOnFreePort();
    }
    prepareDatabase();
    watch = new Thread(this::watch, "fingerpost-postgres-watch");
    watch.setDaemon(true);
    watch.start();
  }

  /** Makes the database aside and moves it into place whole: an interrupted first start leaves nothing half made. */
  private void create() throws IOException {
    log.info("First start: making the database in {}", data.pgdata());
    var unfinished = data.folder().resolve("postgres.unfinished");
    FileSystemUtils.deleteRecursively(unfinished);
    data.renewPasswords();
    var passwordFile = data.folder().resolve(".initdb-password");
    DataDirectory.writePrivately(passwordFile, data.password(DataDirectory.ADMINISTRATOR) + "\n");
    try {
      var answer =
          programs.run(
              INITDB_PATIENCE,
              "initdb",
              "--pgdata=" + unfinished,
              "--username=" + DataDirectory.ADMINISTRATOR,
              "--auth-local=scram-sha-256",
              "--auth-host=scram-sha-256",
              "--pwfile=" + passwordFile,
              "--data-checksums",
              "--encoding=UTF8",
              // PostgreSQL's own C.UTF-8: the same order on every machine, whatever locales are installed
              "--locale-provider=builtin",
              "--builtin-locale=C.UTF-8",
              "--locale=C");
      if (!answer.succeeded()) {
        throw new IOException("initdb failed: " + answer.lastLine());
      }
      Files.move(unfinished, data.pgdata(), StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(passwordFile);
      FileSystemUtils.deleteRecursively(unfinished);
    }
  }

  /** Returns whether the files were there already, word for word. */
  private boolean writeSettings() throws IOException {
    boolean unchanged = writeIfChanged(data.pgdata().resolve("postgresql.conf"), settings);
    return writeIfChanged(
            data.pgdata().resolve("pg_hba.conf"), "# written by Fingerpost\nhost all all 127.0.0.1/32 scram-sha-256\n")
        && unchanged;
  }

  private static boolean writeIfChanged(Path file, String text) throws IOException {
    if (Files.exists(file) && Files.readString(file).equals(text)) {
      return true;
    }
    DataDirectory.writePrivately(file, text);
    return false;
  }

  private static String settings(boolean statementStatistics) {
    return """
        # Written by Fingerpost at every start: change nothing here.
        listen_addresses = '127.0.0.1'
        unix_socket_directories = ''
        max_connections = 60
        password_encryption = 'scram-sha-256'

        # nothing that was acknowledged may be lost
        fsync = on
        full_page_writes = on
        synchronous_commit = on
        wal_level = replica
        max_logical_replication_workers = 0
        default_transaction_isolation = 'read committed'

        # a log for operators, without anything that was typed: no statements, no parameters, no quoted rows
        log_min_messages = log
        log_min_error_statement = panic
        log_error_verbosity = terse
        log_statement = none
        log_parameter_max_length = 0
        log_parameter_max_length_on_error = 0
        log_timezone = 'UTC'

        # nobody waits for ever
        idle_in_transaction_session_timeout = 60s
        lock_timeout = 10s
        statement_timeout = 30s

        timezone = 'UTC'
        datestyle = 'iso, dmy'
        default_text_search_config = 'pg_catalog.english'
        jit = off
        """
        + (statementStatistics
            ? "shared_preload_libraries = 'pg_stat_statements'\npg_stat_statements.track_utility = off\n"
            : "");
  }

  /**
   * Takes over a server that a killed Fingerpost left behind, or stops it cleanly when it runs with other settings than
   * ours or does not answer to our password.
   *
   * @return whether a server of ours runs now
   */
  private boolean adopt(boolean settingsUnchanged) throws IOException {
    var found = Postmaster.of(data.pgdata());
    if (found.isEmpty()) {
      return false;
    }
    if (!runsHere(found.get())) {
      clearAwayAfterCrash(found.get());
      return false;
    }
    var orphan = settingsUnchanged ? waitUntilReady(found.get()) : found.get();
    if (settingsUnchanged && orphan.ready() && worksOnOurData(orphan.port())) {
      port = orphan.port();
      postmaster = orphan;
      log.info("Adopted the PostgreSQL that an earlier Fingerpost left running (process {})", orphan.pid());
      return true;
    }
    log.info("Stopping the PostgreSQL that an earlier Fingerpost left running (process {})", orphan.pid());
    stopServer();
    return false;
  }

  private Postmaster waitUntilReady(Postmaster found) {
    var deadline = System.nanoTime() + START_PATIENCE.toNanos();
    var current = found;
    while (!current.ready() && runsHere(current) && System.nanoTime() < deadline) {
      pause(Duration.ofMillis(100));
      current = Postmaster.of(data.pgdata()).orElse(current);
    }
    return current;
  }

  private boolean runsHere(Postmaster server) {
    return server.runsOn(data.pgdata());
  }

  private boolean worksOnOurData(int orphansPort) {
    try (var connection = connect(orphansPort, DataDirectory.ADMINISTRATOR, DataDirectory.ADMINISTRATOR);
        var rows = connection.createStatement().executeQuery("show data_directory")) {
      return rows.next() && Path.of(rows.getString(1)).toRealPath().equals(data.pgdata().toRealPath());
    } catch (SQLException | IOException e) {
      return false;
    }
  }

  /**
   * Waits until the dead server's processes are gone too. A crash leaves {@code postmaster.pid} behind, and PostgreSQL
   * will not start while any process has that id, be it somebody else's: then, and only then, the file is removed. In
   * any other case PostgreSQL decides.
   */
  private void clearAwayAfterCrash(Postmaster dead) throws IOException {
    if (!Postmaster.canSeeProcesses()) {
      return;
    }
    for (int i = 0; i < 100 && Postmaster.anybodyWorksIn(data.pgdata()); i++) {
      pause(Duration.ofMillis(100));
    }
    if (dead.processExists() && !Postmaster.anybodyWorksIn(data.pgdata())) {
      Files.deleteIfExists(data.pgdata().resolve("postmaster.pid"));
    }
  }

  private void startOnFreePort() throws IOException {
    PostgresPrograms.Answer answer = null;
    // between finding a free port and taking it, somebody else may have taken it
    for (int i = 0; i < 3; i++) {
      port = freePort();
      answer = startServer();
      if (answer.succeeded()) {
        return;
      }
    }
    throw new StartRefused(
        "The embedded PostgreSQL does not start: " + answer.lastLine(),
        "Read the end of " + data.log() + "; if the disk is full, free some space.");
  }

  private PostgresPrograms.Answer startServer() throws IOException {
    if (Files.exists(data.log()) && Files.size(data.log()) > LOG_LIMIT_BYTES) {
      Files.move(data.log(), data.folder().resolve("postgres.log.1"), StandardCopyOption.REPLACE_EXISTING);
    }
    if (!Files.exists(data.log())) {
      DataDirectory.writePrivately(data.log(), "");
    }
    // pg_ctl gives the server a session of its own: Ctrl-C reaches us only, and we stop it after pool and engine
    var answer =
        programs.run(
            START_PATIENCE.plusSeconds(10),
            "pg_ctl",
            "start",
            "--wait",
            "--timeout=" + START_PATIENCE.toSeconds(),
            "--pgdata=" + data.pgdata(),
            "--log=" + data.log(),
            "--options=-p " + port);
    if (answer.succeeded()) {
      postmaster = Postmaster.of(data.pgdata()).orElseThrow(() -> new IOException("postmaster.pid is missing"));
    }
    return answer;
  }

  private void stopServer() {
    var answer =
        programs.run(
            STOP_PATIENCE.plusSeconds(10),
            "pg_ctl",
            "stop",
            "--mode=fast",
            "--wait",
            "--timeout=" + STOP_PATIENCE.toSeconds(),
            "--pgdata=" + data.pgdata());
    if (!answer.succeeded() && Postmaster.of(data.pgdata()).filter(this::runsHere).isPresent()) {
      log.warn(
          "PostgreSQL did not stop within {} s; the data is safe, and the next start takes it over",
          STOP_PATIENCE.toSeconds());
    }
  }

  /** The application's role and database, made when they are missing: an interrupted first start is finished. */
  private void prepareDatabase() {
    try (var connection = connect(port, DataDirectory.ADMINISTRATOR, DataDirectory.ADMINISTRATOR)) {
      var name = DataDirectory.APPLICATION;
      if (!exists(connection, "select from pg_roles where rolname = '" + name + "'")) {
        // generated by Tokens.random(): letters, digits, - and _ only
        execute(connection, "create role " + name + " login password '" + password() + "'");
      }
      if (!exists(connection, "select from pg_database where datname = '" + name + "'")) {
        execute(connection, "revoke connect on database postgres, template1 from public");
        execute(connection, "create database " + name + " owner " + name);
      }
    } catch (SQLException e) {
      throw refusedByServer(e);
    }
    try (var connection = connect(port, DataDirectory.ADMINISTRATOR, DataDirectory.APPLICATION)) {
      if (settings.contains("pg_stat_statements")
          && !exists(connection, "select from pg_extension where extname = 'pg_stat_statements'")) {
        execute(connection, "create extension pg_stat_statements");
        execute(connection, "grant execute on function pg_stat_statements_reset to " + DataDirectory.APPLICATION);
      }
    } catch (SQLException e) {
      throw refusedByServer(e);
    }
  }

  private StartRefused refusedByServer(SQLException e) {
    return new StartRefused(
        "The embedded PostgreSQL runs but refuses us (SQL state " + e.getSQLState() + ").",
        "If " + data.passwordFile() + " was changed, put it back from a backup.",
        e);
  }

  private Connection connect(int toPort, String user, String database) throws SQLException {
    var properties = new Properties();
    properties.setProperty("user", user);
    properties.setProperty("password", data.password(user));
    properties.setProperty("connectTimeout", "5");
    properties.setProperty("socketTimeout", "60");
    properties.setProperty("ApplicationName", "fingerpost-supervisor");
    return DriverManager.getConnection("jdbc:postgresql://" + ADDRESS + ":" + toPort + "/" + database, properties);
  }

  private static boolean exists(Connection connection, String query) throws SQLException {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(query)) {
      return rows.next();
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getByName(ADDRESS))) {
      return socket.getLocalPort();
    }
  }

  /** Starts the server again when it died: five times in a row, then it is left to people. */
  private void watch() {
    List<Long> restarts = new ArrayList<>();
    while (!closed) {
      pause(Duration.ofMillis(250));
      if (closed || runsHere(postmaster)) {
        continue;
      }
      restarts.removeIf(at -> System.nanoTime() - at > RESTARTS_FORGIVEN_AFTER.toNanos());
      if (restarts.size() == RESTARTS_IN_A_ROW) {
        log.error("PostgreSQL died {} times and is not started again; read {}", RESTARTS_IN_A_ROW, data.log());
        return;
      }
      restarts.add(System.nanoTime());
      restart();
    }
  }

  private synchronized void restart() {
    if (closed) {
      return;
    }
    log.warn("PostgreSQL (process {}) died; starting it again on port {}", postmaster.pid(), port);
    try {
      clearAwayAfterCrash(postmaster);
      var answer = startServer();
      if (answer.succeeded()) {
        log.info("PostgreSQL runs again (process {})", postmaster.pid());
      } else {
        log.error("PostgreSQL did not start again: {}", answer.lastLine());
      }
    } catch (IOException e) {
      log.error("PostgreSQL did not start again: {}", e.getMessage());
    }
  }

  /** Stops the server cleanly and lets go of the data directory. To be called after the last connection is closed. */
  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    if (Postmaster.of(data.pgdata()).filter(this::runsHere).isPresent()) {
      stopServer();
    }
    data.close();
  }

  private static void pause(Duration duration) {
    try {
      Thread.sleep(duration.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
