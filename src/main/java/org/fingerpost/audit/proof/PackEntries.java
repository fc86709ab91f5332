package org.fingerpost.audit.proof;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.fingerpost.audit.proof.log.CanonicalJson;
import org.fingerpost.audit.proof.log.LogEntry;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** The entries of a pack: as they were hashed, and the same for a spreadsheet. */
final class PackEntries {

  private PackEntries() {}

  /**
   * @return how many
   */
  static long write(PackFile out, PackSelection selection, JdbcTemplate jdbc, TransactionTemplate transaction) {
    var count = new long[1];
    out.add(
        "events.ndjson",
        stream -> {
          var events = new BufferedOutputStream(stream, 1 << 16);
          selection.each(
              jdbc,
              transaction,
              (index, entry) -> {
                count[0]++;
                events.write(line(index, entry));
                events.write('\n');
              });
          events.flush();
        });
    out.add(
        "events.csv",
        stream -> {
          var csv = new BufferedOutputStream(stream, 1 << 16);
          // the mark by which spreadsheets know that ŵ is ŵ
          write(csv, "\uFEFF" + LogEntry.csv(LogEntry.COLUMNS) + "\r\n");
          selection.each(
              jdbc,
              transaction,
              (index, entry) -> {
                if (entry != null) {
                  write(csv, entry.csv(index) + "\r\n");
                }
              });
          csv.flush();
        });
    return count[0];
  }

  /** One line of {@code events.ndjson}. */
  static byte[] line(long index, LogEntry entry) {
    return CanonicalJson.bytes(entry == null ? Map.of("index", index, "missing", true) : Map.of("index", index, "entry", entry.fields()));
  }

  private static void write(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
  }
}
