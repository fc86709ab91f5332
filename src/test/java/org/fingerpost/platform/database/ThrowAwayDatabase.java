package org.fingerpost.platform.database;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.DriverManager;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/**
 * A database of one's own on the tests' server, with every table and no row, for tests that do what no other test must see. The shared
 * application context must be up, because it starts the server.
 */
public final class ThrowAwayDatabase implements AutoCloseable {

  private final String server;
  private final String name;
  private final String superuserPassword;

  private ThrowAwayDatabase(String server, String name) throws IOException {
    this.server = server;
    this.name = name;
    this.superuserPassword =
        Files.readAllLines(TestDatabase.DATA_DIRECTORY.resolve("postgres-passwords")).stream()
            .filter(line -> line.startsWith("*:*:*:" + DataDirectory.ADMINISTRATOR + ":"))
            .map(line -> line.substring(line.lastIndexOf(':') + 1))
            .findFirst()
            .orElseThrow();
  }

  /**
   * @param shared the data source of the shared context
   */
  public static ThrowAwayDatabase empty(DataSource shared, String name) throws SQLException, IOException {
    var database = new ThrowAwayDatabase(serverOf(shared), name);
    database.administer("drop database if exists " + name + " with (force)");
    database.administer("create database " + name + " owner " + DataDirectory.APPLICATION);
    try (var superuser = database.asSuperuser()) {
      Flyway.configure()
          .dataSource(superuser)
          .locations("classpath:db/migration")
          .javaMigrations(new V001__EngineTables())
          .load()
          .migrate();
    }
    return database;
  }

  /** A copy as it is now; nobody may be connected to this one. */
  public ThrowAwayDatabase copy(String copyName) throws SQLException, IOException {
    var copy = new ThrowAwayDatabase(server, copyName);
    copy.administer("drop database if exists " + copyName + " with (force)");
    copy.administer("create database " + copyName + " template " + name);
    return copy;
  }

  private static String serverOf(DataSource shared) throws SQLException {
    try (var connection = shared.getConnection()) {
      var url = connection.getMetaData().getURL();
      return url.substring(0, url.indexOf('/', "jdbc:postgresql://".length()) + 1);
    }
  }

  /** Somebody with full rights on the database. To be closed. */
  public HikariDataSource asSuperuser() {
    var few = new HikariDataSource();
    few.setJdbcUrl(server + name);
    few.setUsername(DataDirectory.ADMINISTRATOR);
    few.setPassword(superuserPassword);
    few.setMaximumPoolSize(4);
    few.setMinimumIdle(0);
    return few;
  }

  private void administer(String sql) throws SQLException {
    try (var connection = DriverManager.getConnection(server + "postgres", DataDirectory.ADMINISTRATOR, superuserPassword);
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Override
  public void close() throws SQLException {
    administer("drop database if exists " + name + " with (force)");
  }
}
