package org.fingerpost.outcome;

import org.fingerpost.platform.Language;
import org.fingerpost.platform.engine.Shown;
import org.springframework.stereotype.Component;

/**
 * Fills the part of a form that asks measures. Such a form has a field for every question of every measure, under the question's id,
 * and hides what this person is not asked: {@code "hide": "=lifeSatisfactionAsked != true"}. Choices are {@code scores} for scales
 * from 0 to 10, and {@code <measure>Scores} where the answers have words, as in {@code ucla3Scores}.
 */
@Component
public class MeasureFields {

  private final Measures measures;

  MeasureFields(Measures measures) {
    this.measures = measures;
  }

  /**
   * Adds flags and choices to what a form shows.
   *
   * @param asked what this person is asked on this occasion
   */
  public Shown on(Shown shown, MeasureSet asked, Language language) {
    shown.options("scores", Shown.options(measures.choices(language)));
    for (var measure : measures.described()) {
      if (measure.worded()) {
        measure.items().forEach(item -> shown.flag(item.id() + "Asked", asked.asks(item.id())));
        if (!measure.options().isEmpty()) {
          shown.options(measure.id() + "Scores", Shown.options(measures.choices(measure, language)));
        }
      }
    }
    return shown;
  }
}
