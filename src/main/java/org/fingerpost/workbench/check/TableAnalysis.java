package org.fingerpost.workbench.check;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Thinks a decision table through for every combination of facts there can be, without asking the engine.
 *
 * <p>Each fact's values are cut at the points that the table's cells name: a code is a piece, and so is all that lies between two
 * numbers that are mentioned. Within a piece every cell says the same, so the pieces' combinations are all there is to try. They are
 * tried fact by fact, carrying along the rows that still fit; where the same rows are left at the same fact, the rest has been seen.
 * A table that needs more steps than {@link #MOST_STEPS} is not thought through to the end, and says so.
 *
 * <p>A fact that is missing ({@code null}) is no combination here: the program's facts are codes, flags and numbers that are always
 * there.
 */
final class TableAnalysis {

  /** Rows looked at, in all; less than half a second of work. */
  private static final long MOST_STEPS = 2_000_000;

  private static final int STEPS_BETWEEN_LOOKS = 1_000;

  private static final int MOST_GAPS = 5;
  private static final int MOST_VALUES_SHOWN = 4;

  /** Stands for every text that is not among the codes. */
  private static final String OTHER = "…";

  /** How rows and answers belong together. */
  enum Policy {
    UNIQUE,
    FIRST,
    COLLECT
  }

  /**
   * A fact with all the values it can have.
   *
   * @param type {@code boolean}, {@code string}, {@code integer}, {@code long}, {@code double}, {@code number} or {@code date}
   * @param values its predefined values as a cell, or {@code null}: codes, or the range of a number
   */
  record Fact(String name, String label, String type, Cell values) {}

  /** Facts for which no row answers, as "label: values"; a fact that does not matter is left out. */
  record Gap(List<String> when) {}

  /** Two rows that answer the same facts. */
  record Overlap(int row, int other, List<String> when) {}

  /**
   * What came out.
   *
   * @param complete whether everything was tried
   * @param never rows whose cells no value fits
   * @param shadowed rows that are never reached, because those above answer first
   */
  record Result(boolean complete, List<Gap> gaps, List<Overlap> overlaps, List<Integer> never, List<Integer> shadowed) {}

  private record Piece(Object sample, String label) {}

  private final Policy policy;
  private final List<Fact> facts;
  private final List<List<Cell>> rows;
  private final List<List<Piece>> pieces = new ArrayList<>();
  private final int[] lastCondition;

  private final Set<List<Object>> seen = new HashSet<>();
  private final List<Gap> gaps = new ArrayList<>();
  private final Map<List<Integer>, Overlap> overlaps = new LinkedHashMap<>();
  private final BitSet reached = new BitSet();
  private final Runnable patience;
  private long steps;
  private boolean complete = true;

  private TableAnalysis(Policy policy, List<Fact> facts, List<List<Cell>> rows, Runnable patience) {
    this.patience = patience;
    this.policy = policy;
    this.facts = facts;
    this.rows = rows;
    for (int fact = 0; fact < facts.size(); fact++) {
      pieces.add(pieces(fact));
    }
    lastCondition = new int[rows.size()];
    for (int row = 0; row < rows.size(); row++) {
      lastCondition[row] = -1;
      for (int fact = 0; fact < facts.size(); fact++) {
        if (!rows.get(row).get(fact).isEverything()) {
          lastCondition[row] = fact;
        }
      }
    }
  }

  /**
   * @param rows the cells of each row, one for each fact in the facts' order
   */
  static Result of(Policy policy, List<Fact> facts, List<List<Cell>> rows) {
    return of(policy, facts, rows, () -> {});
  }

  /**
   * @param patience asked now and then whether to go on; throws when not
   */
  static Result of(Policy policy, List<Fact> facts, List<List<Cell>> rows, Runnable patience) {
    return new TableAnalysis(policy, facts, rows, patience).result();
  }

  /** Whether there were too many steps. */
  private boolean tired() {
    if (++steps % STEPS_BETWEEN_LOOKS == 0) {
      patience.run();
    }
    return steps > MOST_STEPS;
  }

  private Result result() {
    var never = new ArrayList<Integer>();
    var all = new BitSet();
    for (int row = 0; row < rows.size(); row++) {
      if (possible(row)) {
        all.set(row);
      } else {
        never.add(row);
      }
    }
    var shadowed = new ArrayList<Integer>();
    if (policy != Policy.COLLECT) {
      explore(0, all, new ArrayList<>());
      if (policy == Policy.FIRST && complete) {
        all.stream().filter(row -> !reached.get(row)).forEach(shadowed::add);
      }
    }
    return new Result(complete, gaps, List.copyOf(overlaps.values()), never, shadowed);
  }

  private boolean possible(int row) {
    for (int fact = 0; fact < facts.size(); fact++) {
      Cell cell = rows.get(row).get(fact);
      if (!cell.isEverything() && !possible(cell, pieces.get(fact))) {
        return false;
      }
    }
    return true;
  }

  private boolean possible(Cell cell, List<Piece> values) {
    for (Piece piece : values) {
      if (tired()) {
        complete = false;
        return true;
      }
      if (cell.matches(piece.sample())) {
        return true;
      }
    }
    return false;
  }

  private void explore(int fact, BitSet left, List<String> when) {
    if (!complete) {
      return;
    }
    if (left.isEmpty()) {
      if (gaps.size() < MOST_GAPS) {
        gaps.add(new Gap(List.copyOf(when)));
      }
      return;
    }
    int first = left.nextSetBit(0);
    boolean answersAll = lastCondition[first] < fact;
    if (policy == Policy.FIRST && answersAll) {
      reached.set(first);
      return;
    }
    if (policy == Policy.UNIQUE && answersAll) {
      int second = nextThatAnswersAll(left, first + 1, fact);
      if (second >= 0) {
        overlaps.putIfAbsent(List.of(first, second), new Overlap(first, second, List.copyOf(when)));
        return;
      }
      if (left.cardinality() == 1) {
        return;
      }
    }
    if (!seen.add(List.of(fact, left))) {
      return;
    }
    var byRows = new LinkedHashMap<BitSet, List<Piece>>();
    for (Piece piece : pieces.get(fact)) {
      var fitting = new BitSet();
      for (int row = left.nextSetBit(0); row >= 0; row = left.nextSetBit(row + 1)) {
        if (tired()) {
          complete = false;
          return;
        }
        if (rows.get(row).get(fact).matches(piece.sample())) {
          fitting.set(row);
        }
      }
      byRows.computeIfAbsent(fitting, key -> new ArrayList<>()).add(piece);
    }
    for (var choice : byRows.entrySet()) {
      boolean matters = choice.getValue().size() < pieces.get(fact).size();
      if (matters) {
        when.add(said(fact, choice.getValue()));
      }
      explore(fact + 1, choice.getKey(), when);
      if (matters) {
        when.remove(when.size() - 1);
      }
    }
  }

  private int nextThatAnswersAll(BitSet left, int from, int fact) {
    for (int row = left.nextSetBit(from); row >= 0; row = left.nextSetBit(row + 1)) {
      if (lastCondition[row] < fact) {
        return row;
      }
    }
    return -1;
  }

  private String said(int fact, List<Piece> values) {
    var labels = values.stream().limit(MOST_VALUES_SHOWN).map(Piece::label).toList();
    return facts.get(fact).label() + ": " + String.join(" | ", labels) + (values.size() > MOST_VALUES_SHOWN ? " | …" : "");
  }

  // ---- pieces

  private List<Piece> pieces(int fact) {
    var mentioned = new LinkedHashSet<Object>();
    rows.forEach(row -> mentioned.addAll(row.get(fact).mentions()));
    Cell values = facts.get(fact).values();
    if (values != null) {
      mentioned.addAll(values.mentions());
    }
    var all =
        switch (facts.get(fact).type()) {
          case "boolean" -> List.of(new Piece(true, "true"), new Piece(false, "false"));
          case "string" -> codes(values, mentioned);
          case "date" -> days(mentioned);
          case "integer", "long" -> wholeNumbers(mentioned);
          default -> numbers(mentioned);
        };
    return values == null || values.isEverything() || "string".equals(facts.get(fact).type())
        ? all
        : all.stream().filter(piece -> values.matches(piece.sample())).toList();
  }

  private static List<Piece> codes(Cell values, Set<Object> mentioned) {
    var codes = new ArrayList<Piece>();
    for (Object code : values == null ? mentioned : new LinkedHashSet<>(values.mentions())) {
      if (code instanceof String text) {
        codes.add(new Piece(text, text));
      }
    }
    if (values == null) {
      codes.add(new Piece(OTHER, OTHER));
    }
    return codes;
  }

  /** Between two whole numbers that follow each other lies none. */
  private static List<Piece> wholeNumbers(Set<Object> mentioned) {
    var begins = new TreeSet<BigDecimal>();
    for (Object value : mentioned) {
      if (value instanceof BigDecimal number) {
        begins.add(number.setScale(0, RoundingMode.CEILING));
        begins.add(number.setScale(0, RoundingMode.FLOOR).add(BigDecimal.ONE));
      }
    }
    var pieces = new ArrayList<Piece>();
    if (begins.isEmpty()) {
      pieces.add(new Piece(BigDecimal.ZERO, OTHER));
      return pieces;
    }
    pieces.add(new Piece(begins.first().subtract(BigDecimal.ONE), "< " + begins.first().toPlainString()));
    for (BigDecimal begin : begins) {
      BigDecimal next = begins.higher(begin);
      String label;
      if (next == null) {
        label = ">= " + begin.toPlainString();
      } else if (next.subtract(begin).compareTo(BigDecimal.ONE) == 0) {
        label = begin.toPlainString();
      } else {
        label = begin.toPlainString() + "–" + next.subtract(BigDecimal.ONE).toPlainString();
      }
      pieces.add(new Piece(begin, label));
    }
    return pieces;
  }

  private static List<Piece> numbers(Set<Object> mentioned) {
    var points = new TreeSet<BigDecimal>();
    mentioned.forEach(
        value -> {
          if (value instanceof BigDecimal number) {
            points.add(number);
          }
        });
    var pieces = new ArrayList<Piece>();
    if (points.isEmpty()) {
      pieces.add(new Piece(BigDecimal.ZERO, OTHER));
      return pieces;
    }
    pieces.add(new Piece(points.first().subtract(BigDecimal.ONE), "< " + points.first().toPlainString()));
    for (BigDecimal point : points) {
      pieces.add(new Piece(point, point.toPlainString()));
      BigDecimal next = points.higher(point);
      pieces.add(
          next == null
              ? new Piece(point.add(BigDecimal.ONE), "> " + point.toPlainString())
              : new Piece(
                  point.add(next).divide(BigDecimal.valueOf(2)), point.toPlainString() + " < … < " + next.toPlainString()));
    }
    return pieces;
  }

  private static List<Piece> days(Set<Object> mentioned) {
    var begins = new TreeSet<LocalDate>();
    for (Object value : mentioned) {
      if (value instanceof LocalDate day) {
        begins.add(day);
        begins.add(day.plusDays(1));
      }
    }
    var pieces = new ArrayList<Piece>();
    if (begins.isEmpty()) {
      pieces.add(new Piece(LocalDate.EPOCH, OTHER));
      return pieces;
    }
    pieces.add(new Piece(begins.first().minusDays(1), "< " + begins.first()));
    for (LocalDate begin : begins) {
      LocalDate next = begins.higher(begin);
      boolean single = next != null && next.equals(begin.plusDays(1));
      pieces.add(new Piece(begin, next == null ? ">= " + begin : single ? begin.toString() : begin + "–" + next.minusDays(1)));
    }
    return pieces;
  }
}
