package org.fingerpost.outcome;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.fingerpost.platform.Language;

/**
 * A measure as data: what is asked, in which words, on which scale, and how an answer is read. The file is
 * {@code measures/<id>.yaml}; another version of the wording is another version of the measure, and the earlier one stays as
 * {@code measures/<id>.<version>.yaml} so that what was answered to it is still read by its own bands.
 *
 * @param id kebab-case or plain, as records keep it: {@code ons4}
 * @param version of the wording and the bands; kept with every record
 * @param name by language code
 * @param source whose questions these are, as the licence asks to be cited
 * @param licence whether the wording may be shown at all
 * @param minimumAge youngest age in whole years that it is meant for, or {@code null}
 * @param scoring how the answers become a score
 * @param lowest the least score of an item, inclusive
 * @param highest the greatest score of an item, inclusive
 * @param options the answers in words where numbers alone say nothing, one per score; empty for a scale from end to end
 * @param items the questions, in the order they are asked; without wording where the licence forbids to ship it
 */
public record Measure(
    String id,
    String version,
    Map<String, String> name,
    String source,
    Licence licence,
    Integer minimumAge,
    Scoring scoring,
    int lowest,
    int highest,
    List<Option> options,
    List<Item> items) {

  /** Refuses data that could misread an answer: a score without a band, or with two. */
  public Measure {
    items = List.copyOf(items);
    options = options == null ? List.of() : List.copyOf(options);
    var ids = new HashSet<String>();
    for (var item : items) {
      if (!ids.add(item.id())) {
        throw new IllegalArgumentException("Measure " + id + " has two items called " + item.id());
      }
      if (scoring.kind() == Scoring.Kind.EACH) {
        inOneBand("Measure %s, item %s".formatted(id, item.id()), lowest, highest, item.bands());
      }
    }
    if (scoring.kind() == Scoring.Kind.SUM) {
      if (items.stream().anyMatch(item -> item.minimumAge() != null)) {
        throw new IllegalArgumentException("Measure " + id + " is summed, so nobody can be asked a part of it");
      }
      int least = lowest * items.size();
      int most = highest * items.size();
      if (!scoring.bands().isEmpty()) {
        inOneBand("Measure %s, total".formatted(id), least, most, scoring.bands());
      }
      for (int total = least; total <= most && !scoring.conversion().isEmpty(); total++) {
        if (!scoring.conversion().containsKey(total)) {
          throw new IllegalArgumentException("Measure " + id + ": total " + total + " has no converted score");
        }
      }
    }
    for (int score = lowest; score <= highest && !options.isEmpty(); score++) {
      int wanted = score;
      if (options.stream().filter(option -> option.score() == wanted).count() != 1) {
        throw new IllegalArgumentException("Measure " + id + ": score " + score + " has not one answer in words");
      }
    }
  }

  private static void inOneBand(String what, int least, int most, List<Band> bands) {
    for (int score = least; score <= most; score++) {
      int wanted = score;
      long holding = bands.stream().filter(b -> b.holds(wanted)).count();
      if (holding != 1) {
        throw new IllegalArgumentException("%s: score %d lies in %d bands, not in one".formatted(what, score, holding));
      }
    }
  }

  /**
   * @throws IllegalArgumentException if the measure has no such item
   */
  public Item item(String itemId) {
    return items.stream()
        .filter(i -> i.id().equals(itemId))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("Measure " + id + " has no item " + itemId));
  }

  public boolean has(String itemId) {
    return items.stream().anyMatch(i -> i.id().equals(itemId));
  }

  /** The measure as somebody of this age is asked it: without the items they are too young for; empty if too young for all. */
  public Optional<Measure> askedAt(int age) {
    if (minimumAge != null && age < minimumAge) {
      return Optional.empty();
    }
    var fitting = items.stream().filter(item -> item.minimumAge() == null || age >= item.minimumAge()).toList();
    return fitting.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Measure(
                id, version, name, source, licence, minimumAge, scoring, lowest, highest, options, fitting));
  }

  /** Whether what is asked depends on an age of {@code youngest} and above. */
  boolean dependsOnAgeFrom(int youngest) {
    return Stream.concat(Stream.ofNullable(minimumAge), items.stream().map(Item::minimumAge))
        .anyMatch(age -> age != null && age > youngest);
  }

  /** Whether every question has its words in every language. */
  boolean worded() {
    return items.stream().allMatch(item -> item.wording() != null && item.wording().keySet().containsAll(CODES));
  }

  private static final List<String> CODES = Stream.of(Language.values()).map(Language::code).toList();

  public String name(Language language) {
    return name.get(language.code());
  }

  /** Which way a score should move. */
  public enum Better {
    HIGHER,
    LOWER
  }

  /** {@code FREE}: may be shown. {@code LICENCE_NEEDED}: no item text may ship with Fingerpost. */
  public enum LicenceState {
    FREE,
    LICENCE_NEEDED
  }

  /**
   * @param terms the licence by name, for people
   */
  public record Licence(LicenceState state, String terms) {}

  /**
   * How answers become a score.
   *
   * @param better which way the total should move; of {@code EACH}, every item says so for itself
   * @param conversion from the sum of the items to the score that is reported; empty if the sum itself is
   * @param bands of the sum, not of the converted score; empty if authors do not agree on any
   */
  public record Scoring(Kind kind, Better better, Map<Integer, BigDecimal> conversion, List<Band> bands) {

    public Scoring {
      conversion = conversion == null ? Map.of() : Map.copyOf(conversion);
      bands = bands == null ? List.of() : List.copyOf(bands);
    }

    /** {@code EACH}: one by one, and never a total. {@code SUM}: one total, and only if every item was answered. */
    public enum Kind {
      EACH,
      SUM
    }

    public static Scoring each() {
      return new Scoring(Kind.EACH, null, Map.of(), List.of());
    }
  }

  /**
   * An answer in words.
   *
   * @param label by language code
   */
  public record Option(int score, Map<String, String> label) {}

  /**
   * One question.
   *
   * @param id the form's input key as well
   * @param minimumAge youngest age in whole years that is asked it, or {@code null}
   * @param wording the question by language code; {@code null} where the licence forbids to ship it
   * @param ends what the ends of the scale mean, by language code; part of the question; {@code null} if answers have words
   */
  public record Item(
      String id,
      Better better,
      Integer minimumAge,
      Map<String, String> wording,
      Map<String, String> ends,
      List<Band> bands) {

    public Item {
      bands = bands == null ? List.of() : List.copyOf(bands);
    }

    /** The question as it is asked. */
    public String wording(Language language) {
      return wording.get(language.code());
    }

    /** What the ends of the scale mean. */
    public String ends(Language language) {
      return ends.get(language.code());
    }

    /** The band's code for a score within the measure's range. */
    public String band(int score) {
      return bandOf(bands, score, id);
    }
  }

  /** The band of a total; empty if the measure has none. */
  Optional<String> bandOfTotal(int total) {
    return scoring.bands().isEmpty() ? Optional.empty() : Optional.of(bandOf(scoring.bands(), total, id));
  }

  private static String bandOf(List<Band> bands, int score, String of) {
    return bands.stream()
        .filter(b -> b.holds(score))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("No band for score " + score + " of " + of))
        .code();
  }

  /**
   * @param code closed code; words in the bundle under {@code outcome.band.<code>}
   * @param from inclusive
   * @param to inclusive
   */
  public record Band(String code, int from, int to) {

    boolean holds(int score) {
      return from <= score && score <= to;
    }
  }
}
