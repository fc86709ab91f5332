package org.fingerpost.questionnaire;

import java.util.Map;
import org.fingerpost.platform.Language;

/**
 * An application to begin.
 *
 * @param kind of an {@link ApplicationKind} that is offered in the scheme
 * @param organisationId an organisation of the scheme's directory, or {@code null}
 * @param answers answers that are known, of the {@link QuestionType}'s Java type, by question
 */
public record NewApplication(
    String kind,
    String schemeId,
    String organisationId,
    Contact contact,
    Language language,
    Map<String, Object> answers) {

  @Override
  public String toString() {
    return "NewApplication[" + kind + ", " + schemeId + "]";
  }
}
