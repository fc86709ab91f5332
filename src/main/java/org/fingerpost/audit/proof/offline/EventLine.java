package org.fingerpost.audit.proof.offline;

import java.nio.charset.StandardCharsets;
import org.fingerpost.audit.proof.log.LogEntry;

/**
 * A line of {@code events.ndjson}: <code>{"entry":{...},"index":7}</code>, or <code>{"index":7,"missing":true}</code> for an entry of
 * which there is the hash alone.
 *
 * @param bytes exactly as they were hashed; {@code null} for one that is missing
 */
record EventLine(long index, byte[] bytes, LogEntry entry) {

  private static final String ENTRY = "{\"entry\":";
  private static final String INDEX = ",\"index\":";
  private static final String MISSING = ",\"missing\":true}";

  /** {@code null} if this is no such line. */
  static EventLine read(String line) {
    try {
      if (line.startsWith("{\"index\":") && line.endsWith(MISSING)) {
        return new EventLine(number(line.substring("{\"index\":".length(), line.length() - MISSING.length())), null, null);
      }
      int end = line.lastIndexOf(INDEX);
      if (!line.startsWith(ENTRY) || end < 0 || !line.endsWith("}")) {
        return null;
      }
      byte[] bytes = line.substring(ENTRY.length(), end).getBytes(StandardCharsets.UTF_8);
      long index = number(line.substring(end + INDEX.length(), line.length() - 1));
      return new EventLine(index, bytes, LogEntry.read(bytes));
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private static long number(String text) {
    if (!text.matches("[0-9]{1,18}")) {
      throw new IllegalArgumentException("This is not the number of an entry");
    }
    return Long.parseLong(text);
  }
}
