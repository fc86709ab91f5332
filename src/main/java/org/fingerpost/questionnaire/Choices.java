package org.fingerpost.questionnaire;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.fingerpost.platform.Language;
import org.fingerpost.platform.Words;
import org.fingerpost.scheme.LegalForm;
import org.fingerpost.scheme.Schemes;
import org.springframework.stereotype.Component;

/** The answers that may be chosen for a question, wherever they come from. */
@Component("questionChoices")
public class Choices {

  private final Schemes schemes;
  private final Words words;

  Choices(Schemes schemes, Words words) {
    this.schemes = schemes;
    this.words = words;
  }

  /** Label by code, in the order to be shown; empty for a question without choices. */
  public Map<String, String> of(Question question, String schemeId, Language language) {
    var labels = new LinkedHashMap<String, String>();
    if ("AREAS".equals(question.choicesFrom())) {
      schemes.get(schemeId).areas().forEach(area -> labels.put(area.code(), area.name().in(language)));
    } else if ("LEGAL_FORMS".equals(question.choicesFrom())) {
      Arrays.stream(LegalForm.values())
          .forEach(form -> labels.put(form.name(), words.say(language, "legal-form." + form.name())));
    } else if (question.type() == QuestionType.YES_NO) {
      labels.put("YES", words.say(language, "questionnaire.yes"));
      labels.put("NO", words.say(language, "questionnaire.no"));
    } else {
      question.choices().forEach(choice -> labels.put(choice.code(), choice.label().in(language)));
    }
    return labels;
  }

  /** Hint by code, of those choices that have one. */
  public static Map<String, String> hints(Question question, Language language) {
    var hints = new LinkedHashMap<String, String>();
    question.choices().stream()
        .filter(choice -> choice.hint() != null)
        .forEach(choice -> hints.put(choice.code(), choice.hint().in(language)));
    return hints;
  }
}
