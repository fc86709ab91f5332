package org.fingerpost.questionnaire;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.fingerpost.scheme.LocalisedText;

/**
 * A questionnaire in one version, as {@code questionnaires/<id>-<version>.yaml} describes it. A version that was published never
 * changes; an application keeps the version it was begun with.
 *
 * @param id kebab-case
 * @param version counted from 1
 * @param name what is applied for, as the pages say it: "the kite mark"
 * @param shorter the shorter path is for whoever meets all conditions of one of these; empty means there is none
 */
public record Questionnaire(
    String id, int version, LocalisedText name, List<List<Condition>> shorter, List<Section> sections) {

  public Questionnaire {
    shorter = shorter == null ? List.of() : shorter.stream().map(List::copyOf).toList();
    sections = List.copyOf(sections);
  }

  public Stream<Question> questions() {
    return sections.stream().flatMap(section -> section.questions().stream());
  }

  public Optional<Question> question(String key) {
    return questions().filter(question -> question.key().equals(key)).findFirst();
  }

  /** The section a question stands in. */
  public Optional<Section> sectionOf(String key) {
    return sections.stream()
        .filter(section -> section.questions().stream().anyMatch(question -> question.key().equals(key)))
        .findFirst();
  }

  /** Whether somebody who has answered this takes the shorter path. */
  public boolean isShorter(Map<String, Object> answers) {
    return shorter.stream().anyMatch(all -> all.stream().allMatch(condition -> condition.holds(answers)));
  }
}
