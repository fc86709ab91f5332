package org.fingerpost.outcome;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.fingerpost.platform.InvalidInput;
import org.fingerpost.platform.InvalidInput.Problem;

/**
 * One person's answers to one measure on one occasion. An item is a score, declined ("prefer not to say"), or not there
 * because it was not asked; the three are never mixed up, and nothing is summed.
 */
public final class Scores {

  /** What a person answers who would rather not. An answer in its own right, and never counted as a zero. */
  public static final String PREFER_NOT_TO_SAY = "PREFER_NOT_TO_SAY";

  /**
   * What a form may send for an item of any measure: a score, "prefer not to say", or nothing. For Bean Validation's {@code
   * @Pattern}.
   */
  public static final String ANSWER = "|[0-9]|10|" + PREFER_NOT_TO_SAY;

  private final Measure measure;
  private final Map<String, Object> byItem;

  private Scores(Measure measure, Map<String, Object> byItem) {
    this.measure = measure;
    this.byItem = byItem;
  }

  /**
   * Reads answers as a form gives them.
   *
   * @param answers by item id: a whole number as text, {@link #PREFER_NOT_TO_SAY}, or {@code null} or blank for "not
   *     asked"
   * @throws InvalidInput naming each item whose answer is off the scale
   */
  public static Scores read(Measure measure, Map<String, String> answers) {
    var byItem = new LinkedHashMap<String, Object>();
    var problems = new ArrayList<Problem>();
    for (var item : measure.items()) {
      String answer = answers.get(item.id());
      if (answer == null || answer.isBlank()) {
        continue;
      }
      if (answer.equals(PREFER_NOT_TO_SAY)) {
        byItem.put(item.id(), PREFER_NOT_TO_SAY);
      } else if (answer.matches("[0-9]{1,3}") && inRange(measure, Integer.parseInt(answer))) {
        byItem.put(item.id(), Integer.parseInt(answer));
      } else {
        problems.add(
            new Problem(item.id(), "outcome.score.range", List.of(measure.lowest(), measure.highest())));
      }
    }
    if (!problems.isEmpty()) {
      throw new InvalidInput(problems);
    }
    return new Scores(measure, byItem);
  }

  /** What was kept of an earlier occasion. */
  static Scores kept(Measure measure, Map<String, Object> byItem) {
    return new Scores(measure, byItem);
  }

  private static boolean inRange(Measure measure, int score) {
    return measure.lowest() <= score && score <= measure.highest();
  }

  /** The score; empty if the item was declined or not asked. */
  public OptionalInt score(String itemId) {
    return byItem.get(measure.item(itemId).id()) instanceof Number n
        ? OptionalInt.of(n.intValue())
        : OptionalInt.empty();
  }

  public boolean declined(String itemId) {
    return PREFER_NOT_TO_SAY.equals(byItem.get(measure.item(itemId).id()));
  }

  /** The band's code; empty if there is no score. */
  public Optional<String> band(String itemId) {
    var score = score(itemId);
    return score.isPresent() ? Optional.of(measure.item(itemId).band(score.getAsInt())) : Optional.empty();
  }

  /**
   * How an item moved from this occasion to a later one. Points, not bands, so that one step over a border is not made
   * to look large.
   */
  public Change changeTo(Scores later, String itemId) {
    var before = score(itemId);
    var after = later.score(itemId);
    if (before.isEmpty() || after.isEmpty()) {
      return Change.NOT_MEASURED;
    }
    int step = after.getAsInt() - before.getAsInt();
    if (step == 0) {
      return Change.SAME;
    }
    boolean up = measure.item(itemId).better() == Measure.Better.HIGHER;
    return step > 0 == up ? Change.BETTER : Change.WORSE;
  }

  /**
   * The score of the whole measure, where it has one: only if every item has a score, because the rest of a half-answered measure
   * cannot be guessed. Always empty for measures that are read item by item.
   */
  public Optional<BigDecimal> total() {
    return sum().map(sum -> measure.scoring().conversion().getOrDefault(sum, BigDecimal.valueOf(sum)));
  }

  /** The band of the total; empty if there is no total or the measure has no bands. */
  public Optional<String> totalBand() {
    return sum().flatMap(measure::bandOfTotal);
  }

  private Optional<Integer> sum() {
    if (measure.scoring().kind() != Measure.Scoring.Kind.SUM || scored() < measure.items().size()) {
      return Optional.empty();
    }
    return Optional.of(measure.items().stream().mapToInt(item -> score(item.id()).orElseThrow()).sum());
  }

  /** How the total moved from this occasion to a later one; not measured unless both are whole. */
  public Change changeTo(Scores later) {
    var before = total();
    var after = later.total();
    if (before.isEmpty() || after.isEmpty()) {
      return Change.NOT_MEASURED;
    }
    int step = after.get().compareTo(before.get());
    if (step == 0) {
      return Change.SAME;
    }
    return step > 0 == (measure.scoring().better() == Measure.Better.HIGHER) ? Change.BETTER : Change.WORSE;
  }

  /** The measure, as this person was asked it. */
  public Measure measure() {
    return measure;
  }

  /** How many items have a score. */
  public int scored() {
    return (int) byItem.values().stream().filter(Number.class::isInstance).count();
  }

  /** Whether nothing was asked: then there is nothing to keep. */
  public boolean isEmpty() {
    return byItem.isEmpty();
  }

  Map<String, Object> byItem() {
    return Collections.unmodifiableMap(byItem);
  }

  /**
   * The comparison every measure can be reduced to, so that schemes with different measures can be read side by side.
   */
  public enum Change {
    BETTER,
    SAME,
    WORSE,
    NOT_MEASURED
  }
}
