package org.fingerpost.audit.decision;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * One condition of a table, as far as it is simple enough to be read exactly: anything, a code or a flag or a number, one of several,
 * a comparison, a range. What is more than that is not understood, and then nothing is claimed about it.
 */
final class Cell {

  private static final Pattern TEXT = Pattern.compile("\"([^\"]*)\"");
  private static final Pattern NUMBER = Pattern.compile("-?\\d+(?:\\.\\d+)?");
  private static final Pattern COMPARED = Pattern.compile("(<=|>=|<|>)\\s*(-?\\d+(?:\\.\\d+)?)");
  private static final Pattern RANGE =
      Pattern.compile("([\\[\\](])\\s*(-?\\d+(?:\\.\\d+)?)\\s*\\.\\.\\s*(-?\\d+(?:\\.\\d+)?)\\s*([\\])\\[])");

  private final String text;
  private final Predicate<Object> holds;

  private Cell(String text, Predicate<Object> holds) {
    this.text = text;
    this.holds = holds;
  }

  /** The condition, or empty where it is not understood. */
  static Optional<Cell> read(String written) {
    var text = written == null ? "" : written.strip();
    if (text.isEmpty() || text.equals("-")) {
      return Optional.of(new Cell("", value -> true));
    }
    var any = new ArrayList<Predicate<Object>>();
    for (var part : text.split(",")) {
      var one = single(part.strip());
      if (one == null) {
        return Optional.empty();
      }
      any.add(one);
    }
    return Optional.of(new Cell(text, value -> any.stream().anyMatch(one -> one.test(value))));
  }

  boolean asksNothing() {
    return text.isEmpty();
  }

  boolean holds(Object value) {
    return holds.test(value);
  }

  private static Predicate<Object> single(String part) {
    if (part.equals("true") || part.equals("false")) {
      return value -> part.equals(String.valueOf(value));
    }
    var quoted = TEXT.matcher(part);
    if (quoted.matches()) {
      return value -> quoted.group(1).equals(value);
    }
    if (NUMBER.matcher(part).matches()) {
      var number = new BigDecimal(part);
      return value -> compared(value, number, List.of(0));
    }
    var comparison = COMPARED.matcher(part);
    if (comparison.matches()) {
      var number = new BigDecimal(comparison.group(2));
      var signs =
          switch (comparison.group(1)) {
            case "<" -> List.of(-1);
            case "<=" -> List.of(-1, 0);
            case ">" -> List.of(1);
            default -> List.of(1, 0);
          };
      return value -> compared(value, number, signs);
    }
    var range = RANGE.matcher(part);
    if (range.matches()) {
      var low = new BigDecimal(range.group(2));
      var high = new BigDecimal(range.group(3));
      var fromLow = range.group(1).equals("[") ? List.of(1, 0) : List.of(1);
      var toHigh = range.group(4).equals("]") ? List.of(-1, 0) : List.of(-1);
      return value -> compared(value, low, fromLow) && compared(value, high, toHigh);
    }
    return null;
  }

  private static boolean compared(Object value, BigDecimal number, List<Integer> signs) {
    if (!(value instanceof Number)) {
      return false;
    }
    return signs.contains(Integer.signum(new BigDecimal(value.toString()).compareTo(number)));
  }
}
