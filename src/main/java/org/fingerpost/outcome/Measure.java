package org.fingerpost.outcome;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.fingerpost.platform.Language;

/**
 * A measure as data: what is asked, in which words, on which scale, and how an answer is read. The file is
 * {@code measures/<id>.yaml}; another version of the wording is another version of the measure.
 *
 * @param id kebab-case or plain, as records keep it: {@code ons4}
 * @param version of the wording and the bands; kept with every record
 * @param name by language code
 * @param source whose questions these are, as the licence asks to be cited
 * @param licence whether the wording may be shown at all
 * @param lowest the least score, inclusive
 * @param highest the greatest score, inclusive
 * @param items the questions, in the order they are asked
 */
public record Measure(
    String id,
    String version,
    Map<String, String> name,
    String source,
    Licence licence,
    int lowest,
    int highest,
    List<Item> items) {

  /** Refuses data that could misread an answer: a score without a band, or with two. */
  public Measure {
    items = List.copyOf(items);
    var ids = new HashSet<String>();
    for (var item : items) {
      if (!ids.add(item.id())) {
        throw new IllegalArgumentException("Measure " + id + " has two items called " + item.id());
      }
      for (int score = lowest; score <= highest; score++) {
        int wanted = score;
        long bands = item.bands().stream().filter(b -> b.holds(wanted)).count();
        if (bands != 1) {
          throw new IllegalArgumentException(
              "Measure %s, item %s: score %d lies in %d bands, not in one".formatted(id, item.id(), score, bands));
        }
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

  /** Which way an item's score should move. */
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
   * One question.
   *
   * @param id the form's input key as well
   * @param wording the question by language code
   * @param ends what the ends of the scale mean, by language code; part of the question
   */
  public record Item(
      String id, Better better, Map<String, String> wording, Map<String, String> ends, List<Band> bands) {

    public Item {
      bands = List.copyOf(bands);
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
      return bands.stream()
          .filter(b -> b.holds(score))
          .findFirst()
          .orElseThrow(() -> new IllegalArgumentException("No band for score " + score + " of " + id))
          .code();
    }
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
