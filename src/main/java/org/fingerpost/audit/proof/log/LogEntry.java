package org.fingerpost.audit.proof.log;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * An audit entry as the log holds it. Its bytes, built from the row's columns and from nothing else, are what is hashed.
 *
 * @param at to the microsecond, which is what the database keeps
 * @param via where it came from: PAGES, TASKLIST, API, LINK, MODELER, ROUND, START; {@code null} for entries from before that was kept
 * @param session which session, as a pseudonym, or {@code null}
 * @param scheme {@code null} for acts across schemes
 * @param details codes, ids, counts and dates by name
 */
public record LogEntry(
    long id,
    Instant at,
    String actorKind,
    String actorId,
    String via,
    String session,
    String act,
    String subjectType,
    String subjectId,
    String scheme,
    Map<String, Object> details) {

  /** The columns of {@code events.csv}. */
  public static final List<String> COLUMNS =
      List.of(
          "index", "id", "at", "actor_kind", "actor_id", "via", "session", "act", "subject_type", "subject_id", "scheme", "details");

  private static final DateTimeFormatter MICROSECONDS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  public LogEntry {
    at = at.truncatedTo(ChronoUnit.MICROS);
  }

  public byte[] bytes() {
    return CanonicalJson.bytes(fields());
  }

  public Map<String, Object> fields() {
    var fields = new TreeMap<String, Object>();
    fields.put("v", 1);
    fields.put("id", id);
    fields.put("at", MICROSECONDS.format(at));
    fields.put("actor", new TreeMap<>(Map.of("kind", actorKind, "id", actorId)));
    fields.put("act", act);
    fields.put("subject", new TreeMap<>(Map.of("type", subjectType, "id", subjectId)));
    fields.put("details", details);
    putIfThere(fields, "via", via);
    putIfThere(fields, "session", session);
    putIfThere(fields, "scheme", scheme);
    return fields;
  }

  private static void putIfThere(Map<String, Object> fields, String name, String value) {
    if (value != null) {
      fields.put(name, value);
    }
  }

  /**
   * Reads an entry's bytes back.
   *
   * @throws IllegalArgumentException if these are not the bytes of an entry
   */
  public static LogEntry read(byte[] bytes) {
    return of(CanonicalJson.read(bytes));
  }

  @SuppressWarnings("unchecked")
  public static LogEntry of(Object json) {
    try {
      var fields = (Map<String, Object>) json;
      var actor = (Map<String, Object>) fields.get("actor");
      var subject = (Map<String, Object>) fields.get("subject");
      return new LogEntry(
          ((Number) fields.get("id")).longValue(),
          Instant.parse((String) fields.get("at")),
          (String) actor.get("kind"),
          (String) actor.get("id"),
          (String) fields.get("via"),
          (String) fields.get("session"),
          (String) fields.get("act"),
          (String) subject.get("type"),
          (String) subject.get("id"),
          (String) fields.get("scheme"),
          (Map<String, Object>) fields.get("details"));
    } catch (ClassCastException | NullPointerException | DateTimeParseException e) {
      throw new IllegalArgumentException("This is not an audit entry", e);
    }
  }

  /** One line of {@code events.csv}: every value in quotes, and none that a spreadsheet would take for a formula. */
  public String csv(long index) {
    return csv(
        List.of(
            String.valueOf(index),
            String.valueOf(id),
            MICROSECONDS.format(at),
            actorKind,
            actorId,
            orEmpty(via),
            orEmpty(session),
            act,
            subjectType,
            subjectId,
            orEmpty(scheme),
            CanonicalJson.text(details)));
  }

  public static String csv(List<String> values) {
    var line = new StringBuilder();
    for (String value : values) {
      line.append(line.isEmpty() ? "\"" : ",\"").append(guarded(value).replace("\"", "\"\"")).append('"');
    }
    return line.toString();
  }

  private static String guarded(String value) {
    return !value.isEmpty() && "=+-@\t\r\n".indexOf(value.charAt(0)) >= 0 ? "'" + value : value;
  }

  private static String orEmpty(String value) {
    return value == null ? "" : value;
  }
}
