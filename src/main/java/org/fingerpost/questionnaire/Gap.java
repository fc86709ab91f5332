package org.fingerpost.questionnaire;

import java.util.List;
import org.fingerpost.scheme.LocalisedText;

/**
 * Something that an application of this size and risk still needs.
 *
 * @param code of the item, such as {@code INSURANCE}
 * @param text what is missing, as the applicant reads it
 * @param questions keys of the questions that would fill it, most helpful first; may be empty
 * @param mandatory whether nothing is awarded without it
 */
public record Gap(String code, LocalisedText text, List<String> questions, boolean mandatory) {

  public Gap {
    questions = List.copyOf(questions);
  }
}
