package org.fingerpost.outcome;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fingerpost.outcome.Measure.Scoring.Kind;
import org.fingerpost.platform.Language;
import org.fingerpost.platform.Words;
import org.springframework.stereotype.Component;

/**
 * Scores side by side, in words: one line to a question, or to a measure that is summed. What a person would not say, and what was not
 * asked, is said as such; nothing is filled in.
 */
@Component
class PairedScores {

  private final Words words;

  PairedScores(Words words) {
    this.words = words;
  }

  /** What was answered on one occasion; empty if nothing was asked. */
  String lines(Map<String, Scores> once, Language language) {
    return once.values().stream()
        .flatMap(scores -> single(scores, language))
        .collect(Collectors.joining("\n"));
  }

  /** What was answered on two occasions; empty if nothing was asked on either. */
  String lines(Map<String, Scores> before, Map<String, Scores> after, Language language) {
    var measures = new LinkedHashSet<>(before.keySet());
    measures.addAll(after.keySet());
    return measures.stream()
        .flatMap(id -> pair(Optional.ofNullable(before.get(id)), Optional.ofNullable(after.get(id)), language))
        .collect(Collectors.joining("\n"));
  }

  private Stream<String> single(Scores scores, Language language) {
    var measure = scores.measure();
    if (measure.scoring().kind() == Kind.SUM) {
      return Stream.of(
          words.say(language, "outcome.pair.once", measure.name(language), total(Optional.of(scores), language)));
    }
    return measure.items().stream()
        .map(
            item ->
                words.say(
                    language,
                    "outcome.pair.once",
                    item.wording(language),
                    answer(Optional.of(scores), item.id(), language)));
  }

  private Stream<String> pair(Optional<Scores> before, Optional<Scores> after, Language language) {
    var measure = after.or(() -> before).orElseThrow().measure();
    if (measure.scoring().kind() == Kind.SUM) {
      return Stream.of(
          words.say(
              language,
              "outcome.pair.both",
              measure.name(language),
              total(before, language),
              total(after, language)));
    }
    return measure.items().stream()
        .map(
            item ->
                words.say(
                    language,
                    "outcome.pair.both",
                    item.wording(language),
                    answer(before, item.id(), language),
                    answer(after, item.id(), language)));
  }

  private String answer(Optional<Scores> scores, String itemId, Language language) {
    if (scores.isEmpty() || !scores.get().measure().has(itemId)) {
      return words.say(language, "outcome.pair.not-asked");
    }
    var score = scores.get().score(itemId);
    if (score.isPresent()) {
      return Integer.toString(score.getAsInt());
    }
    return words.say(language, scores.get().declined(itemId) ? "outcome.pair.not-said" : "outcome.pair.not-asked");
  }

  private String total(Optional<Scores> scores, Language language) {
    if (scores.isEmpty()) {
      return words.say(language, "outcome.pair.not-asked");
    }
    return scores
        .get()
        .total()
        .map(total -> total.stripTrailingZeros().toPlainString())
        .orElseGet(() -> words.say(language, "outcome.pair.partly"));
  }
}
