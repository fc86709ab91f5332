package org.fingerpost.year;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.GZIPOutputStream;
import javax.sql.DataSource;
import org.fingerpost.demo.year.Snapshot;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes the demo's snapshot from a database in which a year was lived. */
final class SnapshotWriter {

  /** Made anew by each start or by the migrations, or belonging to one installation: accounts, keys, sessions, settings, weights, filters, rights. */
  private static final Set<String> LEFT_OUT =
      Set.of(
          "flyway_schema_history", "spring_session", "spring_session_attributes", "staff_account", "link_worker", "api_key", "setting", "caseload_weight",
          // Dates in the copy are moved: what was signed over them would not hold. Each demo begins a log of its own.
          "audit_key", "audit_leaf", "audit_node", "audit_head", "case_seal", "audit_check", "evidence_pack",
          "act_ge_property", "act_ge_schema_log", "act_ru_filter", "act_ru_meter_log", "act_ru_task_meter_log");

  /** Rights to work on a process and on single tasks; those to filters and to Tasklist itself are given at each start. */
  private static final String RIGHTS = "act_ru_authorization";

  private static final String RIGHTS_TO_WORK = " where resource_type_ in (6, 7)";

  private final DataSource dataSource;
  private final JdbcClient database;

  SnapshotWriter(DataSource dataSource) {
    this.dataSource = dataSource;
    this.database = JdbcClient.create(dataSource);
  }

  void write(Path file, Instant until) throws IOException, SQLException {
    Files.createDirectories(file.getParent());
    var version =
        database
            .sql("select version from flyway_schema_history where version is not null order by installed_rank desc limit 1")
            .query(String.class)
            .single();
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file), 1 << 16) {
          {
            def.setLevel(9);
          }
        };
        var connection = dataSource.getConnection()) {
      connection.createStatement().execute("set time zone 'UTC'");
      line(out, Snapshot.head(version, until));
      for (var table : inOrderOfForeignKeys()) {
        var columns = columns(table);
        var names = columns.stream().map(column -> column.split(":")[0]).toList();
        line(out, "table " + table + " " + String.join(" ", columns));
        connection
            .unwrap(PGConnection.class)
            .getCopyAPI()
            .copyOut("copy (select %s from %s%s) to stdout"
                    .formatted(String.join(", ", names), table, table.equals(RIGHTS) ? RIGHTS_TO_WORK : ""),
                out);
        line(out, "\\.");
      }
    }
  }

  private static void line(OutputStream out, String text) throws IOException {
    out.write((text + "\n").getBytes(StandardCharsets.UTF_8));
  }

  private List<String> columns(String table) {
    return database
        .sql(
            """
            select attname || ':' || typname from pg_attribute join pg_type on pg_type.oid = atttypid
            where attrelid = ?::regclass and attnum > 0 and not attisdropped and attgenerated = '' order by attnum""")
        .param(table)
        .query(String.class)
        .list();
  }

  private List<String> inOrderOfForeignKeys() {
    var left =
        new TreeSet<>(
            database
                .sql("select tablename from pg_tables where schemaname = current_schema()")
                .query(String.class)
                .list());
    left.removeAll(LEFT_OUT);
    left.removeIf(table -> database.sql("select not exists (select 1 from %s)".formatted(table)).query(Boolean.class).single());
    record Reference(String from, String to) {}
    var references =
        database
            .sql("select conrelid::regclass::text as referring, confrelid::regclass::text as referred from pg_constraint where contype = 'f'")
            .query((row, number) -> new Reference(row.getString(1), row.getString(2)))
            .list();
    var ordered = new LinkedHashSet<String>();
    while (!left.isEmpty()) {
      var ready = new ArrayList<>(left);
      ready.removeIf(
          table ->
              references.stream()
                  .anyMatch(ref -> ref.from().equals(table) && !ref.to().equals(table) && left.contains(ref.to())));
      if (ready.isEmpty()) {
        throw new IllegalStateException("Foreign keys go round in a circle among " + left);
      }
      ordered.addAll(ready);
      left.removeAll(ready);
    }
    return List.copyOf(ordered);
  }
}
