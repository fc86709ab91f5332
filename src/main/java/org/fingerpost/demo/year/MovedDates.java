package org.fingerpost.demo.year;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.regex.Pattern;

/** Moves the dates in rows by whole weeks. Days of birth stay. */
final class MovedDates {

  private static final ZoneId LONDON = ZoneId.of("Europe/London");
  private static final String NULL = "\\N";

  /** {@code 2025-01-06 09:05:00.123}, as PostgreSQL writes it in UTC, with or without {@code +00} after it. */
  private static final DateTimeFormatter WRITTEN =
      new DateTimeFormatterBuilder()
          .appendPattern("yyyy-MM-dd HH:mm:ss")
          .optionalStart()
          .appendFraction(ChronoField.NANO_OF_SECOND, 0, 6, true)
          .optionalEnd()
          .toFormatter(java.util.Locale.ROOT);

  private static final Pattern IN_JSON = Pattern.compile("\"(20\\d\\d-[01]\\d-[0-3]\\d)(T[0-9:.]+Z)?\"");

  private static final Pattern MOMENT = Pattern.compile("20\\d\\d-[01]\\d-[0-3]\\dT[0-9:.]+Z");

  /** What is done with a column. */
  enum Column {
    AS_IT_IS,
    DAY,
    INSTANT,
    JSON,
    /** Where the engine keeps a variable's value as text; a moment stands there in ISO form. */
    VALUE;

    static Column of(String name, String type) {
      if (name.equals("date_of_birth")) {
        return AS_IT_IS;
      }
      if (name.equals("text_")) {
        return VALUE;
      }
      return switch (type) {
        case "date" -> DAY;
        case "timestamp", "timestamptz" -> INSTANT;
        case "json", "jsonb" -> JSON;
        default -> AS_IT_IS;
      };
    }
  }

  private final long weeks;

  MovedDates(long weeks) {
    this.weeks = weeks;
  }

  String row(String row, List<Column> columns) {
    if (weeks == 0 || columns.stream().allMatch(Column.AS_IT_IS::equals)) {
      return row;
    }
    var values = row.split("\t", -1);
    for (int i = 0; i < values.length; i++) {
      if (!values[i].equals(NULL)) {
        values[i] =
            switch (columns.get(i)) {
              case AS_IT_IS -> values[i];
              case VALUE -> MOMENT.matcher(values[i]).matches() ? moved(Instant.parse(values[i])).toString() : values[i];
              case DAY -> day(values[i]);
              case INSTANT -> instant(values[i]);
              case JSON -> json(values[i]);
            };
      }
    }
    return String.join("\t", values);
  }

  private String day(String day) {
    return LocalDate.parse(day).plusWeeks(weeks).toString();
  }

  private String instant(String written) {
    boolean withZone = written.endsWith("+00");
    var utc = LocalDateTime.parse(withZone ? written.substring(0, written.length() - 3) : written, WRITTEN);
    return WRITTEN.format(LocalDateTime.ofInstant(moved(utc.toInstant(ZoneOffset.UTC)), ZoneOffset.UTC)) + (withZone ? "+00" : "");
  }

  private String json(String json) {
    return IN_JSON
        .matcher(json)
        .replaceAll(
            found ->
                found.group(2) == null
                    ? "\"" + day(found.group(1)) + "\""
                    : "\"" + moved(Instant.parse(found.group(1) + found.group(2))) + "\"");
  }

  /** The same time of the day in London, some weeks on. */
  private Instant moved(Instant instant) {
    return instant.atZone(LONDON).plusWeeks(weeks).toInstant();
  }
}
