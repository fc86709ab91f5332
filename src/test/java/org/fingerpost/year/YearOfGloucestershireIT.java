package org.fingerpost.year;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.fingerpost.FingerpostTest;
import org.fingerpost.platform.engine.EngineClock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A whole year of one scheme, lived through the real engine on a database of its own. With {@code -Dfingerpost.write-pages=true} it writes
 * its report and the demo's snapshot instead of comparing.
 */
@FingerpostTest
@org.springframework.context.annotation.Import(SimulatedYear.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class YearOfGloucestershireIT {

  private static final long SEED = 20250106;
  private static final int PRACTICES = Integer.getInteger("year.practices", 2);
  private static final Path SNAPSHOT = Path.of("src/main/resources/demo/year.snapshot.gz");
  private static final Path REPORT = Path.of("src/docs/year-of-gloucestershire.md");

  static {
    // Before the application starts: its models are deployed and its first referral arrives in the year that is lived.
    EngineClock.standAt(Instant.parse("2025-01-06T08:00:00Z"));
  }

  @Autowired SimulatedYear year;
  @Autowired JdbcClient database;
  @Autowired DataSource dataSource;

  @AfterAll
  static void back_to_the_present() {
    EngineClock.reset();
  }

  @Test
  @Order(1)
  void a_year_passes_and_everybody_has_got_somewhere_or_waits_for_something_with_a_deadline() {
    year.live(SEED, PRACTICES);

    assertThat(new OpenEnds(database).withoutDeadline()).as("referrals that wait for ever, with where they are").isEmpty();
    assertThat(new OpenEnds(database).unfinishedThoughClosed()).as("closed referrals whose journey still runs").isEmpty();
    assertThat(new OpenEnds(database).incidents()).as("work of the engine that failed").isEmpty();
  }

  @Test
  @Order(2)
  void the_same_seed_gives_the_same_year() throws IOException, SQLException {
    var report = new FunnelReport(database).page(SEED, PRACTICES);
    System.out.println(report);
    if (Boolean.getBoolean("fingerpost.write-pages")) {
      Files.writeString(REPORT, report);
      new MarksAtTheEnd(database).areOfDifferentAges(EngineClock.now());
      new SnapshotWriter(dataSource).write(SNAPSHOT, EngineClock.now());
    }
    assertThat(report).as("compare with %s; if a model was changed on purpose, write it again with -Dfingerpost.write-pages=true", REPORT)
        .isEqualTo(Files.readString(REPORT));
  }

  @Test
  @Order(3)
  void arrivals_are_drawn_from_the_seed_alone() {
    var first = new Arrivals(SEED, PRACTICES).of(LocalDate.of(2025, 1, 6));
    var second = new Arrivals(SEED, PRACTICES).of(LocalDate.of(2025, 1, 6));
    assertThat(second).extracting(Arrivals.Arrival::life).containsExactlyElementsOf(first.stream().map(Arrivals.Arrival::life).toList());
    assertThat(new Arrivals(SEED + 1, PRACTICES).of(LocalDate.of(2025, 1, 6)))
        .extracting(Arrivals.Arrival::life)
        .isNotEqualTo(first.stream().map(Arrivals.Arrival::life).toList());
  }
}
