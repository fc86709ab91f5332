package org.fingerpost.scheme;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** One row of a CSV file, read strictly: what cannot be understood becomes a problem, never a guess. */
final class CsvRow {

  static final String NOT_YET = "not-yet";

  private final String where;
  private final Map<String, String> values;
  private final Problems problems;

  private CsvRow(String where, Map<String, String> values, Problems problems) {
    this.where = where;
    this.values = values;
    this.problems = problems;
  }

  /** The rows of a file whose first line names exactly these columns, in any order. */
  static List<CsvRow> read(String file, String text, List<String> columns, Problems problems) {
    return read(file, text, columns, List.of(), problems);
  }

  /** The rows of a file whose first line names these columns and any of the others, in any order. */
  static List<CsvRow> read(
      String file, String text, List<String> columns, List<String> others, Problems problems) {
    if (text.isBlank()) {
      problems.add(file, "is empty; the first line names the columns: " + String.join(",", columns));
      return List.of();
    }
    CSVFormat format =
        CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).setTrim(true).setIgnoreEmptyLines(true).get();
    List<CsvRow> rows = new ArrayList<>();
    long line = 1;
    try (CSVParser parser = CSVParser.parse(text, format)) {
      Set<String> named = new TreeSet<>(parser.getHeaderNames());
      named.removeAll(others);
      if (!named.equals(new TreeSet<>(columns)) || Set.copyOf(parser.getHeaderNames()).size() != parser.getHeaderNames().size()) {
        problems.add(file + " line 1", "the columns must be " + String.join(",", columns));
        return List.of();
      }
      var records = parser.iterator();
      while (records.hasNext()) {
        line = parser.getCurrentLineNumber();
        CSVRecord row = records.next();
        String where = file + " line " + line;
        if (row.isConsistent()) {
          rows.add(new CsvRow(where, row.toMap(), problems));
        } else {
          problems.add(
              where,
              "has %d values where %d columns are; put a text that contains a comma in double quotes"
                  .formatted(row.size(), columns.size()));
        }
      }
    } catch (CSVException | IllegalArgumentException | UncheckedIOException e) {
      problems.add(file + " after line " + line, "a value in double quotes does not end; close the quotes");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return rows;
  }

  void problem(String what) {
    problems.add(where, what);
  }

  /** A value that may be left empty, then {@code null}. */
  String optional(String column) {
    String value = values.getOrDefault(column, "");
    return value.isEmpty() ? null : value;
  }

  /** A value that must be there; with a problem added, the empty text. */
  String text(String column) {
    String value = values.getOrDefault(column, "");
    if (value.isEmpty()) {
      problem(column + " is empty; fill it in");
    }
    return value;
  }

  /** A value of a certain shape. */
  String text(String column, Predicate<String> shape, String advice) {
    String value = text(column);
    if (!value.isEmpty() && !shape.test(value)) {
      problem("%s '%s' %s".formatted(column, value, advice));
    }
    return value;
  }

  LocalisedText bothLanguages(String column) {
    return new LocalisedText(text(column + "_en"), text(column + "_cy"));
  }

  /** A text that may be left out, in both languages; otherwise {@code null}. */
  LocalisedText bothLanguagesOrNeither(String column) {
    boolean english = optional(column + "_en") != null;
    boolean welsh = optional(column + "_cy") != null;
    return english || welsh ? bothLanguages(column) : null;
  }

  /** A time of day, or {@code null} when left empty. */
  LocalTime timeOfDay(String column) {
    String value = optional(column);
    if (value == null) {
      return null;
    }
    if (!value.matches("([01][0-9]|2[0-3]):[0-5][0-9]")) {
      problem("%s '%s' is not a time of day; write it as 14:30 or leave it empty".formatted(column, value));
      return null;
    }
    return LocalTime.parse(value);
  }

  /** Words separated by spaces, each one of those allowed. */
  List<String> codes(String column, Set<String> allowed, String whatTheyAre) {
    List<String> codes = words(column);
    for (String code : codes) {
      if (!allowed.contains(code)) {
        problem("%s '%s' is not %s; use %s".formatted(column, code, whatTheyAre, oneOf(allowed)));
      }
    }
    return codes;
  }

  List<String> words(String column) {
    String value = values.getOrDefault(column, "");
    return value.isEmpty() ? List.of() : Arrays.stream(value.split("\\s+")).distinct().toList();
  }

  <E extends Enum<E>> E choice(String column, Class<E> type) {
    String value = text(column);
    Optional<E> choice =
        Arrays.stream(type.getEnumConstants()).filter(constant -> constant.name().equals(value)).findFirst();
    if (choice.isEmpty() && !value.isEmpty()) {
      List<String> names = Arrays.stream(type.getEnumConstants()).map(Enum::name).toList();
      problem("%s '%s' is not known; use %s".formatted(column, value, oneOf(names)));
    }
    return choice.orElse(null);
  }

  /** One of an enum's constants; where the column is not there or empty, the usual one. */
  <E extends Enum<E>> E choice(String column, E usual) {
    E choice = optional(column) == null ? usual : choice(column, usual.getDeclaringClass());
    return choice == null ? usual : choice;
  }

  /** Constants of an enum, separated by spaces. */
  <E extends Enum<E>> List<E> choices(String column, Class<E> type, String whatTheyAre) {
    Map<String, E> byName = new LinkedHashMap<>();
    Arrays.stream(type.getEnumConstants()).forEach(constant -> byName.put(constant.name(), constant));
    return codes(column, byName.keySet(), whatTheyAre).stream().map(byName::get).filter(Objects::nonNull).toList();
  }

  boolean yesOrNo(String column) {
    String value =
        text(column, v -> v.equals("true") || v.equals("false"), "is neither true nor false; write one of them");
    return value.equals("true");
  }

  /** A whole number from 0, or {@code null} when left empty. */
  Integer number(String column) {
    String value = values.getOrDefault(column, "");
    if (value.isEmpty()) {
      return null;
    }
    if (!value.matches("[0-9]{1,6}")) {
      problem("%s '%s' is not a whole number; write it as 12 or leave it empty".formatted(column, value));
      return null;
    }
    return Integer.valueOf(value);
  }

  /** A date, or {@code null} for {@value #NOT_YET}. */
  LocalDate liveFrom(String column) {
    String value = text(column);
    if (value.isEmpty() || value.equals(NOT_YET)) {
      return null;
    }
    Optional<LocalDate> date = Dates.parse(value);
    if (date.isEmpty()) {
      problem("%s '%s' is not a date; write it as 2026-04-01, or %s".formatted(column, value, NOT_YET));
    }
    return date.orElse(null);
  }

  private static String oneOf(Iterable<String> allowed) {
    return String.join(", ", allowed);
  }
}
