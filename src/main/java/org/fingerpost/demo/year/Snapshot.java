package org.fingerpost.demo.year;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * A copy of a database's rows as compressed text: a first line with the version of the schema and the instant up to which the work in
 * it goes; then for each table a line {@code table name column:type ...}, its rows as PostgreSQL's {@code copy} writes them, and a line
 * {@code \.}. Tables come in an order that foreign keys allow.
 */
public final class Snapshot implements AutoCloseable {

  /** What links in the copy begin with; the demo's own address is put there. */
  private static final String ADDRESS = "\"http://localhost/";

  private static final String HEAD = "fingerpost-snapshot ";
  private static final String END_OF_TABLE = "\\.";

  private final BufferedReader lines;
  private final String schemaVersion;
  private final Instant until;

  private Snapshot(BufferedReader lines, String schemaVersion, Instant until) {
    this.lines = lines;
    this.schemaVersion = schemaVersion;
    this.until = until;
  }

  /**
   * @throws IOException if it cannot be read, or is no snapshot
   */
  public static Snapshot open(InputStream compressed) throws IOException {
    var lines = new BufferedReader(new InputStreamReader(new GZIPInputStream(compressed, 1 << 16), StandardCharsets.UTF_8), 1 << 16);
    var head = lines.readLine();
    if (head == null || !head.startsWith(HEAD)) {
      lines.close();
      throw new IOException("This is no snapshot of Fingerpost");
    }
    var parts = head.substring(HEAD.length()).split(" ");
    return new Snapshot(lines, parts[0], Instant.parse(parts[1]));
  }

  /** The first line of a snapshot. */
  public static String head(String schemaVersion, Instant until) {
    return HEAD + schemaVersion + " " + until;
  }

  /** The latest versioned migration of the schema that the rows fit to. */
  public String schemaVersion() {
    return schemaVersion;
  }

  /**
   * Copies all rows into the tables of this connection, with every date moved by whole weeks so that the work ends within the seven
   * days before {@code now}. Weekdays stay weekdays; clock times stay the same in London.
   *
   * @param publicUrl where the demo is found, so that links in its messages lead there
   * @return rows copied
   */
  public long copyInto(Connection connection, Instant now, String publicUrl) throws IOException, SQLException {
    var moved = new MovedDates(Duration.between(until, now).toDays() / 7);
    var copies = connection.unwrap(PGConnection.class).getCopyAPI();
    long rows = 0;
    for (var line = lines.readLine(); line != null; line = lines.readLine()) {
      var words = line.split(" ");
      var table = words[1];
      List<MovedDates.Column> columns = new ArrayList<>();
      var names = new ArrayList<String>();
      for (int i = 2; i < words.length; i++) {
        var column = words[i].split(":");
        names.add(column[0]);
        columns.add(MovedDates.Column.of(column[0], column[1]));
      }
      rows += copyTable(copies.copyIn("copy %s (%s) from stdin".formatted(table, String.join(", ", names))), columns, moved, publicUrl);
      continueNumbering(connection, table);
    }
    return rows;
  }

  private long copyTable(CopyIn copy, List<MovedDates.Column> columns, MovedDates moved, String publicUrl)
      throws IOException, SQLException {
    try {
      for (var row = lines.readLine(); !END_OF_TABLE.equals(row); row = lines.readLine()) {
        if (row == null) {
          throw new IOException("The snapshot ends in the middle of a table");
        }
        var here = moved.row(row, columns).replace(ADDRESS, "\"" + publicUrl + "/");
        var bytes = (here + "\n").getBytes(StandardCharsets.UTF_8);
        copy.writeToCopy(bytes, 0, bytes.length);
      }
      return copy.endCopy();
    } finally {
      if (copy.isActive()) {
        copy.cancelCopy();
      }
    }
  }

  /** New rows are numbered after those that were copied. */
  private static void continueNumbering(Connection connection, String table) throws SQLException {
    try (var numbered =
        connection.prepareStatement(
            "select attname from pg_attribute where attrelid = ?::regclass and attidentity <> '' and not attisdropped")) {
      numbered.setString(1, table);
      try (var columns = numbered.executeQuery()) {
        while (columns.next()) {
          var column = columns.getString(1);
          try (var statement = connection.createStatement()) {
            statement.execute(
                "select setval(pg_get_serial_sequence('%1$s', '%2$s'), coalesce(max(%2$s), 0) + 1, false) from %1$s"
                    .formatted(table, column));
          }
        }
      }
    }
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
