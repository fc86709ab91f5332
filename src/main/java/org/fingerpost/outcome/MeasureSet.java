package org.fingerpost.outcome;

import java.util.List;
import java.util.Optional;

/**
 * What one person is asked: the measures of their scheme that may be used, without the questions they are too young for.
 *
 * @param measures in the order they are asked; may be empty
 * @param withoutLicence the scheme's measures that are not asked because nobody has recorded a licence for them
 */
public record MeasureSet(List<Measure> measures, List<Measure> withoutLicence) {

  public MeasureSet {
    measures = List.copyOf(measures);
    withoutLicence = List.copyOf(withoutLicence);
  }

  public boolean asks(String itemId) {
    return measureOf(itemId).isPresent();
  }

  /** The measure that a question belongs to; empty if it is not asked. */
  public Optional<Measure> measureOf(String itemId) {
    return measures.stream().filter(measure -> measure.has(itemId)).findFirst();
  }

  /** How many questions there are. */
  public int questions() {
    return measures.stream().mapToInt(measure -> measure.items().size()).sum();
  }
}
