package org.fingerpost.workbench.check;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A condition of a decision table, read by ourselves so that all values can be thought through: the empty cell, codes, flags,
 * numbers and dates, lists of them, comparisons, ranges, and {@code not(...)} around any of these. The engine's own reader says the
 * same of each value; a property test tries that. What else FEEL can say is not read here, and said so.
 */
final class Cell {

  private static final Pattern TOKEN =
      Pattern.compile(
          "\\s*(?:(\"[^\"]*\")|(-?[0-9]+(?:\\.[0-9]+)?(?![0-9])(?!\\.[0-9]))|(date\\s*\\(\\s*\"[0-9]{4}-[0-9]{2}-[0-9]{2}\"\\s*\\))|(true|false)\\b|(<=|>=|<|>|\\.\\.|[\\[\\](),])|(not)\\s*(?=\\())");
  private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

  private static final Cell EVERYTHING = new Cell(List.of(), false, true);

  private final List<Test> tests;
  private final boolean negated;
  private final boolean everything;

  private Cell(List<Test> tests, boolean negated, boolean everything) {
    this.tests = tests;
    this.negated = negated;
    this.everything = everything;
  }

  /** One of the alternatives of a cell. */
  sealed interface Test {

    boolean holds(Object value);

    List<Object> mentions();
  }

  /** A value itself. */
  record Same(Object value) implements Test {
    @Override
    public boolean holds(Object other) {
      return compared(other, value) == 0;
    }

    @Override
    public List<Object> mentions() {
      return List.of(value);
    }
  }

  /** Everything on one side of a value. */
  record Beyond(String sign, Object value) implements Test {
    @Override
    public boolean holds(Object other) {
      int order = compared(other, value);
      if (order == UNLIKE) {
        return false;
      }
      return switch (sign) {
        case "<" -> order < 0;
        case "<=" -> order <= 0;
        case ">" -> order > 0;
        default -> order >= 0;
      };
    }

    @Override
    public List<Object> mentions() {
      return List.of(value);
    }
  }

  /** Everything between two values. */
  record Between(Object from, boolean withFrom, Object to, boolean withTo) implements Test {
    @Override
    public boolean holds(Object other) {
      int low = compared(other, from);
      int high = compared(other, to);
      return low != UNLIKE && high != UNLIKE && (withFrom ? low >= 0 : low > 0) && (withTo ? high <= 0 : high < 0);
    }

    @Override
    public List<Object> mentions() {
      return List.of(from, to);
    }
  }

  private static final int UNLIKE = Integer.MIN_VALUE;

  private static int compared(Object one, Object other) {
    if (one instanceof BigDecimal a && other instanceof BigDecimal b) {
      return a.compareTo(b);
    }
    if (one instanceof LocalDate a && other instanceof LocalDate b) {
      return Integer.signum(a.compareTo(b));
    }
    return one.equals(other) ? 0 : UNLIKE;
  }

  boolean isEverything() {
    return everything;
  }

  boolean matches(Object value) {
    return everything || tests.stream().anyMatch(test -> test.holds(value)) != negated;
  }

  /** The codes, numbers and dates that the cell names. */
  List<Object> mentions() {
    return tests.stream().flatMap(test -> test.mentions().stream()).toList();
  }

  /** The cell, or empty when it says more than is read here. */
  static Optional<Cell> read(String text) {
    String feel = text.strip();
    if (feel.isEmpty() || feel.equals("-")) {
      return Optional.of(EVERYTHING);
    }
    try {
      return new Reader(feel).cell();
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static final class Reader {

    private final List<String> tokens = new ArrayList<>();
    private int at;

    private Reader(String feel) {
      Matcher token = TOKEN.matcher(feel);
      int end = 0;
      while (end < feel.length() && token.find(end) && token.start() == end) {
        tokens.add(token.group().strip());
        end = token.end();
      }
      if (!feel.substring(end).isBlank()) {
        tokens.clear();
      }
    }

    private Optional<Cell> cell() {
      boolean negated = take("not");
      if (negated && !take("(")) {
        return Optional.empty();
      }
      var tests = new ArrayList<Test>();
      do {
        Test test = test();
        if (test == null) {
          return Optional.empty();
        }
        tests.add(test);
      } while (take(","));
      if (negated && !take(")")) {
        return Optional.empty();
      }
      return at == tokens.size() ? Optional.of(new Cell(List.copyOf(tests), negated, false)) : Optional.empty();
    }

    private Test test() {
      String sign = at < tokens.size() ? tokens.get(at) : "";
      switch (sign) {
        case "<", "<=", ">", ">=" -> {
          at++;
          Object value = value();
          return ordered(value) ? new Beyond(sign, value) : null;
        }
        case "[", "(", "]" -> {
          at++;
          Object from = value();
          if (!ordered(from) || !take("..")) {
            return null;
          }
          Object to = value();
          String end = at < tokens.size() ? tokens.get(at++) : "";
          boolean alike = ordered(to) && to.getClass() == from.getClass();
          return alike && ("]".equals(end) || ")".equals(end) || "[".equals(end))
              ? new Between(from, "[".equals(sign), to, "]".equals(end))
              : null;
        }
        default -> {
          Object value = value();
          return value == null ? null : new Same(value);
        }
      }
    }

    private Object value() {
      if (at >= tokens.size()) {
        return null;
      }
      String token = tokens.get(at++);
      if (token.startsWith("\"")) {
        return token.substring(1, token.length() - 1);
      }
      if (token.equals("true") || token.equals("false")) {
        return Boolean.valueOf(token);
      }
      if (token.startsWith("date")) {
        Matcher day = DAY.matcher(token);
        return day.find() ? LocalDate.parse(day.group()) : null;
      }
      if (Character.isDigit(token.charAt(token.length() - 1))) {
        return new BigDecimal(token);
      }
      at--;
      return null;
    }

    private static boolean ordered(Object value) {
      return value instanceof BigDecimal || value instanceof LocalDate;
    }

    private boolean take(String token) {
      if (at < tokens.size() && tokens.get(at).equals(token)) {
        at++;
        return true;
      }
      return false;
    }
  }
}
