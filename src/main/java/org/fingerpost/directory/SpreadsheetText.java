package org.fingerpost.directory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.fingerpost.platform.InvalidInput;

/**
 * The rows of a CSV file as spreadsheets write it: with or without a byte order mark, in UTF-8, UTF-16 or the old code page of Windows,
 * parted by commas, semicolons or tabs. And the other way round: rows that a spreadsheet opens without taking a value for a formula.
 */
final class SpreadsheetText {

  /** Bytes. */
  static final int LARGEST = 1_000_000;

  /** Lines below the headings. */
  static final int MOST_ROWS = 2_000;

  private static final Charset WINDOWS = Charset.forName("windows-1252");
  private static final String FORMULA = "=+-@\t\r";

  private SpreadsheetText() {}

  /**
   * @param number of the line in the file, from 1
   * @param values by heading in small letters; without those that are empty
   */
  record Row(int number, Map<String, String> values) {}

  /**
   * @throws InvalidInput for field {@code file}, if it is no text, too large or empty
   */
  static String decode(byte[] bytes) {
    if (bytes.length == 0) {
      throw refused("directory.file.empty");
    }
    if (bytes.length > LARGEST) {
      throw refused("directory.file.large", LARGEST / 1000);
    }
    if (starts(bytes, 'P', 'K') || starts(bytes, 0xD0, 0xCF) || starts(bytes, '%', 'P', 'D', 'F')) {
      throw refused("directory.file.workbook");
    }
    String text;
    if (starts(bytes, 0xFF, 0xFE)) {
      text = new String(bytes, StandardCharsets.UTF_16LE);
    } else if (starts(bytes, 0xFE, 0xFF)) {
      text = new String(bytes, StandardCharsets.UTF_16BE);
    } else {
      text = utf8OrWindows(bytes);
    }
    text = text.startsWith("\uFEFF") ? text.substring(1) : text;
    if (text.indexOf('\0') >= 0) {
      throw refused("directory.file.workbook");
    }
    if (text.isBlank()) {
      throw refused("directory.file.empty");
    }
    return text;
  }

  private static String utf8OrWindows(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      return new String(bytes, WINDOWS);
    }
  }

  private static boolean starts(byte[] bytes, int... with) {
    if (bytes.length < with.length) {
      return false;
    }
    for (int i = 0; i < with.length; i++) {
      if ((bytes[i] & 0xFF) != with[i]) {
        return false;
      }
    }
    return true;
  }

  /**
   * @param headings those that are known
   * @throws InvalidInput for field {@code file}, if the headings are not these or the lines cannot be read
   */
  static List<Row> rows(String text, List<String> headings) {
    List<Row> rows = new ArrayList<>();
    int line = 1;
    int endOfLast = 0;
    try (CSVParser parser =
        CSVParser.parse(
            text,
            CSVFormat.RFC4180.builder().setDelimiter(delimiter(text)).setTrim(true).setIgnoreEmptyLines(false).get())) {
      List<String> named = null;
      var records = parser.iterator();
      while (records.hasNext()) {
        // The parser has read the record already, which may be several lines long.
        line = endOfLast + 1;
        endOfLast = (int) parser.getCurrentLineNumber();
        CSVRecord record = records.next();
        if (named == null) {
          named = headings(record, headings);
          continue;
        }
        var values = new LinkedHashMap<String, String>();
        for (int i = 0; i < record.size(); i++) {
          String value = unguarded(record.get(i));
          if (value.isEmpty()) {
            continue;
          }
          if (i >= named.size()) {
            throw refused("directory.file.columns", line, record.size(), named.size());
          }
          values.put(named.get(i), value);
        }
        if (!values.isEmpty()) {
          rows.add(new Row(line, values));
        }
        if (rows.size() > MOST_ROWS) {
          throw refused("directory.file.long", MOST_ROWS);
        }
      }
    } catch (CSVException | IllegalArgumentException | UncheckedIOException e) {
      throw refused("directory.file.quotes", line);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (rows.isEmpty()) {
      throw refused("directory.file.empty");
    }
    return rows;
  }

  private static List<String> headings(CSVRecord record, List<String> known) {
    List<String> named = new ArrayList<>();
    for (String heading : record) {
      String name = heading.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s-]+", "_");
      if (named.contains(name) && !name.isEmpty()) {
        throw refused("directory.file.heading-twice", brief(name));
      }
      if (!name.isEmpty() && !known.contains(name)) {
        throw refused("directory.file.heading", brief(name));
      }
      named.add(name);
    }
    if (!named.contains("organisation") && !named.contains("organisation_id")) {
      throw refused("directory.file.no-headings");
    }
    return named;
  }

  private static String brief(String text) {
    return text.length() <= 40 ? text : text.substring(0, 39) + "…";
  }

  /** What parts the headings most often. */
  private static char delimiter(String text) {
    String first = text.lines().findFirst().orElse("");
    char best = ',';
    for (char candidate : new char[] {';', '\t'}) {
      if (count(first, candidate) > count(first, best)) {
        best = candidate;
      }
    }
    return best;
  }

  private static long count(String text, char wanted) {
    return text.chars().filter(c -> c == wanted).count();
  }

  /** A file that spreadsheets open in the right encoding. */
  static String write(List<String> headings, List<List<String>> rows) {
    var text = new StringBuilder("\uFEFF");
    try (var printer = CSVFormat.RFC4180.print(text)) {
      printer.printRecord(headings);
      for (List<String> row : rows) {
        printer.printRecord(row.stream().map(SpreadsheetText::guarded).toList());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  /** A value that would be a formula becomes text. */
  static String guarded(String value) {
    return value == null || value.isEmpty() || FORMULA.indexOf(value.charAt(0)) < 0 ? value : "'" + value;
  }

  /** The same, taken back. */
  private static String unguarded(String value) {
    boolean guarded = value.length() > 1 && value.charAt(0) == '\'' && FORMULA.indexOf(value.charAt(1)) >= 0;
    return (guarded ? value.substring(1) : value).strip();
  }

  private static InvalidInput refused(String key, Object... args) {
    return new InvalidInput(List.of(new InvalidInput.Problem("file", key, List.of(args))));
  }
}
