package org.fingerpost.platform.database;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.fingerpost.platform.StartRefused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.InitializingBean;

/**
 * Looks at the live settings of the database, the embedded one or another, and refuses to start on one that may lose
 * what it has acknowledged. Data checksums cannot be switched on while a server runs, so on somebody else's server
 * they are only advised.
 */
final class DurableSettings implements InitializingBean {

  private static final Logger log = LoggerFactory.getLogger(DurableSettings.class);
  private static final String[] MUST_BE_ON = {"fsync", "synchronous_commit", "full_page_writes"};

  private final DataSource dataSource;
  private final boolean ours;

  /**
   * @param ours whether the server is our own, which must have checksums
   */
  DurableSettings(DataSource dataSource, boolean ours) {
    this.dataSource = dataSource;
    this.ours = ours;
  }

  /**
   * @throws StartRefused if a setting is not durable, the server is too old or cannot be reached
   */
  @Override
  public void afterPropertiesSet() {
    try (var connection = dataSource.getConnection()) {
      check(connection);
    } catch (SQLException e) {
      throw new StartRefused(
          "The database does not let us in (SQL state " + e.getSQLState() + ").",
          "Check that the server runs, and the values of SPRING_DATASOURCE_URL, _USERNAME and _PASSWORD.",
          e);
    }
  }

  private void check(Connection connection) throws SQLException {
    int version = connection.getMetaData().getDatabaseMajorVersion();
    if (version < PostgresBinaries.OLDEST_MAJOR_VERSION) {
      throw new StartRefused(
          "The database server is PostgreSQL " + version + "; Fingerpost needs 15 or newer.",
          "Upgrade the server, or leave SPRING_DATASOURCE_URL away to use the embedded PostgreSQL.");
    }
    for (var setting : MUST_BE_ON) {
      var value = show(connection, setting);
      // remote_write, remote_apply and local wait for our own disk as well, or for another one's
      if ("off".equals(value)) {
        throw notDurable(setting, value);
      }
    }
    if ("off".equals(show(connection, "data_checksums"))) {
      if (ours) {
        throw notDurable("data_checksums", "off");
      }
      log.warn("The database server has no data checksums: a disk that errs in silence would not be noticed."
          + " Stop the server and run pg_checksums --enable.");
    }
    if (connection.getTransactionIsolation() != Connection.TRANSACTION_READ_COMMITTED) {
      throw new StartRefused(
          "The database's transactions are not READ COMMITTED by default, which the workflow engine needs.",
          "Set default_transaction_isolation = 'read committed' for the server, the database and the role.");
    }
  }

  private static StartRefused notDurable(String setting, String value) {
    return new StartRefused(
        "The database may lose referrals that were acknowledged: " + setting + " is " + value + ".",
        "Set " + setting + " = on for the server, the database and the role, and start Fingerpost again.");
  }

  private static String show(Connection connection, String setting) throws SQLException {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery("show " + setting)) {
      rows.next();
      return rows.getString(1);
    }
  }
}
