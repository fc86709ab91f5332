package org.fingerpost.demo.year;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.fingerpost.demo.year.MovedDates.Column;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SnapshotTest {

  private static final List<Column> ROW =
      List.of(
          Column.of("name", "text"),
          Column.of("date_of_birth", "date"),
          Column.of("next_date", "date"),
          Column.of("at", "timestamptz"),
          Column.of("due_date_", "timestamp"),
          Column.of("details", "jsonb"));

  @Test
  void the_demos_year_fits_the_schema_of_this_release() throws IOException {
    String latest;
    try (var migrations = Files.list(Path.of("src/main/resources/db/migration"))) {
      latest =
          migrations
              .map(file -> file.getFileName().toString())
              .filter(name -> name.startsWith("V"))
              .max(Comparator.naturalOrder())
              .map(name -> name.substring(1, name.indexOf("__")))
              .orElseThrow();
    }
    try (var snapshot = Snapshot.open(DemoYear.SNAPSHOT.getInputStream())) {
      assertThat(snapshot.schemaVersion())
          .as("the schema has changed: live the year again, mvn verify -Dit.test=YearOfGloucestershireIT -Dfingerpost.write-pages=true")
          .isEqualTo(latest);
    }
  }

  @Test
  void dates_move_by_whole_weeks_and_days_of_birth_stay() {
    var moved = new MovedDates(2).row("Nia\t1950-01-06\t2025-01-06\t2025-01-06 09:05:00.5+00\t2025-01-06 09:00:00\t{\"on\": \"2025-01-06\"}", ROW);

    assertThat(moved)
        .isEqualTo("Nia\t1950-01-06\t2025-01-20\t2025-01-20 09:05:00.5+00\t2025-01-20 09:00:00\t{\"on\": \"2025-01-20\"}");
  }

  @Test
  void nine_in_the_morning_stays_nine_in_the_morning_when_the_clocks_change() {
    var spring = new MovedDates(1).row("x\t\\N\t\\N\t2025-03-25 09:00:00+00\t\\N\t\\N", ROW);

    assertThat(spring).isEqualTo("x\t\\N\t\\N\t2025-04-01 08:00:00+00\t\\N\t\\N");
  }

  @Test
  void a_moment_in_a_variable_of_the_engine_moves_and_a_code_stays() {
    var variable = List.of(Column.of("name_", "varchar"), Column.of("text_", "varchar"));

    assertThat(new MovedDates(1).row("checkInDueAt\t2025-01-06T09:00:00Z", variable)).isEqualTo("checkInDueAt\t2025-01-13T09:00:00Z");
    assertThat(new MovedDates(1).row("linkWorker\tlowri", variable)).isEqualTo("linkWorker\tlowri");
  }

  @Test
  void another_file_is_refused() throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var out = new GZIPOutputStream(bytes)) {
      out.write("something else\n".getBytes());
    }

    assertThatThrownBy(() -> Snapshot.open(new ByteArrayInputStream(bytes.toByteArray())))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("no snapshot");
  }
}
