package org.fingerpost.questionnaire;

import java.util.List;
import org.fingerpost.scheme.LocalisedText;

/**
 * The questions of one page.
 *
 * @param id kebab-case, part of the page's address
 * @param intro a sentence or two before the questions, or {@code null}
 */
public record Section(String id, LocalisedText title, LocalisedText intro, List<Question> questions) {

  public Section {
    questions = List.copyOf(questions);
  }
}
