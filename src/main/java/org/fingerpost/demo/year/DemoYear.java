package org.fingerpost.demo.year;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import org.fingerpost.platform.StartRefused;
import org.flywaydb.core.Flyway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.flyway.FlywayMigrationStrategy;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * Fills a demo's new database with a year of work, so that lists, caseloads and histories look as they do in use. Only when the database
 * is new: nothing is ever added to one that has been used. Switched off by {@code fingerpost.demo-year=false}.
 */
@Component
@ConditionalOnProperty(name = "fingerpost.demo", havingValue = "true")
class DemoYear implements FlywayMigrationStrategy {

  static final ClassPathResource SNAPSHOT = new ClassPathResource("demo/year.snapshot.gz");

  private static final Logger LOG = LoggerFactory.getLogger(DemoYear.class);

  private final boolean wanted;
  private final String publicUrl;
  private final Clock clock;

  DemoYear(
      @Value("${fingerpost.demo-year:true}") boolean wanted, @Value("${fingerpost.public-url}") String publicUrl, Clock clock) {
    this.wanted = wanted;
    this.publicUrl = publicUrl;
    this.clock = clock;
  }

  @Override
  public void migrate(Flyway flyway) {
    boolean isNew = flyway.info().applied().length == 0;
    flyway.migrate();
    if (isNew && wanted) {
      load(flyway);
    }
  }

  private void load(Flyway flyway) {
    var version = flyway.info().current().getVersion();
    try (var snapshot = Snapshot.open(SNAPSHOT.getInputStream())) {
      if (version == null || !snapshot.schemaVersion().equals(version.getVersion())) {
        LOG.warn("The demo begins empty: its year was lived with schema {}, this is {}", snapshot.schemaVersion(), version);
        return;
      }
      try (var connection = flyway.getConfiguration().getDataSource().getConnection()) {
        connection.setAutoCommit(false);
        long rows = snapshot.copyInto(connection, clock.instant(), publicUrl);
        connection.commit();
        connection.setAutoCommit(true);
        try (var statement = connection.createStatement()) {
          statement.execute("analyze");
        }
        LOG.info("A year of invented work is in the database ({} rows)", rows);
      }
    } catch (IOException | SQLException e) {
      throw new StartRefused(
          "The demo's year of work cannot be loaded.", "Empty the data directory and start again, or set FINGERPOST_DEMO_YEAR=false.", e);
    }
  }
}
